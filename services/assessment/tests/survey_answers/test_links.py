"""Links are good for one answer each, within the campaign's dates; of their tokens only hashes are kept."""

import asyncio
import base64
import hashlib
from io import BytesIO

import openpyxl
import pytest
from services.assessment.tests.survey_answers.respondents import WHOLE, Survey
from services.assessment.tests.world import ok
from tests.support.house import problem_of

PAST, AGO, FUTURE = "2021-11-01T00:00:00+07:00", "2021-11-02T00:00:00+07:00", "2022-03-01T00:00:00+07:00"


async def test_links_are_told_once_and_kept_as_hashes_only(survey: Survey) -> None:
    made = await survey.make(units=("a", "b"), count=3, note="Gửi Bộ phận Một cửa", site="http://127.0.0.1:8000")
    assert [(x["unit_code"], x["address"].partition("#")[0]) for x in made["links"]] == [
        (unit, "http://127.0.0.1:8000/khao-sat") for unit in ("a", "a", "a", "b", "b", "b")
    ]
    tokens = [x["address"].partition("#")[2] for x in made["links"]]
    assert len(set(tokens)) == 6 and {len(t) for t in tokens} == {32}
    kept = await survey.world.house.rows("SELECT token_sha256 FROM survey_link")
    assert sorted(row["token_sha256"] for row in kept) == sorted(hashlib.sha256(t.encode()).digest() for t in tokens)
    listed = await survey.batches()
    assert [(b["unit_code"], b["made"], b["answered"], b["open"], b["note"]) for b in listed] == [
        ("a", 3, 0, 3, "Gửi Bộ phận Một cửa"),
        ("b", 3, 0, 3, "Gửi Bộ phận Một cửa"),
    ]
    book = openpyxl.load_workbook(BytesIO(base64.b64decode(made["workbook"])))
    assert [row[3] for row in book.active.iter_rows(min_row=3, values_only=True)] == [x["address"] for x in made["links"]]


async def test_a_retried_making_makes_no_second_batch_and_no_token_is_kept_for_it(survey: Survey) -> None:
    body = {"form": "F1", "unit_codes": ["a"], "count": 2}
    path, key = f"{survey.campaign.path}/links", {"Idempotency-Key": "k"}
    first = ok(await survey.world.manager.post(path, json=body, headers=key), 201)
    again = ok(await survey.world.manager.post(path, json=body, headers=key), 201)
    assert (again["links"], again["workbook"], again["batches"]) == ([], "", first["batches"])
    (kept,) = await survey.world.house.rows("SELECT CAST(answer AS text) AS answer FROM idempotency WHERE key = 'k'")
    assert not any(link["address"].partition("#")[2] in kept["answer"] for link in first["links"])
    assert len(await survey.batches()) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"form": "F9"}, (404, "assessment/unknown-form")),
        ({"unit_codes": ["a", "x"]}, (422, "assessment/survey-links-refused")),
        ({"unit_codes": ["h"]}, (422, "assessment/survey-links-refused")),
        ({"unit_codes": ["a", "b", "c", "h", "x"], "count": 500}, (422, "assessment/survey-links-refused")),
        ({"count": 0}, (422, "request/invalid")),
        ({"site": "javascript:alert(1)"}, (422, "request/invalid")),
    ],
)
async def test_links_nobody_could_answer_are_not_made(survey: Survey, body: dict[str, object], expected: tuple[int, str]) -> None:
    whole = {"form": "F1", "unit_codes": ["a"], "count": 1, **body}
    assert problem_of(await survey.world.manager.post(f"{survey.campaign.path}/links", json=whole)) == expected
    assert await survey.batches() == []


async def test_links_are_made_before_the_campaign_begins_and_not_after_it_ended_or_closed(survey: Survey) -> None:
    body = {"form": "F1", "unit_codes": ["a"], "count": 1}
    await survey.dates(**{"from": FUTURE})
    assert len((await survey.make())["links"]) == 1
    await survey.dates(to=AGO)
    path = f"{survey.campaign.path}/links"
    assert problem_of(await survey.world.manager.post(path, json=body)) == (409, "assessment/survey-over")
    await survey.dates()
    ok(await survey.campaign.close("F1"))
    assert problem_of(await survey.world.manager.post(path, json=body)) == (409, "assessment/survey-form-closed")


@pytest.mark.parametrize("who", ["data_entry", "appraisal", "administration", "support", "client"])
async def test_only_a_manager_of_the_province_makes_sees_and_revokes_links(survey: Survey, who: str) -> None:
    made = await survey.make()
    path = f"{survey.campaign.path}/links"
    one_unit = await survey.world.client("management", only_for_unit="a")
    for client in (await survey.world.client(who, unit_code="a"), one_unit):
        body = {"form": "F1", "unit_codes": ["a"], "count": 1}
        assert problem_of(await client.post(path, json=body)) == (403, "access/not-permitted")
        assert problem_of(await client.get(path)) == (403, "access/not-permitted")
        revoke = await client.post(f"{path}/{made['batches'][0]['id']}/revoke", json={"reason": "x"})
        assert problem_of(revoke) == (403, "access/not-permitted")
    assert (await survey.batches())[0]["open"] == 1


async def test_a_stranger_sees_the_form_answers_once_and_is_counted(survey: Survey) -> None:
    (token,) = await survey.tokens()
    asked = ok(await survey.look(token))
    assert (asked["title"], asked["unit_name"], asked["group_title"], asked["screening"]) == (
        "Phiếu một",
        "Đơn vị a",
        "Người dân",
        "Có làm?",
    )
    assert [(q["code"], q["required"], [o["value"] for o in q["options"]]) for q in asked["questions"]] == [
        ("Q1", True, ["2", "1", "0"]),
        ("Q2", True, ["2", "1", "0"]),
        ("Q9", False, []),
    ]
    assert ok(await survey.answer(token))["unit_name"] == "Đơn vị a"
    assert problem_of(await survey.answer(token)) == (409, "assessment/survey-link-used")
    assert problem_of(await survey.look(token)) == (409, "assessment/survey-link-used")
    assert (await survey.of_unit())["answers"] == 1
    (batch,) = await survey.batches()
    assert (batch["answered"], batch["open"]) == (1, 0)


async def test_an_answer_sent_again_by_the_same_page_is_taken_once_and_thanked_for_twice(survey: Survey) -> None:
    (token,) = await survey.tokens()
    first, again = await survey.answer(token, key="trang-1"), await survey.answer(token, key="trang-1")
    assert ok(first) == ok(again)
    assert problem_of(await survey.answer(token, key="trang-2")) == (409, "assessment/survey-link-used")
    assert (await survey.of_unit())["answers"] == 1


async def test_of_answers_at_the_same_instant_one_is_counted(survey: Survey) -> None:
    tokens = await survey.tokens(3)
    answers = await asyncio.gather(*(survey.answer(token, key=f"{token}-{n}") for token in tokens for n in range(4)))
    assert sorted(a.status_code for a in answers) == [200] * 3 + [409] * 9
    assert (await survey.of_unit())["answers"] == 3


async def test_answers_racing_the_closing_are_told_or_refused(survey: Survey) -> None:
    tokens = await survey.tokens(12)
    answers = await asyncio.gather(
        *(survey.answer(t) for t in tokens[:6]), survey.campaign.close("F1"), *(survey.answer(t) for t in tokens[6:])
    )
    counted = sum(a.status_code == 200 for place, a in enumerate(answers) if place != 6)
    told = (await survey.world.house.outbox())[-1]
    units = told.model_dump()["units"]
    assert (units[0]["valid"] if units else 0) == counted


@pytest.mark.parametrize(
    ("dates", "expected"),
    [({"from": FUTURE}, "assessment/survey-not-begun"), ({"from": PAST, "to": AGO}, "assessment/survey-over")],
)
async def test_before_and_after_the_campaign_nobody_answers(survey: Survey, dates: dict[str, str], expected: str) -> None:
    (token,) = await survey.tokens()
    await survey.dates(**dates)
    assert problem_of(await survey.look(token)) == (409, expected)
    assert problem_of(await survey.answer(token)) == (409, expected)
    assert (await survey.batches())[0]["answered"] == 0


async def test_a_closed_form_a_revoked_link_and_no_link_say_so(survey: Survey) -> None:
    one, other = (await survey.tokens())[0], (await survey.tokens())[0]
    batch = (await survey.batches())[0]["id"]
    path = f"{survey.campaign.path}/links/{batch}/revoke"
    assert problem_of(await survey.world.manager.post(path, json={"reason": " "})) == (422, "assessment/value-missing")
    assert ok(await survey.world.manager.post(path, json={"reason": "In nhầm"}))["revoked"] == 1
    assert problem_of(await survey.world.manager.post(path, json={"reason": "In nhầm"})) == (409, "assessment/survey-links-not-open")
    assert problem_of(await survey.answer(one)) == (409, "assessment/survey-link-revoked")
    ok(await survey.campaign.close("F1"))
    assert problem_of(await survey.answer(other)) == (409, "assessment/survey-form-closed")
    for token in ("", "x", "ữ".encode().hex(), one[:-1]):
        assert problem_of(await survey.answer(token)) == (404, "assessment/survey-link-unknown")
        assert problem_of(await survey.look(token)) == (404, "assessment/survey-link-unknown")


async def test_an_answer_is_whole_and_given_with_consent(survey: Survey) -> None:
    (token,) = await survey.tokens()
    assert problem_of(await survey.answer(token, {**WHOLE, "consent": False})) == (422, "assessment/survey-consent-missing")
    answer = await survey.answer(token, {"consent": True, "chosen": {"Q1": "7"}, "written": {"Q1": "x"}})
    assert problem_of(answer) == (422, "assessment/survey-answer-refused")
    assert [e["pointer"] for e in answer.json()["errors"]] == ["/chosen/Q1", "/chosen/Q2", "/written/Q1"]
    ok(await survey.answer(token, {"consent": True, "chosen": {"Q1": "0", "Q2": "0"}, "written": {"Q9": " "}}))
