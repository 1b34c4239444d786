"""A lean HTTP/1.1 client on one kept-alive connection, so that what is measured is the server."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from bench.support.processes import cpu_s

Act = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `head` is its status line and headers."""

    status: int
    head: bytes
    body: bytes


class Connection:
    """`async with Connection(port, headers) as connection:`; one request at a time."""

    def __init__(self, port: int, headers: Mapping[str, str]) -> None:
        self._port = port
        self._head = "".join(f"{name}: {value}\r\n" for name, value in {"Host": "127.0.0.1", **headers}.items())
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> Self:
        self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 22)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._streams is not None:
            self._streams[1].close()

    async def request(
        self, method: str, path: str, body: bytes | Sequence[bytes] = b"", headers: str = "", *, media_type: str = "application/json"
    ) -> Answer:
        """Ask and read the whole answer. `headers` are further lines, each ended by CR LF. A body in pieces is not copied together."""
        if self._streams is None:
            raise RuntimeError("not connected")
        reader, writer = self._streams
        pieces = (body,) if isinstance(body, bytes) else body
        length_bytes = sum(map(len, pieces))
        about = f"Content-Type: {media_type}\r\nContent-Length: {length_bytes}\r\n" if length_bytes else "Content-Length: 0\r\n"
        writer.writelines((f"{method} {path} HTTP/1.1\r\n{self._head}{headers}{about}\r\n".encode(), *pieces))
        head = await reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0]
        content = await reader.readexactly(int(length)) if length else b""
        return Answer(int(head[9:12]), head, content)


@dataclass
class Load:
    """What came of a load: how long each act took, and the whole."""

    took_s: list[float] = field(default_factory=list)
    wall_s: float = 0.0
    server_cpu_s: float = 0.0

    @property
    def rate(self) -> float:
        """Acts a second."""
        return len(self.took_s) / self.wall_s

    @property
    def summary(self) -> str:
        """Rate, median and p99 in words."""
        spent = f", {1000 * self.server_cpu_s / len(self.took_s):.2f} ms of the server's processor each" if self.server_cpu_s else ""
        return f"{self.rate:.0f}/s, p50 {self.quantile_ms(0.5):.1f} ms, p99 {self.quantile_ms(0.99):.1f} ms{spent}"

    def quantile_ms(self, share: float) -> float:
        """The time within which that share of the acts was done."""
        ordered = sorted(self.took_s)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def add(self, other: "Load") -> None:
        """Count another run of the same as part of this one."""
        self.took_s += other.took_s
        self.wall_s += other.wall_s
        self.server_cpu_s += other.server_cpu_s


async def drive(acts: Sequence[Act], seconds: float, *, servers: Sequence[int] = ()) -> Load:
    """Do each act again and again, all side by side, for that long; `servers` are the processes whose work is counted."""
    load = Load()
    spent = _cpu_s(servers)
    begun = time.perf_counter()

    async def one(act: Act) -> None:
        while (at := time.perf_counter()) - begun < seconds:
            await act()
            load.took_s.append(time.perf_counter() - at)

    await asyncio.gather(*(one(act) for act in acts))
    load.wall_s = time.perf_counter() - begun
    load.server_cpu_s = _cpu_s(servers) - spent
    return load


async def drain(acts: Sequence[Act], clients: int, *, servers: Sequence[int] = ()) -> Load:
    """Do each act once, `clients` of them at a time."""
    load, waiting = Load(), iter(acts)
    spent = _cpu_s(servers)
    begun = time.perf_counter()

    async def one() -> None:
        for act in waiting:  # shared by all: each takes the next
            at = time.perf_counter()
            await act()
            load.took_s.append(time.perf_counter() - at)

    await asyncio.gather(*(one() for _ in range(clients)))
    load.wall_s = time.perf_counter() - begun
    load.server_cpu_s = _cpu_s(servers) - spent
    return load


def _cpu_s(servers: Sequence[int]) -> float:
    return sum(map(cpu_s, servers))
