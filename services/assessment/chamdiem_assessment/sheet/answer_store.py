"""SQL of answers; nobody else writes `answer` and `answer_history`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.sheet.answer import Answer, KeptAnswer

VALUES = "option numerator denominator count not_applicable is_claim self_score claimed_count explanation evidence_ids".replace(" ", ", ")
LINES = """jsonb_to_recordset({}) AS g (item text, option text, numerator text, denominator text, count text, not_applicable boolean,
           is_claim boolean, self_score numeric, claimed_count bigint, explanation text, evidence_ids uuid[], warnings text[])"""
"""What `as_lines` wrote, as rows `g`."""
_GIVEN = f"""
    SELECT CAST(:sheet_id AS uuid), g.*, 1, CAST(:saved_by AS uuid), CAST(:saved_at AS timestamptz)
      FROM {LINES.format("CAST(:lines AS jsonb)")}"""
SETTING = ", ".join(f"{c} = excluded.{c}" for c in (*VALUES.split(", "), "warnings", "saved_by", "saved_at"))
KEEP_REPLACED = f"""
    kept AS (
        INSERT INTO answer_history (sheet_id, item, {VALUES}, version, saved_by, saved_at)
        SELECT sheet_id, item, {", ".join(f"was_{c}" for c in VALUES.split(", "))}, was_version, was_saved_by, was_saved_at
          FROM saved WHERE was_version IS NOT NULL)"""
RETURNING = "RETURNING new.sheet_id, new.item, new.version, " + ", ".join(
    f"old.{c} AS was_{c}" for c in (*VALUES.split(", "), "version", "saved_by", "saved_at")
)
# The answer and the version it replaces in one statement (PostgreSQL 18: old, new). Sorted, so that two saves lock in one order.
_SAVE_ALL = text(f"""
    WITH saved AS (
        INSERT INTO answer (sheet_id, item, {VALUES}, warnings, version, saved_by, saved_at) {_GIVEN} ORDER BY g.item
        ON CONFLICT (sheet_id, item) DO UPDATE SET {SETTING}, version = answer.version + 1
        {RETURNING}),
    {KEEP_REPLACED}
    SELECT item, version FROM saved""")
_SAVE_ONE = text(f"""
    WITH saved AS (
        INSERT INTO answer (sheet_id, item, {VALUES}, warnings, version, saved_by, saved_at) {_GIVEN}
         WHERE :expected = 0 OR EXISTS (SELECT 1 FROM answer a WHERE a.sheet_id = :sheet_id AND a.item = g.item)
        ON CONFLICT (sheet_id, item) DO UPDATE SET {SETTING}, version = answer.version + 1 WHERE answer.version = :expected
        {RETURNING}),
    {KEEP_REPLACED}
    SELECT item, version FROM saved""")
# Answers of many sheets at once, made by no person: a code that had been out of a set goes on counting its versions.
_AMENDED_LINES = LINES.format("CAST(:lines AS jsonb)").replace("g (item text", "g (sheet_id uuid, item text")
_AMEND = text(f"""
    WITH saved AS (
        INSERT INTO answer (sheet_id, item, {VALUES}, warnings, version, saved_by, saved_at)
        SELECT g.*, 1 + coalesce((SELECT max(h.version) FROM answer_history h WHERE h.sheet_id = g.sheet_id AND h.item = g.item), 0),
               CAST(:saved_by AS uuid), CAST(:saved_at AS timestamptz)
          FROM {_AMENDED_LINES} ORDER BY g.sheet_id, g.item
        ON CONFLICT (sheet_id, item) DO UPDATE SET {SETTING}, version = answer.version + 1
        {RETURNING}),
    {KEEP_REPLACED}
    SELECT count(*) FROM saved""")
_RETIRE = text(f"""
    WITH gone AS (
        DELETE FROM answer a USING unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[])) AS g (sheet_id, item)
         WHERE a.sheet_id = g.sheet_id AND a.item = g.item RETURNING a.*)
    INSERT INTO answer_history (sheet_id, item, {VALUES}, version, saved_by, saved_at)
    SELECT sheet_id, item, {VALUES}, version, saved_by, saved_at FROM gone""")
_OF_SHEETS = text(f"""
    SELECT sheet_id, item, {VALUES}, warnings FROM answer
     WHERE sheet_id = ANY (CAST(:sheets AS uuid[])) AND (CAST(:items AS text[]) IS NULL OR item = ANY (CAST(:items AS text[])))""")
_PAST = text(f"""
    SELECT DISTINCT ON (h.sheet_id, h.item) h.sheet_id, h.item, {", ".join(f"h.{c}" for c in VALUES.split(", "))} FROM answer_history h
     WHERE h.sheet_id = ANY (CAST(:sheets AS uuid[])) AND h.item = ANY (CAST(:items AS text[]))
       AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.sheet_id = h.sheet_id AND a.item = h.item)
     ORDER BY h.sheet_id, h.item, h.version DESC""")
_COLUMNS = f"a.item, {', '.join(f'a.{c}' for c in VALUES.split(', '))}, a.version, a.saved_by, a.saved_at, k.body->>'holder_name' AS name"
_ANSWER_COLUMNS = 1 + len(VALUES.split(", "))
_ANSWERS = text(f"SELECT item, {VALUES}, warnings FROM answer WHERE sheet_id = :sheet_id")
_LIST = text(f"""
    SELECT {_COLUMNS}, a.warnings FROM answer a LEFT JOIN known_account k ON k.account_id = a.saved_by
     WHERE a.sheet_id = :sheet_id AND (CAST(:item AS text) IS NULL OR a.item = :item)""")
_HISTORY = text(f"""
    SELECT {_COLUMNS} FROM (
        SELECT sheet_id, item, {VALUES}, version, saved_by, saved_at FROM answer WHERE sheet_id = :sheet_id AND item = :item
        UNION ALL
        SELECT sheet_id, item, {VALUES}, version, saved_by, saved_at FROM answer_history WHERE sheet_id = :sheet_id AND item = :item) a
      LEFT JOIN known_account k ON k.account_id = a.saved_by
     WHERE a.version < :before ORDER BY a.version DESC LIMIT :limit""")
_NEWEST = 9_223_372_036_854_775_807


async def save_all(tx: AsyncConnection, sheet_id: UUID, answers: Sequence[Answer], *, by: UUID, now: datetime) -> dict[str, int]:
    """Keep answers, one an item, whatever version each has; the new versions by item."""
    if not answers:
        return {}
    values = {"sheet_id": sheet_id, "lines": as_lines(answers), "saved_by": by, "saved_at": now}
    return {item: version for item, version in await tx.execute(_SAVE_ALL, values)}


async def save_one(tx: AsyncConnection, sheet_id: UUID, answer: Answer, *, expected: int, by: UUID, now: datetime) -> int | None:
    """Keep one answer if its version is `expected` (0: there is none); the new version, or None where it is another."""
    values = {"sheet_id": sheet_id, "lines": as_lines([answer]), "expected": expected, "saved_by": by, "saved_at": now}
    row = (await tx.execute(_SAVE_ONE, values)).first()
    return row.version if row else None


async def list_of_sheet(tx: AsyncConnection, sheet_id: UUID) -> dict[str, KeptAnswer]:
    """All answers of a sheet by item."""
    return {r[0]: _kept(r) for r in await tx.execute(_LIST, {"sheet_id": sheet_id, "item": None})}


async def answers_of_sheet(tx: AsyncConnection, sheet_id: UUID) -> dict[str, Answer]:
    """As `list_of_sheet`, without who saved what when."""
    return {r[0]: answer_of(r[:_ANSWER_COLUMNS], r[_ANSWER_COLUMNS]) for r in await tx.execute(_ANSWERS, {"sheet_id": sheet_id})}


async def load(tx: AsyncConnection, sheet_id: UUID, item: str) -> KeptAnswer | None:
    """One answer, None where the item has none."""
    row = (await tx.execute(_LIST, {"sheet_id": sheet_id, "item": item})).first()
    return _kept(row) if row else None


async def history(tx: AsyncConnection, sheet_id: UUID, item: str, before: int | None, limit: int) -> list[KeptAnswer]:
    """Every version of an answer below `before`, newest first, the present one too."""
    values = {"sheet_id": sheet_id, "item": item, "before": before or _NEWEST, "limit": limit}
    return [_kept(r) for r in await tx.execute(_HISTORY, values)]


async def answers_of_sheets(
    tx: AsyncConnection, sheets: Sequence[UUID], items: Sequence[str] | None = None
) -> dict[UUID, dict[str, Answer]]:
    """The answers of many sheets by sheet and item; of `items` only, where they are given."""
    found: dict[UUID, dict[str, Answer]] = {sheet_id: {} for sheet_id in sheets}
    values = {"sheets": list(sheets), "items": None if items is None else list(items)}
    for row in await tx.execute(_OF_SHEETS, values):
        found[row[0]][row[1]] = answer_of(row[1 : 1 + _ANSWER_COLUMNS], row[1 + _ANSWER_COLUMNS])
    return found


async def past_answers(tx: AsyncConnection, sheets: Sequence[UUID], items: Sequence[str]) -> dict[UUID, dict[str, Answer]]:
    """What stood last at those of the items that have no answer now."""
    found: dict[UUID, dict[str, Answer]] = {sheet_id: {} for sheet_id in sheets}
    for row in await tx.execute(_PAST, {"sheets": list(sheets), "items": list(items)}):
        found[row[0]][row[1]] = answer_of(row[1:], ())
    return found


async def amend(tx: AsyncConnection, answers: Mapping[UUID, Sequence[Answer]], *, by: UUID, now: datetime) -> None:
    """Keep answers that an amending decision made of earlier ones; the sheets are locked."""
    lines = [{"sheet_id": sheet_id, **_line(answer)} for sheet_id, of_sheet in answers.items() for answer in of_sheet]
    if lines:
        await tx.execute(_AMEND, {"lines": orjson.dumps(lines, default=str).decode(), "saved_by": by, "saved_at": now})


async def retire(tx: AsyncConnection, items: Mapping[UUID, Sequence[str]]) -> None:
    """Leave answers to their history only; the sheets are locked."""
    pairs = [(sheet_id, item) for sheet_id, of_sheet in items.items() for item in of_sheet]
    if pairs:
        await tx.execute(_RETIRE, {"sheets": [s for s, _ in pairs], "items": [i for _, i in pairs]})


def as_lines(answers: Sequence[Answer]) -> str:
    """Answers as JSON for `LINES`."""
    # `str`: ids that came from the database are of the driver's own class.
    return orjson.dumps([_line(a) for a in answers], default=str).decode()


def _line(a: Answer) -> dict[str, Any]:
    return {
        "item": a.item,
        "option": a.option,
        "numerator": a.numerator,
        "denominator": a.denominator,
        "count": a.count,
        "not_applicable": a.not_applicable,
        "is_claim": a.is_claim,
        "self_score": None if a.self_score is None else f"{a.self_score:f}",
        "claimed_count": a.claimed_count,
        "explanation": a.explanation,
        "evidence_ids": a.evidence_ids,
        "warnings": a.warnings,
    }


def answer_of(row: Sequence[Any], warnings: Sequence[str]) -> Answer:
    """From item and `VALUES`, by place: a sheet has hundreds of rows, and looking columns up by name costs more than the query."""
    item, option, numerator, denominator, count, not_applicable, is_claim, self_score, claimed_count, explanation, evidence = row
    return Answer(
        item=item,
        option=option,
        numerator=numerator,
        denominator=denominator,
        count=count,
        not_applicable=not_applicable,
        is_claim=is_claim,
        self_score=self_score,
        claimed_count=claimed_count,
        explanation=explanation,
        evidence_ids=tuple(evidence),
        warnings=tuple(warnings),
    )


def _kept(row: Sequence[Any]) -> KeptAnswer:
    version, saved_by, saved_at, name = row[_ANSWER_COLUMNS : _ANSWER_COLUMNS + 4]
    warnings = row[_ANSWER_COLUMNS + 4] if len(row) > _ANSWER_COLUMNS + 4 else ()
    return KeptAnswer(answer_of(row[:_ANSWER_COLUMNS], warnings), version, saved_by, name or "", saved_at)
