"""SQL of what was sent; nobody else writes `sent_snapshot`."""

from collections.abc import Sequence
from dataclasses import fields
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.sending.domain import Receipt, ReceiptNotFound

_KEEP = text("""
    INSERT INTO sent_snapshot (sheet_id, version, sent_at, received_at, sent_by, late, days_late, report_fingerprint, receipt_number,
                               signed_report_name, signed_report_sha256)
    SELECT :sheet_id, :version, :sent_at, :received_at, :sent_by, :late, :days_late, :report_fingerprint, :receipt_number, e.name, e.sha256
      FROM evidence e WHERE e.id = :signed_report_id""")
_RECEIPT = [f.name for f in fields(Receipt)]
_NEWEST = text("""
    SELECT sheet_id, version, sent_at, received_at, sent_by, late, days_late, report_fingerprint, receipt_number
      FROM sent_snapshot WHERE sheet_id = :sheet_id ORDER BY version DESC LIMIT 1""")
_NEWEST_OF = text("""
    SELECT DISTINCT ON (sheet_id) sheet_id, version, sent_at, received_at, sent_by, late, days_late, report_fingerprint, receipt_number
      FROM sent_snapshot WHERE sheet_id = ANY (CAST(:sheets AS uuid[])) ORDER BY sheet_id, version DESC""")


async def newest_receipts(tx: AsyncConnection, sheets: Sequence[UUID]) -> dict[UUID, Receipt]:
    """The newest receipt of each of the sheets that was ever sent."""
    return {r.sheet_id: Receipt(*r) for r in await tx.execute(_NEWEST_OF, {"sheets": list(sheets)})}


async def keep(tx: AsyncConnection, receipt: Receipt, signed_report_id: UUID | None) -> None:
    """Freeze what was sent; the answers are frozen with the approved snapshot that the receipt names."""
    await tx.execute(_KEEP, {**{name: getattr(receipt, name) for name in _RECEIPT}, "signed_report_id": signed_report_id})


async def newest_receipt(tx: AsyncConnection, sheet_id: UUID) -> Receipt:
    """The receipt of the last sending. Raises `ReceiptNotFound`."""
    row = (await tx.execute(_NEWEST, {"sheet_id": sheet_id})).mappings().first()
    if row is None:
        raise ReceiptNotFound("Biên nhận có sau khi gửi kết quả tự đánh giá.")
    return Receipt(**row)
