"""SQL of what one sheet's result stands on: what the unit sent, what agencies gave, survey totals, the PAR index."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_ranking.result.domain import DeclaredItem, Given, GivenItem
from chamdiem_rules.survey import FormCounts

_SHEETS = text("""
    SELECT s.sheet_id, s.criteria_set_id, s.unit_code, s.ranking_group, a.sent_at, a.body->'answers' AS answers
      FROM known_sheet s LEFT JOIN known_self_assessment a USING (sheet_id) WHERE s.sheet_id = ANY(:ids) ORDER BY s.sheet_id""")
_GIVEN = text("""
    SELECT sheet_id, appraiser_code, body->'items' AS items_, body->'knock_outs' AS knock_outs
      FROM known_appraised_sheet WHERE sheet_id = ANY(:ids) ORDER BY sheet_id, appraisal_id""")
_COUNTS = text("""
    SELECT u.unit_code, u.form, u.valid, u.counts FROM known_survey_of_unit u JOIN known_survey s USING (campaign_id, form)
     WHERE :period_id = ANY(s.period_ids) AND u.unit_code = ANY(:units) ORDER BY u.campaign_id""")
_PAR = text("""
    SELECT s.unit_code, r.final_score_micro, r.applicable_max_micro
      FROM result p JOIN known_sheet s USING (period_id) JOIN sheet_result r USING (sheet_id)
     WHERE p.period_id = :par_period_id AND p.status <> 'provisional' AND s.unit_code = ANY(:units)""")

_KNOCK_OUTS = text("""
    SELECT s.sheet_id, s.criteria_set_id, s.unit_code, a.sent_at,
           (SELECT jsonb_agg(jsonb_build_array(g.appraiser_code, g.body->'knock_outs') ORDER BY g.appraisal_id)
              FROM known_appraised_sheet g WHERE g.sheet_id = s.sheet_id AND g.body->'knock_outs' <> '[]') AS confirmed
      FROM known_sheet s LEFT JOIN known_self_assessment a USING (sheet_id) WHERE s.sheet_id = ANY(:ids)""")


@dataclass(frozen=True)
class SheetFacts:
    """A sheet with what decides its result; `answers` as the unit sent them, `declared` what of them counts."""

    sheet_id: UUID
    criteria_set_id: UUID
    unit_code: str
    ranking_group: str
    sent_at: datetime | None
    answers: Sequence[Mapping[str, Any]]
    declared: Mapping[str, DeclaredItem] | None
    given: Sequence[Given]


async def sheets_with_facts(tx: AsyncConnection, ids: Sequence[UUID]) -> list[SheetFacts]:
    """Sheets with what units declared and agencies gave: two queries, however many sheets."""
    given: dict[UUID, list[Given]] = {}
    for row in await tx.execute(_GIVEN, {"ids": list(ids)}):
        items = {i["item"]: GivenItem(_points(i["score"]), i["not_applicable"], i["count"]) for i in row.items_}
        given.setdefault(row.sheet_id, []).append(Given(row.appraiser_code, items, frozenset(row.knock_outs)))
    sheets = []
    for row in await tx.execute(_SHEETS, {"ids": list(ids)}):
        answers = row.answers if row.sent_at is not None else []
        declared = None
        if row.sent_at is not None:
            declared = {a["item"]: DeclaredItem(_points(a["self_score"]), a["is_claim"]) for a in answers}
        sheets.append(
            SheetFacts(
                sheet_id=row.sheet_id,
                criteria_set_id=row.criteria_set_id,
                unit_code=row.unit_code,
                ranking_group=row.ranking_group,
                sent_at=row.sent_at,
                answers=answers,
                declared=declared,
                given=given.get(row.sheet_id, ()),
            )
        )
    return sheets


async def knock_outs_given(tx: AsyncConnection, ids: Sequence[UUID]) -> list[tuple[UUID, UUID, str, datetime | None, list[Given]]]:
    """What decides knock-outs of sheets, and no item of them: id, set, unit, when it was sent, what agencies confirmed."""
    return [
        (r.sheet_id, r.criteria_set_id, r.unit_code, r.sent_at, [Given(code, {}, frozenset(codes)) for code, codes in r.confirmed or ()])
        for r in await tx.execute(_KNOCK_OUTS, {"ids": list(ids)})
    ]


def _points(written: str | None) -> Decimal | None:
    return None if written is None else Decimal(written)


async def survey_counts(tx: AsyncConnection, period_id: UUID, units: Iterable[str]) -> dict[str, dict[str, FormCounts]]:
    """The closed forms' counts by unit and form."""
    counts: dict[str, dict[str, FormCounts]] = {}
    for row in await tx.execute(_COUNTS, {"period_id": period_id, "units": list(units)}):
        counts.setdefault(row.unit_code, {})[row.form] = FormCounts(row.valid, row.counts)
    return counts


async def par_scores(tx: AsyncConnection, par_period_id: UUID, units: Iterable[str]) -> dict[str, tuple[int, int]]:
    """By unit its aggregated PAR final score and applicable maximum in millionths."""
    rows = await tx.execute(_PAR, {"par_period_id": par_period_id, "units": list(units)})
    return {r.unit_code: (int(r.final_score_micro), int(r.applicable_max_micro)) for r in rows}
