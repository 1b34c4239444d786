"""What is printed or published, as one text that always reads the same, and its SHA-256. No id, port or time of printing belongs in it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any


def canonical(value: Any) -> bytes:
    """JSON in UTF-8 with sorted keys and no blanks; decimals as plain text, dates as ISO 8601, data classes by their fields."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(parts: Iterable[Any]) -> str:
    """SHA-256 (64 hexadecimal digits) over the canonical JSON of each part, one a line; a part is never held longer than needed."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(canonical(part))
        digest.update(b"\n")
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(member) for member in value]
    return value
