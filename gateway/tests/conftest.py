"""The gateway running over a fresh database, and an identity provider outside the house that checks what a good one checks."""

import base64
import hashlib
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import uuid4

import httpx
import jwt
import pytest
from aiohttp import web
from pydantic import SecretStr
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer

from chamdiem_gateway.app import create_service
from chamdiem_gateway.settings import GatewaySettings

ORIGIN = "http://chamdiem.test"
CLIENT, SECRET = "chamdiem-gateway", "secret"


class ProviderOutside(Issuer):
    """Signs in whoever `person` says, once for each code; codes want their PKCE verifier, refresh tokens are good once."""

    def __init__(self) -> None:
        super().__init__()
        self.person = "lan"
        self.sid: str | None = None
        self.silent = False
        self.keys_hidden = False
        self.claims: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.refresh_tokens: dict[str, str] = {}
        self.refreshed = 0
        self.revoked: list[str] = []

    async def start(self) -> None:
        app = web.Application()
        app.router.add_get("/.well-known/openid-configuration", self._discovery)
        app.router.add_get("/jwks", self._keys_asked)
        app.router.add_post("/token", self._token_endpoint)
        app.router.add_post("/revoke", self._revoke)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    def authorize(self, location: str) -> str:
        """What the sign-in page does once the password was right: the address the browser goes back to."""
        asked = {k: v[0] for k, v in parse_qs(urlsplit(location).query).items()}
        assert location.startswith(f"{self.url}/authorize?")
        code = uuid4().hex
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state'], 'iss': self.url})}"

    def signed(self, **claims: Any) -> str:
        """A token of any content with this provider's key."""
        kid, key = next(iter(self._keys.items()))
        return jwt.encode(claims, key, algorithm="RS256", headers={"kid": kid})

    async def _keys_asked(self, request: web.Request) -> web.Response:
        return web.Response(status=503) if self.silent or self.keys_hidden else await self._jwks(request)

    async def _discovery(self, _: web.Request) -> web.Response:
        if self.silent:
            return web.Response(status=503)
        known = {"issuer": self.url, "jwks_uri": f"{self.url}/jwks"}
        for name in ("authorization", "token", "revocation", "end_session"):
            known[f"{name}_endpoint"] = f"{self.url}/{ {'authorization': 'authorize', 'revocation': 'revoke'}.get(name, name) }"
        return web.json_response(known)

    async def _token_endpoint(self, request: web.Request) -> web.Response:
        form = await request.post()
        if self.silent:
            return web.Response(status=503)
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return web.json_response({"error": "invalid_client"}, status=401)
        nonce = None
        if form.get("grant_type") == "authorization_code":
            asked = self.codes.pop(str(form.get("code")), None)
            digest = hashlib.sha256(str(form.get("code_verifier")).encode()).digest()
            if asked is None or asked["code_challenge"] != base64.urlsafe_b64encode(digest).rstrip(b"=").decode():
                return web.json_response({"error": "invalid_grant"}, status=400)
            nonce, sub = asked["nonce"], self.person
        else:
            sub = self.refresh_tokens.pop(str(form.get("refresh_token")), "")
            if not sub:
                return web.json_response({"error": "invalid_grant"}, status=400)
            self.refreshed += 1
        refresh_token = uuid4().hex
        self.refresh_tokens[refresh_token] = sub
        sid: dict[str, Any] = {"sid": self.sid} if self.sid else {}
        access = self.token(sub, **sid)
        identity = self.token(
            self.claims.get("sub", sub), **{"aud": CLIENT, "nonce": nonce, **sid, **{k: v for k, v in self.claims.items() if k != "sub"}}
        )
        return web.json_response({"access_token": access, "refresh_token": refresh_token, "id_token": identity, "expires_in": 600})

    async def _revoke(self, request: web.Request) -> web.Response:
        token = str((await request.post()).get("token"))
        self.revoked.append(token)
        self.refresh_tokens.pop(token, None)
        return web.Response()


class World:
    """Browsers and what they do."""

    def __init__(self, house: House, provider: ProviderOutside) -> None:
        self.house, self.provider = house, provider

    def browser(self, origin: str = ORIGIN) -> httpx.AsyncClient:
        """A browser with its own cookies; its pages send the own header."""
        client = self.house._client({})
        client.base_url = httpx.URL(origin)
        client.headers.update({"Origin": origin, "X-Chamdiem": "1"})
        return client

    async def signed_in(self, sub: str = "lan", next_: str = "/") -> httpx.AsyncClient:
        """A browser in which the person has signed in."""
        self.provider.person = sub
        browser = self.browser()
        begun = await browser.get("/auth/sign-in", params={"next": next_})
        back = await browser.get(self.provider.authorize(begun.headers["Location"]))
        assert back.status_code == 303, back.text
        return browser

    async def ended(self) -> set[str]:
        """The token sessions told as ended."""
        return {e.subject for e in await self.house.outbox() if e.type == "gateway.session.ended.v1"}


def session_of(browser: httpx.AsyncClient) -> str:
    """The `sid` or `jti` of the access token in the browser's cookie."""
    claims = jwt.decode(browser.cookies["chamdiem_access"], options={"verify_signature": False})
    return str(claims.get("sid") or claims["jti"])


@pytest.fixture
async def provider() -> AsyncIterator[ProviderOutside]:
    outside = ProviderOutside()
    await outside.start()
    yield outside
    await outside.stop()


def _settings(origin: str) -> GatewaySettings:
    return GatewaySettings(public_origin=origin, client_id=CLIENT, client_secret=SecretStr(SECRET))


@pytest.fixture
async def world(databases: Databases, provider: ProviderOutside) -> AsyncIterator[World]:
    async with open_house(databases, provider, "chamdiem_gateway", lambda s, b: create_service(s, b, _settings(ORIGIN))) as house:
        yield World(house, provider)


@pytest.fixture
async def secure_world(databases: Databases, provider: ProviderOutside) -> AsyncIterator[World]:
    """The same under TLS."""
    origin = "https://chamdiem.test"
    async with open_house(databases, provider, "chamdiem_gateway", lambda s, b: create_service(s, b, _settings(origin))) as house:
        yield World(house, provider)


@pytest.fixture
def token_session() -> Any:
    return session_of
