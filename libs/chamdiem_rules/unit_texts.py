"""Codes, names and groups of units as they are kept: Unicode NFC, one line, within the platform's limits."""

import unicodedata
from typing import Final

from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text, is_blank

CODE_LIMIT_BYTES: Final = 200
"""A code names accounts and report files, whose names have 255 bytes at most."""
NAME_LIMIT: Final = 500


def clean_unit_name(name: str, column: str) -> str:
    """A unit's name in NFC: not blank, at most 500 code points, no control characters."""
    return _filled(name, column, NAME_LIMIT)


def clean_group(group: str, column: str) -> str:
    """A ranking group in NFC: not blank, at most 200 bytes, no control characters. A `/` is part of many a group's name."""
    kept = _filled(group, column, CODE_LIMIT_BYTES)
    if len(kept.encode()) > CODE_LIMIT_BYTES:
        raise Refused("text-too-long", f"Hãy rút ngắn mã còn tối đa {CODE_LIMIT_BYTES} byte (UTF-8).", column)
    return kept


def clean_code(code: str, column: str) -> str:
    """A code in NFC: as `clean_group`, also without `/` and `\\`, because files are named by it and addresses hold it."""
    kept = clean_group(code, column)
    if "/" in kept or "\\" in kept:
        raise Refused("value-not-allowed", "Mã không được chứa '/' hoặc '\\'; hãy đổi mã.", column)
    return kept


def _filled(text: str, column: str, limit: int) -> str:
    if is_blank(text):
        raise Refused("value-missing", "Hãy điền giá trị; ô này không được để trống.", column)
    kept = clean_text(text, column, limit)
    if any(unicodedata.category(c) == "Cc" for c in kept):
        raise Refused("value-not-allowed", "Nội dung có ký tự điều khiển (xuống dòng, tab); hãy xóa đi.", column)
    return kept
