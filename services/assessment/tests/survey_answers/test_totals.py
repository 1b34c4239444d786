"""What is told when a form is closed: totals from paper and answers given here, together."""

from services.assessment.tests.survey_answers.respondents import Survey
from services.assessment.tests.world import ok

from chamdiem_contracts.assessment import SurveyClosedV1


async def test_paper_and_answers_are_told_together_in_the_shape_ranking_takes(survey: Survey) -> None:
    await survey.campaign.responses(("a", "F1", "10"))
    await survey.campaign.totals(("a", "F1", "Q1", "2", "8"), ("a", "F1", "Q1", "1", "2"))
    for token in await survey.tokens(2, units=("a", "b")):
        ok(await survey.answer(token))
    ok(await survey.campaign.close("F1"))
    told = (await survey.world.house.outbox())[-1]
    assert isinstance(told, SurveyClosedV1)
    assert [(u.unit_code, u.valid, [(c.question, c.option, c.count) for c in u.counts]) for u in told.units] == [
        ("a", 12, [("Q1", "1", 2), ("Q1", "2", 10), ("Q2", "1", 2)]),
        ("b", 2, [("Q1", "2", 2), ("Q2", "1", 2)]),
    ]


async def test_progress_tells_answers_beside_paper_and_judges_the_sample_by_both(survey: Survey) -> None:
    await survey.campaign.responses(("a", "F1", "0"))
    for token in await survey.tokens(1, units=("a", "b")):
        ok(await survey.answer(token))
    lines = ok(await survey.world.manager.get(f"{survey.campaign.path}/progress"))["lines"]
    assert [(x["unit_code"], x["valid"], x["answers"], x["too_few"]) for x in lines if x["form"] == "F1"] == [
        ("a", 0, 1, False),
        ("b", None, 1, False),
        ("c", None, 0, False),
    ]


async def test_answers_do_not_lift_what_paper_may_say(survey: Survey) -> None:
    (token,) = await survey.tokens()
    ok(await survey.answer(token))
    await survey.campaign.responses(("a", "F1", "1"))
    refused = await survey.campaign.totals(("a", "F1", "Q1", "2", "2"))
    assert refused["refused"][0]["problem"]["type"].endswith("too-many-answers")
