"""A plan gives every leaf, adjustment and manual knock-out exactly one agency, and under the conflict rule nobody the own unit's."""

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st
from services.appraisal.tests.world import a_document

from chamdiem_appraisal.assignment.domain import made_from, plan_assignments
from chamdiem_appraisal.known.domain import SheetRef
from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.criteria_set import CriteriaSet, read_criteria_set

SET: CriteriaSet = read_criteria_set(a_document(), None)
REPLACEMENTS = {"SNV": "STC", "STC": "SNV"}
UNITS = st.lists(st.sampled_from(["so-noi-vu", "so-tai-chinh", "so-tu-phap", "so-y-te"]), min_size=1, max_size=6)


def sheets_of(units: list[str]) -> list[SheetRef]:
    set_id = uuid4()
    return [SheetRef(uuid4(), set_id, SET.code, unit) for unit in units]


@given(units=UNITS, enabled=st.booleans())
def test_everything_that_is_appraised_has_one_agency_and_nothing_else_has(units: list[str], enabled: bool) -> None:
    sheets = sheets_of(units)
    plan = plan_assignments(sheets, {sheets[0].criteria_set_id: SET}, ConflictRule(enabled, REPLACEMENTS))
    assigned = [(i.sheet_id, i.item) for i in plan.items]
    assert len(assigned) == len(set(assigned))
    assert set(assigned) == {(s.id, code) for s in sheets for code, item in SET.items.items() if item.appraiser is not None}
    assert {(k.sheet_id, k.code) for k in plan.knock_outs} == {(s.id, k.code) for s in sheets for k in SET.knock_outs if k.is_manual}


@given(units=UNITS)
def test_no_agency_has_anything_on_its_own_units_sheet_while_the_rule_is_on(units: list[str]) -> None:
    sheets = sheets_of(units)
    plan = plan_assignments(sheets, {sheets[0].criteria_set_id: SET}, ConflictRule(True, REPLACEMENTS))
    unit_of = {sheet.id: sheet.unit_code for sheet in sheets}
    for assignment in (*plan.items, *plan.knock_outs):
        assert SET.appraisers[assignment.appraiser_code].unit_code != unit_of[assignment.sheet_id]


@given(units=UNITS, enabled=st.booleans())
def test_the_digest_of_a_plan_changes_with_sheets_and_rule_and_not_with_their_order(units: list[str], enabled: bool) -> None:
    sheets = sheets_of(units)
    rule = ConflictRule(enabled, REPLACEMENTS)
    assert made_from(sheets, rule) == made_from(sheets[::-1], ConflictRule(enabled, dict(reversed(REPLACEMENTS.items()))))
    assert made_from(sheets, rule) != made_from(sheets, ConflictRule(not enabled, REPLACEMENTS))
    assert made_from(sheets, rule) != made_from(sheets[1:], rule)
