"""Texts and file names as they are kept: Unicode NFC within the platform's limits (scoring-rules.md section 3)."""

import unicodedata
from typing import Final

from chamdiem_rules.refusal import Refused

TEXT_LIMIT: Final = 10_000
"""Code points of an explanation or a reason, after NFC."""
FILE_NAME_LIMIT: Final = 255
"""Bytes of a file name in UTF-8, after NFC."""


def is_blank(text: str) -> bool:
    """Whether nothing is to be read in `text`."""
    return not text.strip()


def nfc(text: str) -> str:
    """`text` in Unicode NFC, the form in which everything is compared."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def is_storable(text: str) -> bool:
    """Whether a database can keep it, or be asked for it: no NUL and no half character."""
    return "\0" not in text and not _has_surrogate(text)


def clean_text(text: str, column: str, limit: int = TEXT_LIMIT) -> str:
    """`text` in NFC. Refused: `text-too-long` above `limit` code points; `value-not-allowed` for NUL or half a character."""
    kept = nfc(text)
    if not is_storable(kept):
        raise Refused("value-not-allowed", "Nội dung có ký tự không lưu được; hãy xóa ký tự đó rồi nhập lại.", column)
    if len(kept) > limit:
        raise Refused("text-too-long", f"Hãy rút gọn nội dung còn tối đa {limit} ký tự; hiện có {len(kept)} ký tự.", column)
    return kept


def clean_file_name(name: str, column: str = "evidence") -> str:
    """A file name in NFC. Refused with `unsafe-name`: `/`, `\\`, control characters, `.`, `..`, empty, above 255 bytes in UTF-8."""
    kept = nfc(name)
    if not kept or kept in (".", "..") or _has_surrogate(kept) or any(c in "/\\" or unicodedata.category(c) == "Cc" for c in kept):
        raise Refused("unsafe-name", "Hãy đổi tên tệp: tên không được để trống, không có '/', '\\' hay ký tự điều khiển.", column)
    if len(kept.encode()) > FILE_NAME_LIMIT:
        raise Refused("unsafe-name", f"Hãy rút ngắn tên tệp còn tối đa {FILE_NAME_LIMIT} byte (UTF-8).", column)
    return kept


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
