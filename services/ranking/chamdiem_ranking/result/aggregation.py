"""Aggregation by itself: whatever arrives marks sheets and periods, and this job computes and judges them again (rules §7).

One transaction a period: its marks are taken, its sheets computed, its groups ranked, its status decided, its event told. A crash in
between leaves the marks, so the next start goes on. Marks are taken first and facts read after, so that no fact is older than its mark;
the row lock on the result lets several replicas work.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState
from chamdiem_contracts.assessment import PeriodState
from chamdiem_kit import outbox
from chamdiem_kit.app import Service
from chamdiem_kit.clock import real_now
from chamdiem_ranking.known import reading as known
from chamdiem_ranking.known.store import CHANNEL, mark_periods
from chamdiem_ranking.result import events, store
from chamdiem_ranking.result.computing import Computing, computing
from chamdiem_ranking.result.domain import ResultStatus, WaitingFor, next_status, reason_of
from chamdiem_rules.numbers import from_micro
from chamdiem_rules.rank import RankRow, rank
from chamdiem_rules.totals import index_of

_IDLE_S = 5.0
_SHEETS_AT_ONCE = 500
_log = logging.getLogger("chamdiem.ranking")


class NotAllKnown(Exception):
    """The period, one of its sets or its forms has not arrived; the marks stay until it has."""


async def keep_results(service: Service) -> None:
    """Background job of ranking: judge what is marked, then wait for the next mark."""
    wake = asyncio.Event()
    service.listener.on(CHANNEL, lambda _: wake.set())
    while True:
        wake.clear()
        async with service.transaction() as tx:
            stale = await store.stale_periods(tx)
        judged = 0
        for period_id in stale:
            judged += await _judge_alone(service, period_id)
        if not judged:
            with suppress(TimeoutError):
                async with asyncio.timeout(_IDLE_S):
                    await wake.wait()


async def _judge_alone(service: Service, period_id: UUID) -> bool:
    """Judge one period; a fault in one keeps no other from being judged."""
    try:
        async with service.transaction() as tx:
            await judge(tx, period_id)
    except NotAllKnown:
        return False
    except Exception:
        _log.exception("period %s could not be judged; its marks stay", period_id)
        return False
    return True


async def judge(tx: AsyncConnection, period_id: UUID) -> None:
    """Compute a period's marked sheets, rank, and decide its status. Raises `NotAllKnown`."""
    result = await store.lock_result(tx, period_id)
    await store.take_period(tx, period_id)
    period, rules = await _known(tx, period_id)
    waiting = await _waiting_for(tx, period, rules)
    if result.version == 0 and await _nothing_known(tx, period_id) and any(w.kind == "appraisal" for w in waiting):
        return  # nothing is provisional before the first appraisal is sent or the first form closed; the sheets stay marked
    marked = await store.take_stale_sheets(tx, period_id)
    # Only now: what was read before the marks were taken may be older than what set them.
    period, rules = await _known(tx, period_id)
    means = await computing(tx, period, rules)
    changed = await _compute(tx, period_id, rules, means, marked)
    if await _note_open_sheets(tx, period, means, result.open_until):
        waiting.append(WaitingFor("self_assessment"))
    status = next_status(result.status, waiting, changed=changed)
    if status is result.status and result.version > 0 and (status is ResultStatus.PROVISIONAL or not changed):
        if tuple(waiting) != result.waiting_for:
            await store.save_waiting(tx, period_id, waiting)
        return
    await _become(tx, result, status, waiting)


async def _known(tx: AsyncConnection, period_id: UUID) -> tuple[PeriodState, known.RulesOfPeriod]:
    period = await known.period_of(tx, period_id)
    rules = await known.rules_of(tx, period) if period is not None else None
    if period is None or rules is None:
        raise NotAllKnown(period_id)
    return period, rules


async def _become(tx: AsyncConnection, result: store.Result, status: ResultStatus, waiting: Sequence[WaitingFor]) -> None:
    aggregated_at = None if status is ResultStatus.PROVISIONAL else await real_now(tx)
    # What crosses a publication is a correction: the published version is kept, this is the next one.
    result_version = result.result_version + (1 if result.status is ResultStatus.PUBLISHED else 0)
    version = await store.save_result(
        tx,
        result,
        status,
        waiting_for=waiting,
        aggregated_at=aggregated_at,
        result_version=result_version,
        reason=reason_of(result.status, status, waiting),
    )
    if status is ResultStatus.PROVISIONAL and result.status is ResultStatus.PROVISIONAL:
        return  # the first provisional numbers are for managers to look at; nobody is told of them
    rows = await store.told_rows(tx, result.period_id)
    told = events.told(result.period_id, status, rows, version=version, result_version=result_version, aggregated_at=aggregated_at)
    await outbox.add(tx, told)
    await mark_periods(tx, await known.periods_using_par(tx, result.period_id), sheets_too=True)


async def _compute(tx: AsyncConnection, period_id: UUID, rules: known.RulesOfPeriod, means: Computing, marked: Sequence[UUID]) -> bool:
    """Compute and rank the sheets taken; whether any number, level or rank changed. Groups without a changed sheet are not looked at."""
    groups: set[str] = set()
    for start in range(0, len(marked), _SHEETS_AT_ONCE):
        groups |= await store.save_sheets(tx, period_id, await means.results_of(tx, marked[start : start + _SHEETS_AT_ONCE]))
    for group in sorted(groups):
        await _rank(tx, period_id, rules, group)
    return bool(groups)


async def _rank(tx: AsyncConnection, period_id: UUID, rules: known.RulesOfPeriod, group: str) -> None:
    sheet_of: dict[str, UUID] = {}
    rows: list[RankRow] = []
    found = await store.rank_rows(tx, period_id, group)
    # Sets of one group agree in `ranking`, or the period would have been refused (rules §7).
    ranking = rules.sets[found[0].criteria_set_id].ranking
    for r in found:
        sheet_of[r.unit_code] = r.sheet_id
        rows.append(
            RankRow(
                unit_code=r.unit_code,
                name=r.unit_name,
                index=index_of(int(r.final_score_micro), int(r.applicable_max_micro)),
                final_score=from_micro(int(r.final_score_micro)),
                survey_total=from_micro(int(r.survey_total_micro)),
                field_totals={code: from_micro(int(points)) for code, points in r.field_totals.items()} if ranking.tie_break_keys else {},
            )
        )
    await store.save_ranks(tx, [(sheet_of[r.row.unit_code], r.rank) for r in rank(rows, ranking)])


async def _note_open_sheets(tx: AsyncConnection, period: PeriodState, means: Computing, noted: datetime | None) -> bool:
    """Whether a unit may still send, and when the next of them no longer may: by the real clock no event comes then."""
    units = await store.units_that_can_send(tx, period.period_id)
    until = min((means.last_instant(unit) for unit in units), default=None) if period.clock_at is None else None
    if until != noted:
        await store.save_open_until(tx, period.period_id, until)
    return bool(units)


async def _nothing_known(tx: AsyncConnection, period_id: UUID) -> bool:
    if any(a.status == "sent" or a.round > 1 for a in await known.appraisals_of(tx, period_id)):
        return False
    return not await known.closed_forms(tx, period_id)


async def _waiting_for(tx: AsyncConnection, period: PeriodState, rules: known.RulesOfPeriod) -> list[WaitingFor]:
    waiting: list[WaitingFor] = []
    told = {a.appraiser_code: a for a in await known.appraisals_of(tx, period.period_id)}
    for code in await known.appraisers_of(tx, period, rules):
        if not await _is_closed(tx, told.get(code)):
            waiting.append(WaitingFor("appraisal", code))
    closed = await known.closed_forms(tx, period.period_id)
    forms = sorted({form for criteria_set in rules.sets.values() for form in criteria_set.survey_forms})
    waiting += [WaitingFor("survey", form) for form in forms if form not in closed]
    if any(s.uses_par_index for s in rules.sets.values()):
        par = await store.load_result(tx, period.par_period_id) if period.par_period_id else None
        if par is None or par.status is ResultStatus.PROVISIONAL:
            waiting.append(WaitingFor("par_index"))
    return waiting


async def _is_closed(tx: AsyncConnection, appraisal: AppraisalState | None) -> bool:
    """Whether an agency has sent its last round, and everything it gave is here."""
    if appraisal is None or appraisal.status != "sent" or appraisal.round < appraisal.last_round:
        return False
    return await known.has_all_sheets_of(tx, appraisal)
