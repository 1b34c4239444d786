"""What nginx itself refuses, as problem details and, for a person who opened an address, as a page."""

from collections.abc import Mapping
from dataclasses import dataclass

import orjson

from chamdiem_gateway.pages import PAGE_POLICY, problem_page
from chamdiem_gateway.provider.client import ProviderSilent
from chamdiem_gateway.same_site import CrossSite
from chamdiem_kit.errors import TooLarge, Unavailable
from chamdiem_kit.problems import MEDIA_TYPE, METHOD_NOT_ALLOWED, NOT_FOUND, REFUSED, FixedProblem

HEADERS_TOO_LARGE = FixedProblem(
    "request/headers-too-large", 431, "Tiêu đề của yêu cầu quá lớn", "Hãy xóa cookie của trang này trong trình duyệt rồi đăng nhập lại."
)
ADDRESS_TOO_LONG = FixedProblem("request/address-too-long", 414, "Địa chỉ quá dài", "Hãy mở lại trang từ trang chủ của hệ thống.")
UNKNOWN_HOST = FixedProblem("request/unknown-host", 421, "Tên máy chủ không đúng", "Hãy dùng đúng địa chỉ của hệ thống.")
TOO_MANY = FixedProblem("request/too-many", 429, "Quá nhiều yêu cầu trong một lúc", "Hãy chờ vài giây rồi thử lại.")
UNREACHABLE = FixedProblem(
    "request/service-unreachable", 502, "Dịch vụ tạm thời không trả lời", "Dữ liệu chưa được ghi. Hãy thử lại sau ít phút."
)
SLOW = FixedProblem("request/service-slow", 504, "Dịch vụ trả lời quá chậm", "Hãy thử lại sau ít phút.")
OUTCOME_UNKNOWN = FixedProblem(
    "request/outcome-unknown", 502, "Chưa rõ thao tác đã được ghi hay chưa", "Hãy tải lại trang để xem kết quả rồi mới gửi lại."
)
EDGE_PROBLEMS = (HEADERS_TOO_LARGE, ADDRESS_TOO_LONG, UNKNOWN_HOST, TOO_MANY, UNREACHABLE, SLOW, OUTCOME_UNKNOWN)
_CROSS_SITE = FixedProblem(CrossSite.type, 403, CrossSite.title, CrossSite.advice)
_UNAVAILABLE = FixedProblem(Unavailable.type, 503, Unavailable.title, "Hãy thử lại sau ít phút.")
_PROVIDER_SILENT = FixedProblem(
    ProviderSilent.type, 503, ProviderSilent.title, "Hiện chưa đăng nhập được; ai đã đăng nhập vẫn làm việc. Hãy thử lại sau ít phút."
)
_FAULTS_OF_OTHERS = (500, 502, 503, 504)


@dataclass(frozen=True)
class _Answer:
    """One answer of nginx: the codes it has for it, and what is said."""

    name: str
    codes: tuple[int, ...]
    problem: FixedProblem
    status: int
    retry_after_s: int = 0
    doubtful: bool = False


def _answers(body_bytes: int) -> tuple[_Answer, ...]:
    too_large = FixedProblem(
        TooLarge.type, 413, TooLarge.title, f"Nội dung vượt {body_bytes // (1024 * 1024)} MiB; hãy chia nhỏ rồi gửi lại."
    )
    return (
        _Answer("400", (400,), REFUSED, 400),
        _Answer("403", (403,), _CROSS_SITE, 403),
        _Answer("404", (404,), NOT_FOUND, 404),
        _Answer("405", (405,), METHOD_NOT_ALLOWED, 405),
        _Answer("413", (413,), too_large, 413),
        _Answer("414", (414,), ADDRESS_TOO_LONG, 414),
        _Answer("416", (416,), REFUSED, 416),
        _Answer("421", (421,), UNKNOWN_HOST, 421),
        _Answer("429", (429,), TOO_MANY, 429, retry_after_s=1),
        _Answer("431", (431, 494), HEADERS_TOO_LARGE, 431),
        _Answer("500", (500, 503), _UNAVAILABLE, 503, retry_after_s=5),
        _Answer("502", (502,), UNREACHABLE, 502, retry_after_s=5, doubtful=True),
        _Answer("504", (504,), SLOW, 504, retry_after_s=5, doubtful=True),
    )


_SILENT = _Answer("500", _FAULTS_OF_OTHERS, _UNAVAILABLE, 503, retry_after_s=5)
_NOBODY_SIGNS_IN = _Answer("provider", _FAULTS_OF_OTHERS, _PROVIDER_SILENT, 503, retry_after_s=5)
_OWN_LIMITS = ("413", "429")


def error_pages(body_bytes: int, *, gateway: bool = True) -> str:
    """The `error_page` lines; without `gateway` those for a replica that did not answer are left to the location."""
    lines = []
    for answer in _answers(body_bytes):
        if answer.doubtful and not gateway:
            continue
        codes = " ".join(str(code) for code in answer.codes)
        lines.append(f"error_page {codes} ={answer.status} /.problems/{answer.name}{'$unsure' if answer.doubtful else ''}/$form;")
    return "\n".join(lines) + "\n"


def error_pages_of_others(*, provider: bool = False) -> str:
    """The same for a server that is not ours: what it refuses stands as it says it, a fault of it is told as ours would tell it.

    `provider`: it is the one where people sign in.
    """
    answers = [answer for answer in _answers(0) if answer.name in _OWN_LIMITS] + [_NOBODY_SIGNS_IN if provider else _SILENT]
    return "".join(
        ["proxy_intercept_errors on;\n"]
        + [f"error_page {' '.join(map(str, answer.codes))} ={answer.status} /.problems/{answer.name}/$form;\n" for answer in answers]
    )


def problem_locations(body_bytes: int, headers: Mapping[str, str]) -> str:
    """A place for each answer in each of its forms. `headers`: what every answer bears."""
    blocks = []
    for answer in (*_answers(body_bytes), _NOBODY_SIGNS_IN):
        blocks += _both_forms(answer.name, answer.problem, answer.status, answer.retry_after_s, headers)
        if answer.doubtful:
            blocks += _both_forms(f"{answer.name}-unsure", OUTCOME_UNKNOWN, answer.status, 0, headers)
    return "\n".join(blocks)


def _both_forms(name: str, problem: FixedProblem, status: int, retry_after_s: int, headers: Mapping[str, str]) -> list[str]:
    body = orjson.dumps({**problem.body(status), "trace": "$trace"}).decode()
    page = problem_page(problem.title, problem.detail, "$trace")
    forms = (("json", MEDIA_TYPE, body, "default-src 'none'; frame-ancestors 'none'"), ("html", "text/html", page, PAGE_POLICY))
    return [
        _location(name, form, type_, status, text, retry_after_s, {**headers, "Content-Security-Policy": policy})
        for form, type_, text, policy in forms
    ]


def _location(name: str, form: str, type_: str, status: int, text: str, retry_after_s: int, headers: Mapping[str, str]) -> str:
    said = {**headers, "Cache-Control": "no-store", "X-Trace-Id": "$trace"}
    if retry_after_s:
        said["Retry-After"] = str(retry_after_s)
    if status == 405:
        said["Allow"] = "GET, HEAD"
    lines = [f'  add_header {header} "{value}" always;' for header, value in said.items()]
    return "\n".join(
        (
            f"location = /.problems/{name}/{form} {{",
            "  internal;",
            f"  default_type {type_};",
            *lines,
            f"  return {status} {quoted(text)};",
            "}",
        )
    )


def quoted(text: str) -> str:
    """A text as nginx reads it; variables in it stay variables."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
