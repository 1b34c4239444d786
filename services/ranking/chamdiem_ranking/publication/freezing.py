"""Freezes all lines of a result with the decision that publishes it, in pages, so that memory stays bounded."""

import hashlib
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.assessment import Decision
from chamdiem_ranking.canonical import canonical
from chamdiem_ranking.publication import store
from chamdiem_ranking.publication.domain import frozen_line
from chamdiem_ranking.result import reading
from chamdiem_ranking.result.bodies import fields_of, line_out

_LINES_AT_ONCE = 2000


async def freeze(tx: AsyncConnection, period: Any, reader: reading.Reader, *, decision: Decision, reason: str, published_by: UUID) -> str:
    """Freeze the lines as they stand. The fingerprint is over program, year, version and decision, then every line, one JSON a line."""
    rules = await reading.rules_of_period(tx, period.period_id)
    told = decision.model_dump(mode="json")
    head = {"program": period.program, "year": period.year, "result_version": period.result_version, "decision": told, "reason": reason}
    digest = hashlib.sha256(canonical(head) + b"\n")
    after: tuple[str, int] = ("", 0)
    while rows := await reading.lines(tx, period.period_id, reader, after=after, limit=_LINES_AT_ONCE):
        lines = [(row.place, frozen_line(line_out(row, rules.sets[row.criteria_set_id]).model_dump())) for row in rows]
        for _, line in lines:
            digest.update(canonical(line) + b"\n")
        await store.add_lines(tx, period.period_id, period.result_version, lines)
        after = (rows[-1].ranking_group, rows[-1].place)
    fingerprint = digest.hexdigest()
    await store.add(
        tx,
        period.period_id,
        period.result_version,
        program=period.program,
        year=period.year,
        decision=told,
        reason=reason,
        published_by=published_by,
        fingerprint=fingerprint,
        fields=[f.model_dump() for f in fields_of(rules.sets.values())],
    )
    return fingerprint
