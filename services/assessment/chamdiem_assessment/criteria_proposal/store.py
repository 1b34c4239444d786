"""SQL of proposals; nobody else writes `criteria_proposal`. Whose they are stands in the WHERE."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.criteria_proposal.domain import Proposal, ProposalNotFound, ProposalStatus

_FIELDS = [f.name for f in fields(Proposal)]
_COLUMNS = ", ".join(f"r.{name}" for name in _FIELDS)
_MINE = "(:all OR r.unit_code = CAST(:unit_code AS text) OR r.appraiser_code = CAST(:appraiser_code AS text))"
_ADD = text(f"""
    WITH r AS (
        INSERT INTO criteria_proposal (criteria_set_id, item, text, unit_code, appraiser_code, proposed_by, proposed_at, status, answer)
        VALUES (:criteria_set_id, :item, :text, :unit_code, :appraiser_code, :by, :now, 'open', '') RETURNING *)
    SELECT {_COLUMNS} FROM r""")
_LOAD = text(f"SELECT {_COLUMNS} FROM criteria_proposal r WHERE r.id = :id AND {_MINE} FOR UPDATE")
_SAVE = text("""
    UPDATE criteria_proposal SET status = :status, answer = :answer, answered_by = :answered_by, answered_at = :answered_at
     WHERE id = :id""")
_LIST = text(f"""
    SELECT {_COLUMNS}, coalesce(u.name, r.unit_code, '') AS unit_name, coalesce(p.body->>'holder_name', '') AS proposed_by_name,
           coalesce(a.body->>'holder_name', '') AS answered_by_name, s.code AS set_code, s.version_number
      FROM criteria_proposal r JOIN criteria_set s ON s.id = r.criteria_set_id
      LEFT JOIN known_unit u ON u.code = r.unit_code
      LEFT JOIN known_account p ON p.account_id = r.proposed_by LEFT JOIN known_account a ON a.account_id = r.answered_by
     WHERE {_MINE} AND (CAST(:status AS text) IS NULL OR r.status = :status)
       AND (CAST(:after AS uuid) IS NULL OR r.id < :after) AND (CAST(:id AS uuid) IS NULL OR r.id = :id)
     ORDER BY r.id DESC LIMIT :limit""")


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose proposals somebody may see: `all`, or those of the own unit or agency."""

    all: bool
    unit_code: str | None = None
    appraiser_code: str | None = None


@dataclass(frozen=True, slots=True)
class ListedProposal:
    """A proposal with the names of its unit and people, and of the version it is about."""

    proposal: Proposal
    unit_name: str
    proposed_by_name: str
    answered_by_name: str
    set_code: str
    version_number: int


async def add(
    tx: AsyncConnection, criteria_set_id: UUID, item: str | None, said: str, whose: Whose, *, by: UUID, now: datetime
) -> Proposal:
    """Keep a new proposal."""
    values = {"criteria_set_id": criteria_set_id, "item": item, "text": said, "by": by, "now": now}
    places = {"unit_code": whose.unit_code, "appraiser_code": whose.appraiser_code}
    return _proposal((await tx.execute(_ADD, {**values, **places})).one())


async def load(tx: AsyncConnection, proposal_id: UUID, whose: Whose) -> Proposal:
    """A proposal of theirs, locked. Raises `ProposalNotFound`."""
    row = (await tx.execute(_LOAD, {"id": proposal_id, **asdict(whose)})).first()
    if row is None:
        raise ProposalNotFound("Hãy tải lại danh sách kiến nghị.")
    return _proposal(row)


async def save(tx: AsyncConnection, proposal: Proposal) -> None:
    """Keep what became of a locked proposal."""
    names = ("id", "answer", "answered_by", "answered_at")
    await tx.execute(_SAVE, {**{name: getattr(proposal, name) for name in names}, "status": proposal.status.value})


async def list_of(
    tx: AsyncConnection,
    whose: Whose,
    *,
    status: str | None = None,
    after: UUID | None = None,
    limit: int = 1,
    proposal_id: UUID | None = None,
) -> list[ListedProposal]:
    """Their proposals, the newest first; of one status, or one alone."""
    values = {**asdict(whose), "status": status, "after": after, "limit": limit, "id": proposal_id}
    rows = await tx.execute(_LIST, values)
    names = ("unit_name", "proposed_by_name", "answered_by_name", "set_code", "version_number")
    return [ListedProposal(_proposal(r), **{name: getattr(r, name) for name in names}) for r in rows]


def _proposal(row: Any) -> Proposal:
    values = {name: getattr(row, name) for name in _FIELDS}
    return Proposal(**{**values, "status": ProposalStatus(row.status)})
