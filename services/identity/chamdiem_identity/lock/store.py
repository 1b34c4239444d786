"""The SQL of what decides appraisal locks and council sessions; nobody else writes these tables."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.lock.domain import AgencyLock, AppraisalOfAgency, agency_lock

_KEEP_APPRAISAL = text("""
    INSERT INTO known_appraisal (appraisal_id, version, appraiser_code, open, lock_scope)
    VALUES (:appraisal_id, :version, :agency, :open, :lock_scope)
    ON CONFLICT (appraisal_id) DO UPDATE SET version = excluded.version, open = excluded.open, lock_scope = excluded.lock_scope
     WHERE known_appraisal.version < excluded.version
    RETURNING appraisal_id""")
_OF_AGENCIES = text("""
    SELECT appraiser_code, appraisal_id, version, open, lock_scope FROM known_appraisal WHERE appraiser_code = ANY(:agencies)""")
_KEEP_SESSION = text("""
    INSERT INTO known_council_session (session_id, version, open) VALUES (:session_id, :version, :open)
    ON CONFLICT (session_id) DO UPDATE SET version = excluded.version, open = excluded.open
     WHERE known_council_session.version < excluded.version
    RETURNING session_id""")
_SESSION_OPEN = text("SELECT EXISTS (SELECT FROM known_council_session WHERE open)")


async def keep_appraisal(tx: AsyncConnection, agency: str, told: AppraisalOfAgency) -> bool:
    """Keep an agency's appraisal; False for one that is older than what is known."""
    row = {
        "appraisal_id": told.appraisal_id,
        "version": told.version,
        "agency": agency,
        "open": told.open,
        "lock_scope": told.lock_scope,
    }
    return (await tx.execute(_KEEP_APPRAISAL, row)).first() is not None


async def agency_locks(tx: AsyncConnection, agencies: Iterable[str]) -> dict[str, AgencyLock]:
    """The lock of each agency, also of one nothing is known of."""
    wanted = set(agencies)
    found: dict[str, list[AppraisalOfAgency]] = {agency: [] for agency in wanted}
    for row in await tx.execute(_OF_AGENCIES, {"agencies": sorted(wanted)}):
        found[row.appraiser_code].append(AppraisalOfAgency(row.appraisal_id, row.version, row.open, row.lock_scope))
    return {agency: agency_lock(appraisals) for agency, appraisals in found.items()}


async def keep_session(tx: AsyncConnection, session_id: UUID, version: int, is_open: bool) -> bool:
    """Keep a council session; False for one that is older than what is known."""
    return (await tx.execute(_KEEP_SESSION, {"session_id": session_id, "version": version, "open": is_open})).first() is not None


async def session_open(tx: AsyncConnection) -> bool:
    """Whether any council session is open."""
    return bool((await tx.execute(_SESSION_OPEN)).scalar_one())
