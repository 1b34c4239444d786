"""SQL of what is shown of results; whose lines are seen stands in the WHERE clause, the same for record, list and file."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.access import Actor
from chamdiem_ranking.access import Right
from chamdiem_ranking.known import reading as known
from chamdiem_ranking.result.store import PeriodUnknown


@dataclass(frozen=True)
class Reader:
    """Whose lines somebody sees (rights.md, "Ranking"): a manager all, from the first appraisal sent; a council member all, from
    aggregation; a head (and for reasons an officer) those of the own unit, from aggregation or publication as the period says; a manager
    who stands in for one unit (`stands_in_for`) that unit's, as a manager.
    """

    sees_provisional: bool
    sees_all: bool
    stands_in_for: str | None
    own_unit: str | None


def reader_of(actor: Actor) -> Reader:
    """What the account may see of results."""
    for_all = actor.only_for_unit is None
    return Reader(
        sees_provisional=for_all and actor.may(Right.READ_PROVISIONAL),
        sees_all=for_all and (actor.may(Right.READ_PROVISIONAL) or actor.may(Right.AGREE)),
        stands_in_for=actor.only_for_unit if actor.kind == "management" else None,
        own_unit=actor.unit_code if actor.kind == "data_entry" else None,
    )


# `s` is a sheet, `k` its period, `p` the period's result.
_OF_ONE_UNIT = """
    s.unit_code = CAST(:stands_in_for AS text)
    OR (s.unit_code = CAST(:own_unit AS text) AND p.status <> 'provisional'
        AND (k.body->>'unit_sees_scores' <> 'published' OR p.status = 'published'))"""
_VISIBLE = f"(:sees_provisional OR (:sees_all AND p.status <> 'provisional') OR {_OF_ONE_UNIT})"
# What a result waits for is every agency's progress, which is Home Affairs' leaders' to see.
_PERIOD_COLUMNS = """
    k.period_id, k.program, k.year, k.rehearsal, coalesce(p.status, 'provisional') AS status,
    coalesce(p.result_version, 1) AS result_version, p.aggregated_at,
    CASE WHEN :sees_provisional THEN coalesce(p.waiting_for, '[]') ELSE '[]' END AS waiting_for,
    coalesce(p.version, 0) AS version
      FROM known_period k LEFT JOIN result p USING (period_id)"""
_SEES_PERIOD = f"(:sees_all OR EXISTS (SELECT 1 FROM known_sheet s WHERE s.period_id = k.period_id AND ({_OF_ONE_UNIT})))"
_PERIOD = text(f"SELECT {_PERIOD_COLUMNS} WHERE k.period_id = :period_id AND {_SEES_PERIOD}")
_PERIODS = text(f"""
    SELECT {_PERIOD_COLUMNS} WHERE (CAST(:after AS uuid) IS NULL OR k.period_id > :after) AND {_SEES_PERIOD}
     ORDER BY k.period_id LIMIT :limit""")
_FROM = """
      FROM sheet_result r JOIN known_sheet s USING (sheet_id) JOIN result p ON p.period_id = r.period_id
      JOIN known_period k ON k.period_id = r.period_id"""
_LINE_COLUMNS = """
    s.sheet_id, s.period_id, k.program, s.ranking_group, r.rank, r.place, s.unit_code, s.unit_name, s.set_code, s.criteria_set_id,
    r.self_total_micro, r.appraised_total_micro, r.survey_total_micro, r.bonus_micro, r.deduction_micro, r.final_score_micro,
    r.applicable_max_micro, r.level, r.level_by_index, r.knocked_out_by, r.field_totals, r.unscored"""
_LINES = text(f"""
    SELECT {_LINE_COLUMNS} {_FROM}
     WHERE r.period_id = :period_id AND (r.ranking_group, r.place) > (:after_group, :after_place) AND {_VISIBLE}
     ORDER BY r.ranking_group, r.place LIMIT :limit""")
_LINES_OF_GROUP = text(f"""
    SELECT {_LINE_COLUMNS} {_FROM}
     WHERE r.period_id = :period_id AND r.ranking_group = :ranking_group AND {_VISIBLE} ORDER BY r.place LIMIT :limit""")
_LINE = text(f"SELECT {_LINE_COLUMNS} {_FROM} WHERE r.sheet_id = :sheet_id AND {_VISIBLE}")
_SHEETS = text(f"""
    SELECT r.sheet_id, s.set_code, s.unit_code, s.criteria_set_id {_FROM}
     WHERE r.period_id = :period_id AND (CAST(:after AS uuid) IS NULL OR r.sheet_id > :after) AND {_VISIBLE}
     ORDER BY r.sheet_id LIMIT :limit""")
_ITEMS = text("""
    SELECT sheet_id, item, self_score_micro, appraised_score_micro, final_score_micro, not_applicable, count, is_adjustment
      FROM item_result WHERE sheet_id = ANY(:ids) ORDER BY sheet_id, position""")
_HISTORY = text("""
    SELECT version, result_version, status, reason, minutes_sha256, changed_by, changed_at FROM result_history
     WHERE period_id = :period_id AND version > :after ORDER BY version LIMIT :limit""")


async def period(tx: AsyncConnection, period_id: UUID, reader: Reader) -> Any:
    """A period with the state of its result. Raises `PeriodUnknown`, also for a period that is not for the reader."""
    row = (await tx.execute(_PERIOD, {"period_id": period_id, **asdict(reader)})).first()
    if row is None:
        raise PeriodUnknown("Hãy kiểm tra lại mã kỳ đánh giá.")
    return row


async def periods(tx: AsyncConnection, reader: Reader, *, after: UUID | None, limit: int) -> list[Any]:
    """The periods the reader may see, by id."""
    return list((await tx.execute(_PERIODS, {"after": after, "limit": limit, **asdict(reader)})).all())


async def rules_of_period(tx: AsyncConnection, period_id: UUID) -> known.RulesOfPeriod:
    """What the numbers of a visible period are judged by. Raises `PeriodUnknown` while it has not arrived."""
    found = await known.period_of(tx, period_id)
    rules = await known.rules_of(tx, found) if found is not None else None
    if rules is None:
        raise PeriodUnknown("Bộ tiêu chí của kỳ chưa chuyển đến; hãy thử lại sau ít phút.")
    return rules


async def lines(tx: AsyncConnection, period_id: UUID, reader: Reader, *, after: tuple[str, int], limit: int) -> list[Any]:
    """The lines of a period's result that the reader may see, by group, rank and name, after a group and place."""
    where = {"period_id": period_id, "after_group": after[0], "after_place": after[1], "limit": limit}
    return list((await tx.execute(_LINES, {**where, **asdict(reader)})).all())


async def lines_of_group(tx: AsyncConnection, period_id: UUID, ranking_group: str, reader: Reader, *, limit: int) -> list[Any]:
    """Lines of one group that the reader may see, by rank and name."""
    where = {"period_id": period_id, "ranking_group": ranking_group, "limit": limit}
    return list((await tx.execute(_LINES_OF_GROUP, {**where, **asdict(reader)})).all())


async def line(tx: AsyncConnection, sheet_id: UUID, reader: Reader) -> Any | None:
    """One sheet's line; None where there is none that the reader may see."""
    return (await tx.execute(_LINE, {"sheet_id": sheet_id, **asdict(reader)})).first()


async def sheets(tx: AsyncConnection, period_id: UUID, reader: Reader, *, after: UUID | None, limit: int) -> list[Any]:
    """The sheets whose scores the reader may see, by id."""
    return list((await tx.execute(_SHEETS, {"period_id": period_id, "after": after, "limit": limit, **asdict(reader)})).all())


async def items(tx: AsyncConnection, ids: Sequence[UUID]) -> list[Any]:
    """Every item of these sheets, in the order of their sets."""
    return list((await tx.execute(_ITEMS, {"ids": list(ids)})).all())


async def history(tx: AsyncConnection, period_id: UUID, *, after: int, limit: int) -> list[Any]:
    """What became of a result, oldest first."""
    return list((await tx.execute(_HISTORY, {"period_id": period_id, "after": after, "limit": limit})).all())
