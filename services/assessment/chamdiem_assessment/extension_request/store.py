"""SQL of requests for extensions; nobody else writes `extension_request`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.extension_request.domain import ExtensionRequest, RequestNotFound, RequestStatus

_COLUMNS = """r.id, r.period_id, r.unit_code, r.to_at, r.reason, r.asked_by, r.asked_at, r.status, r.decided_by, r.decided_at,
       r.decision_reason, r.extension_number"""
_ADD = text(f"""
    WITH r AS (
        INSERT INTO extension_request (period_id, unit_code, to_at, reason, asked_by, asked_at, status, decision_reason)
        VALUES (:period_id, :unit_code, :to, :reason, :by, :now, 'open', '') RETURNING *)
    SELECT {_COLUMNS} FROM r""")
_MINE = "(CAST(:units AS text[]) IS NULL OR r.unit_code = ANY (CAST(:units AS text[])))"
_LOAD = text(f"SELECT {_COLUMNS} FROM extension_request r WHERE r.id = :id AND r.period_id = :period_id AND {_MINE} FOR UPDATE")
_OPEN_OF_UNIT = text(f"""
    SELECT {_COLUMNS} FROM extension_request r
     WHERE r.period_id = :period_id AND r.unit_code = :unit_code AND r.status = 'open' FOR UPDATE""")
_OPEN_OF_UNITS = text(f"""
    SELECT {_COLUMNS} FROM extension_request r
     WHERE r.period_id = :period_id AND r.unit_code = ANY (CAST(:units AS text[])) AND r.status = 'open' ORDER BY r.id FOR UPDATE""")
_DECIDE = text("""
    UPDATE extension_request SET status = :status, decided_by = :decided_by, decided_at = :decided_at,
           decision_reason = :decision_reason, extension_number = :extension_number WHERE id = :id""")
_LIST = text(f"""
    SELECT {_COLUMNS}, o.unit_name, coalesce(a.body->>'holder_name', '') AS asked_by_name,
           coalesce(d.body->>'holder_name', '') AS decided_by_name
      FROM extension_request r JOIN period_sheet o ON o.period_id = r.period_id AND o.unit_code = r.unit_code
      LEFT JOIN known_account a ON a.account_id = r.asked_by LEFT JOIN known_account d ON d.account_id = r.decided_by
     WHERE r.period_id = :period_id AND {_MINE} AND (CAST(:status AS text) IS NULL OR r.status = :status)
       AND (CAST(:after AS uuid) IS NULL OR r.id > :after) AND (CAST(:id AS uuid) IS NULL OR r.id = :id)
     ORDER BY r.id LIMIT :limit""")


@dataclass(frozen=True, slots=True)
class ListedRequest:
    """A request with the names of its unit and people."""

    request: ExtensionRequest
    unit_name: str
    asked_by_name: str
    decided_by_name: str


async def add(
    tx: AsyncConnection, period_id: UUID, unit_code: str, *, to: datetime, reason: str, by: UUID, now: datetime
) -> ExtensionRequest:
    """Keep a new request. A second open one of the unit breaks `uq_extension_request_open`."""
    values = {"period_id": period_id, "unit_code": unit_code, "to": to, "reason": reason, "by": by, "now": now}
    return _request((await tx.execute(_ADD, values)).one())


async def load(tx: AsyncConnection, period_id: UUID, request_id: UUID, units: Sequence[str] | None) -> ExtensionRequest:
    """A request of the period and of `units` (None: of any), locked. Raises `RequestNotFound`."""
    values = {"period_id": period_id, "id": request_id, "units": None if units is None else list(units)}
    row = (await tx.execute(_LOAD, values)).first()
    if row is None:
        raise RequestNotFound("Hãy tải lại danh sách đề nghị gia hạn.")
    return _request(row)


async def open_of_unit(tx: AsyncConnection, period_id: UUID, unit_code: str) -> ExtensionRequest | None:
    """The unit's open request, locked; None where there is none."""
    row = (await tx.execute(_OPEN_OF_UNIT, {"period_id": period_id, "unit_code": unit_code})).first()
    return _request(row) if row else None


async def open_of_units(tx: AsyncConnection, period_id: UUID, units: Sequence[str]) -> list[ExtensionRequest]:
    """The open requests of these units, locked."""
    return [_request(r) for r in await tx.execute(_OPEN_OF_UNITS, {"period_id": period_id, "units": list(units)})]


async def save_decision(tx: AsyncConnection, request: ExtensionRequest) -> None:
    """Keep what became of a locked request."""
    await tx.execute(
        _DECIDE,
        {
            "id": request.id,
            "status": request.status.value,
            "decided_by": request.decided_by,
            "decided_at": request.decided_at,
            "decision_reason": request.decision_reason,
            "extension_number": request.extension_number,
        },
    )


async def list_of_period(
    tx: AsyncConnection,
    period_id: UUID,
    units: Sequence[str] | None,
    *,
    status: str | None = None,
    after: UUID | None = None,
    limit: int = 1,
    request_id: UUID | None = None,
) -> list[ListedRequest]:
    """Requests of `units` (None: of all) in the order they were made; of one status, or one alone."""
    values = {"period_id": period_id, "units": None if units is None else list(units), "status": status}
    rows = await tx.execute(_LIST, {**values, "after": after, "limit": limit, "id": request_id})
    return [ListedRequest(_request(r), r.unit_name, r.asked_by_name, r.decided_by_name) for r in rows]


def _request(r: Any) -> ExtensionRequest:
    return ExtensionRequest(
        id=r.id,
        period_id=r.period_id,
        unit_code=r.unit_code,
        to=r.to_at,
        reason=r.reason,
        asked_by=r.asked_by,
        asked_at=r.asked_at,
        status=RequestStatus(r.status),
        decided_by=r.decided_by,
        decided_at=r.decided_at,
        decision_reason=r.decision_reason,
        extension_number=r.extension_number,
    )
