"""The HTTP operation that explains a sheet's numbers."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import NotFound
from chamdiem_ranking.access import MayReadReason
from chamdiem_ranking.known import reading as known
from chamdiem_ranking.result import reading
from chamdiem_ranking.result.computing import computing
from chamdiem_ranking.result.domain import Assignments
from chamdiem_ranking.why import store
from chamdiem_ranking.why.bodies import WhyGivenOut, WhyOut
from chamdiem_ranking.why.explaining import why_delay, why_fields, why_level, why_par, why_rank, why_totals
from chamdiem_ranking.why.items import why_items

_GIVEN_FIELDS = ("score", "count", "not_applicable", "reason", "scored_at")

router = service_router("ranking", "/sheets", tags=["why"])


class SheetUnknown(NotFound):
    type = "ranking/sheet-not-found"
    title = "Không có kết quả của phiếu này"


@router.get("/{sheet_id}/why")
async def explain(sheet_id: UUID, actor: MayReadReason, ctx: Ctx) -> WhyOut:
    """Vì sao từng con số của một đơn vị là như vậy: từ tổng điểm, xếp loại, thứ hạng đến số liệu kê khai và phiếu khảo sát."""
    async with ctx.snapshot() as tx:
        line = await reading.line(tx, sheet_id, reading.reader_of(actor))
        period = await known.period_of(tx, line.period_id) if line is not None else None
        rules = await known.rules_of(tx, period) if period is not None else None
        if line is None or period is None or rules is None:
            raise SheetUnknown("Hãy kiểm tra lại mã phiếu; kết quả có thể chưa được tổng hợp.")
        row = await reading.period(tx, line.period_id, reading.reader_of(actor))
        computed = (await (await computing(tx, period, rules)).results_of(tx, [sheet_id]))[0]
        given = await _given(
            tx, sheet_id, Assignments(rules.sets, known.conflict_rule(period)).of(line.criteria_set_id, line.unit_code).items
        )
        units, shared_with = await store.ranked(tx, line)
        being_computed = await store.is_marked(tx, line.period_id, sheet_id)
    delay = why_delay(computed, extended=any(e.unit_code == line.unit_code for e in period.extensions))
    par = why_par(computed)
    decision = rules.issued[line.criteria_set_id].decision
    return WhyOut(
        sheet_id=sheet_id,
        period_id=line.period_id,
        program=line.program,
        year=row.year,
        rehearsal=row.rehearsal,
        status=row.status,
        result_version=row.result_version,
        being_computed=being_computed,
        set_code=line.set_code,
        set_title=computed.criteria_set.title,
        set_decision=f"Quyết định số {decision.number} ngày {decision.issued_on:%d/%m/%Y}",
        unit_code=line.unit_code,
        unit_name=line.unit_name,
        ranking_group=line.ranking_group,
        delay=delay,
        par_index=par,
        items=why_items(computed, rules.forms, given, delay.sentence, par.sentence if par else ""),
        fields=why_fields(computed),
        totals=why_totals(computed),
        level=why_level(computed),
        rank=why_rank(computed, line.rank, units=units, shared_with=shared_with),
    )


async def _given(tx: AsyncConnection, sheet_id: UUID, assigned: Mapping[str, str | None]) -> dict[str, WhyGivenOut]:
    """By item what the agency that is assigned it gave."""
    return {
        item["item"]: WhyGivenOut(appraiser_code=agency, **{name: item[name] for name in _GIVEN_FIELDS})
        for agency, item in await store.given_to(tx, sheet_id)
        if assigned.get(item["item"]) == agency
    }
