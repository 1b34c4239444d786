"""Asking a unit to explain a leaf, so that the next round may score it again (rules §4, rounds). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from chamdiem_appraisal.scoring.domain import ItemOnSheet, ScoreLine, invalid_line, require_open_item
from chamdiem_kit.errors import Conflict, DomainError, FieldError, Invalid
from chamdiem_rules.criteria_set import CriteriaSet, Leaf
from chamdiem_rules.refusal import TITLES, Refused
from chamdiem_rules.text import clean_text, is_blank


class QuestionSent(Conflict):
    type = "appraisal/question-sent"
    title = "Yêu cầu giải trình đã được gửi"


class NotALeaf(Invalid):
    type = "appraisal/not-a-leaf"
    title = "Chỉ yêu cầu giải trình được tiêu chí"


@dataclass(frozen=True)
class QuestionLine:
    """What to ask about one leaf of one sheet; '' takes the question back."""

    sheet_id: UUID
    item: str
    question: str


def judge_question(
    line: QuestionLine, item: ItemOnSheet | None, criteria_set: CriteriaSet | None, closed_units: Iterable[str], *, is_sent: bool
) -> QuestionLine:
    """The line as it is kept, its text cleaned.

    Raises as `require_open_item`, `NotALeaf`, `QuestionSent`, or `Invalid` with the codes `system-item` and `text-too-long`.
    """
    rule = require_open_item(ScoreLine(line.sheet_id, line.item), item, criteria_set, closed_units)
    if rule.is_system:
        raise invalid_line(Refused("system-item", f"Tiêu chí {rule.code} do hệ thống tính; hãy bỏ dòng này.", "item"))
    if not isinstance(rule, Leaf):
        raise NotALeaf("Hãy xác nhận số lần của mục thưởng, trừ.", errors=(FieldError("/item", "Mục này không phải là tiêu chí."),))
    if is_sent:
        raise QuestionSent("Câu hỏi đã đến đơn vị nên không sửa, không bỏ được nữa.")
    try:
        question = clean_text(line.question, "question")
    except Refused as refused:
        raise invalid_line(refused) from refused
    return QuestionLine(line.sheet_id, line.item, "" if is_blank(question) else question)


def duplicate() -> DomainError:
    """The refusal of a line that repeats the sheet and item of an earlier one."""
    detail = "Phiếu và tiêu chí này đã có ở dòng trước; hãy bỏ dòng lặp."
    return Invalid(detail, errors=(FieldError("/item", detail),), type_="appraisal/duplicate", title_=TITLES["duplicate"])
