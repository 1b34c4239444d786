"""The edge's few lines for the embedded profile (nginx does the same in production): the access cookie becomes the Authorization header.

A request that brings its own Authorization is a program's and passes as it is; one with the cookie must be our own page's where it writes.
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
            token = None if b"authorization" in headers else cookie_of(headers, self._cookies.access)
            if token is not None and _TOKEN.fullmatch(token):
                if scope["method"] not in _READING:
                    try:
                        require_same_site(headers, self._origin)
                    except CrossSite as refused:
                        await problem_response(refused)(scope, receive, send)
                        return
                scope = {**scope, "headers": self._with_token(scope, headers, token)}
        await self._app(scope, receive, send)

    def _with_token(self, scope: Scope, headers: dict[bytes, bytes], token: str) -> list[tuple[bytes, bytes]]:
        added = [(b"authorization", f"Bearer {token}".encode("latin-1"))]
        account = cookie_of(headers, self._cookies.account)
        if b"x-account" not in headers and account is not None and _ACCOUNT.fullmatch(account):
            added.append((b"x-account", account.encode()))
        # The services know bearer tokens only; no cookie goes further.
        return [(k, v) for k, v in scope["headers"] if k.lower() != b"cookie"] + added
