"""What every native server has in common: got once, started as a daemon, waited for, prepared, ended by pid."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from chamdiem.servers.daemons import Daemon, Daemons
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.place import Place
from chamdiem.servers.progress import Tell


class NativeServer(ABC):
    """One server. A subclass says what it is and how it is got and started; the rest is done here and by `Servers`.

    Every method may be called again at any time and after any crash, and then does only what is still missing.
    """

    name: ClassVar[str]
    """Also its folder and the first part of its ports' names."""
    title: ClassVar[str]
    """As people call it."""
    version: ClassVar[str]
    port_names: ClassVar[tuple[str, ...]]
    """The first is the one it is known by."""
    after: ClassVar[tuple[str, ...]] = ()
    """Servers that must run and be provisioned before this one starts."""
    optional: ClassVar[bool] = False
    """Whether it is started only once it was asked for by name."""
    patience_s: ClassVar[float] = 60
    """How long its start may take."""
    stop_patience_s: ClassVar[float] = 30

    def __init__(self, place: Place) -> None:
        self.place = place

    @property
    def daemons(self) -> Daemons:
        """Its processes."""
        return self.place.daemons

    @property
    def address(self) -> str:
        """`127.0.0.1:PORT`, for people."""
        return f"127.0.0.1:{self.place.port(self.port_names[0])}"

    def missing(self) -> list[str]:
        """What this machine lacks for it and what to do, one Vietnamese sentence each; empty when it can be had."""
        return []

    async def fetch(self, tell: Tell) -> None:  # noqa: B027  not every server has something to get
        """Have its programs in the cache (`place.cache.once`). Raises `ServerFailed`."""

    @abstractmethod
    async def start(self, tell: Tell) -> None:
        """Write its configuration and start its processes; not called while any of them runs. Raises `ServerFailed`."""

    @abstractmethod
    async def is_ready(self) -> bool:
        """Whether it answers. Not asked before its processes run; asked every few hundredths of a second."""

    async def provision(self, tell: Tell) -> None:  # noqa: B027  nor something to prepare
        """Bring the running server to what the services need: databases, users, topology. Raises `ServerFailed`."""

    def settings(self) -> Mapping[str, Mapping[str, str]]:
        """Service → field → value of the settings by which our processes reach it."""
        return {}

    def may_try_again(self, last_words: str) -> bool:
        """Whether a start that ended with this log failed only because it came too early after the one before."""
        return False

    def runs(self) -> bool:
        """Whether all its processes live."""
        daemons = self.programs()
        return bool(daemons) and all(daemon.running for daemon in daemons)

    def programs(self) -> list[Daemon]:
        """What is remembered of its processes, tools aside."""
        return [daemon for daemon in self.daemons.all() if daemon.program != "tool"]

    async def bring_up(self, tell: Tell) -> None:
        """Start it unless it runs, and return when it answers. Raises `ServerFailed`."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.patience_s
        while True:
            if not self.runs():
                await self.daemons.end(self.stop_patience_s)
                tell("đang khởi động")
                await self.start(tell)
            while self.runs():
                if await self.is_ready():
                    return
                if loop.time() > deadline:
                    raise ServerFailed(f"{self.title} không sẵn sàng sau {self.patience_s:.0f} giây; xem {self._log()}.")
                await asyncio.sleep(0.05)
            words = "\n".join(daemon.last_words() for daemon in self.programs())
            if loop.time() > deadline or not self.may_try_again(words):
                raise ServerFailed(f"{self.title} không khởi động được; xem {self._log()}.")
            await asyncio.sleep(0.1)

    async def bring_down(self) -> bool:
        """End its processes and tools; whether any ran."""
        return await self.daemons.end(self.stop_patience_s)

    def _log(self) -> str:
        return ", ".join(daemon.log for daemon in self.programs()) or str(self.place.folder / "logs")
