"""An OpenID provider outside the house: real keys, real discovery, tokens as the test wants them."""

import time
from typing import Any
from uuid import uuid4

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa


class Issuer:
    """Serves discovery and a key set on 127.0.0.1 and signs access tokens (RS256)."""

    def __init__(self) -> None:
        self._keys: dict[str, rsa.RSAPrivateKey] = {}
        self._runner: web.AppRunner | None = None
        self.url = ""
        self.rotate()

    def rotate(self) -> None:
        """A new key signs from now on; the old ones are no longer published."""
        self._keys = {uuid4().hex: rsa.generate_private_key(public_exponent=65537, key_size=2048)}

    async def start(self) -> None:
        app = web.Application()
        app.router.add_get("/.well-known/openid-configuration", self._configuration)
        app.router.add_get("/jwks", self._jwks)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def token(self, sub: str, *, lifetime_s: int = 600, **claims: Any) -> str:
        """An access token for the person `sub`; `claims` overrule what is usual."""
        kid, key = next(iter(self._keys.items()))
        now = int(time.time())
        body = {
            "iss": self.url,
            "aud": "chamdiem",
            "sub": sub,
            "preferred_username": sub,
            "iat": now,
            "exp": now + lifetime_s,
            "jti": uuid4().hex,
        }
        return jwt.encode({**body, **claims}, key, algorithm="RS256", headers={"kid": kid})

    async def _configuration(self, _: web.Request) -> web.Response:
        return web.json_response(
            {
                "issuer": self.url,
                "jwks_uri": f"{self.url}/jwks",
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
            }
        )

    async def _jwks(self, _: web.Request) -> web.Response:
        keys = [
            {**jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": kid, "use": "sig", "alg": "RS256"}
            for kid, key in self._keys.items()
        ]
        return web.json_response({"keys": keys})
