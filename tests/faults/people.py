"""People's programs as real ones are: they ask again until there is an answer, and say that it is the same request."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from chamdiem.embedded.errors import SignInRefused

LATER = frozenset({429, 502, 503, 504})
"""Answers that say: not now, and nothing was done."""
PATIENCE_S = 150.0
"""How long a program asks before it gives up, which fails the test: much longer than anything is down."""
_FIRST_WAIT_S, _LONGEST_WAIT_S = 0.05, 1.0
_TRANSPORT = (httpx.TransportError, OSError)


@dataclass
class Incidents:
    """What happened to people: how often they were put off, and what nobody should ever see, whatever dies."""

    put_off: Counter[str] = field(default_factory=Counter)
    unforeseen: list[str] = field(default_factory=list)

    def note(self, answer: httpx.Response) -> None:
        """Count an answer that makes a program ask again: one that says so itself, and when."""
        self.put_off[str(answer.status_code)] += 1
        if answer.status_code >= 500 and not _says_when(answer):
            self.unforeseen.append(f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text[:500]}")


def _says_when(answer: httpx.Response) -> bool:
    if answer.status_code not in LATER or answer.headers.get("Content-Type") != "application/problem+json":
        return False
    # After what may or may not have been done one looks first.
    return "Retry-After" in answer.headers or answer.json()["type"] == "/problems/request/outcome-unknown"


@dataclass(frozen=True)
class Answer:
    """The answer that came in the end. `asked`: how often it was asked for; from twice on an earlier one may have had its effect."""

    status: int
    body: Any
    problem: str
    asked: int

    @property
    def done(self) -> bool:
        return self.status < 300

    @property
    def again(self) -> bool:
        return self.asked > 1

    def ok(self) -> Any:
        """The body of an answer that has to be a success."""
        assert self.done, (self.status, self.body, f"asked {self.asked} times")
        return self.body


class Person:
    """One person's program: `ask` returns when there is an answer, signing in again where the session is over.

    `enter` signs in and gives the access token; it may fail while the provider is down. `token`: the one that is there already.
    """

    def __init__(self, name: str, url: str, enter: Callable[[], Awaitable[str]], incidents: Incidents, token: str = "") -> None:
        self.name, self._enter, self.incidents = name, enter, incidents
        self._client = httpx.AsyncClient(base_url=f"{url}/api", timeout=40, limits=httpx.Limits(max_connections=20, keepalive_expiry=2))
        self._token = token
        self._entering = asyncio.Lock()
        self._chance = random.Random(name)

    async def close(self) -> None:
        await self._client.aclose()

    async def get(self, path: str, **params: Any) -> Any:
        """Read something that must be there."""
        return (await self.ask("GET", path, params=params)).ok()

    async def ask(
        self, method: str, path: str, *, json: Any = None, headers: Mapping[str, str] | None = None, params: Mapping[str, Any] | None = None
    ) -> Answer:
        """Ask until there is an answer. Raises `TimeoutError` after `PATIENCE_S`."""
        asked, wait_s, last = 0, _FIRST_WAIT_S, ""
        give_up = asyncio.get_running_loop().time() + PATIENCE_S
        while asyncio.get_running_loop().time() < give_up:
            if not self._token:
                await self._sign_in("")
            token = self._token or "chua-co"
            asked += 1
            try:
                given = {"Authorization": f"Bearer {token}", **(headers or {})}
                answer = await self._client.request(method, path, json=json, headers=given, params=params)
            except _TRANSPORT as fault:
                last = repr(fault)
                self.incidents.put_off[type(fault).__name__] += 1
            else:
                if answer.status_code not in LATER and answer.status_code != 401 and answer.status_code < 500:
                    return _read(answer, asked)
                last = answer.text[:500]
                if answer.status_code in (401, 429):
                    asked -= 1  # nothing was done
                if answer.status_code == 401:
                    await self._sign_in(token)
                else:
                    self.incidents.note(answer)
            await asyncio.sleep(wait_s * self._chance.uniform(0.5, 1))
            wait_s = min(_LONGEST_WAIT_S, 2 * wait_s)
        raise TimeoutError(f"{self.name} has asked {method} {path} {asked} times, at last: {last}")

    async def _sign_in(self, refused: str) -> None:
        async with self._entering:
            if self._token in ("", refused):
                try:
                    self._token = await self._enter()
                except (SignInRefused, *_TRANSPORT) as fault:
                    # The provider's page of an error is a refusal too; whether the password is right shows when it is well again.
                    self.incidents.put_off[f"sign-in {type(fault).__name__}"] += 1


def _read(answer: httpx.Response, asked: int) -> Answer:
    body = answer.json() if answer.content and "json" in answer.headers.get("Content-Type", "") else answer.content
    problem = str(body.get("type", "")).removeprefix("/problems/") if isinstance(body, dict) and answer.status_code >= 400 else ""
    return Answer(answer.status_code, body, problem, asked)
