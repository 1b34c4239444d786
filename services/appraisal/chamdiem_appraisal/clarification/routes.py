"""Ask units to explain leaves, and see what was asked and answered."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_appraisal.access import LEAD, MayAsk, MayReadAppraisal, sight_of
from chamdiem_appraisal.assignment import store as assignment
from chamdiem_appraisal.assignment.asking import require_asking
from chamdiem_appraisal.assignment.domain import require_writing
from chamdiem_appraisal.batch import MAX_LINES, BatchOut, RefusedLine
from chamdiem_appraisal.clarification import store
from chamdiem_appraisal.clarification.bodies import ClarificationOut, clarification_values
from chamdiem_appraisal.clarification.domain import QuestionLine, duplicate, judge_question
from chamdiem_appraisal.cursors import sheet_position_round
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.scoring import store as scoring
from chamdiem_appraisal.scoring.domain import ScoreLine
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import DomainError
from chamdiem_kit.paging import After, Limit, Page, cursor_of
from chamdiem_kit.refusals import refused_line
from chamdiem_rules.text import nfc

router = service_router("appraisal", "/appraisals", tags=["clarification"])


class QuestionIn(BaseModel):
    """Câu hỏi về một tiêu chí của một phiếu; để trống: bỏ câu hỏi chưa gửi."""

    model_config = ConfigDict(extra="forbid")

    sheet_id: UUID
    item: str
    question: str = ""


class QuestionLines(BaseModel):
    """Tối đa 1000 dòng."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[QuestionIn], Field(max_length=MAX_LINES)]


class QuestionOut(ClarificationOut):
    """Một yêu cầu giải trình của cơ quan thẩm định."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    item: str


@router.patch("/{appraisal_id}/questions")
async def ask_questions(appraisal_id: UUID, body: QuestionLines, actor: MayAsk, ctx: Ctx) -> BatchOut:
    """Yêu cầu đơn vị giải trình các tiêu chí, tối đa 1000 dòng; câu hỏi đến đơn vị khi đầu mối gửi kết quả của vòng."""
    lines = [QuestionLine(line.sheet_id, nfc(line.item), line.question) for line in body.lines]
    async with ctx.transaction() as tx:
        appraisal, period = await assignment.hold_own(tx, appraisal_id, actor.appraiser_code)
        require_writing(appraisal, period)
        require_asking(appraisal, period)
        about = [ScoreLine(line.sheet_id, line.item) for line in lines]
        found = await scoring.items_of(tx, about, actor, appraisal, is_lead=LEAD in actor.roles)
        sent = await store.sent_of(tx, [line.sheet_id for line in lines], appraisal.round)
        kept: dict[tuple[UUID, str], QuestionLine] = {}
        refused = []
        for place, line in enumerate(lines):
            key = (line.sheet_id, line.item)
            item, forms_id = found.get(place, (None, None))
            criteria_set = await criteria.criteria_set_of(tx, item.criteria_set_id, forms_id) if item else None
            try:
                judged = judge_question(line, item, criteria_set, appraisal.closed_units, is_sent=key in sent)
                if key in kept:
                    raise duplicate()
                kept[key] = judged
            except DomainError as refusal:
                refused.append(RefusedLine.model_validate(refused_line(place, refusal)))
        await store.save(tx, appraisal, list(kept.values()), actor.account_id)
    return BatchOut(saved=len(kept), refused=refused)


@router.get("/{appraisal_id}/questions")
async def list_questions(
    appraisal_id: UUID, actor: MayReadAppraisal, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[QuestionOut]:
    """Các yêu cầu giải trình của cơ quan qua các vòng, kèm trả lời của đơn vị."""
    sight = sight_of(actor).parameters
    async with ctx.snapshot() as tx:
        await assignment.load_in_sight(tx, sight, appraisal_id)
        rows = await store.list_in_sight(tx, sight, appraisal_id, sheet_position_round(after), limit + 1)
    page = rows[:limit]
    following = cursor_of(str(page[-1].sheet_id), page[-1].position, page[-1].round) if len(rows) > limit else None
    return Page(items=[QuestionOut.model_validate({**row._mapping, **clarification_values(row)}) for row in page], next=following)
