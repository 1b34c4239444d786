"""SQL of evidence files; nobody else writes these tables."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.delegation.store import GIVEN
from chamdiem_assessment.evidence.domain import MEDIA_TYPES, Evidence, EvidenceNotFound, EvidenceStatus, Scan, Verdict, extension_of
from chamdiem_kit.access import Actor

WAITING_CHANNEL = "chamdiem_evidence_waiting"
JUDGED_CHANNEL = "chamdiem_evidence_judged"

_COLUMNS = (
    "e.id, e.period_id, e.unit_code, e.name, e.status, e.refusal, e.sha256, e.size_bytes, e.media_type, e.scan, e.uploaded_by, e.created_at"
)
_ADD = text("""
    INSERT INTO evidence (period_id, unit_code, sub_unit_code, name, media_type, announced_size_bytes, uploaded_by)
    VALUES (:period_id, :unit_code, :sub_unit_code, :name, :media_type, :size_bytes, :uploaded_by) RETURNING id""")
_OWN = text(f"SELECT {_COLUMNS} FROM evidence e WHERE e.id = :id AND (e.unit_code = :unit_code OR e.sub_unit_code = :unit_code)")
# Own unit's files always; a sub-unit those it brought and those of leaves it was given;
# a manager those that stand on a sheet that was sent, as rights.md lets the leaf be seen.
_READABLE = text(f"""
    SELECT {_COLUMNS} FROM evidence e
     WHERE e.id = ANY (CAST(:ids AS uuid[]))
       AND (e.unit_code = :own_unit OR e.sub_unit_code = :own_unit
            OR EXISTS (SELECT 1 FROM {GIVEN} JOIN answer a ON a.sheet_id = d.sheet_id AND a.item = d.item
                        WHERE d.sub_unit_code = :own_unit AND g.period_id = e.period_id AND e.id = ANY (a.evidence_ids))
            OR (:manager AND (CAST(:only_for_unit AS text) IS NULL OR e.unit_code = :only_for_unit) AND EXISTS (
                SELECT 1 FROM period_sheet p JOIN self_assessment s USING (sheet_id)
                 WHERE p.period_id = e.period_id AND p.unit_code = e.unit_code AND s.status = 'sent'
                   AND (s.signed_report_id = e.id
                        OR EXISTS (SELECT 1 FROM answer a WHERE a.sheet_id = s.sheet_id AND e.id = ANY (a.evidence_ids))
                        OR EXISTS (SELECT 1 FROM clarification_answer c
                                    WHERE c.sheet_id = s.sheet_id AND c.sent_at IS NOT NULL AND e.id = ANY (c.evidence_ids))))))""")
_OF_UNIT = text(f"""
    SELECT {_COLUMNS} FROM evidence e
     WHERE e.period_id = :period_id AND (e.unit_code = :unit_code OR e.sub_unit_code = :unit_code)
       AND (CAST(:after AS uuid) IS NULL OR e.id > :after)
     ORDER BY e.id LIMIT :limit""")
_BY_ID = text(f"SELECT {_COLUMNS} FROM evidence e WHERE e.id = ANY (CAST(:ids AS uuid[]))")
_UPLOADED = text("UPDATE evidence SET status = 'waiting', uploaded_at = clock_timestamp() WHERE id = :id AND status = 'awaiting_upload'")
_WAKE = text(f"SELECT pg_notify('{WAITING_CHANNEL}', '')")
# The fence (OFFSET 0) lets a lock be tried only on as many rows as are taken.
CLAIM = """
    SELECT o.id, o.name FROM (
        SELECT e.id, e.name FROM evidence e WHERE e.status = 'waiting' AND NOT e.id = ANY ($1::uuid[]) ORDER BY e.uploaded_at OFFSET 0) o
     WHERE pg_try_advisory_lock(hashtextextended(o.id::text, 0)) LIMIT $2"""
GIVE_BACK = "SELECT pg_advisory_unlock(hashtextextended(id::text, 0)) FROM unnest($1::uuid[]) AS e (id)"
"""For `claims.Claims`, whose locks belong to a line and not to a transaction."""
_JUDGE = text("""
    UPDATE evidence e
       SET status = v.status, refusal = v.refusal, sha256 = v.sha256, size_bytes = v.size_bytes, scan = v.scan,
           judged_at = clock_timestamp()
      FROM unnest(CAST(:id AS uuid[]), CAST(:status AS text[]), CAST(:refusal AS text[]), CAST(:sha256 AS text[]),
                  CAST(:size_bytes AS bigint[]), CAST(:scan AS text[])) AS v (id, status, refusal, sha256, size_bytes, scan)
     WHERE e.id = v.id AND e.status = 'waiting'""")
_TELL_JUDGED = text(f"SELECT pg_notify('{JUDGED_CHANNEL}', CAST(id AS text)) FROM unnest(CAST(:id AS uuid[])) AS v (id)")
_LEFT_OVER = text("SELECT id FROM evidence WHERE status IN ('accepted', 'refused') AND NOT received_removed ORDER BY id LIMIT :limit")
_REMOVED = text("UPDATE evidence SET received_removed = true WHERE id = ANY (CAST(:ids AS uuid[]))")
_LOG_LINK = text("INSERT INTO evidence_link (evidence_id, account_id, until) VALUES (:evidence_id, :account_id, :until)")


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose files somebody may see: those of the own unit; a manager sent ones, of one unit only where the account is bound to it."""

    own_unit: str | None
    manager: bool
    only_for_unit: str | None


def reader_of(actor: Actor) -> Reader:
    """Whose sheets and files the account may see."""
    return Reader(
        own_unit=actor.unit_code if actor.kind == "data_entry" else None,
        manager=actor.kind == "management",
        only_for_unit=actor.only_for_unit,
    )


async def add(
    tx: AsyncConnection, period_id: UUID, unit_code: str, name: str, *, size_bytes: int, uploaded_by: UUID, sub_unit_code: str | None
) -> UUID:
    """Announce a file; its id is the key to upload it under. `sub_unit_code`: of the sub-unit that brings it for its unit."""
    values = {
        "period_id": period_id,
        "unit_code": unit_code,
        "sub_unit_code": sub_unit_code,
        "name": name,
        "media_type": MEDIA_TYPES[extension_of(name)],
        "size_bytes": size_bytes,
        "uploaded_by": uploaded_by,
    }
    new: UUID = (await tx.execute(_ADD, values)).scalar_one()
    return new


async def load_own(tx: AsyncConnection, evidence_id: UUID, *, unit_code: str | None) -> Evidence:
    """A file of the own unit. Raises `EvidenceNotFound`, also for another unit's."""
    return _one((await tx.execute(_OWN, {"id": evidence_id, "unit_code": unit_code})).first())


async def load_readable(tx: AsyncConnection, evidence_id: UUID, reader: Reader) -> Evidence:
    """A file that the reader may see. Raises `EvidenceNotFound`."""
    return _one((await tx.execute(_READABLE, {"ids": [evidence_id], **asdict(reader)})).first())


async def seen_by(tx: AsyncConnection, ids: Collection[UUID], reader: Reader) -> dict[UUID, Evidence]:
    """Those of the files that the reader may see."""
    return {r.id: _evidence(r) for r in await tx.execute(_READABLE, {"ids": list(ids), **asdict(reader)})} if ids else {}


async def list_of_unit(tx: AsyncConnection, period_id: UUID, unit_code: str | None, after: UUID | None, limit: int) -> list[Evidence]:
    """The unit's files of a period, oldest first."""
    values = {"period_id": period_id, "unit_code": unit_code, "after": after, "limit": limit}
    return [_evidence(r) for r in await tx.execute(_OF_UNIT, values)]


async def by_id(tx: AsyncConnection, ids: Collection[UUID]) -> dict[UUID, Evidence]:
    """Those of the files that exist, whosever they are."""
    if not ids:
        return {}
    return {r.id: _evidence(r) for r in await tx.execute(_BY_ID, {"ids": list(ids)})}


async def mark_uploaded(tx: AsyncConnection, evidence_id: UUID) -> None:
    """Hand a file to the worker; once handed over it stays so."""
    await tx.execute(_UPLOADED, {"id": evidence_id})
    await tx.execute(_WAKE)


async def save_verdicts(tx: AsyncConnection, verdicts: Mapping[UUID, Verdict]) -> None:
    """Keep what the worker found, except where another replica did already."""
    found = list(verdicts.values())
    values = {
        "id": list(verdicts),
        "status": [(EvidenceStatus.REFUSED if v.refusal else EvidenceStatus.ACCEPTED).value for v in found],
        "refusal": [v.refusal for v in found],
        "sha256": [v.sha256 for v in found],
        "size_bytes": [v.size_bytes for v in found],
        "scan": [v.scan.value for v in found],
    }
    await tx.execute(_JUDGE, values)
    await tx.execute(_TELL_JUDGED, {"id": values["id"]})


async def left_over(tx: AsyncConnection, limit: int) -> list[UUID]:
    """Judged files whose upload may still lie in the receiving bucket."""
    return list((await tx.execute(_LEFT_OVER, {"limit": limit})).scalars())


async def mark_removed(tx: AsyncConnection, ids: Sequence[UUID]) -> None:
    """Remember that these uploads are gone from the receiving bucket."""
    await tx.execute(_REMOVED, {"ids": list(ids)})


async def log_link(tx: AsyncConnection, evidence_id: UUID, account_id: UUID, until: datetime) -> None:
    """Remember who was given a link."""
    await tx.execute(_LOG_LINK, {"evidence_id": evidence_id, "account_id": account_id, "until": until})


def _one(row: Any) -> Evidence:
    if row is None:
        raise EvidenceNotFound("Tệp không có hoặc không thuộc đơn vị của tài khoản này.")
    return _evidence(row)


def _evidence(r: Any) -> Evidence:
    return Evidence(
        id=r.id,
        period_id=r.period_id,
        unit_code=r.unit_code,
        name=r.name,
        status=EvidenceStatus(r.status),
        refusal=r.refusal,
        sha256=r.sha256,
        size_bytes=r.size_bytes,
        media_type=r.media_type,
        scan=Scan(r.scan),
        uploaded_by=r.uploaded_by,
        created_at=r.created_at,
    )
