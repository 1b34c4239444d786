"""Keyset paging: a page ends with a cursor that names its last key; no offset, so a list does not slow down with its length."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

import orjson
from fastapi import Query
from pydantic import BaseModel

from chamdiem_kit.errors import Invalid

MAX_LIMIT = 500
Item = TypeVar("Item")


class BadCursor(Invalid):
    type = "request/bad-cursor"
    title = "Con trỏ trang không đúng"


class Page(BaseModel, Generic[Item]):
    """One page of a list. `next` is handed back as `after` for the next page and is null on the last one."""

    items: Sequence[Item]
    next: str | None = None


Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Số dòng mỗi trang")]
After = Annotated[str | None, Query(max_length=1000, description="Con trỏ `next` của trang trước")]


def cursor_of(*key: str | int) -> str:
    """The cursor that names `key`."""
    return base64.urlsafe_b64encode(orjson.dumps(key)).decode().rstrip("=")


def key_of(cursor: str, kinds: tuple[type, ...]) -> tuple[Any, ...]:
    """The key a cursor names, checked against the expected kinds. Raises `BadCursor`."""
    try:
        key = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError) as fault:
        raise BadCursor("Hãy lấy lại trang từ đầu.") from fault
    if not isinstance(key, list) or len(key) != len(kinds) or any(type(k) is not kind for k, kind in zip(key, kinds, strict=True)):
        raise BadCursor("Hãy lấy lại trang từ đầu.")
    if any(isinstance(k, str) and "\x00" in k for k in key):
        raise BadCursor("Hãy lấy lại trang từ đầu.")
    return tuple(key)


def after_id(cursor: str | None) -> UUID | None:
    """The id that a cursor of a list by id names, None for the first page. Raises `BadCursor`."""
    if cursor is None:
        return None
    try:
        return UUID(key_of(cursor, (str,))[0])
    except ValueError as fault:
        raise BadCursor("Hãy lấy lại trang từ đầu.") from fault


def page_by_id(found: Sequence[Item], limit: int, id_of: Callable[[Item], object]) -> tuple[Sequence[Item], str | None]:
    """The rows of a page and the cursor of the next one, from `limit` + 1 rows read in the order of their ids."""
    rows = found[:limit]
    return rows, cursor_of(str(id_of(rows[-1]))) if len(found) > limit else None


def after_number(cursor: str | None) -> int:
    """The number that a cursor of a list by number names, 0 for the first page. Raises `BadCursor`."""
    if cursor is None:
        return 0
    number: int = key_of(cursor, (int,))[0]
    if not 0 <= number < 2**62:
        raise BadCursor("Hãy lấy lại trang từ đầu.")
    return number
