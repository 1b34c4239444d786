"""The page that a person sees where an address opened in the browser cannot be served: what happened and what to do, without any script."""

import base64
import hashlib
from html import escape

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
