"""SQL of links. Spending one writes all links of its batch anew, so that nothing in the rows tells which was spent last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.survey_link.domain import Batch, BatchNotFound, Link, LinkStatus, LinkUnknown, Wanted, digest_of

_ADD_BATCH = text("""
    INSERT INTO survey_link_batch (campaign_id, form, unit_code, unit_name, note, made_by, made_at)
    VALUES (:campaign_id, :form, :unit_code, :unit_name, :note, :by, :at) RETURNING id""")
_ADD_LINKS = text("""
    INSERT INTO survey_link (token_sha256, batch_id, status) SELECT unnest(CAST(:digests AS bytea[])), :batch_id, 'open'""")
_BATCHES = """
    SELECT b.*, (SELECT count(*) FROM survey_link l WHERE l.batch_id = b.id) AS made,
           (SELECT count(*) FROM survey_link l WHERE l.batch_id = b.id AND l.status = 'answered') AS answered,
           (SELECT count(*) FROM survey_link l WHERE l.batch_id = b.id AND l.status = 'revoked') AS revoked
      FROM survey_link_batch b"""
_LIST = text(f"""{_BATCHES}
     WHERE b.campaign_id = :campaign_id AND (CAST(:after AS uuid) IS NULL OR b.id > :after) ORDER BY b.id LIMIT :limit""")
_LOAD = text(f"{_BATCHES} WHERE b.campaign_id = :campaign_id AND b.id = :id")
_LOCK = text("SELECT 1 FROM survey_link_batch WHERE id = :id FOR UPDATE")
_REVOKE_LINKS = text("""
    UPDATE survey_link SET status = CASE status WHEN 'open' THEN 'revoked' ELSE status END WHERE batch_id = :id""")
_REVOKE = text("UPDATE survey_link_batch SET revoked_by = :by, revoked_at = :at, revoke_reason = :reason WHERE id = :id")
_FIND = text("""
    SELECT b.id, b.campaign_id, b.form, b.unit_code, b.unit_name, l.status, l.attempt_sha256
      FROM survey_link l JOIN survey_link_batch b ON b.id = l.batch_id WHERE l.token_sha256 = :digest""")
_SPEND = text("""
    UPDATE survey_link SET status = CASE token_sha256 WHEN :digest THEN 'answered' ELSE status END,
           attempt_sha256 = CASE token_sha256 WHEN :digest THEN CAST(:attempt AS bytea) ELSE attempt_sha256 END
     WHERE batch_id = :batch_id""")


@dataclass(frozen=True)
class Maker:
    """Who makes links, when, and what they noted."""

    by: UUID
    at: datetime
    note: str


async def add_batch(tx: AsyncConnection, campaign_id: UUID, form: str, wanted: Wanted, maker: Maker, tokens: Sequence[str]) -> Batch:
    """Keep new links of one unit, as hashes sorted by value."""
    of = (campaign_id, form, wanted.unit_code, wanted.unit_name, maker.note)
    batch = Batch(UUID(int=0), *of, made=len(tokens), answered=0, revoked=0, made_by=maker.by, made_at=maker.at)
    keys = {"campaign_id": campaign_id, "form": form, "unit_code": wanted.unit_code, "unit_name": wanted.unit_name}
    made = await tx.execute(_ADD_BATCH, {**keys, "note": maker.note, "by": maker.by, "at": maker.at})
    batch_id: UUID = made.scalar_one()
    await tx.execute(_ADD_LINKS, {"batch_id": batch_id, "digests": sorted(map(digest_of, tokens))})
    return replace(batch, id=batch_id)


async def list_batches(tx: AsyncConnection, campaign_id: UUID, after: UUID | None, limit: int) -> list[Batch]:
    """The batches of a campaign in the order they were made."""
    return [_batch(row) for row in await tx.execute(_LIST, {"campaign_id": campaign_id, "after": after, "limit": limit})]


async def lock_batch(tx: AsyncConnection, campaign_id: UUID, batch_id: UUID) -> Batch:
    """One batch; no link of it is spent or revoked until the transaction ends. Raises `BatchNotFound`."""
    await tx.execute(_LOCK, {"id": batch_id})
    row = (await tx.execute(_LOAD, {"campaign_id": campaign_id, "id": batch_id})).one_or_none()
    if row is None:
        raise BatchNotFound("Hãy tải lại danh sách liên kết.")
    return _batch(row)


async def save_revoked(tx: AsyncConnection, batch: Batch, by: UUID) -> None:
    """Keep that the open links of a locked batch are revoked."""
    await tx.execute(_REVOKE_LINKS, {"id": batch.id})
    await tx.execute(_REVOKE, {"id": batch.id, "by": by, "at": batch.revoked_at, "reason": batch.revoke_reason})


async def find_link(tx: AsyncConnection, token: str) -> Link:
    """The link of a token. Raises `LinkUnknown`."""
    row = (await tx.execute(_FIND, {"digest": digest_of(token)})).one_or_none()
    if row is None:
        raise LinkUnknown("Hãy quét lại mã QR hoặc chép lại cả địa chỉ trên giấy mời.")
    return Link(row.id, row.campaign_id, row.form, row.unit_code, row.unit_name, LinkStatus(row.status), row.attempt_sha256)


async def lock_link(tx: AsyncConnection, token: str) -> Link:
    """As `find_link`; no link of its batch is spent or revoked until the transaction ends."""
    await tx.execute(_LOCK, {"id": (await find_link(tx, token)).batch_id})
    return await find_link(tx, token)


async def spend(tx: AsyncConnection, link: Link, token: str, attempt: bytes | None) -> None:
    """Keep that a locked link was answered."""
    await tx.execute(_SPEND, {"batch_id": link.batch_id, "digest": digest_of(token), "attempt": attempt})


def _batch(row: Row[Any]) -> Batch:
    return Batch(
        id=row.id,
        campaign_id=row.campaign_id,
        form=row.form,
        unit_code=row.unit_code,
        unit_name=row.unit_name,
        note=row.note,
        made=row.made,
        answered=row.answered,
        revoked=row.revoked,
        made_by=row.made_by,
        made_at=row.made_at,
        revoked_at=row.revoked_at,
        revoke_reason=row.revoke_reason,
    )
