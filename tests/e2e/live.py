"""One real platform with its people, as they reach it over HTTP: a program with the provider's token, or a browser with its cookies."""

import asyncio
import io
import logging
import secrets
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, redirect_stderr
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from tests.support.eventually import eventually

from chamdiem.embedded.platform import Platform
from chamdiem.sign_in.code_flow import sign_in
from chamdiem_kit.logs import configure_logs

KNOWING_ACCOUNTS = ("assessment", "appraisal", "ranking")
"""The services that learn of an account by an event."""
# Shorter than the server keeps an idle connection, so that none is used just when it is closed.
_LIMITS = httpx.Limits(keepalive_expiry=2)


@dataclass(frozen=True)
class Account:
    """A granted account; `token` is what the provider gave its person."""

    id: str
    username: str
    password: str = field(repr=False)
    token: str = field(repr=False)


class Live:
    """A running platform below `url`."""

    def __init__(self, platform: Platform, folder: Path, log: io.StringIO, stack: AsyncExitStack) -> None:
        self.platform, self._folder, self._log, self._stack = platform, folder, log, stack
        self.url = platform.url
        self._people: dict[str, tuple[str, str]] = {}
        self.administrator: httpx.AsyncClient

    @property
    def log(self) -> str:
        """What the process logged so far, and what its parts wrote into their log files."""
        written = (path.read_text("utf-8", "replace") for path in self._folder.rglob("*.log"))
        return "\n".join([self._log.getvalue(), *written])

    def client(self, account: Account | None = None) -> httpx.AsyncClient:
        """A program's client below `/api`, acting by the account."""
        headers = {"Authorization": f"Bearer {account.token}", "X-Account": account.id} if account else {}
        return self.opened(httpx.AsyncClient(base_url=f"{self.url}/api", headers=headers, limits=_LIMITS))

    def browser(self) -> httpx.AsyncClient:
        """A browser: it keeps cookies; what redirects it the test says itself."""
        return self.opened(httpx.AsyncClient(base_url=self.url, limits=_LIMITS))

    def opened(self, client: httpx.AsyncClient) -> httpx.AsyncClient:
        """The client, to be closed with the platform."""
        client.timeout = httpx.Timeout(60)
        self._stack.push_async_callback(client.aclose)
        return client

    async def begin(self) -> None:
        """Sign the first administrator in."""
        first = self.platform.administrator
        token = await self._token(first.username, first.password)
        self.administrator = self.opened(
            httpx.AsyncClient(base_url=f"{self.url}/api", headers={"Authorization": f"Bearer {token}"}, limits=_LIMITS)
        )

    async def units(self, *units: Mapping[str, Any]) -> None:
        """Register units."""
        lines = [{"ranking_group": unit["unit_type"], **unit} for unit in units]
        assert ok(await self.administrator.patch("/identity/units", json={"lines": lines}))["refused"] == []

    async def grant(self, **grants: Mapping[str, Any]) -> dict[str, Account]:
        """An account for each name, of a person of that name, or of `sub` where that says an earlier one; every service then knows them."""
        lines = [_line(name, grant) for name, grant in grants.items()]
        told = ok(await self.administrator.patch("/identity/accounts", json={"lines": lines}))
        assert told["refused"] == [], told
        new = [line for line in lines if "password" in line]
        tokens = await asyncio.gather(*(self._token(line["username"], line["password"]) for line in new))
        self._people |= {line["username"]: (line["password"], token) for line, token in zip(new, tokens, strict=True)}
        ids = [granted["id"] for granted in sorted(told["accounts"], key=lambda granted: granted["index"])]
        made = {
            name: Account(id_, line["username"], *self._people[line["username"]])
            for name, line, id_ in zip(grants, lines, ids, strict=True)
        }
        await asyncio.gather(*(self._known(account) for account in made.values()))
        return made

    async def _known(self, account: Account) -> None:
        client = self.client(account)

        async def everywhere() -> bool:
            asked = [client.get(f"/{service}/periods/{UUID(int=0)}/clock") for service in KNOWING_ACCOUNTS]
            return [answer.status_code for answer in await asyncio.gather(*asked)] == [404] * len(asked)

        await eventually(everywhere)

    async def _token(self, username: str, password: str) -> str:
        parts = self.platform.parts
        return (await sign_in(parts.issuer, parts.cli_client_id, parts.cli_redirect_uri, username, password)).access_token


def _line(name: str, grant: Mapping[str, Any]) -> dict[str, Any]:
    person = {"username": grant["sub"]} if "sub" in grant else {"username": name, "password": secrets.token_urlsafe(12)}
    return {"holder_name": f"Người {name}", **person, **grant}


@contextmanager
def _open_folder() -> Iterator[Path]:
    """A folder that every user can pass through: PostgreSQL may have to run as another one."""
    with tempfile.TemporaryDirectory(prefix="chamdiem-test-") as name:
        Path(name).chmod(0o711)
        yield Path(name)


@asynccontextmanager
async def open_live() -> AsyncIterator[Live]:
    """A platform on a fresh data folder, gone when the block ends."""
    log, root = io.StringIO(), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    with _open_folder() as folder:
        async with AsyncExitStack() as stack:
            with redirect_stderr(log):
                configure_logs()
            tests_own = logging.getLogger("httpx")
            stack.callback(tests_own.setLevel, tests_own.level)
            tests_own.setLevel(logging.WARNING)
            stack.callback(root.setLevel, level)
            stack.callback(root.handlers.__setitem__, slice(None), handlers)
            platform = await stack.enter_async_context(Platform(folder / "data", durable=False))
            live = Live(platform, folder, log, stack)
            await live.begin()
            yield live


def ok(answer: httpx.Response) -> Any:
    """The body of an answer that has to be a success."""
    assert answer.is_success, (answer.request.method, answer.request.url.path, answer.status_code, answer.text)
    return answer.json() if answer.content else None


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Status and type of a refusal, which says in Vietnamese what to do; of a success the status and ''."""
    if answer.is_success:
        return answer.status_code, ""
    assert answer.headers["Content-Type"] == "application/problem+json", answer.text
    body = answer.json()
    said = f"{body['title']} {body.get('detail', '')}"
    assert body["type"].startswith("/problems/"), body
    assert body["status"] == answer.status_code, body
    assert body.get("detail"), body
    assert any(ord(letter) > 0x7F for letter in said), body
    return answer.status_code, str(body["type"]).removeprefix("/problems/")
