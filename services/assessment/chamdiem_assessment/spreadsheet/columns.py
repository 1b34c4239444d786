"""The table's columns, and which of them an item's method of scoring uses. Pure."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from chamdiem_rules.methods import Choice, CountLevels, DeductionLeaf, Option, PercentLevels, Ratio, YesNo
from chamdiem_rules.set_types import Adjustment, CriteriaSet, Leaf

COLUMNS: Final[Mapping[str, Sequence[str]]] = MappingProxyType(
    {
        "item": ("Mã tiêu chí", "Mã"),
        "title": ("Tiêu chí, mục điểm", "Tiêu chí"),
        "max_score": ("Điểm tối đa",),
        "how": ("Cách kê khai",),
        "option": ("Phương án", "Mức"),
        "numerator": ("Số đạt được (b)", "Tử số"),
        "denominator": ("Tổng số phải thực hiện (a)", "Mẫu số"),
        "count": ("Số lượng", "Số lần"),
        "not_applicable": ("Không áp dụng", "Đề nghị không áp dụng"),
        "explanation": ("Giải trình",),
        "evidence": ("Tài liệu kiểm chứng",),
        "self_score": ("Điểm tự chấm",),
        "version": ("Phiên bản",),
    }
)
"""Titles by column, the first as it is written."""
VALUES: Final = ("option", "numerator", "denominator", "count", "not_applicable")
TYPED: Final = (*VALUES, "explanation")
"""What people fill in; the rest is help and locked."""
NEEDED: Final = ("item",)


def items_to_declare(criteria_set: CriteriaSet) -> list[Leaf | Adjustment]:
    """What the unit declares, in the set's order: neither what the system counts nor what is not self-scored."""
    return [i for i in criteria_set.items.values() if not i.is_system and (isinstance(i, Adjustment) or i.self_scored)]


def options_of(item: Leaf | Adjustment) -> dict[str, str]:
    """What stands in a cell to choose an option (id → words); words that two options share bear the id."""
    if not isinstance(item, Leaf) or not isinstance(item.scoring, YesNo | Choice):
        return {}
    labels = [o.label for o in item.scoring.options]
    return {o.id: _words(o, labels) for o in item.scoring.options}


def used_by(item: Leaf | Adjustment) -> tuple[str, ...]:
    """The columns to fill in for the item."""
    claim = ("not_applicable",) if isinstance(item, Leaf) and item.not_applicable_allowed else ()
    return (*_values_of(item), *claim, "explanation")


def how_to_declare(item: Leaf | Adjustment) -> str:
    """One sentence on what to fill in."""
    options = options_of(item)
    if options:
        return f"Chọn một phương án: {'; '.join(options.values())}."
    if isinstance(item, Adjustment):
        return f"Ghi số {item.unit}." if item.unit else "Ghi số lần."
    match item.scoring:
        case Ratio(constant=constant, numerator_label=label) if constant is not None:
            return f"Ghi {label or 'số đạt được'} (mẫu số cố định {constant:f})."
        case PercentLevels(numerator_label=b, denominator_label=a) | Ratio(numerator_label=b, denominator_label=a):
            return f"Ghi {b or 'số đạt được'} và {a or 'tổng số phải thực hiện'}."
        case CountLevels(unit=unit) | DeductionLeaf(unit=unit):
            return f"Ghi số {unit}." if unit else "Ghi số lượng."
        case _:
            return ""


def _values_of(item: Leaf | Adjustment) -> tuple[str, ...]:
    if isinstance(item, Adjustment):
        return ("count",)
    match item.scoring:
        case YesNo() | Choice():
            return ("option",)
        case Ratio(constant=constant) if constant is not None:
            return ("numerator",)
        case PercentLevels() | Ratio():
            return ("numerator", "denominator")
        case _:
            return ("count",)


def _words(option: Option, labels: Sequence[str]) -> str:
    return option.label if labels.count(option.label) == 1 else f"{option.label} ({option.id})"
