"""SQL of results: what a period's sheets stand on, and what came of it. Points are stored as whole millionths."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_ranking.result.domain import DeclaredItem, GivenItem, ResultStatus, WaitingFor
from chamdiem_rules.numbers import to_micro
from chamdiem_rules.survey import FormCounts
from chamdiem_rules.totals import SheetResult


@dataclass(frozen=True)
class Result:
    """A period's result as it stands."""

    period_id: UUID
    version: int
    result_version: int
    status: ResultStatus
    waiting_for: tuple[WaitingFor, ...]
    aggregated_at: datetime | None
    agreed_at: datetime | None


@dataclass(frozen=True)
class SheetRow:
    """A sheet with what decides its result."""

    sheet_id: UUID
    criteria_set_id: UUID
    unit_code: str
    ranking_group: str
    sent_at: datetime | None
    declared: Mapping[str, DeclaredItem] | None
    given: Mapping[str, GivenItem]
    knock_outs: frozenset[str]


_STALE_PERIODS = text("SELECT period_id FROM stale_period ORDER BY period_id")
_LOCK = text("""
    INSERT INTO result (period_id, version, result_version, status, waiting_for) VALUES (:period_id, 0, 1, 'provisional', '[]')
    ON CONFLICT (period_id) DO NOTHING""")
_RESULT = """
    SELECT period_id, version, result_version, status, waiting_for, aggregated_at, agreed_at FROM result WHERE period_id = :period_id"""
_LOAD_LOCKED = text(_RESULT + " FOR UPDATE")
_LOAD = text(_RESULT)
_TAKE_PERIOD = text("DELETE FROM stale_period WHERE period_id = :period_id")
_TAKE_SHEETS = text("DELETE FROM stale_sheet WHERE period_id = :period_id RETURNING sheet_id")
_SHEETS = text("""
    SELECT s.sheet_id, s.criteria_set_id, s.unit_code, s.ranking_group, a.sent_at, a.body->'answers' AS answers
      FROM known_sheet s LEFT JOIN known_self_assessment a USING (sheet_id) WHERE s.sheet_id = ANY(:ids) ORDER BY s.sheet_id""")
_GIVEN = text(
    "SELECT sheet_id, body->'items' AS given, body->'knock_outs' AS knock_outs FROM known_appraised_sheet WHERE sheet_id = ANY(:ids)"
)
_COUNTS = text("""
    SELECT u.unit_code, u.form, u.valid, u.counts FROM known_survey_of_unit u JOIN known_survey s USING (campaign_id, form)
     WHERE :period_id = ANY(s.period_ids) AND u.unit_code = ANY(:units)""")
_PAR = text("""
    SELECT s.unit_code, r.final_score_micro, r.applicable_max_micro
      FROM result p JOIN known_sheet s USING (period_id) JOIN sheet_result r USING (sheet_id)
     WHERE p.period_id = :par_period_id AND p.status <> 'provisional' AND s.unit_code = ANY(:units)""")


async def stale_periods(tx: AsyncConnection) -> list[UUID]:
    """Periods that are to be judged again."""
    return list((await tx.execute(_STALE_PERIODS)).scalars())


async def lock_result(tx: AsyncConnection, period_id: UUID) -> Result:
    """The period's result, made when it is not there, locked until the transaction ends."""
    await tx.execute(_LOCK, {"period_id": period_id})
    return _result((await tx.execute(_LOAD_LOCKED, {"period_id": period_id})).one())


async def load_result(tx: AsyncConnection, period_id: UUID) -> Result | None:
    """The period's result; None while nothing was judged."""
    row = (await tx.execute(_LOAD, {"period_id": period_id})).first()
    return None if row is None else _result(row)


def _result(row: Any) -> Result:
    waiting = tuple(WaitingFor(w["kind"], w["name"]) for w in row.waiting_for)
    return Result(row.period_id, row.version, row.result_version, ResultStatus(row.status), waiting, row.aggregated_at, row.agreed_at)


async def take_period(tx: AsyncConnection, period_id: UUID) -> None:
    """The period is being judged."""
    await tx.execute(_TAKE_PERIOD, {"period_id": period_id})


async def take_stale_sheets(tx: AsyncConnection, period_id: UUID) -> list[UUID]:
    """The sheets to compute again, no longer marked."""
    return list((await tx.execute(_TAKE_SHEETS, {"period_id": period_id})).scalars())


async def sheets_with_facts(tx: AsyncConnection, ids: Sequence[UUID]) -> list[SheetRow]:
    """Sheets with what units declared and agencies gave: two queries, however many sheets."""
    given: dict[UUID, dict[str, GivenItem]] = {}
    knock_outs: dict[UUID, set[str]] = {}
    for row in await tx.execute(_GIVEN, {"ids": list(ids)}):
        mine = given.setdefault(row.sheet_id, {})
        for item in row.given:
            score = item["score"]
            mine[item["item"]] = GivenItem(None if score is None else Decimal(score), item["not_applicable"], item["count"])
        knock_outs.setdefault(row.sheet_id, set()).update(row.knock_outs)
    rows = []
    for row in await tx.execute(_SHEETS, {"ids": list(ids)}):
        declared = None
        if row.sent_at is not None:
            declared = {
                a["item"]: DeclaredItem(None if a["self_score"] is None else Decimal(a["self_score"]), a["is_claim"]) for a in row.answers
            }
        rows.append(
            SheetRow(
                row.sheet_id,
                row.criteria_set_id,
                row.unit_code,
                row.ranking_group,
                row.sent_at,
                declared,
                given.get(row.sheet_id, {}),
                frozenset(knock_outs.get(row.sheet_id, ())),
            )
        )
    return rows


async def survey_counts(tx: AsyncConnection, period_id: UUID, units: Iterable[str]) -> dict[str, dict[str, FormCounts]]:
    """The closed forms' counts by unit and form."""
    counts: dict[str, dict[str, FormCounts]] = {}
    for row in await tx.execute(_COUNTS, {"period_id": period_id, "units": list(units)}):
        counts.setdefault(row.unit_code, {})[row.form] = FormCounts(row.valid, row.counts)
    return counts


async def par_scores(tx: AsyncConnection, par_period_id: UUID, units: Iterable[str]) -> dict[str, tuple[int, int]]:
    """By unit its aggregated PAR final score and applicable maximum in millionths."""
    rows = await tx.execute(_PAR, {"par_period_id": par_period_id, "units": list(units)})
    return {r.unit_code: (r.final_score_micro, r.applicable_max_micro) for r in rows}


_SAVE_SHEET = text("""
    INSERT INTO sheet_result (sheet_id, period_id, self_total_micro, appraised_total_micro, survey_total_micro, bonus_micro,
                              deduction_micro, final_score_micro, applicable_max_micro, level, level_by_index, knocked_out_by,
                              field_totals, unscored)
    VALUES (:sheet_id, :period_id, :self_total, :appraised_total, :survey_total, :bonus, :deduction, :final_score, :applicable_max,
            :level, :level_by_index, :knocked_out_by, CAST(:field_totals AS jsonb), :unscored)
    ON CONFLICT (sheet_id) DO UPDATE SET self_total_micro = excluded.self_total_micro,
        appraised_total_micro = excluded.appraised_total_micro, survey_total_micro = excluded.survey_total_micro,
        bonus_micro = excluded.bonus_micro, deduction_micro = excluded.deduction_micro, final_score_micro = excluded.final_score_micro,
        applicable_max_micro = excluded.applicable_max_micro, level = excluded.level, level_by_index = excluded.level_by_index,
        knocked_out_by = excluded.knocked_out_by, field_totals = excluded.field_totals, unscored = excluded.unscored""")
_CLEAR_ITEMS = text("DELETE FROM item_result WHERE sheet_id = ANY(:ids)")
_SAVE_ITEM = text("""
    INSERT INTO item_result (sheet_id, position, item, self_score_micro, appraised_score_micro, final_score_micro, not_applicable, count,
                             is_adjustment)
    SELECT * FROM unnest(CAST(:sheet_id AS uuid[]), CAST(:position AS int[]), CAST(:item AS text[]), CAST(:self_score AS bigint[]),
                         CAST(:appraised_score AS bigint[]), CAST(:final_score AS bigint[]), CAST(:not_applicable AS boolean[]),
                         CAST(:count AS bigint[]), CAST(:is_adjustment AS boolean[]))""")
_RANK_ROWS = text("""
    SELECT s.sheet_id, s.criteria_set_id, s.unit_code, s.unit_name, s.ranking_group, r.final_score_micro, r.applicable_max_micro,
           r.survey_total_micro, r.field_totals, r.level, r.rank
      FROM known_sheet s JOIN sheet_result r USING (sheet_id) WHERE s.period_id = :period_id""")
_SAVE_RANKS = text("""
    UPDATE sheet_result SET rank = new.rank, place = new.place
      FROM unnest(CAST(:ids AS uuid[]), CAST(:ranks AS int[]), CAST(:places AS int[])) AS new(sheet_id, rank, place)
     WHERE sheet_result.sheet_id = new.sheet_id
       AND (sheet_result.rank IS DISTINCT FROM new.rank OR sheet_result.place IS DISTINCT FROM new.place)""")
_SAVE_RESULT = text("""
    WITH saved AS (
        UPDATE result SET version = version + 1, result_version = :result_version, status = :status,
               waiting_for = CAST(:waiting_for AS jsonb), aggregated_at = :aggregated_at, agreed_at = NULL, agreed_by = NULL
         WHERE period_id = :period_id RETURNING period_id, version, status
    ), kept AS (
        INSERT INTO result_history (period_id, version, status, reason) SELECT period_id, version, status, :reason FROM saved
    ) SELECT version FROM saved""")
_SAVE_WAITING = text("UPDATE result SET waiting_for = CAST(:waiting_for AS jsonb) WHERE period_id = :period_id")


def _micro(value: Decimal | None) -> int | None:
    return None if value is None else to_micro(value)


async def save_sheets(tx: AsyncConnection, period_id: UUID, results: Mapping[UUID, SheetResult]) -> None:
    """Store what was computed: one row a sheet, one row an item."""
    if not results:
        return
    await tx.execute(_SAVE_SHEET, [_sheet_parameters(period_id, id_, result) for id_, result in results.items()])
    await tx.execute(_CLEAR_ITEMS, {"ids": list(results)})
    columns: dict[str, list[Any]] = {
        name: []
        for name in (
            "sheet_id",
            "position",
            "item",
            "self_score",
            "appraised_score",
            "final_score",
            "not_applicable",
            "count",
            "is_adjustment",
        )
    }
    for id_, result in results.items():
        leaves: list[tuple[Any, ...]] = [
            (x.code, x.self_score, x.appraised_score, x.final_score, x.not_applicable, None, False) for x in result.leaves
        ]
        adjustments: list[tuple[Any, ...]] = [(a.code, None, None, a.points, False, a.count, True) for a in result.adjustments]
        for position, (code, self_score, appraised, final, not_applicable, count, is_adjustment) in enumerate(leaves + adjustments):
            values = (id_, position, code, _micro(self_score), _micro(appraised), _micro(final), not_applicable, count, is_adjustment)
            for column, value in zip(columns.values(), values, strict=True):
                column.append(value)
    await tx.execute(_SAVE_ITEM, columns)


def _sheet_parameters(period_id: UUID, sheet_id: UUID, result: SheetResult) -> dict[str, Any]:
    return {
        "sheet_id": sheet_id,
        "period_id": period_id,
        "self_total": to_micro(result.self_total),
        "appraised_total": to_micro(result.appraised_total),
        "survey_total": to_micro(result.survey_total),
        "bonus": to_micro(result.bonus),
        "deduction": to_micro(result.deduction),
        "final_score": to_micro(result.final_score),
        "applicable_max": to_micro(result.applicable_max),
        "level": result.level,
        "level_by_index": result.level_by_index,
        "knocked_out_by": list(result.knocked_out_by),
        "field_totals": orjson.dumps({code: to_micro(points) for code, points in result.field_totals.items()}).decode(),
        "unscored": list(result.unscored),
    }


async def rank_rows(tx: AsyncConnection, period_id: UUID) -> list[Any]:
    """Every sheet of a period with what it is ranked by."""
    return list((await tx.execute(_RANK_ROWS, {"period_id": period_id})).all())


async def save_ranks(tx: AsyncConnection, ranked: Sequence[tuple[UUID, int]]) -> None:
    """Store ranks, and as `place` from 1 the order in which they are given; rows that stay are not touched."""
    columns = {"ids": [s for s, _ in ranked], "ranks": [rank for _, rank in ranked], "places": list(range(1, len(ranked) + 1))}
    await tx.execute(_SAVE_RANKS, columns)


def _waiting(waiting_for: Sequence[WaitingFor]) -> str:
    return orjson.dumps([{"kind": w.kind, "name": w.name} for w in waiting_for]).decode()


async def save_result(
    tx: AsyncConnection,
    result: Result,
    status: ResultStatus,
    waiting_for: Sequence[WaitingFor],
    *,
    aggregated_at: datetime | None,
    result_version: int,
    reason: str,
) -> int:
    """Store a new state of a result with its history; the new version."""
    parameters = {
        "period_id": result.period_id,
        "result_version": result_version,
        "status": status,
        "waiting_for": _waiting(waiting_for),
        "aggregated_at": aggregated_at,
        "reason": reason,
    }
    return int((await tx.execute(_SAVE_RESULT, parameters)).scalar_one())


async def save_waiting(tx: AsyncConnection, period_id: UUID, waiting_for: Sequence[WaitingFor]) -> None:
    """Store what a provisional result waits for now."""
    await tx.execute(_SAVE_WAITING, {"period_id": period_id, "waiting_for": _waiting(waiting_for)})
