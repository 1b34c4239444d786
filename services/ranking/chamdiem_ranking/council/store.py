"""SQL of council sessions and of what members said in them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_ranking.council.domain import SessionUnknown

_COLUMNS = "id, period_id, opened_by_name, opened_at, closed_at, version"
_OPEN = text(f"""
    INSERT INTO council_session (period_id, opened_by, opened_by_name) VALUES (:period_id, :opened_by, :opened_by_name)
    RETURNING {_COLUMNS}""")
_CLOSE = text(f"""
    UPDATE council_session SET closed_at = clock_timestamp(), closed_by = :closed_by, version = version + 1 WHERE id = :id
    RETURNING {_COLUMNS}""")
_LOAD = f"SELECT {_COLUMNS} FROM council_session WHERE id = :id"
_LOAD_SHARED, _LOAD_LOCKED, _LOAD_PLAIN = text(_LOAD + " FOR SHARE"), text(_LOAD + " FOR UPDATE"), text(_LOAD)
_LIST = text(f"""
    SELECT {_COLUMNS} FROM council_session WHERE period_id = :period_id AND (CAST(:after AS uuid) IS NULL OR id > :after)
     ORDER BY id LIMIT :limit""")
_SAY = text("""
    WITH saved AS (
        INSERT INTO agreement (session_id, account_id, item, agrees, note, holder_name, result_version, version, given_at)
        VALUES (:session_id, :account_id, :item, :agrees, :note, :holder_name, :result_version, 1, :given_at)
        ON CONFLICT (session_id, account_id, item) DO UPDATE SET agrees = excluded.agrees, note = excluded.note,
               holder_name = excluded.holder_name, result_version = excluded.result_version, version = agreement.version + 1,
               given_at = excluded.given_at
        RETURNING *
    ), kept AS (
        INSERT INTO agreement_history (session_id, account_id, item, version, agrees, note, given_at)
        SELECT session_id, account_id, item, version, agrees, note, given_at FROM saved
    ) SELECT account_id, holder_name, item, agrees, note, result_version, version, given_at FROM saved""")
_SAID = text("""
    SELECT account_id, holder_name, item, agrees, note, result_version, version, given_at FROM agreement
     WHERE session_id = :session_id AND (item, account_id) > (:after_item, CAST(:after_account AS uuid))
     ORDER BY item, account_id LIMIT :limit""")
_ITEMS = text("""
    SELECT s.criteria_set_id, i.item, count(*) FILTER (WHERE NOT i.not_applicable) AS units,
           count(*) FILTER (WHERE i.not_applicable) AS not_applicable,
           count(*) FILTER (WHERE i.appraised_score_micro <> i.self_score_micro) AS differing,
           sum(i.count) AS count, avg(i.self_score_micro) AS self_mean, avg(i.final_score_micro) AS mean,
           max(i.final_score_micro) AS best, min(i.final_score_micro) AS worst
      FROM item_result i JOIN known_sheet s USING (sheet_id) WHERE s.period_id = :period_id GROUP BY s.criteria_set_id, i.item""")
_FIRST = UUID(int=0)


async def open_session(tx: AsyncConnection, period_id: UUID, opened_by: UUID, opened_by_name: str) -> Any:
    """A new session; the database refuses a second open one of the period."""
    return (await tx.execute(_OPEN, {"period_id": period_id, "opened_by": opened_by, "opened_by_name": opened_by_name})).one()


async def close_session(tx: AsyncConnection, session_id: UUID, closed_by: UUID) -> Any:
    """The session, closed."""
    return (await tx.execute(_CLOSE, {"id": session_id, "closed_by": closed_by})).one()


async def load(tx: AsyncConnection, session_id: UUID, lock: str = "") -> Any:
    """A session. `lock` is "share" while something is said in it, "update" to close it. Raises `SessionUnknown`."""
    statement = {"share": _LOAD_SHARED, "update": _LOAD_LOCKED}.get(lock, _LOAD_PLAIN)
    row = (await tx.execute(statement, {"id": session_id})).first()
    if row is None:
        raise SessionUnknown("Hãy kiểm tra lại mã phiên họp.")
    return row


async def list_of_period(tx: AsyncConnection, period_id: UUID, *, after: UUID | None, limit: int) -> list[Any]:
    """A period's sessions, oldest first."""
    return list((await tx.execute(_LIST, {"period_id": period_id, "after": after, "limit": limit})).all())


async def save_agreement(
    tx: AsyncConnection,
    session_id: UUID,
    account_id: UUID,
    *,
    item: str,
    agrees: bool,
    note: str,
    holder_name: str,
    result_version: int,
    given_at: datetime,
) -> Any:
    """What a member says now of an item ('': of the whole result); what was said before stays in the history."""
    mine = {"session_id": session_id, "account_id": account_id, "item": item}
    said = {"agrees": agrees, "note": note, "holder_name": holder_name, "result_version": result_version, "given_at": given_at}
    return (await tx.execute(_SAY, {**mine, **said})).one()


async def agreements(tx: AsyncConnection, session_id: UUID, *, after: tuple[str, UUID] | None, limit: int) -> list[Any]:
    """What members said, by item and member."""
    item, account = after or ("", _FIRST)
    return list((await tx.execute(_SAID, {"session_id": session_id, "after_item": item, "after_account": account, "limit": limit})).all())


async def items(tx: AsyncConnection, period_id: UUID) -> list[Any]:
    """Every item of a period's sets with what units got for it; points in millionths, means not rounded."""
    return list((await tx.execute(_ITEMS, {"period_id": period_id})).all())
