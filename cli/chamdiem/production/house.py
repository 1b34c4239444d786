"""All our processes over one set of servers: so many replicas of each, with the edge led to them."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from types import MappingProxyType, TracebackType
from typing import Any, Self

from chamdiem.embedded.folder import DataFolder
from chamdiem.embedded.part import to_the_end
from chamdiem.embedded.ports import ReservedPorts
from chamdiem.embedded.process import Children
from chamdiem.production.replica import Replica
from chamdiem.servers.folder import ServersFolder
from chamdiem.service_names import ProcessName

Route = Callable[[Mapping[str, list[str]]], Coroutine[Any, Any, None]]
"""Leads calls to these addresses, service → `host:port` of its replicas; as `Nginx.route`."""

ONE_OF_EACH: Mapping[ProcessName, int] = MappingProxyType(dict.fromkeys(ProcessName, 1))
# The evidence worker has processes of its own here.
_NOT_JUDGING = {"CHAMDIEM_ASSESSMENT_JUDGE_EVIDENCE": "false"}


class House:
    """`async with House(servers_folder, route) as house:`; all processes end with the block, and with this process however it ends.

    Settings are read from `settings/SERVICE` of the servers' folder. Raises `EmbeddedPartFailed`, `DataFolderInUse`.
    """

    def __init__(
        self,
        servers: ServersFolder,
        route: Route | None = None,
        replicas: Mapping[ProcessName, int] = ONE_OF_EACH,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._servers, self._route, self._wanted, self._environment = servers, route, replicas, environment
        self._folder = DataFolder(servers.path / "house")
        self._children = Children(self._folder)
        self._ports: list[ReservedPorts] = []
        self._made: Counter[ProcessName] = Counter()
        self.replicas: list[Replica] = []

    async def __aenter__(self) -> Self:
        self._folder.open()
        try:
            await self._children.end_leftovers()
            for process in ProcessName:
                for _ in range(self._wanted.get(process, 0)):
                    self._new(process).begin()
            await asyncio.gather(*(replica.ready() for replica in self.replicas))
            await self.reroute()
        except BaseException:
            await self.stop()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()

    def of(self, process: ProcessName) -> list[Replica]:
        """Its replicas, the first the one at the port kept for it."""
        return [replica for replica in self.replicas if replica.process is process]

    async def add(self, process: ProcessName, environment: Mapping[str, str] = MappingProxyType({})) -> Replica:
        """One more, which gets calls when it is ready. `environment`: what it alone is told besides."""
        replica = self._new(process, environment)
        await replica.start()
        await self.reroute()
        return replica

    async def remove(self, replica: Replica) -> None:
        """One less: it gets no new calls any more, then it ends."""
        self.replicas.remove(replica)
        await self.reroute()
        await replica.end()

    async def reroute(self) -> None:
        """Lead the edge to the replicas there are."""
        if self._route is not None:
            processes = [process for process in ProcessName if process.value == process.service.value and self.of(process)]
            await self._route({process.value: [replica.address for replica in self.of(process)] for process in processes})

    async def stop(self) -> None:
        """End all processes, side by side. Harmless when repeated."""
        await to_the_end(self._stop())

    async def _stop(self) -> None:
        await asyncio.gather(*(replica.end() for replica in self.replicas))
        self.replicas.clear()
        for ports in self._ports:
            ports.close()
        self._ports.clear()
        self._folder.close()

    def _new(self, process: ProcessName, environment: Mapping[str, str] = MappingProxyType({})) -> Replica:
        kept = self._servers.ports().get(f"{process.value}.http")
        remembered = {process.value: kept} if kept is not None and not self.of(process) else {}
        ports = ReservedPorts((process.value,), remembered)
        self._ports.append(ports)
        self._made[process] += 1
        replica = Replica(
            process,
            f"{process.value}-{self._made[process]}",
            ports.by_name[process.value],
            self._servers.settings_of(process.service.value),
            self._children,
            {**(_NOT_JUDGING if self._wanted.get(ProcessName.EVIDENCE_WORKER) else {}), **self._environment, **environment},
        )
        self.replicas.append(replica)
        return replica
