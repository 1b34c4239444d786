"""SQL of publications: each is frozen with all its lines, a correction stands beside what it corrects."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_ADD = text("""
    INSERT INTO publication (period_id, result_version, program, year, decision, reason, published_by, fingerprint, fields,
                             imported)
    VALUES (:period_id, :result_version, :program, :year, CAST(:decision AS jsonb), :reason, :published_by, :fingerprint,
            CAST(:fields AS jsonb), :imported)""")
_ADD_LINES = text("""
    INSERT INTO published_line (period_id, result_version, ranking_group, place, unit_code, body)
    SELECT :period_id, :result_version, ranking_group, place, unit_code, CAST(body AS jsonb)
      FROM unnest(CAST(:ranking_group AS text[]), CAST(:place AS int[]), CAST(:unit_code AS text[]), CAST(:body AS text[]))
        AS l(ranking_group, place, unit_code, body)""")
_KEEP_FINGERPRINT = text("""
    INSERT INTO printed_document (fingerprint, kind, period_id, subject, result_version)
    VALUES (:fingerprint, :kind, :period_id, :subject, :result_version) ON CONFLICT DO NOTHING""")
_HAS_ANY = text("SELECT EXISTS (SELECT 1 FROM publication WHERE period_id = :period_id)")
_COLUMNS = """
    p.period_id, p.result_version, p.program, p.year, p.decision, p.reason, p.published_at, p.fingerprint, p.imported, p.fields,
    (SELECT max(n.result_version) FROM publication n WHERE n.period_id = p.period_id) AS newest_version"""
_NEWEST = text(f"""
    SELECT {_COLUMNS} FROM publication p
     WHERE (CAST(:after AS uuid) IS NULL OR p.period_id > :after)
       AND NOT EXISTS (SELECT 1 FROM publication n WHERE n.period_id = p.period_id AND n.result_version > p.result_version)
     ORDER BY p.period_id LIMIT :limit""")
_OF_PERIOD = text(f"""
    SELECT {_COLUMNS} FROM publication p WHERE p.period_id = :period_id AND (CAST(:version AS int) IS NULL OR p.result_version = :version)
     ORDER BY p.result_version DESC LIMIT 1""")
_LINES = text("""
    SELECT ranking_group, place, body FROM published_line
     WHERE period_id = :period_id AND result_version = :result_version AND (ranking_group, place) > (:after_group, :after_place)
       AND (CAST(:group AS text) IS NULL OR ranking_group = :group)
     ORDER BY ranking_group, place LIMIT :limit""")
_GROUPS = text("""
    SELECT ranking_group, count(*) AS units FROM published_line
     WHERE period_id = :period_id AND result_version = :result_version GROUP BY ranking_group ORDER BY ranking_group""")
_CHECK = text("""
    SELECT d.fingerprint, d.kind, d.subject, d.result_version, d.first_at, d.period_id,
           coalesce(k.program, p.program) AS program, coalesce(k.year, p.year) AS year, k.rehearsal, s.unit_name, p.imported,
           p.decision, p.published_at,
           (SELECT max(n.result_version) FROM publication n WHERE n.period_id = d.period_id) AS newest_version
      FROM printed_document d LEFT JOIN known_period k USING (period_id)
      LEFT JOIN LATERAL (SELECT s.unit_name FROM known_sheet s
                          WHERE s.period_id = d.period_id AND s.unit_code = d.subject
                             AND d.kind IN ('self_assessment', 'appraisal_record') LIMIT 1) s ON true
      LEFT JOIN publication p ON d.kind = 'publication' AND p.fingerprint = d.fingerprint
     WHERE d.fingerprint = :fingerprint""")


async def has_any(tx: AsyncConnection, period_id: UUID) -> bool:
    """Whether the period was published before."""
    return bool((await tx.execute(_HAS_ANY, {"period_id": period_id})).scalar_one())


async def add_lines(tx: AsyncConnection, period_id: UUID, result_version: int, lines: Sequence[tuple[int, dict[str, Any]]]) -> None:
    """Freeze lines, each with its place in its group; their publication comes in the same transaction."""
    columns = {
        "ranking_group": [line["ranking_group"] for _, line in lines],
        "place": [place for place, _ in lines],
        "unit_code": [line["unit_code"] for _, line in lines],
        "body": [orjson.dumps(line).decode() for _, line in lines],
    }
    await tx.execute(_ADD_LINES, {"period_id": period_id, "result_version": result_version, **columns})


async def add(
    tx: AsyncConnection,
    period_id: UUID,
    result_version: int,
    *,
    program: str,
    year: int,
    decision: dict[str, Any],
    reason: str,
    published_by: UUID,
    fingerprint: str,
    fields: Sequence[dict[str, Any]],
    imported: bool = False,
) -> None:
    """Freeze a publication with the titles of its fields, and make its fingerprint known."""
    mine = {"period_id": period_id, "result_version": result_version, "fingerprint": fingerprint}
    told = {"program": program, "year": year, "decision": orjson.dumps(decision).decode(), "reason": reason, "published_by": published_by}
    await tx.execute(_ADD, {**mine, **told, "fields": orjson.dumps(list(fields)).decode(), "imported": imported})
    await keep_fingerprint(tx, fingerprint, "publication", period_id, subject="", result_version=result_version)


async def keep_fingerprint(tx: AsyncConnection, fingerprint: str, kind: str, period_id: UUID, *, subject: str, result_version: int) -> None:
    """Remember that a document with this fingerprint was made; `subject` is the ranking group of a table."""
    known = {"fingerprint": fingerprint, "kind": kind, "period_id": period_id, "subject": subject, "result_version": result_version}
    await tx.execute(_KEEP_FINGERPRINT, known)


async def newest(tx: AsyncConnection, *, after: UUID | None, limit: int) -> list[Any]:
    """The newest publication of each period."""
    return list((await tx.execute(_NEWEST, {"after": after, "limit": limit})).all())


async def of_period(tx: AsyncConnection, period_id: UUID, version: int | None) -> Any | None:
    """A period's publication, the newest unless a version is named; None where there is none."""
    return (await tx.execute(_OF_PERIOD, {"period_id": period_id, "version": version})).first()


async def lines(tx: AsyncConnection, publication: Any, *, group: str | None, after: tuple[str, int], limit: int) -> list[Any]:
    """Published lines by group and place."""
    where = {"period_id": publication.period_id, "result_version": publication.result_version, "group": group, "limit": limit}
    return list((await tx.execute(_LINES, {**where, "after_group": after[0], "after_place": after[1]})).all())


async def groups(tx: AsyncConnection, publication: Any) -> list[Any]:
    """The ranking groups of a publication with how many units each has."""
    where = {"period_id": publication.period_id, "result_version": publication.result_version}
    return list((await tx.execute(_GROUPS, where)).all())


async def check(tx: AsyncConnection, fingerprint: str) -> Any | None:
    """What is known of a fingerprint; None where nothing is."""
    return (await tx.execute(_CHECK, {"fingerprint": fingerprint})).first()
