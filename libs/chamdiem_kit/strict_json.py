"""JSON as RFC 8259 means it: no duplicate keys, no NaN, no depth that breaks a parser. Numbers stay text-exact where it matters."""

import json
import re
from typing import Any, NoReturn

import orjson

from chamdiem_kit.errors import Malformed

MAX_DEPTH = 64
# A string that is never closed reaches to the end: else each quotation mark in it would be tried anew.
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)', re.DOTALL)
_NO_BRACKET = re.compile(r"[^][{}]+")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise Malformed(f"Khóa “{key[:80]}” lặp lại trong JSON; mỗi khóa chỉ được có một lần.")
            seen.add(key)
    return mapping


def _constant(name: str) -> NoReturn:
    raise Malformed(f"JSON không được chứa {name}; hãy gửi số dạng thập phân.")


def _refuse_deep(text: str) -> None:
    depth = 0
    for bracket in _NO_BRACKET.sub("", _STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise Malformed(f"JSON lồng quá {MAX_DEPTH} cấp; hãy gửi dữ liệu phẳng hơn.")


def loads(body: bytes) -> Any:
    """The value in `body` (UTF-8). Raises `Malformed` with a Vietnamese sentence for everything that is not strict JSON."""
    value = _plainly_written(body)
    return _read(body) if value is None else value


def _plainly_written(body: bytes) -> Any | None:
    """The value of a body that is written as our clients write it, many times as fast as `_read`; None for every other one.

    What the same value is written as again has no key twice, no number of another size and nothing that is no JSON.
    """
    try:
        value = orjson.loads(body)
        return value if orjson.dumps(value) == body and not _is_deep(value) else None
    except (orjson.JSONDecodeError, TypeError):  # what it cannot write again is a `TypeError`
        return None


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ())
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return False
    return True


def _read(body: bytes) -> Any:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Malformed("Nội dung phải là JSON mã hóa UTF-8.") from fault
    if text.count("[") + text.count("{") > MAX_DEPTH:
        _refuse_deep(text)
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant)
    except json.JSONDecodeError as fault:
        raise Malformed(f"JSON sai cú pháp ở dòng {fault.lineno}, cột {fault.colno}; hãy sửa rồi gửi lại.") from fault
    except ValueError as fault:
        raise Malformed("JSON chứa số quá dài; hãy gửi số không quá 15 chữ số.") from fault
