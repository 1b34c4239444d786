"""Scores of a program that was not aggregated: what the agencies gave so far, the survey's points, and nothing of the system's."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chamdiem.cycle.folder import read_folder
from chamdiem.cycle.output_rows import ScoreRow
from chamdiem.cycle.scene import Sheet
from chamdiem.cycle.stages.collecting import unfinished_rows
from chamdiem_rules.set_types import Leaf


@pytest.fixture
def sheet(examples: Path) -> Sheet:
    criteria = read_folder(examples / "cycle-incomplete").plan.set_of("NV-SO-2021-B")
    assert criteria is not None
    return Sheet("1", criteria, "so-noi-vu")


def given(**changes: Any) -> dict[str, Any]:
    fields = {"self_score": None, "is_claim": False, "score": None, "not_applicable": False, "points": None}
    return fields | changes


def row_of(sheet: Sheet, code: str, *, own: dict[str, Any] | None = None, ranked: dict[str, Any] | None = None) -> ScoreRow:
    rows = unfinished_rows(sheet, {} if own is None else {code: own}, {} if ranked is None else {code: ranked})
    assert [row.item for row in rows] == list(sheet.criteria.items)
    return next(row for row in rows if row.item == code)


def appraised_leaf(sheet: Sheet) -> str:
    return next(leaf.code for leaf in sheet.criteria.leaves if not leaf.is_system)


def scores(row: ScoreRow) -> tuple[Decimal | None, Decimal | None, Decimal | None, bool]:
    return row.self_score, row.appraised_score, row.final_score, row.not_applicable


def test_an_appraised_score_is_the_final_one(sheet: Sheet) -> None:
    row = row_of(sheet, appraised_leaf(sheet), own=given(self_score="1.50", score="1.00"))
    assert scores(row) == (Decimal("1.5"), Decimal(1), Decimal(1), False)


def test_a_leaf_nobody_scored_has_no_final_score_and_self_score_0_where_nothing_was_sent(sheet: Sheet) -> None:
    assert scores(row_of(sheet, appraised_leaf(sheet), own=given())) == (Decimal(0), None, None, False)


def test_a_claim_agreed_to_is_not_applicable_and_one_not_answered_has_no_score_at_all(sheet: Sheet) -> None:
    code = appraised_leaf(sheet)
    assert scores(row_of(sheet, code, own=given(is_claim=True, not_applicable=True))) == (None, None, None, True)
    assert scores(row_of(sheet, code, own=given(is_claim=True))) == (None, None, None, False)
    assert scores(row_of(sheet, code, own=given(is_claim=True, score="2"))) == (None, Decimal(2), Decimal(2), False)


def test_a_system_leaf_or_item_has_no_final_score_yet(sheet: Sheet) -> None:
    systems = [item for item in sheet.criteria.items.values() if item.auto_source is not None]
    assert systems, "the set has such leaves"
    for item in systems:
        assert scores(row_of(sheet, item.code, ranked={"final_score": "3.00", "not_applicable": False})) == (None, None, None, False)


def test_an_adjustment_nobody_confirmed_is_0_points(sheet: Sheet) -> None:
    code = next(item.code for item in sheet.criteria.items.values() if not isinstance(item, Leaf) and not item.is_system)
    assert scores(row_of(sheet, code, own=given())) == (None, None, Decimal(0), False)
    assert scores(row_of(sheet, code, own=given(points="0.50"))) == (None, None, Decimal("0.5"), False)


def test_a_survey_leaf_has_the_survey_s_points_or_is_not_applicable(sheet: Sheet, examples: Path) -> None:
    par = next(p.criteria for p in read_folder(examples / "cycle-incomplete").plan.sets if p.criteria.survey_forms)
    survey = next(leaf.code for leaf in par.leaves if leaf.is_survey)
    asked = Sheet("2", par, "so-noi-vu")
    assert scores(row_of(asked, survey, ranked={"final_score": "0.70", "not_applicable": False})) == (None, None, Decimal("0.7"), False)
    assert scores(row_of(asked, survey, ranked={"final_score": None, "not_applicable": True})) == (None, None, None, True)
