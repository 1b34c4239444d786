"""Writes that come with cookies must come from our own pages: the browser's `Origin`, and a header no foreign form can send."""

from chamdiem_kit.errors import Forbidden

OWN_HEADER = b"x-chamdiem"


class CrossSite(Forbidden):
    type = "auth/cross-site"
    title = "Yêu cầu không đến từ trang của hệ thống"
    advice = "Hãy mở lại trang của hệ thống rồi thao tác từ đó; chương trình thì gửi mã truy cập trong Authorization."


def require_same_site(headers: dict[bytes, bytes], public_origin: str) -> None:
    """Raise `CrossSite` unless the request says it comes from our own origin and carries our own header."""
    if headers.get(b"origin", b"").decode("latin-1") != public_origin or headers.get(OWN_HEADER) != b"1":
        raise CrossSite
