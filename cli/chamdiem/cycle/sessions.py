"""Signed-in people: each signs in through the identity provider as a browser does, when first needed and before the session ends."""

import asyncio
import time
from dataclasses import dataclass, field

import aiohttp

from chamdiem.cycle.people import Person
from chamdiem.embedded.errors import SignInRefused
from chamdiem.sign_in.code_flow import sign_in

_AT_ONCE = 4
_ATTEMPTS = 3
# Signed in again while the token still lives this long: the longest wait of one call is shorter.
_MARGIN_S = 150


@dataclass(frozen=True)
class ProviderAddress:
    """The identity provider as the command's own client reaches it."""

    issuer: str
    client_id: str
    redirect_uri: str


@dataclass
class _Session:
    token: str = field(default="", repr=False)
    ends_at: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Sessions:
    """Access tokens by person. Raises `SignInRefused`, `aiohttp.ClientError`."""

    def __init__(self, provider: ProviderAddress, connector: aiohttp.BaseConnector) -> None:
        self._provider, self._connector = provider, connector
        self._sessions: dict[str, _Session] = {}
        self._gate = asyncio.Semaphore(_AT_ONCE)

    async def token_of(self, who: Person) -> str:
        """An access token that lives long enough for one call."""
        session = self._sessions.setdefault(who.username, _Session())
        if session.ends_at - time.monotonic() > _MARGIN_S:
            return session.token
        async with session.lock:
            if session.ends_at - time.monotonic() <= _MARGIN_S:
                async with self._gate:
                    await self._sign_in(who, session)
        return session.token

    async def _sign_in(self, who: Person, session: _Session) -> None:
        provider = self._provider
        for attempt in range(1, _ATTEMPTS + 1):
            begun = time.monotonic()
            try:
                tokens = await sign_in(
                    provider.issuer,
                    provider.client_id,
                    provider.redirect_uri,
                    who.username,
                    who.password,
                    new_password=who.next_password or None,
                    connector=self._connector,
                )
            except (SignInRefused, aiohttp.ClientError):
                if attempt == _ATTEMPTS:
                    raise
                if who.next_password:
                    # An answer may have been lost after the change of the first password.
                    who.password, who.next_password = who.next_password, who.password
                continue
            if tokens.changed:
                who.password = who.next_password
            session.token, session.ends_at = tokens.access_token, begun + tokens.expires_in_s
            return
