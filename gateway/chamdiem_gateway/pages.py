"""The page that a person sees where an address opened in the browser cannot be served: what happened and what to do, without any script."""

import base64
import hashlib
from collections.abc import Callable, Coroutine
from html import escape
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from chamdiem_kit.errors import DomainError
from chamdiem_kit.logs import trace_id
from chamdiem_kit.problems import status_of
from chamdiem_kit.requests import StrictRoute

_STYLE = (
    "body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#f4f5f7}"
    "main{max-width:34rem;margin:12vh auto;padding:2rem;background:#fff;border-radius:.5rem;border-top:4px solid #a4161a}"
    "h1{font-size:1.35rem;margin:0 0 .75rem}small{color:#5c5c5c}a{color:#8a1015}"
)
_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
PAGE_POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""Content-Security-Policy that lets the page have its style and nothing else."""


def problem_page(title: str, detail: str, trace: str, *, again: str | None = None) -> str:
    """The page. `again`: the path of a link that tries once more; the start page in any case."""
    links = f'<a href="{escape(again)}">Thử lại</a> · ' if again else ""
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
        f'<h1>{escape(title)}</h1><p>{escape(detail)}</p><p>{links}<a href="/">Về trang đầu</a></p>'
        f"<p><small>Mã theo dõi: {escape(trace)}</small></p></main></body></html>"
    )


class PageRoute(StrictRoute):
    """A route that people open in the browser: they read a page where a program is given a problem."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        original = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                return await original(request)
            except DomainError as refused:
                if "text/html" not in request.headers.get("Accept", ""):
                    raise
                page = problem_page(refused.problem_title, refused.detail, trace_id(), again="/auth/sign-in")
                headers = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
                return HTMLResponse(page, status_of(refused), headers)

        return handler
