"""The edge of the embedded profile: the five apps and the pages under one address, chosen by path; no byte is copied and no call is added.

nginx does the same in production (`infra/nginx`); one suite holds both to it. What only strangers make necessary (TLS, limits, a look at
the host's name) is nginx's alone: this one is reached on loopback only.
"""

import asyncio
import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chamdiem.edge.headers import ANSWER_CACHE, ANSWER_POLICY, COMMON, PAGE_CACHE, page_policy
from chamdiem.edge.province import START_PAGE, ProvinceSettings, dressed
from chamdiem_gateway.edge import CookieEdge
from chamdiem_gateway.pages import PAGE_POLICY, problem_page
from chamdiem_kit.app import Service
from chamdiem_kit.errors import DomainError
from chamdiem_kit.logs import start_trace, trace_id
from chamdiem_kit.problems import METHOD_NOT_ALLOWED, NOT_FOUND, FixedProblem, fixed_response, problem_response

# Whoever may set them says who a call comes from; here nobody may.
_OURS_TO_SET = frozenset(
    name.encode()
    for name in (
        "x-real-ip",
        "x-forwarded-for",
        "x-forwarded-proto",
        "x-forwarded-host",
        "x-forwarded-port",
        "x-forwarded-prefix",
        "x-forwarded-user",
        "x-user",
        "forwarded",
        "proxy",
    )
)


class Edge:
    """Routes `/api/<service>/…` to that service, `/auth/…` to the gateway, everything else to the pages in `web`.

    Answers `/health/*` for all together. `elsewhere`: origins besides our own that pages may call; `province`: whose the pages are.
    """

    def __init__(
        self,
        services: Sequence[Service],
        prefixes: Mapping[str, ASGIApp],
        public_origin: str,
        web: Path,
        elsewhere: Sequence[str] = (),
        province: ProvinceSettings | None = None,
    ) -> None:
        self._services = tuple(services)
        self._prefixes = dict(prefixes)
        self._web = web.resolve()
        self._instead = dressed(self._web, province) if province is not None else {}
        self._policy = page_policy(elsewhere)
        self._guarded = CookieEdge(self._route, public_origin)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        headers = [(k, v) for k, v in scope["headers"] if k.lower() not in _OURS_TO_SET]
        trace = start_trace(next((v.decode("latin-1") for k, v in headers if k.lower() == b"traceparent"), ""))

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_defaults(message["headers"], trace)
            await send(message)

        await self._guarded({**scope, "headers": headers}, receive, said)

    async def _route(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (self._app_of(scope) or await self._own(scope))(scope, receive, send)

    def _app_of(self, scope: Scope) -> ASGIApp | None:
        return next((app for prefix, app in self._prefixes.items() if scope["path"].startswith(prefix)), None)

    async def _own(self, scope: Scope) -> Response:
        path: str = scope["path"]
        if path in {"/health/live", "/health/ready"}:
            return await self._health(path)
        if path == "/api" or path.startswith("/api/") or "/." in path:
            return self._refused(scope, NOT_FOUND)
        return self._page(scope)

    async def _health(self, path: str) -> Response:
        if path == "/health/ready":
            try:
                await asyncio.gather(*(service.ready() for service in self._services))
            except DomainError as fault:
                return problem_response(fault)
        return PlainTextResponse("ok")

    def _page(self, scope: Scope) -> Response:
        """A file of the pages, else the start page, whose script knows the address."""
        if scope["method"] not in {"GET", "HEAD"}:
            return self._refused(scope, METHOD_NOT_ALLOWED, {"Allow": "GET, HEAD"})
        name = scope["path"].lstrip("/")
        asset = name.startswith("assets/")
        if name not in self._instead and not self._is_file(name):
            if asset or not self._is_file(START_PAGE):
                return self._refused(scope, NOT_FOUND)
            name = START_PAGE
        said = {"Cache-Control": "public, max-age=31536000, immutable"}
        if not asset:
            said = {"Cache-Control": PAGE_CACHE, "Content-Security-Policy": self._policy}
        if name in self._instead:
            return Response(self._instead[name], headers=said, media_type=mimetypes.guess_type(name)[0])
        return FileResponse(self._web / name, headers=said)

    def _is_file(self, name: str) -> bool:
        wanted = self._web.joinpath(name)
        return wanted.is_relative_to(self._web) and wanted.is_file()

    def _refused(self, scope: Scope, fixed: FixedProblem, headers: Mapping[str, str] | None = None) -> Response:
        """A person who opened an address reads a page; a program reads a problem."""
        if "text/html" not in Headers(scope=scope).get("accept", ""):
            return fixed_response(fixed, headers)
        page = problem_page(fixed.title, fixed.detail, trace_id())
        return HTMLResponse(page, fixed.status, {**(headers or {}), "Content-Security-Policy": PAGE_POLICY})


def _with_defaults(given: Sequence[tuple[bytes, bytes]], trace: str) -> list[tuple[bytes, bytes]]:
    """An answer's headers with those that every answer bears; what the app itself says stands."""
    headers = MutableHeaders(raw=list(given))
    policies = {"Content-Security-Policy": ANSWER_POLICY, "Cache-Control": ANSWER_CACHE, "X-Trace-Id": trace}
    for name, value in {**COMMON, **policies}.items():
        headers.setdefault(name, value)
    return headers.raw
