"""Aggregation by itself: whatever arrives marks sheets and periods stale, and this job computes and judges them again (rules §7).

One transaction a period: its stale sheets are computed, its groups ranked, its status decided, its event told. A crash in between
leaves the marks, so the next start goes on.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState
from chamdiem_contracts.assessment import PeriodState
from chamdiem_kit import outbox
from chamdiem_kit.app import Service
from chamdiem_kit.clock import judged_now, real_now
from chamdiem_ranking.known import store as known
from chamdiem_ranking.result import events, store
from chamdiem_ranking.result.domain import ResultStatus, WaitingFor, deadlines_of, delay_of, next_status, sheet_input
from chamdiem_rules.numbers import from_micro
from chamdiem_rules.rank import RankRow, rank
from chamdiem_rules.survey import all_survey_points
from chamdiem_rules.totals import SheetResult, index_of, sheet_result

_IDLE_S = 5.0
_SHEETS_AT_ONCE = 500
_log = logging.getLogger("chamdiem.ranking")


async def keep_results(service: Service) -> None:
    """Background job of ranking: judge what is stale, then wait for the next mark."""
    wake = asyncio.Event()
    service.listener.on(known.CHANNEL, lambda _: wake.set())
    while True:
        wake.clear()
        async with service.transaction() as tx:
            stale = await store.stale_periods(tx)
        for period_id in stale:
            async with service.transaction() as tx:
                await judge(tx, period_id)
        if not stale:
            with suppress(TimeoutError):
                async with asyncio.timeout(_IDLE_S):
                    await wake.wait()


async def judge(tx: AsyncConnection, period_id: UUID) -> None:
    """Compute a period's stale sheets, rank, and decide its status. Without all its rules known it waits for them."""
    await store.take_period(tx, period_id)
    period = await known.period_of(tx, period_id)
    rules = await known.rules_of(tx, period) if period is not None else None
    if period is None or rules is None:
        return
    result = await store.lock_result(tx, period_id)
    appraisals = await known.appraisals_of(tx, period_id)
    if not any(a.status == "sent" for a in appraisals) and result.version == 0:
        return  # nothing is provisional before the first appraisal is sent; the sheets stay marked
    computed = await _compute_stale(tx, period, rules)
    await _rank(tx, period, rules)
    waiting = await _waiting_for(tx, period, rules, appraisals)
    status = next_status(result.status, waiting, changed=bool(computed) or result.version == 0)
    if status is result.status and not (computed and status is ResultStatus.AGGREGATED) and result.version > 0:
        await store.save_waiting(tx, period_id, waiting)
        return
    now = await real_now(tx)
    aggregated_at = None if status is ResultStatus.PROVISIONAL else now
    # What crosses a publication is a correction: the published version is kept, this is the next one.
    result_version = result.result_version + (1 if result.status is ResultStatus.PUBLISHED else 0)
    version = await store.save_result(
        tx, result, status, waiting, aggregated_at=aggregated_at, result_version=result_version, reason=_reason(status, waiting)
    )
    rows = await store.rank_rows(tx, period_id)
    await outbox.add(tx, events.told(period_id, status, rows, version=version, result_version=result_version, aggregated_at=aggregated_at))
    await known.mark_periods_stale(tx, await known.periods_using_par(tx, period_id), sheets_too=True)


def _reason(status: ResultStatus, waiting: Sequence[WaitingFor]) -> str:
    if status is ResultStatus.PROVISIONAL:
        return "Tạm tính: còn chờ " + ", ".join(f"{w.kind} {w.name}".strip() for w in waiting[:10])
    return "Đủ kết quả thẩm định và khảo sát; hệ thống tự tổng hợp."


async def _compute_stale(tx: AsyncConnection, period: PeriodState, rules: known.RulesOfPeriod) -> int:
    stale = await store.take_stale_sheets(tx, period.period_id)
    for start in range(0, len(stale), _SHEETS_AT_ONCE):
        results = await _results_of(tx, period, rules, stale[start : start + _SHEETS_AT_ONCE])
        await store.save_sheets(tx, period.period_id, results)
    return len(stale)


async def _results_of(
    tx: AsyncConnection, period: PeriodState, rules: known.RulesOfPeriod, ids: Sequence[UUID]
) -> Mapping[UUID, SheetResult]:
    sheets = await store.sheets_with_facts(tx, ids)
    units = {s.unit_code for s in sheets}
    counts = await store.survey_counts(tx, period.period_id, units)
    closed = await known.closed_forms(tx, period.period_id)
    par = await store.par_scores(tx, period.par_period_id, units) if period.par_period_id else {}
    extensions = {e.unit_code: e.to for e in period.extensions}
    now = judged_now(period.clock_at, await real_now(tx))
    results = {}
    for sheet in sheets:
        criteria_set = rules.sets[sheet.criteria_set_id]
        deadlines = deadlines_of(period.self_assessment_to, period.late_until, extensions.get(sheet.unit_code), period.holidays)
        # A survey leaf is known once every form it uses is closed; before, its points are still to come.
        points = (
            all_survey_points(criteria_set, counts.get(sheet.unit_code, {}), rules.forms)
            if criteria_set.survey_forms <= closed.keys()
            else {}
        )
        index = index_of(*par[sheet.unit_code]) if sheet.unit_code in par else None
        results[sheet.sheet_id] = sheet_result(
            criteria_set,
            sheet_input(
                sheet.declared,
                sheet.given,
                survey_points=points,
                delay=delay_of(sheet.sent_at, deadlines, now),
                par_index=index,
                knock_outs=sheet.knock_outs,
            ),
        )
    return results


async def _rank(tx: AsyncConnection, period: PeriodState, rules: known.RulesOfPeriod) -> None:
    groups: dict[str, list[tuple[UUID, UUID, RankRow]]] = {}
    for r in await store.rank_rows(tx, period.period_id):
        row = RankRow(
            unit_code=r.unit_code,
            name=r.unit_name,
            index=index_of(r.final_score_micro, r.applicable_max_micro),
            final_score=from_micro(r.final_score_micro),
            survey_total=from_micro(r.survey_total_micro),
            field_totals={code: from_micro(points) for code, points in r.field_totals.items()},
        )
        groups.setdefault(r.ranking_group, []).append((r.sheet_id, r.criteria_set_id, row))
    ranked: list[tuple[UUID, int]] = []
    for _, members in sorted(groups.items()):
        sheet_of = {row.unit_code: sheet_id for sheet_id, _, row in members}
        # Sets of one group agree in `ranking`, or the period would have been refused (rules §7).
        ranking = rules.sets[members[0][1]].ranking
        ranked += [(sheet_of[r.row.unit_code], r.rank) for r in rank([row for _, _, row in members], ranking)]
    await store.save_ranks(tx, ranked)


async def _waiting_for(
    tx: AsyncConnection, period: PeriodState, rules: known.RulesOfPeriod, appraisals: Sequence[AppraisalState]
) -> list[WaitingFor]:
    waiting: list[WaitingFor] = []
    told = {a.appraiser_code: a for a in appraisals}
    for code in await known.appraisers_of(tx, period, rules):
        appraisal = told.get(code)
        if appraisal is None or appraisal.status != "sent" or appraisal.round < appraisal.last_round:
            waiting.append(WaitingFor("appraisal", code))
            continue
        held = await known.held_versions(tx, appraisal.appraisal_id)
        if any(held.get(sheet.sheet_id, -1) < sheet.version for sheet in appraisal.sheets):
            waiting.append(WaitingFor("appraisal", code))
    closed = await known.closed_forms(tx, period.period_id)
    forms = sorted({form for criteria_set in rules.sets.values() for form in criteria_set.survey_forms})
    waiting += [WaitingFor("survey", form) for form in forms if form not in closed]
    if any(s.uses_par_index for s in rules.sets.values()):
        par = await store.load_result(tx, period.par_period_id) if period.par_period_id else None
        if par is None or par.status is ResultStatus.PROVISIONAL:
            waiting.append(WaitingFor("par_index"))
    return waiting
