"""Units of the province: what is asked of one, and when it may be retired. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from chamdiem_kit.errors import Conflict, FieldError, Invalid, NotFound
from chamdiem_rules.unit_texts import clean_code, clean_group, clean_unit_name


class UnitNotFound(NotFound):
    type = "identity/unit-not-found"
    title = "Không tìm thấy đơn vị"


class UnitCodeTaken(Conflict):
    type = "identity/duplicate"
    title = "Mã đơn vị đã có"
    advice = "Hãy dùng mã khác, hoặc sửa đơn vị đã có."


class ParentNotPossible(Invalid):
    type = "identity/parent-not-possible"
    title = "Đơn vị cấp trên không hợp lệ"


class DatesReversed(Invalid):
    type = "identity/dates-reversed"
    title = "Ngày kết thúc trước ngày bắt đầu"


@dataclass(frozen=True)
class Unit:
    """An assessed body, or a sub-unit of one; dates are the first and last day it is there, None without limit.

    `predecessors` were merged into it, by the day; it was merged itself into `successor_code`.
    """

    code: str
    name: str
    unit_type: str
    ranking_group: str
    parent_code: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    predecessors: tuple[str, ...] = ()
    successor_code: str | None = None
    version: int = 1


@dataclass(frozen=True)
class UnitType:
    """A kind of unit; data, not code (the 2025 reform removed a whole one)."""

    code: str
    title: str
    level: str = ""
    version: int = 1


def check_unit(unit: Unit, parents: Mapping[str, str | None]) -> Unit:
    """The unit as it is kept: texts in NFC.

    `parents` gives for the known codes above the unit each one's own parent. Raises `Refused` (`value-missing`, `text-too-long`,
    `value-not-allowed`), `ParentNotPossible`, `DatesReversed`.
    """
    cleaned = replace(
        unit,
        code=clean_code(unit.code, "code"),
        name=clean_unit_name(unit.name, "name"),
        unit_type=clean_code(unit.unit_type, "unit_type"),
        ranking_group=clean_group(unit.ranking_group, "ranking_group"),
        parent_code=clean_code(unit.parent_code, "parent_code") if unit.parent_code is not None else None,
    )
    if cleaned.valid_from and cleaned.valid_to and cleaned.valid_to < cleaned.valid_from:
        detail = "Ngày kết thúc phải từ ngày bắt đầu trở đi."
        raise DatesReversed(detail, errors=(FieldError("/valid_to", detail),))
    _check_parent(cleaned, parents)
    return cleaned


def retire(unit: Unit, last_day: date) -> Unit:
    """The unit with its last day. Raises `DatesReversed`."""
    if unit.valid_from and last_day < unit.valid_from:
        detail = f"Đơn vị bắt đầu từ {unit.valid_from:%d/%m/%Y}; ngày kết thúc phải từ ngày đó trở đi."
        raise DatesReversed(detail, errors=(FieldError("/valid_to", detail),))
    return replace(unit, valid_to=last_day, version=unit.version + 1)


def _check_parent(unit: Unit, parents: Mapping[str, str | None]) -> None:
    above = unit.parent_code
    if above is None:
        return
    if above not in parents:
        detail = "Không có đơn vị cấp trên này; hãy tạo đơn vị đó trước."
        raise ParentNotPossible(detail, errors=(FieldError("/parent_code", detail),))
    while above is not None:
        if above == unit.code:
            detail = "Đơn vị không thể là cấp trên của chính mình, kể cả qua đơn vị khác."
            raise ParentNotPossible(detail, errors=(FieldError("/parent_code", detail),))
        above = parents.get(above)
