"""The identity provider as the gateway talks to it: OpenID Connect's code flow with PKCE, refresh, revocation, sign-out."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp

from chamdiem_gateway.settings import GatewaySettings
from chamdiem_kit.errors import Unauthenticated, Unavailable
from chamdiem_kit.tokens import TokenVerifier

_TIMEOUT_S = 10
_AWAKE_S = 1.0
"""Who is sent to the provider must find it there; it was, within this time."""
_PROBE_S = 3
# What a provider says, with whatever status, where the fault is its own: two of OAuth, and Keycloak's while its database is away.
_OWN_FAULTS = frozenset({"server_error", "temporarily_unavailable", "unknown_error"})


class SignInRefused(Unauthenticated):
    type = "auth/sign-in-refused"
    title = "Máy chủ đăng nhập không chấp nhận"


class ProviderSilent(Unavailable):
    type = "auth/provider-unavailable"
    title = "Máy chủ đăng nhập chưa trả lời"


@dataclass(frozen=True)
class Tokens:
    """What the provider gave; `id_token` may be missing where only refreshed."""

    access_token: str = field(repr=False)
    refresh_token: str | None = field(repr=False)
    id_token: str | None = field(repr=False)


class ProviderClient:
    """`open()` before use, `close()` after. Its addresses are the provider's own discovery document's, fetched once."""

    def __init__(self, issuer: str, settings: GatewaySettings, jwks_url: str | None = None) -> None:
        self._issuer, self._settings = issuer, settings
        self._reached_at = settings.provider_url or issuer.rstrip("/")
        self.id_tokens = TokenVerifier(issuer, settings.client_id, jwks_url)
        self._http: aiohttp.ClientSession | None = None
        self._known: dict[str, Any] = {}
        self._heard_at = float("-inf")

    @property
    def issuer(self) -> str:
        """The provider's name, as every token bears it."""
        return self._issuer

    def open(self) -> None:
        """Begin; inside a running loop."""
        self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_TIMEOUT_S), cookie_jar=aiohttp.DummyCookieJar())

    async def close(self) -> None:
        """Give the connections back."""
        if self._http is not None:
            await self._http.close()

    async def authorization_url(self, *, state: str, nonce: str, challenge: str) -> str:
        """Where the browser goes to sign in. Raises `ProviderSilent` while nobody would be there."""
        if time.monotonic() - self._heard_at > _AWAKE_S:
            await self._discover(_PROBE_S)
        query = {
            "response_type": "code",
            "client_id": self._settings.client_id,
            "redirect_uri": self._settings.redirect_uri,
            "scope": "openid",
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        return _with_query(await self._needed_address("authorization_endpoint"), query)

    async def exchange(self, code: str, verifier: str) -> Tokens:
        """The tokens for a code. Raises `SignInRefused`, `ProviderSilent`."""
        return await self._tokens(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": self._settings.redirect_uri,
                "code_verifier": verifier,
            }
        )

    async def refresh(self, refresh_token: str) -> Tokens:
        """New tokens; the refresh token is then spent. Raises `SignInRefused`, `ProviderSilent`."""
        return await self._tokens({"grant_type": "refresh_token", "refresh_token": refresh_token})

    async def revoke(self, refresh_token: str) -> None:
        """Make a refresh token worthless, as far as the provider can; a provider that does not answer is passed over."""
        try:
            address = await self._address("revocation_endpoint")
            async with self._client.post(address, data=self._signed({"token": refresh_token, "token_type_hint": "refresh_token"})):
                pass
        except (aiohttp.ClientError, TimeoutError, KeyError, ProviderSilent):
            return

    async def sign_out_url(self, id_token: str) -> str:
        """Where the browser goes to end the provider's own session (RP-initiated logout); the start page where it has no such address."""
        home = f"{self._settings.public_origin}/"
        try:
            address = await self._address("end_session_endpoint")
        except (KeyError, ProviderSilent):
            return home
        query = {"id_token_hint": id_token, "client_id": self._settings.client_id, "post_logout_redirect_uri": home}
        return _with_query(address, query)

    async def _tokens(self, form: dict[str, str]) -> Tokens:
        address = await self._needed_address("token_endpoint")
        try:
            async with self._client.post(address, data=self._signed(form)) as answer:
                if answer.status >= 500:
                    raise ProviderSilent("Máy chủ đăng nhập đang gặp lỗi; hãy thử lại sau ít phút.")
                body = await answer.json(content_type=None)
                if answer.status != 200:
                    if isinstance(body, dict) and body.get("error") in _OWN_FAULTS:
                        raise ProviderSilent("Máy chủ đăng nhập đang gặp lỗi; hãy thử lại sau ít phút.")
                    raise SignInRefused("Hãy đăng nhập lại.")
        except (aiohttp.ClientError, TimeoutError, ValueError) as fault:
            raise ProviderSilent("Hãy thử lại sau ít phút.") from fault
        if not isinstance(body, dict) or not isinstance(body.get("access_token"), str):
            raise SignInRefused("Hãy đăng nhập lại.")
        return Tokens(body["access_token"], body.get("refresh_token"), body.get("id_token"))

    def _signed(self, form: dict[str, str]) -> dict[str, str]:
        return form | {"client_id": self._settings.client_id, "client_secret": self._settings.client_secret.get_secret_value()}

    async def _needed_address(self, name: str) -> str:
        try:
            return await self._address(name)
        except KeyError as fault:
            raise ProviderSilent(f"Máy chủ đăng nhập không cho biết {name}; hãy báo bộ phận hỗ trợ.") from fault

    async def _address(self, name: str) -> str:
        if not self._known:
            await self._discover(_TIMEOUT_S)
        return str(self._known[name])

    async def _discover(self, within_s: float) -> None:
        """Read what the provider says of itself. Raises `ProviderSilent`."""
        try:
            async with (
                asyncio.timeout(within_s),
                self._client.get(f"{self._reached_at}/.well-known/openid-configuration") as answer,
            ):
                known = await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as fault:
            raise ProviderSilent("Hiện chưa đăng nhập được; ai đã đăng nhập vẫn làm việc. Hãy thử lại sau ít phút.") from fault
        if answer.status >= 500:
            raise ProviderSilent("Hiện chưa đăng nhập được; ai đã đăng nhập vẫn làm việc. Hãy thử lại sau ít phút.")
        if answer.status != 200 or not isinstance(known, dict) or known.get("issuer") != self._issuer:
            raise ProviderSilent("Máy chủ đăng nhập không xưng đúng tên; hãy báo bộ phận hỗ trợ.")
        self._known = known
        self._heard_at = time.monotonic()

    @property
    def _client(self) -> aiohttp.ClientSession:
        if self._http is None:
            raise RuntimeError("not open")
        return self._http


def _with_query(address: str, query: dict[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"
