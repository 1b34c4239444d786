"""What a unit declares for a leaf or an adjustment, and the self-score that follows from it (scoring-rules.md sections 3 and 4)."""

from dataclasses import dataclass, fields
from decimal import Decimal

from chamdiem_rules.methods import Choice, PercentLevels, Ratio, YesNo, ZeroDenominator
from chamdiem_rules.numbers import parse_count, parse_number
from chamdiem_rules.refusal import Refused
from chamdiem_rules.score import compute_score
from chamdiem_rules.set_types import Adjustment, Leaf
from chamdiem_rules.text import nfc

OVER_FULL = "Tử số lớn hơn mẫu số; hãy kiểm tra lại số liệu."


@dataclass(frozen=True, slots=True)
class Declaration:
    """The declared texts of one item as they came in; '' where nothing was given. `not_applicable` is `yes` or ''."""

    option: str = ""
    numerator: str = ""
    denominator: str = ""
    count: str = ""
    not_applicable: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredValue:
    """The declared value read: only what the leaf's method uses is not None. A claim by `not_applicable` has no other value."""

    option: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    count: int | None = None
    not_applicable: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared value with what follows: `self_score` in points, None for a claim of not applicable; `warnings` are Vietnamese."""

    value: DeclaredValue
    self_score: Decimal | None
    is_claim: bool
    warnings: tuple[str, ...] = ()


_COLUMNS = tuple(field.name for field in fields(Declaration))


def declare_leaf(leaf: Leaf, declaration: Declaration, score_decimals: int) -> Declared:
    """Read a declaration for `leaf` and score it (§3, §4: the declared value decides, nobody types a self-score).

    Refused: `system-item`, `value-not-allowed`, `not-applicable-not-allowed`, `value-missing`, `not-a-number`, `unknown-option`,
    `numerator-without-denominator`.
    """
    if leaf.is_system:
        raise Refused("system-item", f"Tiêu chí {leaf.code} do hệ thống tính; hãy bỏ dòng này.", _first_given(declaration))
    if not leaf.self_scored:
        raise Refused(
            "value-not-allowed", f"Tiêu chí {leaf.code} không do đơn vị tự chấm; hãy bỏ số liệu kê khai.", _first_given(declaration)
        )
    if _claims(declaration):
        _refuse_others(declaration, ("not_applicable",), "Đã đề nghị không áp dụng thì để trống các số liệu khác.")
        if not leaf.not_applicable_allowed:
            raise Refused(
                "not-applicable-not-allowed",
                f"Tiêu chí {leaf.code} không cho phép đề nghị không áp dụng; hãy kê khai số liệu.",
                "not_applicable",
            )
        return Declared(DeclaredValue(not_applicable=True), None, is_claim=True)
    value = _read(leaf, declaration)
    if _claims_by_zero(leaf, value):
        return Declared(value, None, is_claim=True)
    return Declared(value, compute_score(leaf, value, score_decimals), is_claim=False, warnings=_warnings(value))


def declare_adjustment(adjustment: Adjustment, declaration: Declaration) -> int:
    """The claimed count of an adjustment. Refused: `system-item`, `value-not-allowed`, `value-missing`, `not-a-number`."""
    if adjustment.is_system:
        raise Refused("system-item", f"Mục {adjustment.code} do hệ thống tính; hãy bỏ dòng này.", _first_given(declaration))
    _refuse_others(declaration, ("count",), f"Mục {adjustment.code} chỉ nhận số lần ở cột count.")
    return parse_count(declaration.count, "count")


def _claims(declaration: Declaration) -> bool:
    if declaration.not_applicable not in ("", "yes"):
        raise Refused("value-not-allowed", "Cột này chỉ nhận 'yes' hoặc để trống.", "not_applicable")
    return declaration.not_applicable == "yes"


def _read(leaf: Leaf, declaration: Declaration) -> DeclaredValue:
    match leaf.scoring:
        case YesNo(options) | Choice(options):
            _refuse_others(declaration, ("option",), f"Tiêu chí {leaf.code} chỉ nhận phương án ở cột option.")
            if not declaration.option:
                raise Refused("value-missing", f"Hãy chọn một phương án cho tiêu chí {leaf.code}.", "option")
            option = nfc(declaration.option)
            if option not in (o.id for o in options):
                known = ", ".join(o.id for o in options)
                raise Refused("unknown-option", f"Hãy chọn một trong các phương án của tiêu chí {leaf.code}: {known}.", "option")
            return DeclaredValue(option=option)
        case Ratio(constant=constant) if constant is not None:
            _refuse_others(declaration, ("numerator",), f"Tiêu chí {leaf.code} chỉ nhận tử số; mẫu số đã cố định là {constant:f}.")
            return DeclaredValue(numerator=parse_number(declaration.numerator, "numerator"), denominator=constant)
        case PercentLevels() | Ratio():
            _refuse_others(declaration, ("numerator", "denominator"), f"Tiêu chí {leaf.code} chỉ nhận tử số và mẫu số.")
            numerator = parse_number(declaration.numerator, "numerator")
            denominator = parse_number(declaration.denominator, "denominator")
            if not denominator and numerator:
                raise Refused(
                    "numerator-without-denominator", "Mẫu số bằng 0 thì tử số phải bằng 0; hãy kiểm tra lại số liệu.", "numerator"
                )
            return DeclaredValue(numerator=numerator, denominator=denominator)
        case _:
            _refuse_others(declaration, ("count",), f"Tiêu chí {leaf.code} chỉ nhận số lượng ở cột count.")
            return DeclaredValue(count=parse_count(declaration.count, "count"))


def _claims_by_zero(leaf: Leaf, value: DeclaredValue) -> bool:
    scoring = leaf.scoring
    if not isinstance(scoring, PercentLevels | Ratio) or value.denominator is None or value.denominator:
        return False
    return scoring.zero_denominator is ZeroDenominator.NOT_APPLICABLE


def _warnings(value: DeclaredValue) -> tuple[str, ...]:
    if value.numerator is not None and value.denominator is not None and value.numerator > value.denominator:
        return (OVER_FULL,)
    return ()


def _refuse_others(declaration: Declaration, used: tuple[str, ...], advice: str) -> None:
    """Refuse a value in a column that the method does not use, or beside a claim."""
    for column in _COLUMNS:
        if column not in used and getattr(declaration, column):
            raise Refused("value-not-allowed", advice, column)


def _first_given(declaration: Declaration) -> str:
    return next((column for column in _COLUMNS if getattr(declaration, column)), "")
