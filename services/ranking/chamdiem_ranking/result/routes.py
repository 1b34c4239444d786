"""HTTP operations on results."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel

from chamdiem_contracts.assessment import PeriodState
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import NotFound
from chamdiem_kit.etag import set_etag
from chamdiem_kit.paging import After, Limit, Page, after_id, after_number, cursor_of, page_by_id
from chamdiem_ranking.access import MayReadClock, MayReadResult, Right
from chamdiem_ranking.known import store as known
from chamdiem_ranking.result import reading, store
from chamdiem_rules.numbers import format_percent, format_score, from_micro
from chamdiem_rules.totals import index_of

router = service_router("ranking", "/periods", tags=["result"])
_EXACT_DECIMALS = 12


class PeriodUnknown(NotFound):
    type = "ranking/period-not-found"
    title = "Không có kỳ đánh giá này"


class WaitingForOut(BaseModel):
    kind: str
    name: str


class ResultOut(BaseModel):
    """A period's result as it stands; `waiting_for` says what aggregation waits for."""

    period_id: UUID
    program: str
    year: int
    rehearsal: bool
    status: str
    result_version: int
    waiting_for: list[WaitingForOut]
    aggregated_at: datetime | None
    agreed_at: datetime | None
    version: int


class ClockOut(BaseModel):
    """The period's clock as this service knows it."""

    clock_version: int
    clock_at: datetime | None


class ResultLineOut(BaseModel):
    """One unit's result. Points and percents are exact texts with the set's decimals."""

    sheet_id: UUID
    program: str
    ranking_group: str
    rank: int | None
    unit_code: str
    unit_name: str
    set_code: str
    self_total: str
    appraised_total: str
    survey_total: str
    bonus: str
    deduction: str
    final_score: str
    applicable_max: str
    index_percent: str
    index_exact: str
    level: str
    level_title: str
    knocked_out_by: list[str]
    field_totals: dict[str, str]
    unscored: list[str]


class ItemResultOut(BaseModel):
    item: str
    self_score: str | None
    appraised_score: str | None
    final_score: str | None
    not_applicable: bool
    count: int | None
    is_adjustment: bool


class SheetScoresOut(BaseModel):
    sheet_id: UUID
    set_code: str
    unit_code: str
    items: list[ItemResultOut]


def visibility(actor: Actor) -> dict[str, Any]:
    """Which lines the reader may see: a manager all at once, a council member all from aggregation, a head the own unit's."""
    return {
        "sees_provisional": actor.may(Right.READ_PROVISIONAL),
        "sees_all": "council_member" in actor.roles or actor.kind == "management",
        "own_unit": actor.unit_code,
    }


@router.get("/{period_id}")
async def get_result(period_id: UUID, actor: MayReadResult, ctx: Ctx, response: Response) -> ResultOut:
    """Trạng thái kết quả của một kỳ đánh giá và những gì còn phải chờ."""
    async with ctx.snapshot() as tx:
        period = await known.period_of(tx, period_id)
        result = await store.load_result(tx, period_id)
    if period is None:
        raise PeriodUnknown("Hãy kiểm tra lại mã kỳ đánh giá.")
    version = result.version if result else 0
    set_etag(response, version)
    return ResultOut(
        period_id=period_id,
        program=period.program,
        year=period.year,
        rehearsal=period.rehearsal,
        status=result.status.value if result else "provisional",
        result_version=result.result_version if result else 1,
        waiting_for=[WaitingForOut(kind=w.kind, name=w.name) for w in result.waiting_for] if result else [],
        aggregated_at=result.aggregated_at if result else None,
        agreed_at=result.agreed_at if result else None,
        version=version,
    )


@router.get("/{period_id}/clock")
async def get_clock(period_id: UUID, _: MayReadClock, ctx: Ctx) -> ClockOut:
    """Đồng hồ của kỳ đánh giá mà dịch vụ này đã biết."""
    async with ctx.transaction() as tx:
        clock = await known.clock_of(tx, period_id)
    if clock is None:
        raise PeriodUnknown("Kỳ đánh giá chưa được báo tới; hãy thử lại.")
    return ClockOut(clock_version=clock[0], clock_at=clock[1])


@router.get("/{period_id}/results")
async def list_results(period_id: UUID, actor: MayReadResult, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[ResultLineOut]:
    """Kết quả từng đơn vị theo nhóm và thứ hạng: tổng điểm, chỉ số, xếp loại, thứ hạng."""
    async with ctx.snapshot() as tx:
        rules = await _rules(tx, period_id)
        found = await reading.results(tx, period_id, after=after_number(after), limit=limit + 1, **visibility(actor))
    rows = found[:limit]
    return Page(items=[_line(row, rules) for row in rows], next=cursor_of(rows[-1].place) if len(found) > limit else None)


@router.get("/{period_id}/scores")
async def list_scores(period_id: UUID, actor: MayReadResult, ctx: Ctx, limit: Limit = 50, after: After = None) -> Page[SheetScoresOut]:
    """Điểm từng tiêu chí và mục điểm của từng đơn vị; mỗi trang là một số phiếu."""
    async with ctx.snapshot() as tx:
        rules = await _rules(tx, period_id)
        found = await reading.sheets(tx, period_id, after=after_id(after), limit=limit + 1, **visibility(actor))
        sheets, next_ = page_by_id(found, limit, lambda row: row.sheet_id)
        items = await reading.items(tx, [s.sheet_id for s in sheets])
    scores: dict[UUID, SheetScoresOut] = {}
    decimals: dict[UUID, int] = {}
    for s in sheets:
        scores[s.sheet_id] = SheetScoresOut(sheet_id=s.sheet_id, set_code=s.set_code, unit_code=s.unit_code, items=[])
        decimals[s.sheet_id] = rules.sets[s.criteria_set_id].score_decimals
    for r in items:
        scores[r.sheet_id].items.append(_item(r, decimals[r.sheet_id]))
    return Page(items=list(scores.values()), next=next_)


def _item(r: Any, decimals: int) -> ItemResultOut:
    return ItemResultOut(
        item=r.item,
        self_score=_points(r.self_score_micro, decimals),
        appraised_score=_points(r.appraised_score_micro, decimals),
        final_score=_points(r.final_score_micro, decimals),
        not_applicable=r.not_applicable,
        count=r.count,
        is_adjustment=r.is_adjustment,
    )


async def _rules(tx: Any, period_id: UUID) -> known.RulesOfPeriod:
    period: PeriodState | None = await known.period_of(tx, period_id)
    rules = await known.rules_of(tx, period) if period is not None else None
    if rules is None:
        raise PeriodUnknown("Hãy kiểm tra lại mã kỳ đánh giá.")
    return rules


def _points(micro: int | None, decimals: int) -> str | None:
    return None if micro is None else format_score(from_micro(micro), decimals)


def _line(r: Any, rules: known.RulesOfPeriod) -> ResultLineOut:
    criteria_set = rules.sets[r.criteria_set_id]
    decimals = criteria_set.score_decimals
    index = index_of(r.final_score_micro, r.applicable_max_micro)

    def points(micro: int) -> str:
        return format_score(from_micro(micro), decimals)

    return ResultLineOut(
        sheet_id=r.sheet_id,
        program=r.program,
        ranking_group=r.ranking_group,
        rank=r.rank,
        unit_code=r.unit_code,
        unit_name=r.unit_name,
        set_code=r.set_code,
        self_total=points(r.self_total_micro),
        appraised_total=points(r.appraised_total_micro),
        survey_total=points(r.survey_total_micro),
        bonus=points(r.bonus_micro),
        deduction=points(r.deduction_micro),
        final_score=points(r.final_score_micro),
        applicable_max=points(r.applicable_max_micro),
        index_percent=format_percent(index, criteria_set.index_decimals),
        index_exact=format_percent(index, _EXACT_DECIMALS),
        level=r.level,
        level_title=next(level.title for level in criteria_set.levels if level.code == r.level),
        knocked_out_by=r.knocked_out_by,
        field_totals={code: points(micro) for code, micro in r.field_totals.items()},
        unscored=r.unscored,
    )
