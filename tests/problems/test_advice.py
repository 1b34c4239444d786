"""Whoever is refused is told what to do, also where only a constraint of the database refuses."""

import pytest

import chamdiem_appraisal.app
import chamdiem_assessment.app
import chamdiem_gateway.app
import chamdiem_identity.app
import chamdiem_ranking.app
from chamdiem_kit.app import ServiceSpec
from chamdiem_kit.problems import problem_body

SPECS = [
    module.SPEC
    for module in (chamdiem_appraisal.app, chamdiem_assessment.app, chamdiem_gateway.app, chamdiem_identity.app, chamdiem_ranking.app)
]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_what_a_constraint_refuses_comes_with_advice(spec: ServiceSpec) -> None:
    assert [name for name, error in spec.constraints.items() if not problem_body(error()).get("detail")] == []
