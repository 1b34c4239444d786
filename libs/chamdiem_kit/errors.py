"""The tree of errors a domain may raise, on one page. Pure: the kit's `problems` knows the status codes, the domain does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class FieldError:
    """One fault in the input: `pointer` is a JSON pointer into the body (RFC 6901), `detail` says in Vietnamese what to do."""

    pointer: str
    detail: str
    type: str = ""


class DomainError(Exception):
    """A broken rule. `type` is stable for ever (`<service>/<rule>`), `title` says what happened, `detail` what to do; both Vietnamese.

    `advice` is the detail where who raises it, as a constraint of the database does, has nothing to add.
    `present` is the present state handed back with `Stale`; it is shown only to who may see the thing.
    """

    type: ClassVar[str] = ""
    title: ClassVar[str] = ""
    advice: ClassVar[str] = ""

    def __init__(
        self,
        detail: str = "",
        *,
        errors: tuple[FieldError, ...] = (),
        present: Mapping[str, Any] | None = None,
        type_: str | None = None,
        title_: str | None = None,
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.advice
        self.errors = errors
        self.present = present
        self.problem_type = type_ or self.type
        self.problem_title = title_ or self.title


class Invalid(DomainError):
    """The input breaks a rule: 422."""


class Forbidden(DomainError):
    """Known who asks, and not allowed: 403."""


class NotFound(DomainError):
    """Does not exist, or not for who asks: 404."""


class Conflict(DomainError):
    """The present state forbids it: 409."""


class Stale(DomainError):
    """Somebody changed the thing meanwhile: 412 with the present state."""

    type = "request/stale"
    title = "Dữ liệu đã được người khác sửa"


class Unauthenticated(DomainError):
    """Nobody is signed in, or the token is not good: 401."""

    type = "access/unauthenticated"
    title = "Chưa đăng nhập hoặc phiên đăng nhập đã hết"


class PreconditionRequired(DomainError):
    """A change without `If-Match`: 428."""

    type = "request/precondition-required"
    title = "Thiếu phiên bản của dữ liệu cần sửa"


class TooLarge(DomainError):
    """A body over the limit: 413."""

    type = "request/body-too-large"
    title = "Nội dung gửi lên quá lớn"


class Malformed(DomainError):
    """Not readable at all: 400."""

    type = "request/malformed"
    title = "Nội dung gửi lên không đọc được"


class Unavailable(DomainError):
    """A backing part does not answer: 503."""

    type = "request/unavailable"
    title = "Hệ thống tạm thời chưa sẵn sàng"
