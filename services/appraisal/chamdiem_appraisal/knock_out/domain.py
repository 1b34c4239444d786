"""Confirming manual knock-outs (scoring rules §6). Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from chamdiem_appraisal.assignment.domain import NotAssigned, SheetNotFound
from chamdiem_appraisal.scoring.domain import SheetNotReopened, SheetStillOpen
from chamdiem_kit.errors import DomainError, FieldError, Invalid
from chamdiem_rules.criteria_set import CriteriaSet
from chamdiem_rules.refusal import TITLES


@dataclass(frozen=True)
class KnockOutLine:
    """Whether the knock-out of that code holds for the sheet."""

    sheet_id: UUID
    code: str
    confirmed: bool


@dataclass(frozen=True)
class KnockOutOnSheet:
    """A knock-out of a sheet before a write; `is_mine`: the lead's agency confirms it and the lead may act for the unit."""

    sheet_id: UUID
    unit_code: str
    criteria_set_id: UUID
    is_final: bool
    is_mine: bool


def judge_line(line: KnockOutLine, on_sheet: KnockOutOnSheet | None, criteria_set: CriteriaSet | None, closed_units: Iterable[str]) -> None:
    """Raise `SheetNotFound`, `unknown-knock-out`, `not-manual`, `NotAssigned`, `SheetStillOpen` or `SheetNotReopened`."""
    if on_sheet is None or criteria_set is None:
        raise SheetNotFound("Hãy kiểm tra lại phiếu chấm điểm trong kỳ đánh giá.")
    knock_out = criteria_set.knock_out(line.code)
    if knock_out is None:
        raise _invalid("unknown-knock-out", f"Hãy kiểm tra lại mã: bộ tiêu chí {criteria_set.code} không có điều kiện khống chế này.")
    if not knock_out.is_manual:
        raise _invalid("not-manual", f"Điều kiện {knock_out.code} do hệ thống tự xét; hãy bỏ dòng này.")
    if not on_sheet.is_mine:
        raise NotAssigned("Điều kiện khống chế này do cơ quan khác xác nhận.")
    if not on_sheet.is_final:
        raise SheetStillOpen("Hãy chờ đơn vị gửi kết quả, hoặc đến khi hết thời hạn gửi.")
    if on_sheet.unit_code in closed_units:
        raise SheetNotReopened("Việc mở lại không áp dụng cho đơn vị của người mở; hãy đề nghị tài khoản quản lý khác mở lại.")


def duplicates(lines: Sequence[KnockOutLine]) -> dict[int, DomainError]:
    """Lines that repeat a sheet and code of an earlier one: the first stands."""
    first: set[tuple[UUID, str]] = set()
    found: dict[int, DomainError] = {}
    for place, line in enumerate(lines):
        if (line.sheet_id, line.code) in first:
            found[place] = _invalid("duplicate", "Phiếu và điều kiện khống chế này đã có ở dòng trước; hãy bỏ dòng lặp.")
        first.add((line.sheet_id, line.code))
    return found


def _invalid(code: str, detail: str) -> Invalid:
    return Invalid(detail, errors=(FieldError("/code", detail),), type_=f"appraisal/{code}", title_=TITLES[code])
