"""Lines of an uploaded table as the rules judge them: numbers as people in Vietnam write them, options by their words. Pure."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from chamdiem_assessment.sheet.answer import Answer, Given
from chamdiem_assessment.spreadsheet.columns import TYPED, VALUES, options_of
from chamdiem_rules.refusal import Refused
from chamdiem_rules.set_types import CriteriaSet
from chamdiem_rules.text import nfc

LONGEST_CELL: Final = 5000
"""Characters; a table's cell is read no further."""
_NUMBERS: Final = ("numerator", "denominator", "count")
_YES: Final = frozenset({"x", "có", "co", "yes", "1", "true", "đúng"})
_NO: Final = frozenset({"", "không", "khong", "no", "0", "false", "sai"})
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")


def given_of(criteria_set: CriteriaSet, cells: Mapping[str, str], there: Collection[str], present: Answer | None) -> Given | None:
    """What a line gives; None for one that says nothing, or nothing new.

    `there`: the columns that the file has; of others, and of the files, what is kept stays. Refused: `unknown-item`,
    `value-not-allowed`, `unknown-option`, `text-too-long`.
    """
    item = criteria_set.item(nfc(cells["item"]))
    if not any(cells[column] for column in TYPED):
        return None
    if item is None:
        raise Refused("unknown-item", "Không có tiêu chí nào mang mã này trong bộ tiêu chí của phiếu.", "item")
    if len(cells["explanation"]) >= LONGEST_CELL:
        raise Refused("text-too-long", f"Giải trình dài từ {LONGEST_CELL} ký tự trở lên; hãy nhập trên trang.", "explanation")
    typed = {column: cells[column] if column in there else _kept(present, column) for column in TYPED}
    numbers = {column: plain_number(typed[column]) if column in there else typed[column] for column in _NUMBERS}
    given = Given(
        item=item.code,
        option=_option(options_of(item), typed["option"]),
        not_applicable=_claims(typed["not_applicable"]),
        explanation=typed["explanation"],
        evidence=tuple(str(i) for i in present.evidence_ids) if present else (),
        unfinished=not any(typed[column] for column in VALUES),
        **numbers,
    )
    return None if present is not None and _same(given, present) else given


def plain_number(words: str) -> str:
    """A number as the rules read it, from one as people in Vietnam write it (`1.260,5`, `1 260`); other words stay as they are."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", words)
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    return plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain


def _option(options: Mapping[str, str], words: str) -> str:
    if not words or not options:
        return words
    asked = _folded(words)
    for id_, label in options.items():
        if asked in (_folded(label), _folded(id_)):
            return id_
    raise Refused("unknown-option", f"Hãy chọn một trong: {'; '.join(options.values())}.", "option")


def _claims(words: str) -> bool:
    asked = _folded(words)
    if asked not in _YES | _NO:
        raise Refused("value-not-allowed", "Ô này chỉ nhận “x” (đề nghị không áp dụng) hoặc để trống.", "not_applicable")
    return asked in _YES


def _folded(words: str) -> str:
    return " ".join(nfc(words).split()).casefold()


def _kept(present: Answer | None, column: str) -> str:
    if present is None:
        return ""
    if column == "not_applicable":
        return "x" if present.not_applicable else ""
    return getattr(present, column) or ""


def _same(given: Given, present: Answer) -> bool:
    """Whether saving the line would change nothing that people typed."""
    return (
        given.option == (present.option or "")
        and all(getattr(given, column) == (getattr(present, column) or "") for column in _NUMBERS)
        and given.not_applicable == present.not_applicable
        and given.explanation.split() == present.explanation.split()
    )
