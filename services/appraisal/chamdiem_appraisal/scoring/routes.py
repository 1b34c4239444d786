"""Scores one by one and many at once, and agreeing with the unit's own figures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import LEAD, MayScore
from chamdiem_appraisal.assignment import store as assignment
from chamdiem_appraisal.assignment.domain import require_writing
from chamdiem_appraisal.batch import MAX_LINES, BatchOut, RefusedLine
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.scoring import store
from chamdiem_appraisal.scoring.domain import ItemOnSheet, Kept, ScoreLine, appraise
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import DomainError, Stale
from chamdiem_kit.etag import ExpectedVersion, set_etag
from chamdiem_kit.refusals import refused_line
from chamdiem_rules.appraise import AppraisalInput
from chamdiem_rules.criteria_set import CriteriaSet
from chamdiem_rules.text import nfc

router = service_router("appraisal", "/appraisals", tags=["scoring"])


class ScoreIn(BaseModel):
    """Điểm (tiêu chí) hoặc số lần (điểm thưởng, điểm trừ), hoặc đồng ý không áp dụng; số viết dạng chuỗi."""

    model_config = ConfigDict(extra="forbid")

    score: str | None = None
    count: str | None = None
    not_applicable: bool = False
    reason: str | None = None

    @property
    def given(self) -> AppraisalInput:
        """As the rules take it."""
        return AppraisalInput(self.score or "", self.count or "", "yes" if self.not_applicable else "", self.reason or "")


class ScoreLineIn(ScoreIn):
    """Một dòng; `version` trống: ghi đè nội dung đang có."""

    sheet_id: UUID
    item: str
    version: int | None = Field(default=None, ge=0, le=2**31 - 2)


class AgreeLineIn(BaseModel):
    """Tiêu chí hoặc mục được đồng ý theo đơn vị."""

    model_config = ConfigDict(extra="forbid")

    sheet_id: UUID
    item: str


class ScoreLines(BaseModel):
    """Tối đa 1000 dòng."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[ScoreLineIn], Field(max_length=MAX_LINES)]


class AgreeLines(BaseModel):
    """Tối đa 1000 dòng."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[AgreeLineIn], Field(max_length=MAX_LINES)]


class ScoreOut(BaseModel):
    """Nội dung đang giữ của một tiêu chí hoặc mục; `difference`: chênh lệch với điểm tự chấm hoặc số lần kê khai."""

    sheet_id: UUID
    item: str
    score: str | None
    not_applicable: bool
    count: str | None
    reason: str
    difference: str | None
    differs: bool
    version: int
    scored_at: datetime


class ScoresOut(BatchOut):
    """Số dòng đã lưu, nội dung đang giữ của từng tiêu chí vừa lưu, và các dòng bị từ chối; dòng lỗi thời kèm nội dung hiện tại."""

    kept: Sequence[ScoreOut] = ()


@router.put("/{appraisal_id}/sheets/{sheet_id}/items/{item}/score")
async def save_score(
    appraisal_id: UUID, sheet_id: UUID, item: str, body: ScoreIn, expected: ExpectedVersion, actor: MayScore, ctx: Ctx, response: Response
) -> ScoreOut:
    """Chấm điểm một tiêu chí, hoặc xác nhận số lần của một mục; điểm khác điểm tự chấm phải nêu lý do (Điều 10.2)."""
    line = ScoreLine(sheet_id, nfc(item), body.given, expected)
    async with ctx.transaction() as tx:
        round_, found, (judged,) = await _judge(tx, appraisal_id, [line], actor)
        if isinstance(judged, Stale):
            raise await _stale(tx, line)
        if isinstance(judged, DomainError):
            raise judged
        times = await store.save(tx, [judged], by=actor.account_id, round_=round_)
        if not times:
            raise await _stale(tx, line)
    set_etag(response, judged.version)
    return _score_out(judged, found[0], times[sheet_id, judged.item])


@router.patch("/{appraisal_id}/scores")
async def save_scores(appraisal_id: UUID, body: ScoreLines, actor: MayScore, ctx: Ctx) -> ScoresOut:
    """Chấm nhiều điểm một lần, tối đa 1000 dòng; dòng đúng được lưu, dòng sai bị từ chối kèm lý do."""
    lines = [ScoreLine(line.sheet_id, nfc(line.item), line.given, line.version) for line in body.lines]
    return await _save_all(ctx, appraisal_id, lines, actor, act="scored")


@router.post("/{appraisal_id}/agree")
async def agree_with_self_scores(appraisal_id: UUID, body: AgreeLines, actor: MayScore, ctx: Ctx) -> ScoresOut:
    """Đồng ý với điểm tự chấm, đề nghị không áp dụng hoặc số lần kê khai của đơn vị, tối đa 1000 dòng."""
    lines = [ScoreLine(line.sheet_id, nfc(line.item), agree=True) for line in body.lines]
    return await _save_all(ctx, appraisal_id, lines, actor, act="agreed")


async def _save_all(ctx: Ctx, appraisal_id: UUID, lines: Sequence[ScoreLine], actor: Actor, *, act: str) -> ScoresOut:
    async with ctx.transaction() as tx:
        round_, found, judged = await _judge(tx, appraisal_id, lines, actor)
        # A later line of an item replaces an earlier one, as if it had come after it.
        last = {(k.sheet_id, k.item): (place, k) for place, k in enumerate(judged) if isinstance(k, Kept)}
        times = await store.save(tx, [k for _, k in last.values()], by=actor.account_id, round_=round_, act=act)
        refused = []
        saved = 0
        for index, result in enumerate(judged):
            if isinstance(result, Kept) and (result.sheet_id, result.item) in times:
                saved += 1
            elif isinstance(result, Kept | Stale):
                refused.append(RefusedLine.model_validate(refused_line(index, await _stale(tx, lines[index]))))
            else:
                refused.append(RefusedLine.model_validate(refused_line(index, result)))
    kept = [_score_out(k, found[place], times[key]) for key, (place, k) in last.items() if key in times]
    return ScoresOut(saved=saved, kept=kept, refused=refused)


async def _judge(
    tx: AsyncConnection, appraisal_id: UUID, lines: Sequence[ScoreLine], actor: Actor
) -> tuple[int, dict[int, ItemOnSheet], list[Kept | DomainError]]:
    """The round that is written, what stood at each line, and what becomes of it. Raises where nothing at all may be written."""
    appraisal, period = await assignment.hold_own(tx, appraisal_id, actor.appraiser_code)
    require_writing(appraisal, period)
    found = await store.items_of(tx, lines, actor, appraisal, is_lead=LEAD in actor.roles)
    sets: dict[UUID, CriteriaSet | None] = {}
    judged: list[Kept | DomainError] = []
    for place, line in enumerate(lines):
        item, forms_id = found.get(place, (None, None))
        if item is not None and item.criteria_set_id not in sets:
            sets[item.criteria_set_id] = await criteria.criteria_set_of(tx, item.criteria_set_id, forms_id)
        criteria_set = sets[item.criteria_set_id] if item is not None else None
        try:
            judged.append(appraise(line, item, criteria_set, appraisal.closed_units))
        except DomainError as refusal:
            judged.append(refusal)
    return appraisal.round, {place: item for place, (item, _) in found.items()}, judged


async def _stale(tx: AsyncConnection, line: ScoreLine) -> Stale:
    present: dict[str, Any] = await store.present(tx, line.sheet_id, line.item) or {"version": 0}
    return Stale("Người khác vừa sửa; hãy xem nội dung hiện tại rồi sửa lại.", present=present)


def _score_out(kept: Kept, before: ItemOnSheet, at: datetime) -> ScoreOut:
    difference = kept.difference(before)
    return ScoreOut(
        sheet_id=kept.sheet_id,
        item=kept.item,
        score=None if kept.score is None else f"{kept.score:f}",
        not_applicable=kept.not_applicable,
        count=None if kept.count is None else str(kept.count),
        reason=kept.reason,
        difference=None if difference is None else f"{difference:f}",
        differs=bool(difference) or (before.position.is_claim and kept.score is not None),
        version=kept.version,
        scored_at=at,
    )
