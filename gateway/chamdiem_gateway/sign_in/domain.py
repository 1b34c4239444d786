"""A sign-in on its way: everything is derived from a random number in the browser's cookie, so nothing is stored for who never comes back.

State, nonce and PKCE verifier hold only together with that cookie (RFC 9700, sections 2.1 and 4.7). Pure but for randomness.
"""

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from chamdiem_kit.errors import Invalid, Malformed

LIFETIME_S = 600
_NEXT_LIMIT = 1000
_BROWSER = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


class NextRefused(Invalid):
    type = "auth/next-refused"
    title = "Địa chỉ quay lại không hợp lệ"


class StateRefused(Malformed):
    type = "auth/state-refused"
    title = "Lần đăng nhập này không còn hiệu lực"


@dataclass(frozen=True)
class SignIn:
    """What one sign-in is made of; `challenge` goes to the provider, `verifier` only with the code."""

    state: str
    nonce: str
    verifier: str
    next: str

    @property
    def challenge(self) -> str:
        """The verifier's digest (PKCE S256)."""
        return _b64(hashlib.sha256(self.verifier.encode()).digest())


def browser_number(cookie: str | None) -> str:
    """The browser's random number: the one it has, so that several tabs may sign in at once, else a new one (256 bits)."""
    return cookie if cookie is not None and _BROWSER.fullmatch(cookie) else secrets.token_urlsafe(32)


def begin(browser: str, next_: str, now_s: int) -> SignIn:
    """A new sign-in. Raises `NextRefused`."""
    check_next(next_)
    body = ".".join((secrets.token_urlsafe(16), str(now_s), _b64(next_.encode())))
    return _derived(browser, f"{body}.{_mac(browser, 'state', body)}", next_)


def resume(browser: str | None, state: str, now_s: int) -> SignIn:
    """The sign-in a state belongs to. Raises `StateRefused` for another browser's, a forged or an old one."""
    body, _, mac = state.rpartition(".")
    parts = body.split(".")
    if browser is None or not _BROWSER.fullmatch(browser) or len(parts) != 3:
        raise StateRefused("Hãy đăng nhập lại từ đầu, trong cùng một trình duyệt.")
    if not hmac.compare_digest(mac.encode(), _mac(browser, "state", body).encode()):
        raise StateRefused("Hãy đăng nhập lại từ đầu, trong cùng một trình duyệt.")
    if now_s - int(parts[1]) > LIFETIME_S:
        raise StateRefused("Đã quá 10 phút; hãy đăng nhập lại từ đầu.")
    return _derived(browser, state, base64.urlsafe_b64decode(parts[2] + "=" * (-len(parts[2]) % 4)).decode())


def check_next(next_: str) -> None:
    """Raise `NextRefused` unless it is a path on this host: no scheme, no host, nothing a browser would read as one."""
    plain = next_.isprintable() and "\\" not in next_ and len(next_) <= _NEXT_LIMIT and next_.isascii()
    if not plain or not next_.startswith("/") or next_.startswith("//"):
        raise NextRefused("Chỉ quay lại được một trang của hệ thống này.")
    try:
        parts = urlsplit(next_)
    except ValueError as fault:
        raise NextRefused("Chỉ quay lại được một trang của hệ thống này.") from fault
    if parts.scheme or parts.netloc:
        raise NextRefused("Chỉ quay lại được một trang của hệ thống này.")


def _derived(browser: str, state: str, next_: str) -> SignIn:
    return SignIn(state, _mac(browser, "nonce", state), _mac(browser, "verifier", state), next_)


def _mac(browser: str, purpose: str, text: str) -> str:
    return _b64(hmac.digest(browser.encode(), f"{purpose}\0{text}".encode(), "sha256"))


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
