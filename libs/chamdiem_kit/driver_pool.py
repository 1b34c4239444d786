"""The driver's own connections for the hottest operations. asyncpg's own pool takes a task and two timers each time it lends one.

Whoever borrows a connection leaves no settings, cursors or locks; to make sure would take a round trip, which costs as much as a save.
"""

import asyncio
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeAlias

import asyncpg

from chamdiem_kit.errors import Unavailable
from chamdiem_kit.lost_line import GOING_AWAY

if TYPE_CHECKING:
    Connection: TypeAlias = asyncpg.Connection[Any]

_WAIT_S = 10.0
_FAULTS_OF_THE_LINE = (*GOING_AWAY, OSError, asyncpg.InterfaceError)


class DriverPool:
    """At most `size` connections, each made when first needed; the one given back last is lent first."""

    def __init__(self, connect: "Callable[[], Awaitable[Connection]]", size: int) -> None:
        self._connect = connect
        self._free: list[Connection] = []
        self._places = asyncio.Semaphore(size)
        self._closed = False

    async def take(self) -> "Connection":
        """A connection to give back. Raises `TimeoutError` where none comes free in ten seconds, and what connecting raises."""
        if self._places.locked():
            async with asyncio.timeout(_WAIT_S):
                await self._places.acquire()
        else:
            await self._places.acquire()
        try:
            while self._free:
                found = self._free.pop()
                if not found.is_closed():
                    return found
            return await self._connect()
        except BaseException:
            self._places.release()
            raise

    def give_back(self, connection: "Connection", fault: BaseException | None) -> None:
        """Keep the connection, or end it where `fault` may have left it in the middle of something."""
        whole = fault is None or (isinstance(fault, Exception) and not isinstance(fault, _FAULTS_OF_THE_LINE))
        if self._closed or not whole:
            connection.terminate()
        else:
            self._free.append(connection)
        self._places.release()

    def close(self) -> None:
        """End all that are free now, and the others when they are given back."""
        self._closed = True
        while self._free:
            self._free.pop().terminate()


class Lent:
    """`async with Lent(pool) as connection:`. A line that is lost, or cannot be had, is `Unavailable`; other faults are the driver's."""

    __slots__ = ("_connection", "_pool")

    def __init__(self, pool: DriverPool) -> None:
        self._pool = pool

    async def __aenter__(self) -> "Connection":
        try:
            self._connection = await self._pool.take()
        except _FAULTS_OF_THE_LINE as fault:
            raise _unavailable() from fault
        return self._connection

    async def __aexit__(self, _: type[BaseException] | None, fault: BaseException | None, __: TracebackType | None) -> None:
        self._pool.give_back(self._connection, fault)
        if isinstance(fault, _FAULTS_OF_THE_LINE):
            raise _unavailable() from fault


def _unavailable() -> Unavailable:
    return Unavailable("Cơ sở dữ liệu chưa trả lời; hãy thử lại sau ít phút.")
