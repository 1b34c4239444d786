"""SQL of printed records: a fingerprint is kept once, when it is printed first."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_KEEP = text("""
    INSERT INTO printed_record (fingerprint, sheet_id, appraiser_code, first_at)
    VALUES (:fingerprint, :sheet_id, :appraiser_code, clock_timestamp()) ON CONFLICT DO NOTHING RETURNING first_at""")


async def keep_printed(tx: AsyncConnection, fingerprint: str, sheet_id: UUID, appraiser_code: str | None) -> datetime | None:
    """When the record was printed, where this is the first time; else None."""
    values = {"fingerprint": fingerprint, "sheet_id": sheet_id, "appraiser_code": appraiser_code}
    found: datetime | None = (await tx.execute(_KEEP, values)).scalar_one_or_none()
    return found
