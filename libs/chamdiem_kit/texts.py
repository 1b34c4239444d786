"""Texts in requests: Unicode NFC and storable; a field that is not is a 422 that names it."""

from typing import Annotated

from pydantic import AfterValidator

from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text


def _clean(value: str) -> str:
    try:
        return clean_text(value, "")
    except Refused as refused:
        raise ValueError(refused.code) from refused


CleanText = Annotated[str, AfterValidator(_clean)]
"""A text in NFC of at most 10,000 code points without NUL or half characters; give narrower limits with `Field`."""
