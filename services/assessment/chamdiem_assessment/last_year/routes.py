"""What stood beside each item a year ago, for who fills in the sheet now."""

from collections.abc import Mapping
from uuid import UUID

from pydantic import BaseModel

from chamdiem_assessment.access import MayEnterValues
from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.evidence import store as files
from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.last_year import store
from chamdiem_assessment.sheet import answer_store
from chamdiem_assessment.sheet.answer import KeptAnswer
from chamdiem_assessment.sheet.bodies import EvidenceOfItemOut, evidence_fields, files_of
from chamdiem_assessment.sheet.holding import holds, load_seen
from chamdiem_kit.app import Ctx, service_router
from chamdiem_rules.methods import Choice, YesNo
from chamdiem_rules.set_types import Adjustment, CriteriaSet, Leaf

router = service_router("assessment", "/sheets", tags=["sheets"])


class AnswerBeforeOut(BaseModel):
    """Số liệu năm trước của tiêu chí cùng mã; `title` và `option_label` theo bộ tiêu chí năm đó."""

    item: str
    title: str
    same_title: bool
    option_label: str | None
    numerator: str | None
    denominator: str | None
    count: str | None
    not_applicable: bool
    self_score: str | None
    explanation: str
    evidence: list[EvidenceOfItemOut]


class LastYearOut(BaseModel):
    """Số liệu của kỳ trước; `year` trống khi đơn vị không có phiếu nào trước kỳ này.

    `of_unit`: tên đơn vị cũ, khi đó là phiếu của đơn vị duy nhất đã hợp nhất vào đơn vị này. `merged_from`: tên các đơn vị cũ, khi có nhiều
    đơn vị hợp nhất lại nên không có số liệu nào để so.
    """

    year: int | None
    of_unit: str | None
    merged_from: list[str]
    sheet_id: UUID | None
    items: list[AnswerBeforeOut]


@router.get("/{sheet_id}/last-year")
async def show_last_year(sheet_id: UUID, actor: MayEnterValues, ctx: Ctx) -> LastYearOut:
    """Số liệu, giải trình và tài liệu của đơn vị, hay của đơn vị cũ duy nhất đã hợp nhất vào, ở kỳ liền trước cùng chương trình."""
    async with ctx.snapshot() as tx:
        sheet, held = await load_seen(tx, sheet_id, actor)
        before = await store.sheet_before(tx, sheet_id, sheet.of.unit_code)
        if before is None:
            merged_from = await store.several_predecessors(tx, sheet.of.unit_code)
            return LastYearOut(year=None, of_unit=None, merged_from=merged_from, sheet_id=None, items=[])
        now_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        before_set = await sets.load_published(tx, before.criteria_set_id)
        answers = await answer_store.list_of_sheet(tx, before.sheet_id)
        named = await files.by_id(tx, files_of(answers.values()))
    shown = [code for code in now_set.items if code in answers and code in before_set.items and holds(held, code)]
    items = [_out(now_set, before_set, answers[code], named) for code in shown]
    return LastYearOut(year=before.year, of_unit=before.of_unit, merged_from=[], sheet_id=before.sheet_id, items=items)


def _out(now_set: CriteriaSet, before_set: CriteriaSet, kept: KeptAnswer, named: Mapping[UUID, Evidence]) -> AnswerBeforeOut:
    a = kept.answer
    item, item_now = before_set.items[a.item], now_set.items[a.item]
    return AnswerBeforeOut(
        item=a.item,
        title=item.title,
        same_title=item.title == item_now.title,
        option_label=_label(item, a.option),
        numerator=a.numerator,
        denominator=a.denominator,
        count=a.count,
        not_applicable=a.not_applicable,
        self_score=None if a.self_score is None else f"{a.self_score:f}",
        explanation=a.explanation,
        evidence=[EvidenceOfItemOut(**evidence_fields(named[i])) for i in a.evidence_ids],
    )


def _label(item: Leaf | Adjustment, option: str | None) -> str | None:
    if isinstance(item, Leaf) and isinstance(item.scoring, YesNo | Choice):
        return next((o.label for o in item.scoring.options if o.id == option), option)
    return option
