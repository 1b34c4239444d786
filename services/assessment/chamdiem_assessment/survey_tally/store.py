"""SQL of counted answers: one row a form and unit, written whole with every answer."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.survey_tally.domain import Tally
from chamdiem_rules.survey import FormCounts

_OF = "WHERE campaign_id = :id AND form = :form AND unit_code = :unit_code"
_ENSURE = text("""
    INSERT INTO survey_tally (campaign_id, form, unit_code, answers, counts, remarks) VALUES (:id, :form, :unit_code, 0, '{}', '{}')
    ON CONFLICT DO NOTHING""")
_LOCK = text(f"SELECT form, unit_code, answers, counts, remarks FROM survey_tally {_OF} FOR UPDATE")
_SAVE = text(f"""
    UPDATE survey_tally SET answers = :answers, counts = CAST(:counts AS jsonb), remarks = CAST(:remarks AS jsonb) {_OF}""")
_LOAD = text("""
    SELECT form, unit_code, answers, counts, remarks FROM survey_tally
     WHERE campaign_id = :id AND answers > 0 AND (CAST(:forms AS text[]) IS NULL OR form = ANY(:forms))
       AND (CAST(:unit_code AS text) IS NULL OR unit_code = :unit_code) ORDER BY form, unit_code""")
_ANSWERS = text("SELECT form, unit_code, answers FROM survey_tally WHERE campaign_id = :id AND answers > 0")


async def lock_tally(tx: AsyncConnection, campaign_id: UUID, form: str, unit_code: str) -> Tally:
    """The tally as it stands; nobody adds to it until the transaction ends."""
    mine = {"id": campaign_id, "form": form, "unit_code": unit_code}
    await tx.execute(_ENSURE, mine)
    return _tally((await tx.execute(_LOCK, mine)).one())


async def save_tally(tx: AsyncConnection, campaign_id: UUID, tally: Tally) -> None:
    """Keep a locked tally."""
    counts, remarks = orjson.dumps(tally.counts.counts).decode(), orjson.dumps(tally.remarks).decode()
    mine = {"id": campaign_id, "form": tally.form, "unit_code": tally.unit_code}
    await tx.execute(_SAVE, {**mine, "answers": tally.answers, "counts": counts, "remarks": remarks})


async def load_tallies(
    tx: AsyncConnection, campaign_id: UUID, *, forms: Sequence[str] | None = None, unit_code: str | None = None
) -> list[Tally]:
    """The tallies with an answer, of these forms or all."""
    keys = {"id": campaign_id, "forms": None if forms is None else list(forms), "unit_code": unit_code}
    return [_tally(row) for row in await tx.execute(_LOAD, keys)]


async def answers_by_form_and_unit(tx: AsyncConnection, campaign_id: UUID) -> dict[tuple[str, str], int]:
    """How many answered, by form and unit."""
    return {(r.form, r.unit_code): r.answers for r in await tx.execute(_ANSWERS, {"id": campaign_id})}


def _tally(row: Row[Any]) -> Tally:
    remarks = {question: tuple(words) for question, words in row.remarks.items()}
    return Tally(row.form, row.unit_code, FormCounts(row.answers, row.counts), remarks)
