"""The whole platform on the real servers, once for the tests of a file."""

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from tests.servers.browser import Browser

from chamdiem.production.stack import Production
from chamdiem.servers.native import Servers
from chamdiem.service_names import ProcessName
from chamdiem.sign_in.code_flow import sign_in

CHOSEN = "Tu-chon-2026-mat-khau"


@dataclass(frozen=True)
class Person:
    """Somebody with an account. `password` is the one-time password that was handed over."""

    account_id: str
    sub: str
    username: str
    password: str = field(repr=False)


class Province:
    """The running platform and its first administrator, who grants accounts."""

    def __init__(self, production: Production, password: str, stack: AsyncExitStack) -> None:
        self.production, self._password, self._stack = production, password, stack
        self.url, self.issuer = production.addresses.url, production.addresses.issuer
        self._token = ""

    async def browser(self) -> Browser:
        """A new browser, closed with the test."""
        return await self._stack.enter_async_context(Browser(self.url, self.issuer))

    async def administer(self, method: str, path: str, json: Any = None) -> Any:
        """Do as the administrator; what is refused fails the test."""
        status, body = await self._asked(method, path, json)
        if status == 401:  # a token of minutes ago, or of a key that is gone
            where = self.production.addresses
            name = where.administrator.username
            tokens = await sign_in(where.issuer, where.cli_client_id, where.cli_redirect_uri, name, self._password)
            self._token = tokens.access_token
            status, body = await self._asked(method, path, json)
        assert status < 300, body
        return body

    async def _asked(self, method: str, path: str, json: Any) -> tuple[int, Any]:
        url, headers = f"{self.url}/api/identity{path}", {"Authorization": f"Bearer {self._token}"}
        async with aiohttp.ClientSession(headers=headers) as http, http.request(method, url, json=json) as answer:
            return answer.status, await answer.json(content_type=None)

    async def grant(self, kind: str, **fields: Any) -> Person:
        """A new account; of a new person unless `sub` and `username` name one of ours."""
        wanted = {"username": f"nguoi-{uuid4().hex[:10]}", "holder_name": "Nguyễn Thị Lan", "kind": kind, "roles": [], **fields}
        made = await self.administer("POST", "/accounts", wanted)
        return Person(made["id"], made["sub"], wanted["username"], made.get("initial_password") or "")


@pytest.fixture(scope="module")
async def production() -> AsyncIterator[Production]:
    """Real servers and our processes, two of the gateway; skipped where this machine cannot have them."""
    lacking = [sentence for server in Servers(Path("/nonexistent")).by_name.values() for sentence in server.missing()]
    if lacking and os.environ.get("CHAMDIEM_REQUIRE_SERVERS") != "1":
        pytest.skip(" ".join(lacking))
    replicas = {**dict.fromkeys(ProcessName, 1), ProcessName.GATEWAY: 2}
    async with Production(durable=False, replicas=replicas) as running:
        yield running


@pytest.fixture(scope="module")
async def province(production: Production) -> AsyncIterator[Province]:
    """The province, whose administrator has changed the password that was handed over."""
    where, chosen = production.addresses, CHOSEN + secrets.token_hex(4)
    first = where.administrator
    await sign_in(where.issuer, where.cli_client_id, where.cli_redirect_uri, first.username, first.password, new_password=chosen)
    async with AsyncExitStack() as stack:
        yield Province(production, chosen, stack)
