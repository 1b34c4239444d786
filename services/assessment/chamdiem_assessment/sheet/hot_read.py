"""The hottest read: a whole sheet in three statements on the driver's own connection, straight into what is answered."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from chamdiem_assessment.evidence.store import Reader
from chamdiem_assessment.sheet.answer import padded
from chamdiem_assessment.sheet.domain import Sheet, shown_status
from chamdiem_assessment.sheet.fixed import published_set
from chamdiem_assessment.sheet.store import READABLE, sheet_of
from chamdiem_kit.db import Database
from chamdiem_rules.complete import AnswerState, Missing, missing_items
from chamdiem_rules.text import is_blank

_PLACES = {"sheet_id": "$1", "own_unit": "$2", "manager": "$3", "only_for_unit": "$4"}
_SHEET = re.sub(r":(sheet_id|own_unit|manager|only_for_unit)\b", lambda m: _PLACES[m[1]], READABLE)
# Ids and points as the texts they are answered as: what the driver would make of them is thrown away.
_ANSWERS = """
    SELECT a.item, a.option, a.numerator, a.denominator, a.count, a.not_applicable, a.is_claim, a.self_score::text AS self_score,
           a.claimed_count, a.explanation, a.evidence_ids::text[] AS files, a.version, a.saved_at, a.saved_by::text AS saved_by,
           coalesce(k.body->>'holder_name', '') AS saved_by_name, a.warnings
      FROM answer a LEFT JOIN known_account k ON k.account_id = a.saved_by WHERE a.sheet_id = $1"""
_FILES = "SELECT id::text AS id, name, sha256, size_bytes, media_type FROM evidence WHERE id = ANY ($1::text[]::uuid[])"


@dataclass(frozen=True, slots=True)
class SeenSheet:
    """A sheet as it is answered: `items` in the set's order with the fields of `AnswerOut`."""

    sheet: Sheet
    items: list[dict[str, Any]]
    self_total: str
    missing: Sequence[Missing]
    shown_status: str
    score_decimals: int

    def total_of(self, items: Collection[str]) -> str:
        """The self-scores of some of the items together, in points."""
        scores = (Decimal(i["self_score"]) for i in self.items if i["item"] in items and i["self_score"])
        return f"{sum(scores, padded(Decimal(0), self.score_decimals)):f}"


async def read_sheet(database: Database, sheet_id: UUID, reader: Reader) -> SeenSheet:
    """The sheet with its answers. Raises `SheetNotFound` where the reader may not see it."""
    async with database.driver() as connection:
        row = await connection.fetchrow(_SHEET, sheet_id, *astuple(reader))
        sheet = sheet_of(row and SimpleNamespace(**row))
        answers = {r["item"]: dict(r) for r in await connection.fetch(_ANSWERS, sheet_id)}
        named = {i for a in answers.values() for i in a["files"]}
        files = {r["id"]: dict(r) for r in await connection.fetch(_FILES, list(named))} if named else {}
    criteria_set = await published_set(database, sheet.of.criteria_set_id)
    missing = missing_items(criteria_set, {code: _state(a) for code, a in answers.items()})
    total = sum((Decimal(a["self_score"]) for a in answers.values() if a["self_score"]), padded(Decimal(0), criteria_set.score_decimals))
    items = [_item(answers[code], files) for code in criteria_set.items if code in answers]
    return SeenSheet(sheet, items, f"{total:f}", missing, shown_status(sheet, criteria_set), criteria_set.score_decimals)


def _state(a: Mapping[str, Any]) -> AnswerState:
    claimed = a["claimed_count"]
    return AnswerState(a["self_score"] is not None or a["is_claim"], bool(a["files"]), not is_blank(a["explanation"]), claimed or 0)


def _item(a: dict[str, Any], files: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    a["evidence"] = [files[i] for i in a.pop("files")]
    del a["claimed_count"]
    return a
