"""The lead asks members to look again; the asked members answer; both see it, nobody else."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import LEAD, MayAnswerSecondLook, MayAskSecondLook, MayReadSecondLooks, sight_of
from chamdiem_appraisal.assignment import store as assignment
from chamdiem_appraisal.assignment.domain import Appraisal, UnknownMember, require_writing
from chamdiem_appraisal.batch import MAX_LINES, BatchOut, RefusedLine
from chamdiem_appraisal.clarification.domain import duplicate
from chamdiem_appraisal.cursors import sheet_and_position
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.scoring import store as scoring
from chamdiem_appraisal.scoring.domain import ItemOnSheet, ScoreLine
from chamdiem_appraisal.second_look import store
from chamdiem_appraisal.second_look.domain import Answer, AnswerLine, AskLine, judge_answer, judge_ask
from chamdiem_appraisal.sheet.views import points_text
from chamdiem_kit.access import Actor
from chamdiem_kit.accounts import accounts_by_id, accounts_of_person
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import DomainError, FieldError
from chamdiem_kit.paging import After, Limit, Page, cursor_of
from chamdiem_kit.refusals import refused_line
from chamdiem_rules.appraise import AppraisalInput
from chamdiem_rules.criteria_set import CriteriaSet
from chamdiem_rules.text import nfc

router = service_router("appraisal", "/appraisals", tags=["second_look"])
Judging = dict[int, tuple[ItemOnSheet, CriteriaSet | None]]


class AskIn(BaseModel):
    """Đề nghị một thành viên xem lại một mục; bỏ trống `account_id`: rút đề nghị chưa trả lời."""

    model_config = ConfigDict(extra="forbid")

    sheet_id: UUID
    item: str
    account_id: UUID | None = None
    note: str = ""


class AskLines(BaseModel):
    """Tối đa 1000 dòng."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[AskIn], Field(max_length=MAX_LINES)]


class AnswerIn(BaseModel):
    """Trả lời: đồng ý với điểm đang có, hoặc đề xuất điểm khác kèm lý do; trả lời không tự đổi điểm."""

    model_config = ConfigDict(extra="forbid")

    sheet_id: UUID
    item: str
    confirmed: bool
    score: str | None = None
    count: str | None = None
    not_applicable: bool = False
    reason: str | None = None

    @property
    def given(self) -> AppraisalInput:
        """As the rules take it."""
        return AppraisalInput(self.score or "", self.count or "", "yes" if self.not_applicable else "", self.reason or "")


class AnswerLines(BaseModel):
    """Tối đa 1000 dòng."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[AnswerIn], Field(max_length=MAX_LINES)]


class SecondLookOut(BaseModel):
    """Một đề nghị xem lại: ai được đề nghị, trả lời gì, và điểm đang có; `changed_since`: điểm đã đổi sau khi trả lời."""

    sheet_id: UUID
    item: str
    set_code: str
    unit_code: str
    unit_name: str
    account_id: UUID
    note: str
    state: str
    score: str | None
    not_applicable: bool
    count: str | None
    reason: str
    asked_by: UUID
    asked_at: datetime
    answered_at: datetime | None
    present_score: str | None
    present_not_applicable: bool
    present_count: str | None
    present_reason: str
    present_version: int
    changed_since: bool
    version: int


@router.get("/{appraisal_id}/second-looks")
async def list_second_looks(
    appraisal_id: UUID, actor: MayReadSecondLooks, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[SecondLookOut]:
    """Các đề nghị xem lại trong cơ quan: đầu mối thấy tất cả, thành viên thấy những đề nghị gửi cho mình."""
    async with ctx.snapshot() as tx:
        row = await assignment.load_in_sight(tx, sight_of(actor).parameters, appraisal_id)
        rows = await store.list_for(
            tx,
            row.id,
            actor.account_id,
            is_lead=LEAD in actor.roles,
            only_unit=actor.only_for_unit,
            after=sheet_and_position(after),
            limit=limit + 1,
        )
    page = rows[:limit]
    following = cursor_of(str(page[-1].sheet_id), page[-1].position) if len(rows) > limit else None
    return Page(items=[_out(one) for one in page], next=following)


@router.patch("/{appraisal_id}/second-looks")
async def ask_second_looks(appraisal_id: UUID, body: AskLines, actor: MayAskSecondLook, ctx: Ctx) -> BatchOut:
    """Đầu mối đề nghị thành viên xem lại các mục, tối đa 1000 dòng; đề nghị mới thay đề nghị cũ của mục đó."""
    lines = [AskLine(line.sheet_id, nfc(line.item), line.account_id, line.note) for line in body.lines]
    async with ctx.transaction() as tx:
        appraisal, period = await assignment.hold_own(tx, appraisal_id, actor.appraiser_code)
        require_writing(appraisal, period)
        found = await _items(tx, [ScoreLine(line.sheet_id, line.item) for line in lines], actor, appraisal)
        units = await _units_of_members(tx, lines, actor.appraiser_code)
        kept: dict[tuple[UUID, str], AskLine] = {}
        refused = []
        for place, line in enumerate(lines):
            item, criteria_set = found.get(place, (None, None))
            try:
                note = judge_ask(line, item, criteria_set, appraisal.closed_units)
                assert item is not None
                _require_member(line, units, item.unit_code)
                if (line.sheet_id, line.item) in kept:
                    raise duplicate()
                kept[line.sheet_id, line.item] = AskLine(line.sheet_id, line.item, line.account_id, note)
            except DomainError as refusal:
                refused.append(RefusedLine.model_validate(refused_line(place, refusal)))
        await store.ask(tx, appraisal.id, list(kept.values()), actor.account_id)
    return BatchOut(saved=len(kept), refused=refused)


@router.patch("/{appraisal_id}/second-looks/answers")
async def answer_second_looks(appraisal_id: UUID, body: AnswerLines, actor: MayAnswerSecondLook, ctx: Ctx) -> BatchOut:
    """Thành viên được đề nghị trả lời: đồng ý, hoặc đề xuất điểm khác kèm lý do, tối đa 1000 dòng."""
    lines = [AnswerLine(line.sheet_id, nfc(line.item), line.confirmed, line.given) for line in body.lines]
    async with ctx.transaction() as tx:
        appraisal, period = await assignment.hold_own(tx, appraisal_id, actor.appraiser_code)
        require_writing(appraisal, period)
        looks = await store.of_sheets(tx, appraisal.id, [line.sheet_id for line in lines])
        found = await _items(tx, [ScoreLine(line.sheet_id, line.item) for line in lines], actor, appraisal)
        kept: dict[tuple[UUID, str], Answer] = {}
        refused = []
        for place, line in enumerate(lines):
            key = (line.sheet_id, line.item)
            item, criteria_set = found.get(place, (None, None))
            try:
                judged = judge_answer(line, looks.get(key), actor.account_id, item, criteria_set)
                if key in kept:
                    raise duplicate()
                kept[key] = judged
            except DomainError as refusal:
                refused.append(RefusedLine.model_validate(refused_line(place, refusal)))
        await store.answer(tx, appraisal.id, kept, actor.account_id)
    return BatchOut(saved=len(kept), refused=refused)


async def _items(tx: AsyncConnection, lines: Sequence[ScoreLine], actor: Actor, appraisal: Appraisal) -> Judging:
    # Asked about an item the lead gave to somebody else: that is the point of a second look, so assignment within the agency aside.
    found = await scoring.items_of(tx, lines, actor, appraisal, is_lead=True)
    return {place: (item, await criteria.criteria_set_of(tx, item.criteria_set_id, forms_id)) for place, (item, forms_id) in found.items()}


async def _units_of_members(tx: AsyncConnection, lines: Sequence[AskLine], agency: str | None) -> dict[UUID, frozenset[str]]:
    """The agency's accounts among those asked → the units of their persons."""
    accounts = await accounts_by_id(tx, sorted({line.account_id for line in lines if line.account_id is not None}))
    found = {}
    for account in accounts:
        if account.kind == "appraisal" and account.appraiser_code == agency and account.status == "active":
            person = await accounts_of_person(tx, account.sub)
            found[account.account_id] = frozenset[str]().union(*(a.own_units for a in person if a.status != "ended"))
    return found


def _require_member(line: AskLine, units: dict[UUID, frozenset[str]], unit_code: str) -> None:
    if line.account_id is None:
        return
    if line.account_id not in units:
        detail = "Hãy chọn tài khoản thẩm định đang hoạt động của cơ quan."
    elif unit_code in units[line.account_id]:
        detail = "Thành viên này thuộc đơn vị được chấm; hãy chọn người khác."
    else:
        return
    raise UnknownMember(detail, errors=(FieldError("/account_id", detail),))


def _out(row: object) -> SecondLookOut:
    values = dict(row._mapping)  # type: ignore[attr-defined]  # a database row
    for name in ("score", "present_score"):
        values[name] = points_text(values[name])
    for name in ("count", "present_count"):
        values[name] = None if values[name] is None else str(values[name])
    return SecondLookOut.model_validate(values)
