"""Items, sheets and history as they are answered. Points are texts in fixed point."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from chamdiem_appraisal.clarification.bodies import ClarificationOut, clarification_values
from chamdiem_appraisal.known.store import read_json
from chamdiem_appraisal.sheet.comparing import Figures, declared_text
from chamdiem_rules.criteria_set import Adjustment, CriteriaSet, Leaf
from chamdiem_rules.system_items import adjustment_points


class EvidenceOut(BaseModel):
    """Một tệp tài liệu kiểm chứng trong bản đã gửi."""

    name: str
    sha256: str
    size_bytes: int
    media_type: str


class ItemOut(BaseModel):
    """Một tiêu chí hoặc mục: đơn vị kê khai gì, tự chấm bao nhiêu, cơ quan thẩm định cho gì; tiêu chí hệ thống tính chỉ để xem."""

    item: str
    kind: str
    title: str
    max_score: str | None
    system: bool
    appraiser_code: str | None
    option: str | None
    numerator: str | None
    denominator: str | None
    claimed_count: str | None
    is_claim: bool
    self_score: str | None
    explanation: str
    evidence: Sequence[EvidenceOut]
    score: str | None
    not_applicable: bool
    count: str | None
    points: str | None
    reason: str
    declared: str
    difference: str | None
    differs: bool
    reason_due: bool
    version: int
    scored_by: UUID | None
    scored_at: datetime | None
    clarifications: Sequence[ClarificationOut]


class AssignedItemOut(ItemOut):
    """Một tiêu chí hoặc mục được phân công; `assigned_to`: tài khoản được đầu mối giao, trống: cả cơ quan.

    `may_write`: tài khoản đang dùng được chấm mục này trong vòng hiện tại, nếu đợt thẩm định đang mở.
    """

    sheet_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    ranking_group: str
    is_sent: bool
    late: bool
    may_write: bool
    assigned_to: Sequence[UUID]


class KnockOutOut(BaseModel):
    """Điều kiện khống chế xác nhận bằng tay."""

    code: str
    title: str
    appraiser_code: str
    confirmed: bool


class SheetOut(BaseModel):
    """Phiếu chấm điểm của một đơn vị theo một bộ tiêu chí."""

    sheet_id: UUID
    period_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    is_sent: bool
    sent_at: datetime | None
    late: bool
    items: Sequence[ItemOut]
    knock_outs: Sequence[KnockOutOut]


class HistoryOut(BaseModel):
    """Một lần thay đổi điểm thẩm định: trước, sau, ai, khi nào, vì sao."""

    version: int
    act: str
    score_before: str | None
    not_applicable_before: bool | None
    count_before: str | None
    reason_before: str | None
    score: str | None
    not_applicable: bool
    count: str | None
    reason: str
    changed_by: UUID | None
    changed_at: datetime


def clarifications_of(questions: Sequence[Any]) -> dict[tuple[UUID, str], list[dict[str, Any]]]:
    """Sheet and item → what was asked about it, in the order of the rounds, with the answers."""
    found: dict[tuple[UUID, str], list[dict[str, Any]]] = {}
    for row in questions:
        found.setdefault((row.sheet_id, row.item), []).append(clarification_values(row))
    return found


def item_values(row: Any, criteria_set: CriteriaSet, clarifications: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """The fields of `ItemOut` from a row of the store."""
    rule = criteria_set.item(row.item)
    figures = figures_of(row)
    return {
        "item": row.item,
        "kind": row.kind,
        "title": rule.title if rule else "",
        "max_score": points_text(rule.max_score) if isinstance(rule, Leaf) else None,
        "system": False,
        "appraiser_code": row.appraiser_code,
        "option": row.option,
        "numerator": row.numerator,
        "denominator": row.denominator,
        "claimed_count": None if row.claimed_count is None else str(row.claimed_count),
        "is_claim": row.is_claim,
        "self_score": points_text(row.self_score),
        "explanation": row.explanation,
        "evidence": read_json(row.evidence),
        "score": points_text(row.score),
        "not_applicable": row.not_applicable,
        "count": None if row.count is None else str(row.count),
        "points": points_text(adjustment_points(rule, row.count)) if isinstance(rule, Adjustment) and row.count is not None else None,
        "reason": row.reason,
        "declared": declared_text(rule, option=row.option, numerator=row.numerator, denominator=row.denominator, count=row.claimed_count),
        "difference": points_text(figures.difference),
        "differs": figures.differs,
        "reason_due": figures.reason_due,
        "version": row.version,
        "scored_by": row.scored_by,
        "scored_at": row.scored_at,
        "clarifications": clarifications,
    }


def figures_of(row: Any) -> Figures:
    """The unit's figure and the agency's from a row of the store."""
    return Figures(
        row.kind, row.self_score, row.is_claim, row.claimed_count, row.score, row.not_applicable, row.count, getattr(row, "reason", "")
    )


def system_values(rule: Leaf | Adjustment) -> dict[str, Any]:
    """The fields of `ItemOut` for an item that the system scores."""
    return {
        **dict.fromkeys(ItemOut.model_fields),
        "item": rule.code,
        "kind": "leaf" if isinstance(rule, Leaf) else "adjustment",
        "title": rule.title,
        "max_score": points_text(rule.max_score) if isinstance(rule, Leaf) else None,
        "system": True,
        "is_claim": False,
        "explanation": "",
        "evidence": [],
        "not_applicable": False,
        "reason": "",
        "declared": "",
        "differs": False,
        "reason_due": False,
        "version": 0,
        "clarifications": [],
    }


def sheet_items(
    rows: Sequence[Any], criteria_set: CriteriaSet, questions: Sequence[Any], *, with_system_items: bool
) -> list[dict[str, Any]]:
    """Items in the set's order, those that the system scores among them where the whole sheet is seen."""
    by_code = {row.item: row for row in rows}
    asked = clarifications_of(questions)
    found = []
    for code, rule in criteria_set.items.items():
        if code in by_code:
            found.append(item_values(by_code[code], criteria_set, asked.get((by_code[code].sheet_id, code), ())))
        elif with_system_items and rule.is_system:
            found.append(system_values(rule))
    return found


def history_out(row: Any) -> HistoryOut:
    """From a row of the store."""
    return HistoryOut(
        version=row.version,
        act=row.act,
        score_before=points_text(row.score_before),
        not_applicable_before=row.not_applicable_before,
        count_before=None if row.count_before is None else str(row.count_before),
        reason_before=row.reason_before,
        score=points_text(row.score),
        not_applicable=row.not_applicable,
        count=None if row.count is None else str(row.count),
        reason=row.reason,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
    )


def points_text(value: Decimal | None) -> str | None:
    """Points as JSON has them."""
    return None if value is None else f"{value:f}"
