"""The QR code of the address at which a document is checked."""

from functools import lru_cache
from io import BytesIO

import segno

_QUIET_ZONE = 2  # modules; the paper around it is white too


@lru_cache(maxsize=64)
def qr_svg(url: str) -> str:
    """The code as an SVG without size, to be scaled by whoever shows it."""
    picture = BytesIO()
    _code(url).save(picture, kind="svg", border=_QUIET_ZONE, xmldecl=False, omitsize=True, nl=False)
    return picture.getvalue().decode()


@lru_cache(maxsize=64)
def qr_png(url: str) -> bytes:
    """The code as a PNG of 6 pixels a module."""
    picture = BytesIO()
    _code(url).save(picture, kind="png", border=_QUIET_ZONE, scale=6)
    return picture.getvalue()


def _code(url: str) -> segno.QRCode:
    return segno.make(url, error="m", micro=False, boost_error=False)
