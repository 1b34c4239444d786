"""Lost updates are refused: a change says with `If-Match` which version it saw, and gets 412 with the present state if that is gone."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, Header, Response

from chamdiem_kit.errors import Malformed, PreconditionRequired, Stale

_NO_VERSION = 2**31 - 2
"""A version is an `integer` of the database that can be counted on; nothing comes as far as this."""
_TAG = re.compile(r'(?:W/)?"([0-9]{1,15})"', re.ASCII)


def set_etag(response: Response, version: int) -> None:
    """Tell the version of the thing in the answer."""
    response.headers["ETag"] = f'"{version}"'


async def _expected_version(if_match: Annotated[str | None, Header(alias="If-Match", max_length=100)] = None) -> int:
    if if_match is None:
        raise PreconditionRequired("Hãy gửi kèm If-Match với phiên bản (ETag) đã đọc.")
    match = _TAG.fullmatch(if_match.strip())
    if match is None:
        raise Malformed('If-Match phải là ETag đã nhận, ví dụ "3".')
    return min(int(match[1]), _NO_VERSION)


ExpectedVersion = Annotated[int, Depends(_expected_version)]
"""The version a change expects, from `If-Match`; 428 where it is missing."""


def require_version(expected: int, actual: int, present: Mapping[str, Any]) -> None:
    """Raise `Stale` with the present state unless the version is the expected one."""
    if expected != actual:
        raise Stale("Hãy xem nội dung hiện tại rồi sửa lại.", present=present)
