"""Nothing that is kept leads from a link or an account to an answer, and few answers are not shown."""

from typing import Any

from services.assessment.tests.survey_answers.respondents import Survey
from services.assessment.tests.world import ok


def an_answer(q1: str, words: str) -> dict[str, Any]:
    return {"consent": True, "chosen": {"Q1": q1, "Q2": "0"}, "written": {"Q9": words}}


async def test_no_row_is_written_for_an_answer_and_no_time_with_it(survey: Survey) -> None:
    tokens = await survey.tokens(6)
    for n, token in enumerate(tokens[:5]):
        ok(await survey.answer(token, an_answer("2" if n else "1", f"Lời {n}"), key=f"k{n}"))
    (tally,) = await survey.world.house.rows("SELECT * FROM survey_tally")
    assert tally["counts"] == {"Q1": {"1": 1, "2": 4}, "Q2": {"0": 5}}
    assert sorted(tally["remarks"]["Q9"]) == [f"Lời {n}" for n in range(5)]
    types = await survey.world.house.rows(
        "SELECT table_name, column_name FROM information_schema.columns WHERE data_type LIKE 'timestamp%' "
        "AND table_name IN ('survey_tally', 'survey_link', 'survey_spent')"
    )
    assert types == []


async def test_all_links_of_a_batch_are_written_anew_with_each_that_is_spent(survey: Survey) -> None:
    tokens = await survey.tokens(6)
    for token in tokens[:3]:
        ok(await survey.answer(token))
        marks = await survey.world.house.rows("SELECT DISTINCT CAST(xmin AS text) AS mark FROM survey_link")
        assert len(marks) == 1


async def test_nothing_is_kept_of_an_answer_for_retries(survey: Survey) -> None:
    (token,) = await survey.tokens()
    before = await survey.world.house.rows("SELECT count(*) AS n FROM idempotency")
    ok(await survey.answer(token, key="k"))
    assert await survey.world.house.rows("SELECT count(*) AS n FROM idempotency") == before


async def test_numbers_of_few_answers_show_only_when_the_form_is_closed(survey: Survey) -> None:
    tokens = await survey.tokens(5)
    for token in tokens[:4]:
        ok(await survey.answer(token, an_answer("2", "Lời")))
    few = await survey.of_unit()
    assert (few["answers"], few["shown"], few["counts"], few["remarks"]) == (4, False, [], [])
    ok(await survey.answer(tokens[4], an_answer("1", "Lời cuối")))
    enough = await survey.of_unit()
    assert {(c["question"], c["option"]): c["count"] for c in enough["counts"]} == {("Q1", "2"): 4, ("Q1", "1"): 1, ("Q2", "0"): 5}
    assert sorted(r["text"] for r in enough["remarks"]) == ["Lời", "Lời", "Lời", "Lời", "Lời cuối"]
