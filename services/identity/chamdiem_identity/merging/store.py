"""The SQL of mergers; nobody else writes their table."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.merging.domain import Merger

_FIELDS = "id, successor_code, predecessors, merged_on, reason, account_acts, sub_units_follow, decided_by"
_ADD = text("""
    INSERT INTO unit_merger (id, successor_code, predecessors, merged_on, reason, account_acts, sub_units_follow, decided_by)
    VALUES (:id, :successor_code, :predecessors, :merged_on, :reason, CAST(:account_acts AS jsonb), :sub_units_follow, :decided_by)""")
# The merger's day begins as Vietnam counts days.
_DUE = text(f"""
    SELECT {_FIELDS} FROM unit_merger
     WHERE carried_out_at IS NULL AND merged_on <= (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
     ORDER BY merged_on, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
_CARRIED_OUT = text("UPDATE unit_merger SET carried_out_at = clock_timestamp() WHERE id = :id")
_PAGE = text("""
    SELECT m.id, m.successor_code, s.name AS successor_name, m.merged_on, m.reason, m.sub_units_follow, a.holder_name AS decided_by_name,
           m.decided_at, m.carried_out_at,
           (SELECT jsonb_agg(jsonb_build_object('code', u.code, 'name', u.name) ORDER BY u.name_sort_key)
              FROM unit u WHERE u.code = ANY(m.predecessors)) AS predecessors
      FROM unit_merger m JOIN unit s ON s.code = m.successor_code JOIN account a ON a.id = m.decided_by
     WHERE CAST(:after AS uuid) IS NULL OR m.id < :after ORDER BY m.id DESC LIMIT :limit""")
_NEW_ID = text("SELECT uuidv7()")


async def new_id(tx: AsyncConnection) -> UUID:
    """An id that comes after all earlier ones."""
    found: UUID = (await tx.execute(_NEW_ID)).scalar_one()
    return found


async def add(tx: AsyncConnection, merger: Merger) -> None:
    """Keep a merger that was decided."""
    acts = orjson.dumps({str(id_): act for id_, act in merger.account_acts.items()}).decode()
    await tx.execute(
        _ADD,
        {
            "id": merger.id,
            "successor_code": merger.successor_code,
            "predecessors": list(merger.predecessors),
            "merged_on": merger.merged_on,
            "reason": merger.reason,
            "account_acts": acts,
            "sub_units_follow": merger.sub_units_follow,
            "decided_by": merger.decided_by,
        },
    )


async def next_due(tx: AsyncConnection) -> Merger | None:
    """A merger whose day has come and whose accounts have not followed yet, locked; None where none waits."""
    row = (await tx.execute(_DUE)).mappings().first()
    if row is None:
        return None
    acts = {UUID(id_): act for id_, act in row["account_acts"].items()}
    return Merger(**{**row, "predecessors": tuple(row["predecessors"]), "account_acts": acts})


async def mark_carried_out(tx: AsyncConnection, merger_id: UUID) -> None:
    """The accounts of a merger have followed."""
    await tx.execute(_CARRIED_OUT, {"id": merger_id})


async def page(tx: AsyncConnection, *, after: UUID | None, limit: int) -> Sequence[dict[str, Any]]:
    """The mergers, the newest first, with the names that belong to them."""
    return [dict(row) for row in (await tx.execute(_PAGE, {"after": after, "limit": limit})).mappings()]
