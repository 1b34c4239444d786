"""Bearer tokens: issuer, audience, expiry and algorithm of each are checked; the key set is fetched from the issuer and kept."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt

from chamdiem_kit.errors import Unauthenticated, Unavailable

ALGORITHMS = ("RS256", "ES256", "EdDSA")
_REFETCH_S = 10.0
_KNOWN_LIMIT = 4096


@dataclass(frozen=True)
class Token:
    """Who a verified token speaks for. `session` is its `sid`, else its `jti`."""

    sub: str
    username: str
    session: str
    expires_at: float


class TokenVerifier:
    """Verifies access tokens of one issuer. An unknown key id makes it fetch the key set again, at most every ten seconds."""

    def __init__(self, issuer: str, audience: str, jwks_url: str | None = None) -> None:
        self._issuer, self._audience, self._jwks_url = issuer, audience, jwks_url
        self._keys: dict[str, jwt.PyJWK] = {}
        self._fetched_at = float("-inf")
        self._fetching = asyncio.Lock()
        self._known: dict[str, Token] = {}

    async def verify(self, token: str) -> Token:
        """The token's content. Raises `Unauthenticated`; `Unavailable` when no key set can be had at all."""
        known = self._known.get(token)
        if known is not None:
            if known.expires_at > time.time():
                return known
            del self._known[token]
        claims = await self.claims(token)
        # A refresh token may be signed alike: nanoidp says what a token is for in `token_use`, Keycloak in `typ`.
        if claims.get("token_use", "access") != "access" or claims.get("typ", "Bearer") != "Bearer":
            raise Unauthenticated("Mã này không phải mã truy cập; hãy đăng nhập lại.")
        found = Token(
            sub=str(claims["sub"]),
            username=str(claims.get("preferred_username", claims["sub"])),
            session=str(claims.get("sid") or claims.get("jti") or ""),
            expires_at=float(claims["exp"]),
        )
        if len(self._known) >= _KNOWN_LIMIT:
            self._known.clear()
        self._known[token] = found
        return found

    async def claims(self, token: str, require: Sequence[str] = ("exp", "iss", "aud", "sub")) -> dict[str, Any]:
        """All that a verified token says; `require` must be in it. Errors as `verify`."""
        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") not in ALGORITHMS:
                raise Unauthenticated("Mã truy cập dùng thuật toán không được chấp nhận; hãy đăng nhập lại.")
            key = await self._key(str(header.get("kid", "")))
            claims: dict[str, Any] = jwt.decode(
                token,
                key.key,
                algorithms=[str(header["alg"])],
                issuer=self._issuer,
                audience=self._audience,
                options={"require": list(require)},
            )
        except jwt.ExpiredSignatureError as fault:
            raise Unauthenticated("Phiên đăng nhập đã hết hạn; hãy đăng nhập lại.") from fault
        except jwt.PyJWTError as fault:
            raise Unauthenticated("Mã truy cập không hợp lệ; hãy đăng nhập lại.") from fault
        return claims

    async def _key(self, kid: str) -> jwt.PyJWK:
        if kid not in self._keys:
            async with self._fetching:
                if kid not in self._keys and time.monotonic() - self._fetched_at > _REFETCH_S:
                    await self._fetch()
        if kid not in self._keys:
            raise Unauthenticated("Mã truy cập ký bằng khóa không còn hiệu lực; hãy đăng nhập lại.")
        return self._keys[kid]

    async def _fetch(self) -> None:
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
                url = self._jwks_url
                if url is None:
                    async with session.get(f"{self._issuer}/.well-known/openid-configuration") as answer:
                        url = str((await answer.json())["jwks_uri"])
                async with session.get(url) as answer:
                    found = jwt.PyJWKSet.from_dict(await answer.json())
        except (aiohttp.ClientError, TimeoutError, KeyError, ValueError, jwt.PyJWTError) as fault:
            if not self._keys:
                raise Unavailable("Máy chủ đăng nhập chưa trả lời; hãy thử lại sau ít phút.") from fault
            return
        # A rotated-out key is forgotten with the tokens it signed.
        self._keys = {str(k.key_id): k for k in found.keys}
        self._known.clear()
        self._fetched_at = time.monotonic()
