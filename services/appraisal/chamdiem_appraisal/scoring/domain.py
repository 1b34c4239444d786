"""What an appraiser may give to an item of a sheet, and what is kept of it (scoring rules §4). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from chamdiem_appraisal.assignment.domain import NotAssigned, SheetNotFound
from chamdiem_kit.errors import Conflict, FieldError, Invalid, Stale
from chamdiem_rules.appraise import AppraisalInput, SelfPosition, appraise_adjustment, appraise_leaf
from chamdiem_rules.criteria_set import Adjustment, CriteriaSet, Leaf
from chamdiem_rules.difference import keeps_appraised_score
from chamdiem_rules.refusal import TITLES, Refused
from chamdiem_rules.score import is_possible_score


class SheetStillOpen(Conflict):
    type = "appraisal/sheet-still-open"
    title = "Đơn vị còn thời hạn gửi kết quả tự đánh giá"


class NotInRound(Conflict):
    type = "appraisal/not-in-round"
    title = "Vòng thẩm định này không sửa được nội dung này"


class SheetNotReopened(Conflict):
    type = "appraisal/sheet-not-reopened"
    title = "Phiếu của đơn vị này chưa được mở lại"


@dataclass(frozen=True)
class ScoreLine:
    """What one line gives to one item; `expected_version` None: whatever stands there. `agree`: the unit's own figure is taken."""

    sheet_id: UUID
    item: str
    given: AppraisalInput = field(default_factory=AppraisalInput)
    expected_version: int | None = None
    agree: bool = False


@dataclass(frozen=True)
class ItemOnSheet:
    """An item of a sheet as it stands before a write; `is_mine`: assigned to the agency, and to the account within it.

    `in_round`: the present round may change it.
    """

    sheet_id: UUID
    item: str
    unit_code: str
    criteria_set_id: UUID
    is_final: bool
    is_mine: bool
    position: SelfPosition
    claimed_count: int
    version: int
    in_round: bool = True


@dataclass(frozen=True)
class Kept:
    """What stands at an item: a score in points, the agreement to a claim, or a count; nothing of these: it was removed."""

    sheet_id: UUID
    item: str
    score: Decimal | None
    not_applicable: bool
    count: int | None
    reason: str
    version: int

    def difference(self, item: ItemOnSheet) -> Decimal | None:
        """Points or times more than the unit's own figure; None where one of the two has none."""
        if self.count is not None:
            return Decimal(self.count - item.claimed_count)
        return None if self.score is None or item.position.is_claim else self.score - item.position.self_score


def appraise(line: ScoreLine, item: ItemOnSheet | None, criteria_set: CriteriaSet | None, closed_units: Iterable[str]) -> Kept:
    """What to keep for a line.

    Raises `SheetNotFound`, `NotAssigned`, `SheetStillOpen`, `SheetNotReopened`, `NotInRound`, `Stale`, or `Invalid` with the codes of
    `chamdiem_rules.appraise` and `unknown-item`.
    """
    rule = require_open_item(line, item, criteria_set, closed_units)
    assert item is not None and criteria_set is not None
    if not item.in_round and not rule.is_system:
        raise NotInRound("Vòng sau chỉ sửa điểm các tiêu chí đã yêu cầu giải trình ở vòng trước; muốn sửa tiêu chí khác, đề nghị mở lại.")
    try:
        kept = _agreed(line, item, rule) if line.agree else _given(line, item, rule, criteria_set.score_decimals)
    except Refused as refused:
        raise invalid_line(refused) from refused
    if line.expected_version is not None and line.expected_version != item.version:
        raise Stale("Hãy xem nội dung hiện tại rồi sửa lại.", present={"version": item.version})
    return kept


def stays_under(rule: Leaf | Adjustment | None, score: Decimal | None, *, not_applicable: bool) -> bool:
    """Whether what stands at an item can stand under another version of its set: a score, an agreement, or else a count (rules §2)."""
    if isinstance(rule, Leaf):
        if not_applicable:
            return not rule.is_system and rule.not_applicable_allowed
        return score is not None and keeps_appraised_score(rule, score)
    return rule is not None and score is None and not not_applicable and not rule.is_system


def require_open_item(
    line: ScoreLine, item: ItemOnSheet | None, criteria_set: CriteriaSet | None, closed_units: Iterable[str]
) -> Leaf | Adjustment:
    """The item's rule, where the account may write about the item at all.

    Raises `SheetNotFound`, `NotAssigned`, `SheetStillOpen`, `SheetNotReopened`, or `Invalid` with the code `unknown-item`.
    """
    if item is None or criteria_set is None:
        raise SheetNotFound("Hãy kiểm tra lại phiếu chấm điểm trong kỳ đánh giá.")
    rule = criteria_set.item(line.item)
    if rule is None:
        raise invalid_line(Refused("unknown-item", f"Hãy kiểm tra lại mã: bộ tiêu chí {criteria_set.code} không có mục này.", "item"))
    if not item.is_mine and not rule.is_system:
        raise NotAssigned("Hãy liên hệ đầu mối thẩm định của cơ quan nếu cần được phân công.")
    if not item.is_final and not rule.is_system:
        raise SheetStillOpen("Hãy chờ đơn vị gửi kết quả, hoặc đến khi hết thời hạn gửi.")
    if item.unit_code in closed_units:
        raise SheetNotReopened("Việc mở lại không áp dụng cho đơn vị của người mở; hãy đề nghị tài khoản quản lý khác mở lại.")
    return rule


def _given(line: ScoreLine, item: ItemOnSheet, rule: object, score_decimals: int) -> Kept:
    if isinstance(rule, Leaf):
        leaf = appraise_leaf(rule, line.given, item.position, score_decimals)
        return _kept(item, score=leaf.score, not_applicable=leaf.agreed_not_applicable, reason=leaf.reason)
    adjustment = appraise_adjustment(rule, line.given, item.claimed_count)  # type: ignore[arg-type]  # a set's item is a leaf or an adjustment
    return _kept(item, count=adjustment.count, reason=adjustment.reason)


def _agreed(line: ScoreLine, item: ItemOnSheet, rule: object) -> Kept:
    if not isinstance(rule, Leaf):
        counted = appraise_adjustment(rule, AppraisalInput(count=str(item.claimed_count)), item.claimed_count)  # type: ignore[arg-type]
        return _kept(item, count=counted.count)
    if rule.is_system:
        raise Refused("system-item", f"Tiêu chí {rule.code} do hệ thống tính; hãy bỏ dòng này.", "item")
    if item.position.is_claim:
        return _kept(item, not_applicable=True)
    # Not by its text: an option may have more digits than a typed score is allowed.
    if not is_possible_score(rule, item.position.self_score):
        raise Refused(
            "score-not-possible", f"Điểm tự chấm tiêu chí {rule.code} là 0 nhưng cách chấm không cho ra điểm này; hãy chấm điểm.", "score"
        )
    return _kept(item, score=item.position.self_score)


def _kept(
    item: ItemOnSheet, *, score: Decimal | None = None, not_applicable: bool = False, count: int | None = None, reason: str = ""
) -> Kept:
    return Kept(item.sheet_id, item.item, score, not_applicable, count, reason, item.version + 1)


def invalid_line(refused: Refused) -> Invalid:
    """The refusal of a line as a problem."""
    errors = (FieldError(f"/{refused.column}", refused.detail),) if refused.column else ()
    return Invalid(refused.detail, errors=errors, type_=f"appraisal/{refused.code}", title_=TITLES[refused.code])
