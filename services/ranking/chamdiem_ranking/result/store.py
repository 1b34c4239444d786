"""SQL of results: their state, and what was computed for every sheet. Points are stored as whole millionths."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.errors import NotFound
from chamdiem_ranking.result.computing import Computed
from chamdiem_ranking.result.domain import ResultStatus, WaitingFor
from chamdiem_rules.numbers import to_micro
from chamdiem_rules.totals import SheetResult


class PeriodUnknown(NotFound):
    type = "ranking/period-not-found"
    title = "Không có kỳ đánh giá này"


@dataclass(frozen=True)
class Result:
    """A period's result as it stands. `version` is 0 while nothing was computed."""

    period_id: UUID
    version: int
    result_version: int
    status: ResultStatus
    waiting_for: tuple[WaitingFor, ...]
    aggregated_at: datetime | None
    open_until: datetime | None


_STALE_PERIODS = text("""
    SELECT period_id FROM stale_period
     UNION SELECT period_id FROM result WHERE open_until IS NOT NULL AND open_until < clock_timestamp()
     ORDER BY period_id""")
_MAKE = text("""
    INSERT INTO result (period_id, version, result_version, status, waiting_for) VALUES (:period_id, 0, 1, 'provisional', '[]')
    ON CONFLICT (period_id) DO NOTHING""")
_RESULT = """
    SELECT period_id, version, result_version, status, waiting_for, aggregated_at, open_until FROM result WHERE period_id = :period_id"""
_LOAD_LOCKED = text(_RESULT + " FOR UPDATE")
_LOAD = text(_RESULT)
_TAKE_PERIOD = text("DELETE FROM stale_period WHERE period_id = :period_id")
_TAKE_SHEETS = text("""
    WITH taken AS (DELETE FROM stale_sheet WHERE period_id = :period_id RETURNING sheet_id)
    SELECT sheet_id FROM taken UNION SELECT sheet_id FROM sheet_result WHERE period_id = :period_id AND can_be_sent ORDER BY sheet_id""")
_CAN_BE_SENT = text("""
    SELECT s.unit_code FROM sheet_result r JOIN known_sheet s USING (sheet_id) WHERE r.period_id = :period_id AND r.can_be_sent""")
_DIGESTS = text("SELECT sheet_id, digest FROM sheet_result WHERE sheet_id = ANY(:ids)")
_TOTALS = ("self_total", "appraised_total", "survey_total", "bonus", "deduction", "final_score", "applicable_max")
_SAVE_SHEET = text(f"""
    INSERT INTO sheet_result (sheet_id, period_id, ranking_group, {", ".join(f"{t}_micro" for t in _TOTALS)}, level, level_by_index,
                              knocked_out_by, field_totals, unscored, can_be_sent, digest)
    VALUES (:sheet_id, :period_id, :ranking_group, {", ".join(f"CAST(CAST(:{t} AS text) AS numeric)" for t in _TOTALS)}, :level,
            :level_by_index, :knocked_out_by, CAST(:field_totals AS jsonb), :unscored, :can_be_sent, :digest)
    ON CONFLICT (sheet_id) DO UPDATE SET {", ".join(f"{t}_micro = excluded.{t}_micro" for t in _TOTALS)}, level = excluded.level,
        level_by_index = excluded.level_by_index, knocked_out_by = excluded.knocked_out_by, field_totals = excluded.field_totals,
        unscored = excluded.unscored, can_be_sent = excluded.can_be_sent, digest = excluded.digest""")
_CLEAR_ITEMS = text("DELETE FROM item_result WHERE sheet_id = ANY(:ids)")
# Points travel as texts: the driver writes a text many times quicker than a numeric.
_SAVE_ITEMS = text("""
    INSERT INTO item_result (sheet_id, position, item, self_score_micro, appraised_score_micro, final_score_micro, not_applicable, count,
                             is_adjustment)
    SELECT sheet_id, position, item, CAST(self_score AS numeric), CAST(appraised_score AS numeric), CAST(final_score AS numeric),
           not_applicable, count, is_adjustment
      FROM unnest(CAST(:sheet_id AS uuid[]), CAST(:position AS int[]), CAST(:item AS text[]), CAST(:self_score AS text[]),
                  CAST(:appraised_score AS text[]), CAST(:final_score AS text[]), CAST(:not_applicable AS boolean[]),
                  CAST(:count AS bigint[]), CAST(:is_adjustment AS boolean[]))
        AS i(sheet_id, position, item, self_score, appraised_score, final_score, not_applicable, count, is_adjustment)""")
_ITEM_COLUMNS = ("sheet_id", "position", "item", "self_score", "appraised_score", "final_score", "not_applicable", "count", "is_adjustment")
_RANK_ROWS = text("""
    SELECT s.sheet_id, s.criteria_set_id, s.unit_code, s.unit_name, r.final_score_micro, r.applicable_max_micro, r.survey_total_micro,
           r.field_totals
      FROM known_sheet s JOIN sheet_result r USING (sheet_id) WHERE s.period_id = :period_id AND s.ranking_group = :ranking_group""")
_SAVE_RANKS = text("""
    UPDATE sheet_result SET rank = new.rank, place = new.place
      FROM unnest(CAST(:ids AS uuid[]), CAST(:ranks AS int[]), CAST(:places AS int[])) AS new(sheet_id, rank, place)
     WHERE sheet_result.sheet_id = new.sheet_id
       AND (sheet_result.rank IS DISTINCT FROM new.rank OR sheet_result.place IS DISTINCT FROM new.place)""")
_TOLD_ROWS = text("""
    SELECT s.sheet_id, s.unit_code, s.ranking_group, r.final_score_micro, r.applicable_max_micro, r.level, r.rank
      FROM known_sheet s JOIN sheet_result r USING (sheet_id) WHERE s.period_id = :period_id ORDER BY r.ranking_group, r.place""")
_SAVE_RESULT = text("""
    WITH saved AS (
        UPDATE result SET version = version + 1, result_version = :result_version, status = :status,
               waiting_for = CAST(:waiting_for AS jsonb), aggregated_at = :aggregated_at
         WHERE period_id = :period_id RETURNING period_id, version, result_version, status
    ), kept AS (
        INSERT INTO result_history (period_id, version, result_version, status, reason, minutes_sha256, changed_by)
        SELECT period_id, version, result_version, status, :reason, :minutes_sha256, :changed_by FROM saved
    ) SELECT version FROM saved""")
_SAVE_WAITING = text("UPDATE result SET waiting_for = CAST(:waiting_for AS jsonb) WHERE period_id = :period_id")
_SAVE_OPEN_UNTIL = text("UPDATE result SET open_until = :open_until WHERE period_id = :period_id")


async def stale_periods(tx: AsyncConnection) -> list[UUID]:
    """Periods that are to be judged again: marked, or with a sheet whose last instant has passed meanwhile."""
    return list((await tx.execute(_STALE_PERIODS)).scalars())


async def lock_result(tx: AsyncConnection, period_id: UUID) -> Result:
    """The period's result, made when it is not there, locked until the transaction ends."""
    await tx.execute(_MAKE, {"period_id": period_id})
    return _result((await tx.execute(_LOAD_LOCKED, {"period_id": period_id})).one())


async def load_result(tx: AsyncConnection, period_id: UUID, *, lock: bool = False) -> Result | None:
    """The period's result; None while nothing was judged."""
    row = (await tx.execute(_LOAD_LOCKED if lock else _LOAD, {"period_id": period_id})).first()
    return None if row is None else _result(row)


def _result(row: Any) -> Result:
    waiting = tuple(WaitingFor(w["kind"], w["name"]) for w in row.waiting_for)
    status = ResultStatus(row.status)
    return Result(row.period_id, row.version, row.result_version, status, waiting, row.aggregated_at, row.open_until)


async def take_period(tx: AsyncConnection, period_id: UUID) -> None:
    """The period is being judged; its marks are gone once this transaction commits."""
    await tx.execute(_TAKE_PERIOD, {"period_id": period_id})


async def take_stale_sheets(tx: AsyncConnection, period_id: UUID) -> list[UUID]:
    """The sheets to compute again: marked, or able to be sent when last computed."""
    return list((await tx.execute(_TAKE_SHEETS, {"period_id": period_id})).scalars())


async def units_that_can_send(tx: AsyncConnection, period_id: UUID) -> list[str]:
    """Units whose sheet, as last computed, was not sent and still could be."""
    return list((await tx.execute(_CAN_BE_SENT, {"period_id": period_id})).scalars())


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(to_micro(value))


async def save_sheets(tx: AsyncConnection, period_id: UUID, computed: Iterable[Computed]) -> set[str]:
    """Store what was computed and is not what already stands there; the ranking groups of these sheets."""
    rows = {c.sheet.sheet_id: _sheet_row(period_id, c) for c in computed}
    known = {r.sheet_id: r.digest for r in await tx.execute(_DIGESTS, {"ids": list(rows)})}
    changed = {c.sheet.sheet_id: c.result for c in computed if known.get(c.sheet.sheet_id) != rows[c.sheet.sheet_id]["digest"]}
    if not changed:
        return set()
    await tx.execute(_SAVE_SHEET, [rows[sheet_id] for sheet_id in changed])
    await tx.execute(_CLEAR_ITEMS, {"ids": list(changed)})
    columns: dict[str, list[Any]] = {name: [] for name in _ITEM_COLUMNS}
    for sheet_id, result in changed.items():
        for position, item in enumerate(_items(result)):
            for column, value in zip(columns.values(), (sheet_id, position, *item), strict=True):
                column.append(value)
    await tx.execute(_SAVE_ITEMS, columns)
    return {rows[sheet_id]["ranking_group"] for sheet_id in changed}


def _items(result: SheetResult) -> list[tuple[Any, ...]]:
    leaves: list[tuple[Any, ...]] = [
        (x.code, _text(x.self_score), _text(x.appraised_score), _text(x.final_score), x.not_applicable, None, False) for x in result.leaves
    ]
    return leaves + [(a.code, None, None, _text(a.points), False, a.count, True) for a in result.adjustments]


def _sheet_row(period_id: UUID, computed: Computed) -> dict[str, Any]:
    result = computed.result
    row = {
        **{total: str(to_micro(getattr(result, total))) for total in _TOTALS},
        "level": result.level,
        "level_by_index": result.level_by_index,
        "knocked_out_by": list(result.knocked_out_by),
        "field_totals": orjson.dumps({code: _text(points) for code, points in result.field_totals.items()}).decode(),
        "unscored": list(result.unscored),
        "can_be_sent": computed.can_be_sent,
    }
    digest = hashlib.sha256(orjson.dumps([row, _items(result), str(computed.sheet.criteria_set_id)])).hexdigest()
    mine = {"sheet_id": computed.sheet.sheet_id, "period_id": period_id, "ranking_group": computed.sheet.ranking_group}
    return {**row, **mine, "digest": digest}


async def rank_rows(tx: AsyncConnection, period_id: UUID, ranking_group: str) -> list[Any]:
    """Every sheet of one group with what it is ranked by."""
    return list((await tx.execute(_RANK_ROWS, {"period_id": period_id, "ranking_group": ranking_group})).all())


async def save_ranks(tx: AsyncConnection, ranked: Sequence[tuple[UUID, int]]) -> int:
    """Store the ranks of a group, and as `place` from 1 the order in which they are given; how many rows were not so before."""
    columns = {"ids": [s for s, _ in ranked], "ranks": [rank for _, rank in ranked], "places": list(range(1, len(ranked) + 1))}
    return int((await tx.execute(_SAVE_RANKS, columns)).rowcount)


async def told_rows(tx: AsyncConnection, period_id: UUID) -> list[Any]:
    """Every sheet of a period as its events tell it."""
    return list((await tx.execute(_TOLD_ROWS, {"period_id": period_id})).all())


def _waiting(waiting_for: Sequence[WaitingFor]) -> str:
    return orjson.dumps([{"kind": w.kind, "name": w.name} for w in waiting_for]).decode()


async def save_result(
    tx: AsyncConnection,
    result: Result,
    status: ResultStatus,
    *,
    waiting_for: Sequence[WaitingFor],
    aggregated_at: datetime | None,
    result_version: int,
    reason: str,
    minutes_sha256: str | None = None,
    changed_by: UUID | None = None,
) -> int:
    """Store a new state of a result with its history; the new version."""
    parameters: Mapping[str, Any] = {
        "period_id": result.period_id,
        "result_version": result_version,
        "status": status,
        "waiting_for": _waiting(waiting_for),
        "aggregated_at": aggregated_at,
        "reason": reason,
        "minutes_sha256": minutes_sha256,
        "changed_by": changed_by,
    }
    return int((await tx.execute(_SAVE_RESULT, parameters)).scalar_one())


async def save_waiting(tx: AsyncConnection, period_id: UUID, waiting_for: Sequence[WaitingFor]) -> None:
    """Store what a provisional result waits for now."""
    await tx.execute(_SAVE_WAITING, {"period_id": period_id, "waiting_for": _waiting(waiting_for)})


async def save_open_until(tx: AsyncConnection, period_id: UUID, open_until: datetime | None) -> None:
    """Store the real instant after which the period has to be judged again though nothing arrives."""
    await tx.execute(_SAVE_OPEN_UNTIL, {"period_id": period_id, "open_until": open_until})
