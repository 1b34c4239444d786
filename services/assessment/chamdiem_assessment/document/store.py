"""SQL of drafted and published documents, the same for `criteria_set` and `survey_forms`."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.document.domain import Decision, Document, DocumentNotFound, Finding, Review

_HEADING = (
    "jsonb_build_object('title', document -> 'title', 'program', document -> 'program', 'unit_types', document -> 'unit_types') AS heading"
)


class DocumentStore:
    """One of the two tables. `has_code`: criteria sets have a code, whose versions are counted, and name the forms they were judged by."""

    def __init__(self, table: str, *, has_code: bool) -> None:
        own = ("code", "survey_forms_id") if has_code else ()
        given = (*own, "version_number", "status", "media_type", "source", "fingerprint")
        columns = ", ".join(given)
        values = ", ".join(f":{c}" for c in given)
        shown = f"*, {_HEADING}" if has_code else f"*, {_HEADING}, '' AS code, CAST(NULL AS uuid) AS survey_forms_id"
        # Keys of the whole document are many; a list does without them.
        listed = f"id, {columns}, faults, warnings, decision, published_at, version, " + _HEADING + ("" if has_code else ", '' AS code")
        history = f"""INSERT INTO {table}_history ({table}_id, version, act, source, saved_by, saved_at)
            SELECT id, version, CAST(:act AS text), source, saved_by, saved_at FROM saved RETURNING {table}_id AS id"""
        self._has_code = has_code
        self._load = text(f"SELECT {shown} FROM {table} WHERE id = :id AND (:drafts OR status = 'published')")
        self._lock = text(f"SELECT 1 FROM {table} WHERE id = :id FOR UPDATE")
        self._insert = text(f"""
            WITH saved AS (INSERT INTO {table} ({columns}, document, faults, warnings, saved_by, saved_at)
                VALUES ({values}, CAST(:document AS jsonb), CAST(:faults AS jsonb), CAST(:warnings AS jsonb), :saved_by, :saved_at)
                RETURNING *) {history}""")
        self._update = text(f"""
            WITH saved AS (UPDATE {table} SET ({columns}) = ROW ({values}), document = CAST(:document AS jsonb),
                faults = CAST(:faults AS jsonb), warnings = CAST(:warnings AS jsonb), saved_by = :saved_by, saved_at = :saved_at,
                decision = CAST(:decision AS jsonb), published_at = :published_at, version = version + 1
                WHERE id = :id RETURNING *) {history}""")
        code = "AND code = :code" if has_code else "AND :code = ''"
        self._serialize = text(f"SELECT pg_advisory_xact_lock(hashtextextended('{table}:' || CAST(:code AS text), 0))")
        self._next = text(f"SELECT coalesce(max(version_number), 0) + 1 FROM {table} WHERE status = 'published' {code}")
        filters = "AND (CAST(:code AS text) IS NULL OR code = :code)" if has_code else "AND (CAST(:code AS text) IS NULL OR :code = '')"
        self._list = text(f"""
            SELECT {listed} FROM {table}
             WHERE (:drafts OR status = 'published') AND (CAST(:after AS uuid) IS NULL OR id > :after) {filters}
               AND (CAST(:fingerprint AS text) IS NULL OR fingerprint = :fingerprint)
             ORDER BY id LIMIT :limit""")

    async def load(self, tx: AsyncConnection, document_id: UUID, *, drafts: bool, lock: bool = False) -> Document:
        """The document; without `drafts` a draft does not exist. Raises `DocumentNotFound`."""
        if lock:
            await tx.execute(self._lock, {"id": document_id})
        row = (await tx.execute(self._load, {"id": document_id, "drafts": drafts})).mappings().one_or_none()
        if row is None:
            raise DocumentNotFound("Hãy kiểm tra lại mã định danh.")
        return _document(row, row["document"], row["source"])

    async def next_version(self, tx: AsyncConnection, code: str) -> int:
        """The number that the next published version of the code gets; nobody else gets one until the transaction ends."""
        await tx.execute(self._serialize, {"code": code})
        value: int = (await tx.execute(self._next, {"code": code})).scalar_one()
        return value

    async def add(self, tx: AsyncConnection, draft: Document, review: Review, saved_by: UUID, saved_at: datetime) -> UUID:
        """Keep a new draft; its own `id` is not used."""
        row = self._row(draft, review, saved_by, saved_at)
        new_id: UUID = (await tx.execute(self._insert, {**row, "act": "drafted"})).scalar_one()
        return new_id

    async def save(self, tx: AsyncConnection, document: Document, review: Review, act: str, saved_by: UUID, saved_at: datetime) -> None:
        """Keep a locked draft as changed or published."""
        decision = orjson.dumps(asdict(document.decision)).decode() if document.decision else None
        row = self._row(document, review, saved_by, saved_at)
        keys = {"id": document.id, "act": act, "decision": decision, "published_at": document.published_at}
        await tx.execute(self._update, {**row, **keys})

    async def page(
        self, tx: AsyncConnection, *, drafts: bool, code: str | None, fingerprint: str | None, after: UUID | None, limit: int
    ) -> list[Document]:
        """Documents in the order they were made, without their text."""
        keys = {"drafts": drafts, "code": code, "fingerprint": fingerprint, "after": after, "limit": limit}
        return [_document(row, None, "") for row in (await tx.execute(self._list, keys)).mappings()]

    def _row(self, document: Document, review: Review, saved_by: UUID, saved_at: datetime) -> dict[str, Any]:
        own = {"code": document.code, "survey_forms_id": document.survey_forms_id} if self._has_code else {}
        return {
            **own,
            "version_number": document.version_number,
            "status": document.status,
            "media_type": document.media_type,
            "source": document.source,
            "fingerprint": review.fingerprint,
            "document": review.canonical,
            "faults": orjson.dumps([asdict(f) for f in review.faults]).decode(),
            "warnings": orjson.dumps([asdict(f) for f in review.warnings]).decode(),
            "saved_by": saved_by,
            "saved_at": saved_at,
        }


def _document(row: RowMapping, document: Any, source: str) -> Document:
    decision = row["decision"]
    return Document(
        id=row["id"],
        code=row["code"],
        version_number=row["version_number"],
        status=row["status"],
        media_type=row["media_type"],
        source=source,
        document=document,
        fingerprint=row["fingerprint"],
        survey_forms_id=row.get("survey_forms_id"),
        faults=tuple(Finding(**f) for f in row["faults"]),
        warnings=tuple(Finding(**f) for f in row["warnings"]),
        decision=Decision(decision["number"], datetime.fromisoformat(decision["issued_on"]).date(), decision["file_sha256"])
        if decision
        else None,
        published_at=row["published_at"],
        version=row["version"],
        heading=row["heading"],
    )
