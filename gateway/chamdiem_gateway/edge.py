"""The edge's few lines for the embedded profile (nginx does the same in production): the access cookie becomes the Authorization header.

A request that brings its own Authorization is a program's and passes with it; one with the cookie must be our own page's where it writes.
"""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from chamdiem_gateway.cookies import Cookies, cookie_of
from chamdiem_gateway.same_site import CrossSite, require_same_site
from chamdiem_kit.problems import problem_response

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{1,8000}", re.ASCII)
_ACCOUNT = re.compile(r"[0-9a-f-]{36}", re.ASCII)


class CookieEdge:
    """ASGI middleware around the services (`/api/…`). The gateway's own `/auth/…` reads its cookies itself."""

    def __init__(self, app: ASGIApp, public_origin: str) -> None:
        self._app, self._origin = app, public_origin
        self._cookies = Cookies(public_origin.startswith("https://"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            headers = {k.lower(): v for k, v in scope["headers"]}
            token = None if headers.get(b"authorization") else cookie_of(headers, self._cookies.access)
            if token is not None and not _TOKEN.fullmatch(token):
                token = None
            if token is not None and scope["method"] not in _READING:
                try:
                    require_same_site(headers, self._origin)
                except CrossSite as refused:
                    await problem_response(refused)(scope, receive, send)
                    return
            scope = {**scope, "headers": self._passed_on(scope, headers, token)}
        await self._app(scope, receive, send)

    def _passed_on(self, scope: Scope, headers: dict[bytes, bytes], token: str | None) -> list[tuple[bytes, bytes]]:
        """The services know bearer tokens only; no cookie goes further."""
        added, dropped = [], {b"cookie"}
        if token is not None:
            added.append((b"authorization", f"Bearer {token}".encode("latin-1")))
            dropped.add(b"authorization")
            account = cookie_of(headers, self._cookies.account)
            if not headers.get(b"x-account") and account is not None and _ACCOUNT.fullmatch(account):
                added.append((b"x-account", account.encode()))
                dropped.add(b"x-account")
        return [(k, v) for k, v in scope["headers"] if k.lower() not in dropped] + added
