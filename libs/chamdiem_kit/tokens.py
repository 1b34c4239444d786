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
_SKEW_S = 60
"""How far the clocks of the issuer and of our machines may differ: a token that was only just given is not yet of the future."""
_REFETCH_S = 10.0
_TRY_AGAIN_S = 1.0
_KEEP_KEYS_S = 300.0
_KNOWN_LIMIT = 4096


@dataclass(frozen=True)
class Token:
    """Who a verified token speaks for. `session` is its `sid`, else its `jti`."""

    sub: str
    username: str
    session: str
    expires_at: float


class TokenVerifier:
    """Verifies access tokens of one issuer.

    An unknown key id makes it fetch the key set again, at most every ten seconds, and it looks by itself every five minutes: tokens signed
    by a key that was taken away are refused from then on. While the issuer is silent the keys it had go on.
    """

    def __init__(self, issuer: str, audience: str, jwks_url: str | None = None, *, keep_keys_s: float = _KEEP_KEYS_S) -> None:
        self._issuer, self._audience, self._jwks_url, self._keep_keys_s = issuer, audience, jwks_url, keep_keys_s
        self._keys: dict[str, jwt.PyJWK] = {}
        self._asked_at = self._next_fetch = float("-inf")
        self._fetching = asyncio.Lock()
        self._looking: asyncio.Task[None] | None = None
        self._known: dict[str, Token] = {}

    async def verify(self, token: str) -> Token:
        """The token's content. Raises `Unauthenticated`; `Unavailable` when no key set can be had at all."""
        self._look_for_new_keys()
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
                leeway=_SKEW_S,
                options={"require": list(require)},
            )
            if float(claims.get("exp", float("inf"))) <= time.time():
                raise jwt.ExpiredSignatureError
        except jwt.ExpiredSignatureError as fault:
            raise Unauthenticated("Phiên đăng nhập đã hết hạn; hãy đăng nhập lại.") from fault
        except jwt.PyJWTError as fault:
            raise Unauthenticated("Mã truy cập không hợp lệ; hãy đăng nhập lại.") from fault
        return claims

    async def _key(self, kid: str) -> jwt.PyJWK:
        if kid not in self._keys:
            async with self._fetching:
                if kid not in self._keys and time.monotonic() >= self._next_fetch:
                    await self._fetch()
        if not self._keys:
            raise Unavailable("Máy chủ đăng nhập chưa trả lời; hãy thử lại sau ít phút.")
        if kid not in self._keys:
            raise Unauthenticated("Mã truy cập ký bằng khóa không còn hiệu lực; hãy đăng nhập lại.")
        return self._keys[kid]

    def _look_for_new_keys(self) -> None:
        """Aside, so that nobody waits for it."""
        if self._keys and time.monotonic() - self._asked_at > self._keep_keys_s and not self._fetching.locked():
            self._asked_at = time.monotonic()
            self._looking = asyncio.create_task(self._fetch())

    async def _fetch(self) -> None:
        """Have the issuer's keys; nothing changes where it does not answer."""
        self._asked_at = time.monotonic()
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5), raise_for_status=True) as session:
                url = self._jwks_url
                if url is None:
                    async with session.get(f"{self._issuer}/.well-known/openid-configuration") as answer:
                        url = str((await answer.json())["jwks_uri"])
                async with session.get(url) as answer:
                    found = jwt.PyJWKSet.from_dict(await answer.json())
        except (aiohttp.ClientError, TimeoutError, KeyError, TypeError, ValueError, jwt.PyJWTError):
            self._next_fetch = time.monotonic() + _TRY_AGAIN_S
            return
        # A rotated-out key is forgotten with the tokens it signed. Keycloak's set has keys to encrypt with besides.
        self._keys = {str(k.key_id): k for k in found.keys if k.public_key_use in (None, "sig")}
        self._known.clear()
        self._next_fetch = time.monotonic() + _REFETCH_S
