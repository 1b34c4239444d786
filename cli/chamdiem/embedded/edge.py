"""The edge of the embedded profile: the five apps under one address, chosen by path; no byte is copied and no call is added."""

import asyncio
from collections.abc import Mapping, Sequence

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from chamdiem_kit.app import Service
from chamdiem_kit.errors import DomainError, NotFound
from chamdiem_kit.problems import problem_response


class NothingHere(NotFound):
    type = "request/not-found"
    title = "Không tìm thấy"


class Edge:
    """Routes `/api/<service>/…` to that service and `/auth/…` to the gateway; answers `/health/*` for all together."""

    def __init__(self, services: Sequence[Service], prefixes: Mapping[str, ASGIApp]) -> None:
        self._services = tuple(services)
        self._prefixes = dict(prefixes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        path: str = scope["path"]
        if path in {"/health/live", "/health/ready"}:
            await (await self._health(path))(scope, receive, send)
            return
        for prefix, app in self._prefixes.items():
            if path.startswith(prefix):
                await app(scope, receive, send)
                return
        await problem_response(NothingHere("Địa chỉ này không có; hãy kiểm tra lại đường dẫn."))(scope, receive, send)

    async def _health(self, path: str) -> Response:
        if path == "/health/ready":
            try:
                await asyncio.gather(*(service.ready() for service in self._services))
            except DomainError as fault:
                return problem_response(fault)
        return PlainTextResponse("ok")
