"""The canonical form of criteria sets and survey forms, and its fingerprint (scoring-rules.md section 2)."""

import hashlib
import json
from typing import Any

from chamdiem_rules.document import Node, Number


def canonical_json(document: Node) -> bytes:
    """RFC 8785 JSON of the mapping under `criteria_set`, or of the whole document where there is none, less `status`.

    Every plain decimal is a string without plus sign, leading zeros and trailing zeros of the fraction.
    """
    subject = document
    if isinstance(document, dict) and isinstance(document.get("criteria_set"), dict):
        subject = document["criteria_set"]
    if isinstance(subject, dict):
        subject = {key: value for key, value in subject.items() if key != "status"}
    # With strings, true, false and null alone, RFC 8785 asks for no more than its key order; json escapes as it does.
    return json.dumps(_ordered(subject), ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(document: Node) -> str:
    """SHA-256 of the canonical JSON in 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(document)).hexdigest()


def _ordered(node: Node) -> Any:
    if isinstance(node, Number):
        return node.canonical
    if isinstance(node, list):
        return [_ordered(member) for member in node]
    if isinstance(node, dict):
        return {key: _ordered(node[key]) for key in sorted(node, key=_utf16)}
    return node


def _utf16(key: str) -> bytes:
    """RFC 8785 sorts keys by UTF-16 code units, which differs from code points above U+FFFF."""
    return key.encode("utf-16-be")
