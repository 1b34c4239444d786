"""The SQL of reports; nobody else writes their table. Whose reports one sees stands in the WHERE (rights.md)."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.incident.domain import Incident, IncidentNotFound
from chamdiem_kit.access import Actor

_FIELDS = "i.id, i.about, i.text, i.page, i.reported_by, i.reported_at, i.passed_on_at, i.answer, i.answered_by, i.answered_at, i.version"
_SEEN = """(CAST(:everything AS boolean) OR (CAST(:passed_on AS boolean) AND i.passed_on_at IS NOT NULL)
    OR i.reported_by IN (SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.sub = :sub))"""
_TOLD = f"""
    SELECT {_FIELDS}, r.holder_name AS reported_by_name, r.unit_code, n.holder_name AS answered_by_name
      FROM incident i JOIN account r ON r.id = i.reported_by LEFT JOIN account n ON n.id = i.answered_by"""
_PAGE = text(f"""
    {_TOLD} WHERE {_SEEN} AND (CAST(:after AS uuid) IS NULL OR i.id < :after)
       AND (CAST(:answered AS boolean) IS NULL OR (i.answer <> '') = :answered)
     ORDER BY i.id DESC LIMIT :limit""")
_ONE = text(f"{_TOLD} WHERE i.id = :id AND {_SEEN}")
_TO_CHANGE = text(f"SELECT {_FIELDS} FROM incident i WHERE i.id = :id AND {_SEEN} FOR UPDATE")
_NEW_ID = text("SELECT uuidv7()")
_ADD = text("""
    INSERT INTO incident (id, about, text, page, reported_by, reported_at)
    VALUES (:id, :about, :text, :page, :reported_by, :reported_at)""")
_SAVE = text("""
    UPDATE incident SET passed_on_at = :passed_on_at, answer = :answer, answered_by = :answered_by, answered_at = :answered_at,
           version = :version WHERE id = :id""")


async def page(tx: AsyncConnection, actor: Actor, *, answered: bool | None, after: UUID | None, limit: int) -> Sequence[dict[str, Any]]:
    """The newest first, with the names that belong to them."""
    rows = await tx.execute(_PAGE, {**_scope(actor), "answered": answered, "after": after, "limit": limit})
    return [dict(row) for row in rows.mappings()]


async def told(tx: AsyncConnection, actor: Actor, incident_id: UUID) -> dict[str, Any]:
    """One with the names that belong to it. Another's is `IncidentNotFound` too."""
    return dict(_found((await tx.execute(_ONE, {**_scope(actor), "id": incident_id})).mappings().first()))


async def load_to_change(tx: AsyncConnection, actor: Actor, incident_id: UUID) -> Incident:
    """One, locked."""
    return Incident(**_found((await tx.execute(_TO_CHANGE, {**_scope(actor), "id": incident_id})).mappings().first()))


async def new_id(tx: AsyncConnection) -> UUID:
    """An id that comes after all earlier ones."""
    found: UUID = (await tx.execute(_NEW_ID)).scalar_one()
    return found


async def add(tx: AsyncConnection, incident: Incident) -> None:
    """Keep a new report."""
    await tx.execute(_ADD, asdict(incident))


async def save(tx: AsyncConnection, incident: Incident) -> None:
    """Keep a report that was passed on or answered."""
    await tx.execute(_SAVE, asdict(incident))


def _scope(actor: Actor) -> dict[str, Any]:
    return {
        "everything": actor.kind == "management" and actor.only_for_unit is None,
        "passed_on": actor.kind == "support",
        "sub": actor.sub,
    }


def _found(row: Any) -> Any:
    if row is None:
        raise IncidentNotFound("Hãy tải lại danh sách.")
    return row
