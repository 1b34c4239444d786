"""What every answer tells the browser to refuse; the same from nginx and from the edge in our own process."""

from collections.abc import Mapping, Sequence

COMMON: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
TRANSPORT: Mapping[str, str] = {"Strict-Transport-Security": "max-age=31536000"}
"""Added under TLS."""
ANSWER_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""Content-Security-Policy of what an app answers, unless it says one itself."""
ANSWER_CACHE = "no-store"
"""Cache-Control of what an app answers, unless it says one itself: most of it is somebody's."""
PAGE_CACHE = "no-cache"


def page_policy(elsewhere: Sequence[str] = ()) -> str:
    """Content-Security-Policy of the pages; `elsewhere` are further origins that scripts may call (an object store of its own name)."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            # The components' styles are written into the page by their script; a style runs nothing.
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            " ".join(("connect-src 'self'", *elsewhere)),
            "media-src blob:",
            "manifest-src 'self'",
            "worker-src 'self'",
            "frame-src blob:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )
