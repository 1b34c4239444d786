"""The SQL of requests; nobody else writes their table. Whose requests one sees stands in the WHERE."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account_request.domain import AccountRequest, Asker, RequestNotFound

_FIELDS = (
    "r.id, r.about, r.unit_code, r.appraiser_code, r.username, r.holder_name, r.role, r.account_id, r.reason, r.asked_by, r.asked_at, "
    "r.status, r.decided_by, r.decided_at, r.decision_reason, r.version"
)
_SEEN = "(CAST(:everything AS boolean) OR r.unit_code = ANY(:units) OR r.appraiser_code = CAST(:agency AS text))"
_TOLD = f"""
    SELECT {_FIELDS}, u.name AS unit_name, ab.holder_name AS asked_by_name, db.holder_name AS decided_by_name,
           p.username AS account_username, a.holder_name AS account_holder
      FROM account_request r
      LEFT JOIN unit u ON u.code = r.unit_code
      LEFT JOIN account ab ON ab.id = r.asked_by
      LEFT JOIN account db ON db.id = r.decided_by
      LEFT JOIN account a ON a.id = r.account_id
      LEFT JOIN person p ON p.id = a.person_id"""
_PAGE = text(f"""
    {_TOLD} WHERE {_SEEN} AND (CAST(:after AS uuid) IS NULL OR r.id < :after)
       AND (CAST(:status AS text) IS NULL OR r.status = :status)
     ORDER BY r.id DESC LIMIT :limit""")
_ONE = text(f"{_TOLD} WHERE r.id = :id AND {_SEEN}")
_TO_CHANGE = text(f"SELECT {_FIELDS} FROM account_request r WHERE r.id = :id AND {_SEEN} FOR UPDATE")
_ADD = text("""
    INSERT INTO account_request (id, about, unit_code, appraiser_code, username, holder_name, role, account_id, reason, asked_by, asked_at)
    VALUES (:id, :about, :unit_code, :appraiser_code, :username, :holder_name, :role, :account_id, :reason, :asked_by, :asked_at)""")
_SAVE = text("""
    UPDATE account_request SET status = :status, decided_by = :decided_by, decided_at = :decided_at, decision_reason = :decision_reason,
           account_id = :account_id, version = :version WHERE id = :id""")
_UNITS = text("SELECT code, name FROM unit WHERE code = CAST(:unit AS text) OR parent_code = CAST(:unit AS text) ORDER BY name_sort_key")
_NEW_ID = text("SELECT uuidv7()")
_COUNT_OPEN = text(f"SELECT count(*) FROM account_request r WHERE r.status = 'open' AND {_SEEN}")


async def units_of(tx: AsyncConnection, unit_code: str | None) -> list[tuple[str, str]]:
    """A head's own unit and its sub-units: codes and names."""
    if unit_code is None:
        return []
    return [(row.code, row.name) for row in await tx.execute(_UNITS, {"unit": unit_code})]


async def page(tx: AsyncConnection, asker: Asker | None, *, status: str | None, after: UUID | None, limit: int) -> Sequence[dict[str, Any]]:
    """The newest first, with the names that belong to them. `asker` None: an administrator, who sees all."""
    rows = await tx.execute(_PAGE, {**_scope(asker), "status": status, "after": after, "limit": limit})
    return [dict(row) for row in rows.mappings()]


async def told(tx: AsyncConnection, asker: Asker | None, request_id: UUID) -> dict[str, Any]:
    """One with the names that belong to it. Another's is `RequestNotFound` too."""
    row = (await tx.execute(_ONE, {**_scope(asker), "id": request_id})).mappings().first()
    if row is None:
        raise _not_found()
    return dict(row)


async def count_open(tx: AsyncConnection, asker: Asker | None) -> int:
    """How many wait for a decision."""
    return int((await tx.execute(_COUNT_OPEN, _scope(asker))).scalar_one())


async def load_to_change(tx: AsyncConnection, asker: Asker | None, request_id: UUID) -> AccountRequest:
    """One, locked."""
    row = (await tx.execute(_TO_CHANGE, {**_scope(asker), "id": request_id})).mappings().first()
    if row is None:
        raise _not_found()
    return AccountRequest(**row)


async def new_id(tx: AsyncConnection) -> UUID:
    """An id that comes after all earlier ones."""
    found: UUID = (await tx.execute(_NEW_ID)).scalar_one()
    return found


async def add(tx: AsyncConnection, request: AccountRequest) -> None:
    """Keep a new request."""
    await tx.execute(_ADD, asdict(request))


async def save(tx: AsyncConnection, request: AccountRequest) -> None:
    """Keep a decided request."""
    await tx.execute(_SAVE, asdict(request))


def _scope(asker: Asker | None) -> dict[str, Any]:
    return {
        "everything": asker is None,
        "units": [] if asker is None else list(asker.units),
        "agency": None if asker is None else asker.agency,
    }


def _not_found() -> RequestNotFound:
    return RequestNotFound("Hãy tải lại danh sách đề nghị.")
