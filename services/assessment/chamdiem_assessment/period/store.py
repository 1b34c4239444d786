"""SQL of periods: nobody else writes `period`, `period_criteria_set`, `period_extension`, `period_sheet`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import orjson
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.period.domain import Extension, Period, PeriodNotFound, SetInPeriod, Stage
from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.period_check import ClarificationWindow, Phases

Lock = Literal["share", "update"]

# The newest extension of each unit, and the sets in their order, come as JSON with the row: one round trip, as every save asks for it.
_COLUMNS = """
    SELECT p.*, r.status AS result_status,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(s.id, s.code, s.fingerprint) ORDER BY c.place), '[]')
              FROM period_criteria_set c JOIN criteria_set s ON s.id = c.criteria_set_id WHERE c.period_id = p.id) AS sets,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(e.number, e.unit_code, e.to_at, e.reason, e.given_at, e.given_by)), '[]')
              FROM (SELECT DISTINCT ON (unit_code) * FROM period_extension WHERE period_id = p.id
                     ORDER BY unit_code, number DESC) e) AS extensions
      FROM period p LEFT JOIN known_result r ON r.period_id = p.id"""
_LOAD = {
    None: text(f"{_COLUMNS} WHERE p.id = :id"),
    "share": text(f"{_COLUMNS} WHERE p.id = :id FOR SHARE OF p"),
    "update": text(f"{_COLUMNS} WHERE p.id = :id"),
}
_LOCK = text("SELECT 1 FROM period WHERE id = :id FOR UPDATE")
_LIST = text(f"""{_COLUMNS}
     WHERE (CAST(:after AS uuid) IS NULL OR p.id > :after) AND (CAST(:program AS text) IS NULL OR p.program = :program)
       AND (CAST(:year AS int) IS NULL OR p.year = :year) AND (:planned OR p.stage <> 'planned')
     ORDER BY p.id LIMIT :limit""")
_BY_ID = text(f"{_COLUMNS} WHERE p.id = ANY(CAST(:ids AS uuid[]))")
_FIELDS = (
    *("program", "year", "rehearsal", "stage", "survey_forms_id", "par_period_id"),
    *("self_assessment_from", "self_assessment_to", "late_until", "appraisal_from", "appraisal_to", "holidays"),
    *("conflict_enabled", "conflict_replacements", "lock_scope", "clarification_rounds", "unit_sees_scores"),
    *("clarification_from", "clarification_to"),
    *("clock_at", "clock_version", "version"),
)
_PLACEHOLDER = {
    "holidays": "CAST(:holidays AS date[])",
    "clarification_from": "CAST(:clarification_from AS timestamptz[])",
    "clarification_to": "CAST(:clarification_to AS timestamptz[])",
    "conflict_replacements": "CAST(:conflict_replacements AS jsonb)",
}
_VALUES = ", ".join(_PLACEHOLDER.get(f, f":{f}") for f in _FIELDS)
_KEEP = """
    INSERT INTO period_history (period_id, version, act, state, changed_by, changed_at)
    SELECT id, version, :act, to_jsonb(saved) || jsonb_build_object('criteria_set_ids', CAST(:set_ids AS uuid[])), :changed_by, :changed_at
      FROM saved"""
_INSERT = text(f"""
    WITH saved AS (INSERT INTO period ({", ".join(_FIELDS)}, id) VALUES ({_VALUES}, :id) RETURNING *)
    {_KEEP}""")
_UPDATE = text(f"""
    WITH saved AS (UPDATE period SET ({", ".join(_FIELDS)}) = ROW ({_VALUES}) WHERE id = :id RETURNING *)
    {_KEEP}""")
_NEW_ID = text("SELECT uuidv7()")
_DROP_SETS = text("DELETE FROM period_criteria_set WHERE period_id = :period_id")
_ADD_SETS = text("""
    INSERT INTO period_criteria_set (period_id, criteria_set_id, place)
    SELECT :period_id, s, n FROM unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS t (s, n)""")
_ADD_EXTENSION = text("""
    INSERT INTO period_extension (period_id, number, unit_code, to_at, reason, given_by, given_at)
    VALUES (:period_id, :number, :unit_code, :to, :reason, :given_by, :given_at)""")
_EXTENSIONS = text("""
    SELECT number, unit_code, to_at, reason, given_at, given_by FROM period_extension
     WHERE period_id = :period_id AND number > :after AND (CAST(:units AS text[]) IS NULL OR unit_code = ANY(:units))
     ORDER BY number LIMIT :limit""")
_ADD_SHEETS = text("""
    INSERT INTO period_sheet (period_id, criteria_set_id, set_code, unit_code, unit_name, unit_type, ranking_group)
    SELECT :period_id, t.* FROM unnest(CAST(:criteria_set_id AS uuid[]), CAST(:set_code AS text[]), CAST(:unit_code AS text[]),
        CAST(:unit_name AS text[]), CAST(:unit_type AS text[]), CAST(:ranking_group AS text[])) AS t""")
_SHEETS = text("""
    SELECT sheet_id, criteria_set_id, set_code, unit_code, unit_name, unit_type, ranking_group FROM period_sheet
     WHERE period_id = :period_id AND (CAST(:units AS text[]) IS NULL OR unit_code = ANY(:units)) ORDER BY sheet_id""")
_AMEND_SHEETS = text("""
    UPDATE period_sheet SET criteria_set_id = :new_id WHERE period_id = :period_id AND criteria_set_id = :old_id""")
_HISTORY = text("""
    SELECT version, act, state, changed_by, changed_at FROM period_history
     WHERE period_id = :period_id AND version > :after ORDER BY version LIMIT :limit""")


async def load_period(tx: AsyncConnection, period_id: UUID, lock: Lock | None = None) -> Period:
    """The period, locked as asked for until the transaction ends. Raises `PeriodNotFound`."""
    if lock == "update":
        # A statement of its own: who waits for the lock within the other would see the extensions as they stood before.
        await tx.execute(_LOCK, {"id": period_id})
    row = (await tx.execute(_LOAD[lock], {"id": period_id})).mappings().one_or_none()
    if row is None:
        raise PeriodNotFound("Hãy kiểm tra lại mã kỳ đánh giá.")
    return _period(row)


async def load_periods(tx: AsyncConnection, ids: Sequence[UUID]) -> dict[UUID, Period]:
    """Those of the periods that exist."""
    return {row["id"]: _period(row) for row in (await tx.execute(_BY_ID, {"ids": list(ids)})).mappings()}


async def list_periods(
    tx: AsyncConnection, *, program: str | None, year: int | None, planned: bool, after: UUID | None, limit: int
) -> list[Period]:
    """Periods in the order they were made, planned ones too if asked for."""
    rows = await tx.execute(_LIST, {"program": program, "year": year, "planned": planned, "after": after, "limit": limit})
    return [_period(row) for row in rows.mappings()]


async def new_id(tx: AsyncConnection) -> UUID:
    """An id for a period to be made."""
    value: UUID = (await tx.execute(_NEW_ID)).scalar_one()
    return value


async def add_period(tx: AsyncConnection, period: Period, changed_by: UUID, changed_at: datetime) -> None:
    """Keep a new period with its sets."""
    await tx.execute(_INSERT, _row(period, "created", changed_by, changed_at))
    await _save_sets(tx, period)


async def save_period(tx: AsyncConnection, period: Period, act: str, changed_by: UUID, changed_at: datetime) -> None:
    """Keep a locked period as changed, with the line of its history that says what was done."""
    await tx.execute(_UPDATE, _row(period, act, changed_by, changed_at))


async def replace_sets(tx: AsyncConnection, period: Period) -> None:
    """Give a planned period other sets, or an open one another version of a set."""
    await tx.execute(_DROP_SETS, {"period_id": period.id})
    await _save_sets(tx, period)


async def add_extension(tx: AsyncConnection, period_id: UUID, *extensions: Extension) -> None:
    """Keep extensions; none is ever changed."""
    if extensions:
        await tx.execute(_ADD_EXTENSION, [{"period_id": period_id, **vars(extension)} for extension in extensions])


async def list_extensions(tx: AsyncConnection, period_id: UUID, units: Sequence[str] | None, after: int, limit: int) -> list[Extension]:
    """All extensions ever given, or those of `units`, in order."""
    rows = await tx.execute(
        _EXTENSIONS, {"period_id": period_id, "units": None if units is None else list(units), "after": after, "limit": limit}
    )
    return [Extension(r.number, r.unit_code, r.to_at, r.reason, r.given_at, r.given_by) for r in rows]


async def add_sheets(tx: AsyncConnection, period_id: UUID, sheets: Sequence[Mapping[str, Any]]) -> None:
    """Make the sheets of a period that opens, in one statement."""
    names = ("criteria_set_id", "set_code", "unit_code", "unit_name", "unit_type", "ranking_group")
    await tx.execute(_ADD_SHEETS, {"period_id": period_id, **{name: [s[name] for s in sheets] for name in names}})


async def amend_sheets(tx: AsyncConnection, period_id: UUID, old_id: UUID, new_id: UUID) -> None:
    """Give the period's sheets of one version of a set another."""
    await tx.execute(_AMEND_SHEETS, {"period_id": period_id, "old_id": old_id, "new_id": new_id})


async def list_sheets(tx: AsyncConnection, period_id: UUID, units: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The identities of the period's sheets, or of those of `units`."""
    return [
        dict(r) for r in (await tx.execute(_SHEETS, {"period_id": period_id, "units": None if units is None else list(units)})).mappings()
    ]


async def list_history(tx: AsyncConnection, period_id: UUID, after: int, limit: int) -> list[RowMapping]:
    """What was done to the period, by whom and when in real time."""
    return list((await tx.execute(_HISTORY, {"period_id": period_id, "after": after, "limit": limit})).mappings())


async def _save_sets(tx: AsyncConnection, period: Period) -> None:
    await tx.execute(_ADD_SETS, {"period_id": period.id, "ids": [s.criteria_set_id for s in period.sets]})


def _row(period: Period, act: str, changed_by: UUID, changed_at: datetime) -> dict[str, Any]:
    phases = period.phases
    return {
        "id": period.id,
        "program": period.program,
        "year": period.year,
        "rehearsal": period.rehearsal,
        "stage": str(period.stage),
        "survey_forms_id": period.survey_forms_id,
        "par_period_id": period.par_period_id,
        "self_assessment_from": phases.self_assessment_from,
        "self_assessment_to": phases.self_assessment_to,
        "late_until": phases.late_until,
        "appraisal_from": phases.appraisal_from,
        "appraisal_to": phases.appraisal_to,
        "holidays": list(period.holidays),
        "conflict_enabled": period.conflict.enabled,
        "conflict_replacements": orjson.dumps(dict(period.conflict.replacements)).decode(),
        "lock_scope": period.lock_scope,
        "clarification_rounds": period.clarification_rounds,
        "clarification_from": [w.opens_at for w in phases.clarifications],
        "clarification_to": [w.closes_at for w in phases.clarifications],
        "unit_sees_scores": period.unit_sees_scores,
        "clock_at": period.clock_at,
        "clock_version": period.clock_version,
        "version": period.version,
        "act": act,
        "set_ids": [s.criteria_set_id for s in period.sets],
        "changed_by": changed_by,
        "changed_at": changed_at,
    }


def _period(row: RowMapping) -> Period:
    extensions = [_extension(*e) for e in row["extensions"]]
    return Period(
        id=row["id"],
        program=row["program"],
        year=row["year"],
        rehearsal=row["rehearsal"],
        stage=Stage(row["stage"]),
        sets=tuple(SetInPeriod(UUID(id_), code, fingerprint) for id_, code, fingerprint in row["sets"]),
        survey_forms_id=row["survey_forms_id"],
        par_period_id=row["par_period_id"],
        phases=Phases(
            self_assessment_from=row["self_assessment_from"],
            self_assessment_to=row["self_assessment_to"],
            late_until=row["late_until"],
            appraisal_from=row["appraisal_from"],
            appraisal_to=row["appraisal_to"],
            clarifications=tuple(map(ClarificationWindow, row["clarification_from"], row["clarification_to"])),
        ),
        holidays=tuple(row["holidays"]),
        conflict=ConflictRule(row["conflict_enabled"], row["conflict_replacements"]),
        lock_scope=row["lock_scope"],
        clarification_rounds=row["clarification_rounds"],
        unit_sees_scores=row["unit_sees_scores"],
        clock_at=row["clock_at"],
        clock_version=row["clock_version"],
        version=row["version"],
        extensions={e.unit_code: e for e in extensions},
        result_status=row["result_status"],
    )


def _extension(number: int, unit_code: str, to: str, reason: str, given_at: str, given_by: str) -> Extension:
    return Extension(number, unit_code, datetime.fromisoformat(to), reason, datetime.fromisoformat(given_at), UUID(given_by))
