"""What stands behind an edge in its tests: an app that tells what it was given, and does with a call what a test wants."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send


@dataclass
class Behind:
    """One app, `name` of whom it plays. `calls` are the calls it got, each `METHOD path`."""

    name: str
    calls: list[str] = field(default_factory=list)
    answer: Callable[[Request], Response] | None = None
    """Instead of telling what it was given."""
    hold: asyncio.Event | None = None
    """A call gets no answer before this is set."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        body = await request.body()
        if not request.url.path.startswith("/health/"):
            self.calls.append(f"{request.method} {request.url.path}")
        if self.hold is not None:
            await self.hold.wait()
        given = {
            "by": self.name,
            "method": request.method,
            "path": scope["raw_path"].decode().partition("?")[0],
            "query": scope["query_string"].decode(),
            "headers": {k.decode(): v.decode("latin-1") for k, v in scope["headers"]},
            "size": len(body),
        }
        made = self.answer(request) if self.answer else JSONResponse(given)
        await made(scope, receive, send)

    async def ready(self) -> str:
        """As the embedded edge asks a service."""
        return ""


def given(answer: Any) -> dict[str, Any]:
    """What the app behind was given."""
    told: dict[str, Any] = json.loads(answer.text)
    return told


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[int]:
    """The port on 127.0.0.1 where the app answers until the block ends."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=256)
    listening.setblocking(False)
    # An idle line is kept as long as our own processes keep one.
    config = uvicorn.Config(app, log_config=None, lifespan="off", timeout_keep_alive=75, timeout_graceful_shutdown=1, server_header=False)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        async with asyncio.timeout(10):
            while not server.started:  # noqa: ASYNC110  the server tells nobody
                await asyncio.sleep(0.005)
        yield int(listening.getsockname()[1])
    finally:
        server.should_exit = True
        with suppress(asyncio.CancelledError):
            await task
        listening.close()


@asynccontextmanager
async def breaking() -> AsyncIterator[tuple[int, list[bytes]]]:
    """A replica that reads each call and closes the line without an answer. Its port and what it read."""
    read: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        read.append(head.split(b"\r\n", 1)[0])
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], read


def unused_port() -> int:
    """A port where nobody answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@asynccontextmanager
async def all_served(apps: dict[str, Behind]) -> AsyncIterator[dict[str, str]]:
    """Name → address of every app, each on a port of its own."""
    async with AsyncExitStack() as stack:
        yield {name: f"127.0.0.1:{await stack.enter_async_context(served(app))}" for name, app in apps.items()}
