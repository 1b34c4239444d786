"""A running campaign whose forms are asked of citizens by link, of a unit's people and of leaders by account."""

import pytest
from services.assessment.tests.campaign import Campaign
from services.assessment.tests.survey_answers.respondents import Survey
from services.assessment.tests.world import FORMS, World, a_set, a_unit, ok

_GROUPS = """
respondent_groups:
  - {code: CITIZEN, title: "Người dân"}
  - {code: CIVIL_SERVANT, title: "Công chức của cơ quan"}
  - {code: LEADER_DEPARTMENT, title: "Lãnh đạo sở"}
"""
_OWN = """
  - code: CC
    title: "Phiếu công chức"
    respondent_group: CIVIL_SERVANT
    assesses: [department]
    program: par_index
    min_responses: 1
    questions: [{code: Q1, scale: S, text: "Hỏi một?"}, {code: Q2, scale: S, required: false, text: "Hỏi hai?"}]
  - code: LD
    title: "Phiếu lãnh đạo"
    respondent_group: LEADER_DEPARTMENT
    assesses: [department]
    program: par_index
    min_responses: 1
    questions: [{code: Q1, scale: S, text: "Hỏi một?"}]
"""


@pytest.fixture
async def survey(world: World) -> Survey:
    """Departments `a`, `b` and `c` with a sheet each; `tram` is a part of `a`."""
    await world.house.tell(*(a_unit(code) for code in "abc"), a_unit("h", "district"), a_unit("tram", "station", parent_code="a"))
    document = (FORMS + _OWN).replace('title: "Phiếu một"', 'title: "Phiếu một"\n    respondent_group: CITIZEN\n    screening: "Có làm?"')
    forms = await world.forms(document.replace("\nforms:", _GROUPS + "\nforms:"))
    period = await world.opened(await world.criteria_set(a_set(with_survey=True), forms=forms), survey_forms_id=forms)
    made = ok(await world.manager.post("/survey-campaigns", json={"survey_forms_id": forms, "period_ids": [period]}), 201)
    return Survey(Campaign(world, made["id"]), period)
