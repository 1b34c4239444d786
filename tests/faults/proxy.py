"""A line that can be cut: a TCP proxy between our processes and the broker."""

import asyncio
from contextlib import suppress

from yarl import URL


class Line:
    """`await cut()`: all connections end at once and new ones are refused; `silence()`: they stay and nothing goes through."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._server: asyncio.Server | None = None
        self._own_port = 0
        self._writers: set[asyncio.StreamWriter] = set()
        self._flows = asyncio.Event()
        self._flows.set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.cuts = 0

    def url(self, url: str) -> str:
        """The address of the same thing through this line."""
        return str(URL(url).with_port(self._own_port))

    async def open(self) -> None:
        """Let connections through, at the same port every time."""
        self._flows.set()
        if self._server is None:
            self._server = await asyncio.start_server(self._connected, "127.0.0.1", self._own_port)
            self._own_port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """End all connections without a word, and take no new ones."""
        self.cuts += 1
        if self._server is not None:
            server, self._server = self._server, None
            server.close()
        for writer in tuple(self._writers):
            writer.transport.abort()

    def silence(self) -> None:
        """Let nothing through any more, in either direction."""
        self.cuts += 1
        self._flows.clear()

    async def close(self) -> None:
        """End it for good."""
        await self.cut()
        self._flows.set()
        for task in tuple(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        with suppress(OSError, asyncio.CancelledError):
            there, back = await asyncio.open_connection(self._host, self._port)
            self._writers |= {writer, back}
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._pass_on(reader, back))
                    group.create_task(self._pass_on(there, writer))
            finally:
                self._writers -= {writer, back}
                back.close()
        writer.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                await self._flows.wait()
                writer.write(data)
                await writer.drain()
        writer.close()
