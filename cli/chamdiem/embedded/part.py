"""What every backing part has in common: a folder it holds, one server, a start that leaves nothing behind when it fails."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from chamdiem.embedded.folder import DataFolder
from chamdiem.embedded.ports import ReservedPorts
from chamdiem.embedded.process import Child, Children

T = TypeVar("T")


class Part(ABC):
    """`async with SomePart(folder) as part:`. Raises `DataFolderInUse`, or `EmbeddedPartFailed` when its server does not start."""

    port_names: tuple[str, ...]

    def __init__(self, data_dir: Path) -> None:
        self._folder = DataFolder(data_dir)
        self._children = Children(self._folder)
        self._ports: ReservedPorts | None = None
        self._server: Child | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()

    @property
    def ports(self) -> dict[str, int]:
        """Where it listens on 127.0.0.1; known once started."""
        if self._ports is None:
            raise RuntimeError("not started")
        return self._ports.by_name

    @property
    def pid(self) -> int:
        """Its server's process."""
        if self._server is None:
            raise RuntimeError("not started")
        return self._server.process.pid

    async def start(self) -> None:
        """Take the folder, end what a killed start left there, begin, and return when the server answers."""
        self._folder.open()
        try:
            await self._children.end_leftovers()
            self._ports = ReservedPorts(self.port_names, self._folder.read_json("ports.json"))
            self._folder.write_json("ports.json", self._ports.by_name)
            await self._begin()
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """End the server cleanly and let the folder go. Harmless when it does not run; a cancellation waits for it."""
        if self._server is not None:
            server, self._server = self._server, None
            await to_the_end(self._children.stop(server))
        if self._ports is not None:
            self._ports.close()
        self._folder.close()

    @abstractmethod
    async def _begin(self) -> None:
        """Start `_server` and wait until it answers."""


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Wait for `work` even while we are being cancelled: half a stop, or half a thread's work, would outlive the folder's lock."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
