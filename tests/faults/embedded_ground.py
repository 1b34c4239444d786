"""The embedded platform as a ground: one process and its three servers, on one data folder."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.crash.victim import Victim
from tests.faults.ground import FirstAdministrator, Ground, Target
from tests.support.story import provider_of_demo


class Whole(Target):
    """The process with its servers, or alone."""

    def __init__(self, victim: Victim, *, servers_too: bool) -> None:
        self.name = "platform with its servers" if servers_too else "platform"
        self._victim, self._servers_too = victim, servers_too

    async def kill(self) -> None:
        await self._victim.kill(servers_too=self._servers_too)

    async def start(self) -> None:
        await self._victim.start()


class Embedded(Ground):
    """Made by `embedded`."""

    def __init__(self, victim: Victim) -> None:
        first = json.loads((victim.data / "administrator.json").read_text("utf-8"))
        self.url, self.administrator = victim.address, FirstAdministrator(first["username"], first["password"])
        self.databases = victim.databases
        self.targets = [Whole(victim, servers_too=False), Whole(victim, servers_too=True)]
        self._enter = provider_of_demo(victim.issuer)

    async def enter(self, username: str, password: str) -> str:
        return await self._enter(username, password)


@asynccontextmanager
async def embedded(folder: Path) -> AsyncIterator[Embedded]:
    """An embedded platform in a process of its own."""
    victim = Victim(folder)
    await victim.start()
    try:
        yield Embedded(victim)
    finally:
        await victim.end()
