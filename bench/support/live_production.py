"""Production on real servers as a `Live`: its people change the one-time password they are handed, and Keycloak names them."""

import asyncio
import io
from collections.abc import Mapping
from contextlib import AsyncExitStack
from types import SimpleNamespace
from typing import Any, cast

from tests.e2e.live import Account, Live, ok
from tests.support.production import enter_by

from chamdiem.embedded.platform import Platform
from chamdiem.production.stack import Production


class LiveProduction(Live):
    """`production` as its people reach it, through nginx."""

    def __init__(self, production: Production, stack: AsyncExitStack) -> None:
        reached = cast(Platform, SimpleNamespace(url=production.addresses.url, administrator=production.addresses.administrator))
        super().__init__(reached, production.servers.folder.path, io.StringIO(), stack)
        self._enter = enter_by(production)
        self._subs: dict[str, str] = {}

    async def grant(self, **grants: Mapping[str, Any]) -> dict[str, Account]:
        lines = [{"username": name, "holder_name": f"Người {name}", **grant, **self._same_person(grant)} for name, grant in grants.items()]
        told = ok(await self.administrator.patch("/identity/accounts", json={"lines": lines}))
        assert told["refused"] == [], told
        made: dict[str, Account] = {}
        for name, line, granted in zip(grants, lines, sorted(told["accounts"], key=lambda one: one["index"]), strict=True):
            username = line["username"]
            if username not in self._people:
                password = granted["initial_password"]
                self._people[username] = (password, await self._token(username, password))
                self._subs[username] = ok(await self.administrator.get(f"/identity/accounts/{granted['id']}"))["sub"]
            made[name] = Account(granted["id"], username, *self._people[username])
        await asyncio.gather(*(self._known(account) for account in made.values()))
        return made

    def _same_person(self, grant: Mapping[str, Any]) -> dict[str, str]:
        """Who an earlier account belongs to, where the grant names one."""
        return {"username": grant["sub"], "sub": self._subs[grant["sub"]]} if "sub" in grant else {}

    async def _token(self, username: str, password: str) -> str:
        return await self._enter(username, password)
