"""What an appraiser may give to an item, and when a reason is due (scoring-rules.md section 4; Điều 10.2)."""

from dataclasses import dataclass
from decimal import Decimal

from chamdiem_rules.numbers import parse_count, parse_typed_score
from chamdiem_rules.refusal import Refused
from chamdiem_rules.score import is_possible_score, possible_scores
from chamdiem_rules.set_types import Adjustment, Leaf
from chamdiem_rules.text import clean_text, is_blank


@dataclass(frozen=True, slots=True)
class AppraisalInput:
    """The texts an appraiser gives for one item; '' where nothing was given. `not_applicable` is `yes` or ''."""

    score: str = ""
    count: str = ""
    not_applicable: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SelfPosition:
    """What the unit holds for a leaf: its self-score in points (0 for a claim and for a unit that sent nothing), and whether it claims."""

    self_score: Decimal = Decimal(0)
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class AppraisedLeaf:
    """What is kept for a leaf: a score in points, or None with the claim of not applicable agreed to."""

    score: Decimal | None
    agreed_not_applicable: bool
    reason: str


@dataclass(frozen=True, slots=True)
class AppraisedCount:
    """What is kept for an adjustment: the confirmed count."""

    count: int
    reason: str


def appraise_leaf(leaf: Leaf, given: AppraisalInput, position: SelfPosition, score_decimals: int) -> AppraisedLeaf:
    """The score, or the agreement to a claim, to keep for one leaf of one unit.

    Refused: `system-item`, `value-not-allowed`, `not-claimed`, `value-missing`, `not-a-number`, `too-many-digits`, `out-of-range`,
    `score-not-possible`, `text-too-long`, and `reason-missing` where score and self-score differ as decimals (1.5 equals 1.50) or a
    claim is refused.
    """
    if leaf.is_system:
        raise Refused("system-item", f"Tiêu chí {leaf.code} do hệ thống tính; hãy bỏ điểm thẩm định này.", _first_given(given))
    if given.count:
        raise Refused("value-not-allowed", f"Tiêu chí {leaf.code} nhận điểm ở cột score, không nhận số lần.", "count")
    if _agrees(given):
        if given.score:
            raise Refused("value-not-allowed", "Đã đồng ý không áp dụng thì để trống điểm.", "score")
        if not position.is_claim:
            raise Refused("not-claimed", f"Đơn vị không đề nghị không áp dụng tiêu chí {leaf.code}; hãy chấm điểm.", "not_applicable")
        return AppraisedLeaf(None, True, clean_text(given.reason, "reason"))
    score = parse_typed_score(given.score, score_decimals)
    _check_bounds(leaf, score)
    reason = clean_text(given.reason, "reason")
    if is_blank(reason) and (position.is_claim or score != position.self_score):
        was = "đơn vị đề nghị không áp dụng" if position.is_claim else f"điểm tự chấm là {position.self_score:f}"
        raise Refused("reason-missing", f"Hãy nêu lý do chấm {score:f} điểm vì {was}.", "reason")
    return AppraisedLeaf(score, False, reason)


def appraise_adjustment(adjustment: Adjustment, given: AppraisalInput, claimed_count: int) -> AppraisedCount:
    """The count to confirm for an adjustment of one unit; `claimed_count` is 0 where the unit claimed or sent nothing.

    Refused: `system-item`, `value-not-allowed`, `value-missing`, `not-a-number`, `text-too-long`, `reason-missing` where the counts differ.
    """
    if adjustment.is_system:
        raise Refused("system-item", f"Mục {adjustment.code} do hệ thống tính; hãy bỏ số lần này.", _first_given(given))
    if given.score:
        raise Refused("value-not-allowed", f"Mục {adjustment.code} nhận số lần ở cột count, không nhận điểm.", "score")
    if _agrees(given):
        raise Refused("value-not-allowed", f"Mục {adjustment.code} không có trường hợp không áp dụng.", "not_applicable")
    count = parse_count(given.count, "count")
    reason = clean_text(given.reason, "reason")
    if is_blank(reason) and count != claimed_count:
        raise Refused("reason-missing", f"Hãy nêu lý do xác nhận {count} lần vì đơn vị kê khai {claimed_count} lần.", "reason")
    return AppraisedCount(count, reason)


def _check_bounds(leaf: Leaf, score: Decimal) -> None:
    if score > leaf.max_score:
        raise Refused("out-of-range", f"Hãy chấm tiêu chí {leaf.code} từ 0 đến {leaf.max_score:f} điểm.", "score")
    if not is_possible_score(leaf, score):
        choices = possible_scores(leaf) or ()
        known = ", ".join(f"{s:f}" for s in choices[:20])
        raise Refused("score-not-possible", f"Hãy chấm tiêu chí {leaf.code} một trong các điểm mà cách chấm cho ra: {known}.", "score")


def _agrees(given: AppraisalInput) -> bool:
    if given.not_applicable not in ("", "yes"):
        raise Refused("value-not-allowed", "Cột này chỉ nhận 'yes' hoặc để trống.", "not_applicable")
    return given.not_applicable == "yes"


def _first_given(given: AppraisalInput) -> str:
    return next((column for column in ("score", "count", "not_applicable", "reason") if getattr(given, column)), "")
