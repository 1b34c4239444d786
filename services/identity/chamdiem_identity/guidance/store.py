"""The SQL of guidance; nobody else writes its tables."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.guidance.domain import Guidance, Place

_FIELDS = """
    SELECT g.page, g.set_code, g.item, g.text, g.version, a.holder_name AS changed_by_name, g.changed_at
      FROM guidance g JOIN account a ON a.id = g.changed_by"""
_ONE = text(f"{_FIELDS} WHERE g.place = :place")
_PAGE = text(f"""
    {_FIELDS} WHERE g.text <> '' AND (CAST(:after AS text) IS NULL OR g.place > :after)
       AND (CAST(:set_code AS text) IS NULL OR g.set_code = :set_code)
     ORDER BY g.place LIMIT :limit""")
# One writer of a place at a time, also of one that has no row yet.
_ONE_WRITER = text("SELECT pg_advisory_xact_lock(hashtext('identity.guidance'), hashtext(:place))")
_SAVE = text("""
    WITH saved AS (
        INSERT INTO guidance (place, page, set_code, item, text, version, changed_by)
        VALUES (:place, :page, :set_code, :item, :text, 1, :by)
        ON CONFLICT (place) DO UPDATE SET text = excluded.text, version = guidance.version + 1, changed_by = excluded.changed_by,
               changed_at = clock_timestamp()
        RETURNING place, version, text, changed_by, changed_at
    ) INSERT INTO guidance_history (place, version, text, changed_by, changed_at) SELECT * FROM saved""")
_HISTORY = text("""
    SELECT h.version, h.text, a.holder_name AS changed_by_name, h.changed_at
      FROM guidance_history h JOIN account a ON a.id = h.changed_by
     WHERE h.place = :place AND (CAST(:before AS bigint) = 0 OR h.version < :before) ORDER BY h.version DESC LIMIT :limit""")


async def begin_writing(tx: AsyncConnection, place: Place) -> None:
    """Wait for another writer of this place."""
    await tx.execute(_ONE_WRITER, {"place": place.key})


async def load(tx: AsyncConnection, place: Place) -> Guidance:
    """What is said there; an empty one where nothing ever was."""
    row = (await tx.execute(_ONE, {"place": place.key})).mappings().first()
    return Guidance(place) if row is None else _guidance(row)


async def save(tx: AsyncConnection, place: Place, said: str, by: UUID) -> None:
    """Keep a new version."""
    values = {"place": place.key, "page": place.page, "set_code": place.set_code, "item": place.item, "text": said, "by": by}
    await tx.execute(_SAVE, values)


async def page(tx: AsyncConnection, *, set_code: str | None, after: str | None, limit: int) -> list[Guidance]:
    """What is said anywhere, or in one criteria set, by place."""
    rows = (await tx.execute(_PAGE, {"set_code": set_code, "after": after, "limit": limit})).mappings()
    return [_guidance(row) for row in rows]


async def history(tx: AsyncConnection, place: Place, *, before: int, limit: int) -> Sequence[dict[str, Any]]:
    """The versions, the newest first; `before` 0: from the newest on."""
    return [dict(r) for r in (await tx.execute(_HISTORY, {"place": place.key, "before": before, "limit": limit})).mappings()]


def _guidance(row: Any) -> Guidance:
    place = Place(row["page"], row["set_code"], row["item"])
    return Guidance(place, row["text"], row["version"], row["changed_by_name"], row["changed_at"])
