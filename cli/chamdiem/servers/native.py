"""The native servers of one data folder together: up, status, down."""

import asyncio
import traceback
from collections.abc import Awaitable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from chamdiem.embedded.errors import DataFolderInUse, EmbeddedPartFailed
from chamdiem.embedded.folder import write_private
from chamdiem.servers.cache import Cache
from chamdiem.servers.catalogue import CATALOGUE, HOUSE_PORTS
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.folder import ServersFolder
from chamdiem.servers.memory import memory_of
from chamdiem.servers.place import Options, Place
from chamdiem.servers.progress import Board, Tell
from chamdiem.servers.server import NativeServer

_LOCK_PATIENCE_S = 3


@dataclass(frozen=True)
class Status:
    """One server as it is now. `state`: `running`, `starting` (its process lives and does not answer yet), `died`, `stopped`."""

    name: str
    title: str
    state: str
    version: str
    address: str
    pid: int | None
    memory_bytes: int
    log: Path | None


@dataclass(frozen=True)
class Outcome:
    """What `up` came to. `faults`: server → sentences why it does not run; `absent`: which of those this machine could not even get."""

    running: tuple[str, ...]
    faults: dict[str, list[str]]
    absent: frozenset[str]


class Servers:
    """`Servers(folder)`; each call takes the folder for its own duration, the servers outlive it. Names: those of the catalogue."""

    def __init__(
        self,
        path: Path,
        *,
        cache: Cache | None = None,
        options: Options | None = None,
        catalogue: Sequence[type[NativeServer]] = CATALOGUE,
    ) -> None:
        self.folder = ServersFolder(path)
        self.cache = cache or Cache()
        chosen = options or Options()
        self.by_name = {kind.name: kind(Place(kind.name, self.folder, self.cache, chosen)) for kind in catalogue}

    async def up(self, only: Sequence[str] = (), board: Board | None = None) -> Outcome:
        """Start what is wanted (and what that needs) side by side, provision it, and write the settings of our processes.

        Raises `DataFolderInUse`, and `ServerFailed` for a name that is not in the catalogue. A server that fails does not stop the others.
        """
        wanted = self._with_needed(only or tuple(server.name for server in self._usual()))
        await self._take()
        try:
            for name in wanted:
                await self._end_tools(self.by_name[name])
            await asyncio.gather(*(self._end_leftovers(server) for server in self.by_name.values()))
            self._assign_ports()
            with board or Board() as shown:
                ended = {name: asyncio.get_running_loop().create_future() for name in wanted}
                absent: set[str] = set()
                async with asyncio.TaskGroup() as group:
                    for name in wanted:
                        group.create_task(self._one_up(self.by_name[name], ended, absent, shown))
            faults = {name: future.result() for name, future in ended.items() if future.result()}
            running = tuple(name for name in wanted if name not in faults)
            for name in running:
                self.folder.write_settings(self.by_name[name].settings())
            return Outcome(running, faults, frozenset(absent))
        finally:
            self.folder.close()

    async def fetch(self, only: Sequence[str] = (), board: Board | None = None) -> dict[str, list[str]]:
        """Have the programs of these servers (of all, optional ones too) in the cache and start nothing; server → sentences why not.

        Raises as `up`.
        """
        names = self._checked(only) or tuple(self.by_name)
        await self._take()
        try:
            with board or Board() as shown:
                faults = await asyncio.gather(*(self._one_fetched(self.by_name[name], shown) for name in names))
        finally:
            self.folder.close()
        return {name: found for name, found in zip(names, faults, strict=True) if found}

    async def down(self, only: Sequence[str] = ()) -> list[str]:
        """End what runs, those that need another before that one; the names of what was running. Raises `DataFolderInUse`."""
        names = self._checked(only) or tuple(self.by_name)
        if not self.folder.path.exists():
            return []
        await self._take()
        try:
            down: list[str] = []
            waves = [[name for name in names if self.by_name[name].after], [name for name in names if not self.by_name[name].after]]
            for wave in waves:
                ended = await asyncio.gather(*(self.by_name[name].bring_down() for name in wave))
                down += [name for name, ran in zip(wave, ended, strict=True) if ran]
            return down
        finally:
            self.folder.close()

    async def status(self) -> list[Status]:
        """Every server as it is now, optional ones where they were ever started; also while another command holds the folder."""
        return list(await asyncio.gather(*(self._status(server) for server in self._usual())))

    def _usual(self) -> list[NativeServer]:
        """All but optional ones that were never asked for in this folder: once they were, our processes count on them."""
        return [server for name, server in self.by_name.items() if not server.optional or (self.folder.path / name).exists()]

    async def _status(self, server: NativeServer) -> Status:
        programs = server.programs()
        if not programs:
            return Status(server.name, server.title, "stopped", server.version, "", None, 0, None)
        if not server.runs():
            return Status(server.name, server.title, "died", programs[-1].version, "", None, 0, Path(programs[-1].log))
        state = "running" if await server.is_ready() else "starting"
        memory = sum(memory_of(pid) for program in programs for pid in program.members())
        main = programs[-1]
        return Status(server.name, server.title, state, main.version, server.address, main.pid, memory, Path(main.log))

    async def _one_up(self, server: NativeServer, ended: dict[str, asyncio.Future[list[str]]], absent: set[str], board: Board) -> None:
        tell = board.line(server.name, server.title)
        found = server.runs()
        faults = [] if found else server.missing()
        if not faults and not found:
            faults = await _fault_of(server, server.fetch(tell))
        if faults:
            absent.add(server.name)
        else:
            faults = await self._needed(server, ended, absent) or await self._started(server, tell)
        if faults:
            board.end(server.name, faults[0], well=False)
        else:
            board.end(server.name, _where(server, found), well=True)
        ended[server.name].set_result(faults)

    async def _one_fetched(self, server: NativeServer, board: Board) -> list[str]:
        await self._end_tools(server)
        tell = board.line(server.name, server.title)
        faults = server.missing() or await _fault_of(server, server.fetch(tell))
        board.end(server.name, faults[0] if faults else "đã có", well=not faults)
        return faults

    async def _needed(self, server: NativeServer, ended: dict[str, asyncio.Future[list[str]]], absent: set[str]) -> list[str]:
        """Wait for the servers it needs; what to say when one of them failed."""
        failed = [name for name in server.after if await ended[name]]
        if absent.intersection(failed):
            absent.add(server.name)
        needed = ", ".join(self.by_name[name].title for name in failed)
        return [f"{server.title} cần {needed}; hãy sửa lỗi ấy trước rồi chạy lại."] if failed else []

    async def _started(self, server: NativeServer, tell: Tell) -> list[str]:
        if faults := await _fault_of(server, server.bring_up(tell)):
            return faults
        tell("đang chuẩn bị")
        return await _fault_of(server, server.provision(tell))

    async def _end_tools(self, server: NativeServer) -> None:
        """End downloads and builds of a killed `up`."""
        for daemon in server.daemons.all():
            if daemon.program == "tool":
                await daemon.end(0)

    async def _end_leftovers(self, server: NativeServer) -> None:
        """End what a killed server left running (nginx's workers, say): it would hold the port, and the next start would take another."""
        if not server.runs():
            await server.bring_down()

    async def _take(self) -> None:
        """Hold the folder. Raises `DataFolderInUse`.

        Waits a little: what a killed command was just starting holds the folder until it is the server.
        """
        deadline = asyncio.get_running_loop().time() + _LOCK_PATIENCE_S
        while True:
            try:
                return self.folder.open()
            except DataFolderInUse as fault:
                if asyncio.get_running_loop().time() > deadline:
                    busy = f"Một lệnh khác đang làm việc với {self.folder.path}; hãy chờ nó xong rồi chạy lại."
                    raise DataFolderInUse(busy) from fault
            await asyncio.sleep(0.05)

    def _assign_ports(self) -> None:
        listening = {f"{s.name}.{port}" for s in self.by_name.values() for port in s.port_names if s.runs()}
        self.folder.assign_ports([*(f"{s.name}.{port}" for s in self.by_name.values() for port in s.port_names), *HOUSE_PORTS], listening)

    def _with_needed(self, names: Iterable[str]) -> tuple[str, ...]:
        wanted: list[str] = []
        for name in self._checked(names):
            wanted += [needed for needed in (*self._with_needed(self.by_name[name].after), name) if needed not in wanted]
        return tuple(wanted)

    def _checked(self, names: Iterable[str]) -> tuple[str, ...]:
        for name in names:
            if name not in self.by_name:
                raise ServerFailed(f"Không có máy chủ nào tên {name}; hãy chọn trong: {', '.join(self.by_name)}.")
        return tuple(names)


def _where(server: NativeServer, found: bool) -> str:
    running = server.programs()[-1].version
    old = "" if running == server.version else f"; bản {running}, muốn dùng bản {server.version} thì down rồi up"
    return f"{'đang chạy' if found else 'đã chạy'} tại {server.address}{old}"


async def _fault_of(server: NativeServer, work: Awaitable[None]) -> list[str]:
    """Do one step of one server; the sentence about what went wrong. What nobody foresaw stops this server only, and is kept."""
    try:
        await work
    except EmbeddedPartFailed as fault:
        return [str(fault)]
    except Exception:
        log = server.daemons.log_of("up")
        write_private(log, traceback.format_exc(), durable=False)
        return [f"{server.title} gặp lỗi chưa lường trước; xem {log}."]
    return []
