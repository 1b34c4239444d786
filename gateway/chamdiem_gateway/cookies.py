"""The cookies of a browser session: what they are called and how they are set."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import Response

SIGN_IN_MINUTES = 10


@dataclass(frozen=True)
class Cookies:
    """Under TLS every name has the `__Host-` prefix: no other host and no subdomain can set one (RFC 6265bis)."""

    secure: bool

    @property
    def session(self) -> str:
        """A random number that only the gateway can make something of."""
        return self._named("chamdiem_session")

    @property
    def access(self) -> str:
        """The short-lived access token, which the edge copies into the Authorization header."""
        return self._named("chamdiem_access")

    @property
    def account(self) -> str:
        """The id of the account that acts, which the edge copies into X-Account."""
        return self._named("chamdiem_account")

    @property
    def sign_in(self) -> str:
        """A random number that binds a sign-in to the browser that began it."""
        return self._named("chamdiem_sign_in")

    def put(self, response: Response, name: str, value: str, max_age_s: int | None = None) -> None:
        """Set one: out of scripts' reach, not sent with other sites' requests. Without an age it ends with the browser."""
        response.set_cookie(name, value, max_age=max_age_s, path="/", secure=self.secure, httponly=True, samesite="lax")

    def drop(self, response: Response, *names: str) -> None:
        """Make the browser forget them."""
        for name in names:
            response.delete_cookie(name, path="/", secure=self.secure, httponly=True, samesite="lax")

    def drop_session(self, response: Response) -> None:
        """Make the browser forget the session."""
        self.drop(response, self.session, self.access, self.account)

    def _named(self, name: str) -> str:
        return f"__Host-{name}" if self.secure else name


def cookie_of(headers: Mapping[bytes, bytes], name: str) -> str | None:
    """The first cookie of that name in raw ASGI headers."""
    for piece in headers.get(b"cookie", b"").decode("latin-1").split(";"):
        key, equals, value = piece.strip().partition("=")
        if equals and key == name:
            return value
    return None
