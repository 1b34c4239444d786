"""RFC 9457 problem details: the one place where errors become answers."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from chamdiem_kit.errors import (
    Conflict,
    DomainError,
    Forbidden,
    Invalid,
    Malformed,
    NotFound,
    PreconditionRequired,
    Stale,
    TooLarge,
    Unauthenticated,
    Unavailable,
)
from chamdiem_kit.logs import trace_id
from chamdiem_kit.lost_line import GOING_AWAY, is_lost_line

MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[DomainError], int], ...] = (
    (Invalid, 422),
    (Forbidden, 403),
    (NotFound, 404),
    (Conflict, 409),
    (Stale, 412),
    (Unauthenticated, 401),
    (PreconditionRequired, 428),
    (TooLarge, 413),
    (Malformed, 400),
    (Unavailable, 503),
)


@dataclass(frozen=True)
class FixedProblem:
    """A problem that no class of the tree stands for: the framework, not a domain, finds it."""

    type: str
    status: int
    title: str
    detail: str

    def body(self, status: int | None = None) -> dict[str, Any]:
        """The problem as a mapping; `status` where the framework has a nearer one."""
        return {"type": f"/problems/{self.type}", "title": self.title, "status": status or self.status, "detail": self.detail}


NOT_FOUND = FixedProblem("request/not-found", 404, "Không tìm thấy", "Địa chỉ này không có; hãy kiểm tra lại đường dẫn.")
METHOD_NOT_ALLOWED = FixedProblem(
    "request/method-not-allowed", 405, "Thao tác không được hỗ trợ", "Địa chỉ này không nhận phương thức vừa dùng."
)
_MEDIA_TYPE = FixedProblem(
    "request/unsupported-media-type", 415, "Kiểu nội dung không được hỗ trợ", "Hãy gửi nội dung kiểu application/json."
)
REFUSED = FixedProblem("request/refused", 400, "Yêu cầu bị từ chối", "Hãy kiểm tra lại yêu cầu.")
_INVALID = FixedProblem("request/invalid", 422, "Dữ liệu gửi lên chưa hợp lệ", "Hãy sửa các trường được nêu rồi gửi lại.")
_INTERNAL = FixedProblem(
    "request/internal",
    500,
    "Hệ thống gặp lỗi ngoài dự kiến",
    "Dữ liệu chưa được ghi. Hãy thử lại; nếu vẫn lỗi, báo bộ phận hỗ trợ kèm mã theo dõi.",
)
FIXED_PROBLEMS = (NOT_FOUND, METHOD_NOT_ALLOWED, _MEDIA_TYPE, REFUSED, _INVALID, _INTERNAL)
_HTTP = {fixed.status: fixed for fixed in (NOT_FOUND, METHOD_NOT_ALLOWED, _MEDIA_TYPE)}
_log = logging.getLogger("chamdiem.problems")


def status_of(error: DomainError) -> int:
    """The HTTP status of a domain error; 500 for a class outside the tree."""
    return next((status for cls, status in _STATUS if isinstance(error, cls)), 500)


def problem_body(error: DomainError) -> dict[str, Any]:
    """The problem as a mapping, as it also stands for one line of a batch."""
    body: dict[str, Any] = {"type": f"/problems/{error.problem_type}", "title": error.problem_title, "status": status_of(error)}
    if error.detail:
        body["detail"] = error.detail
    if error.errors:
        body["errors"] = [
            {"pointer": e.pointer, "detail": e.detail, **({"type": f"/problems/{e.type}"} if e.type else {})} for e in error.errors
        ]
    if error.present is not None:
        body["present"] = error.present
    return body


def _answer(body: dict[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    body["trace"] = trace_id()
    return Response(orjson.dumps(body, default=str), status_code=body["status"], media_type=MEDIA_TYPE, headers=dict(headers or {}))


def problem_response(error: DomainError) -> Response:
    """The answer for a domain error."""
    if isinstance(error, Unauthenticated):
        return _answer(problem_body(error), {"WWW-Authenticate": "Bearer"})
    # In seconds: a part that was killed is back by then more often than not.
    return _answer(problem_body(error), {"Retry-After": "5"} if isinstance(error, Unavailable) else None)


def fixed_response(fixed: FixedProblem, headers: Mapping[str, str] | None = None) -> Response:
    """The answer where the framework, or an edge in front of an app, finds the fault."""
    return _answer(fixed.body(), headers)


def _pointer(place: tuple[Any, ...]) -> str:
    parts = place[1:] if place and place[0] in {"body", "query", "path", "header"} else place
    return "".join(f"/{str(p).replace('~', '~0').replace('/', '~1')[:100]}" for p in parts)


_VALIDATION = {
    "missing": "Thiếu trường này; hãy điền vào.",
    "extra_forbidden": "Trường này không có trong thao tác; hãy bỏ đi.",
    "string_type": "Phải là chuỗi ký tự.",
    "string_too_short": "Không được để trống hoặc quá ngắn.",
    "string_too_long": "Quá dài; hãy rút gọn.",
    "uuid_parsing": "Mã định danh không đúng dạng UUID.",
    "literal_error": "Giá trị không nằm trong danh sách cho phép.",
    "enum": "Giá trị không nằm trong danh sách cho phép.",
}


async def _on_validation(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, RequestValidationError)
    errors = [
        {"pointer": _pointer(e["loc"]), "detail": _VALIDATION.get(e["type"], "Giá trị không đúng dạng; hãy xem tài liệu API rồi sửa lại.")}
        for e in fault.errors()[:50]
    ]
    return _answer({**_INVALID.body(), "errors": errors})


async def _on_http(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    return _answer(_HTTP.get(fault.status_code, REFUSED).body(fault.status_code), fault.headers)


async def _on_disconnect(_: Request, __: Exception) -> Response:
    return Response(status_code=499)


async def _on_lost_line(_: Request, fault: Exception) -> Response:
    # One line: it is the same for every call that comes meanwhile.
    _log.warning("database does not answer: %s: %s", type(fault).__name__, str(fault).partition("\n")[0])
    # It may have been lost on the answer to a commit.
    return problem_response(Unavailable("Cơ sở dữ liệu chưa trả lời, chưa rõ dữ liệu đã được ghi chưa; hãy thử lại sau ít phút."))


async def _on_unforeseen(_: Request, fault: Exception) -> Response:
    _log.error("unforeseen fault", exc_info=fault)
    return _answer(_INTERNAL.body())


def install_problem_handlers(app: FastAPI, constraints: Mapping[str, type[DomainError]]) -> None:
    """Answer every fault of `app` as a problem; `constraints` names the domain error of each database constraint."""

    async def on_domain(_: Request, fault: Exception) -> Response:
        assert isinstance(fault, DomainError)
        return problem_response(fault)

    async def on_database(request: Request, fault: Exception) -> Response:
        assert isinstance(fault, DBAPIError)
        if isinstance(fault, IntegrityError):
            name = constraint_of(fault)
            if name in constraints:
                return problem_response(constraints[name]())
        if isinstance(fault, (OperationalError, InterfaceError)) or is_lost_line(fault):
            return await _on_lost_line(request, fault)
        return await _on_unforeseen(request, fault)

    app.add_exception_handler(DomainError, on_domain)
    app.add_exception_handler(DBAPIError, on_database)
    for kind in (*GOING_AWAY, TimeoutError, PoolExhausted):
        app.add_exception_handler(kind, _on_lost_line)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(ClientDisconnect, _on_disconnect)
    app.add_exception_handler(Exception, _on_unforeseen)


def constraint_of(fault: IntegrityError) -> str:
    """The name of the constraint the database refused by, or ''."""
    cause = getattr(fault.orig, "__cause__", None)
    return str(getattr(cause, "constraint_name", "") or "")
