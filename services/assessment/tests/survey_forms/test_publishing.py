"""Survey forms: versioned and frozen like criteria sets."""

import pytest
from services.assessment.tests.world import DECISION, FORMS, World, ok
from sqlalchemy.exc import IntegrityError
from tests.support.house import problem_of

from chamdiem_contracts.assessment import SurveyFormsPublishedV1


async def test_each_published_version_has_the_next_number_and_is_told(world: World) -> None:
    first, second = await world.forms(), await world.forms(FORMS.replace("Hỏi hai?", "Hỏi thứ hai?"))
    found = ok(await world.manager.get("/survey-forms"))["items"]
    assert [(f["id"], f["version_number"]) for f in found] == [(first, 1), (second, 2)]
    told = [e for e in await world.house.outbox() if isinstance(e, SurveyFormsPublishedV1)]
    assert [str(e.survey_forms_id) for e in told] == [first, second]
    assert told[0].document["scales"]["S"]["options"][0]["value"] == "2"


async def test_every_fault_is_named_and_refuses_publishing(world: World) -> None:
    source = FORMS.replace("code: F2", "code: F1").replace('scale: S, text: "Hỏi hai?"', 'scale: T, text: "Hỏi hai?"')
    review = ok(await world.manager.post("/survey-forms/validations", json={"document": source, "media_type": "yaml"}))
    assert [f["place"] for f in review["faults"]] == ["forms[0].questions[1].scale", "forms[1]"]
    draft = ok(await world.manager.post("/survey-forms", json={"document": source, "media_type": "yaml"}), 201)
    answer = await world.manager.post(f"/survey-forms/{draft['id']}/publish", json=DECISION)
    assert problem_of(answer) == (409, "assessment/set-has-faults")


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("code: F1", 'code: "F/1"', "forms[0].code"),
        ("code: F1", 'code: "F\\\\1"', "forms[0].code"),
        ("code: F1", 'code: ".."', "forms[0].code"),
        ("code: F2", 'code: "F\\t2"', "forms[1].code"),
        ("code: Q2", 'code: "Q\\u00012"', "forms[0].questions[1].code"),
    ],
)
async def test_a_code_that_no_address_can_hold_is_unsafe_and_refuses_publishing(world: World, written: str, code: str, place: str) -> None:
    source = FORMS.replace(written, code, 1)
    review = ok(await world.manager.post("/survey-forms/validations", json={"document": source, "media_type": "yaml"}))
    assert [(f["place"], "không an toàn" in f["message"]) for f in review["faults"]] == [(place, True)]
    draft = ok(await world.manager.post("/survey-forms", json={"document": source, "media_type": "yaml"}), 201)
    answer = await world.manager.post(f"/survey-forms/{draft['id']}/publish", json=DECISION)
    assert problem_of(answer) == (409, "assessment/set-has-faults")
    assert [e["pointer"] for e in answer.json()["errors"]] == ["/" + place.replace("[", "/").replace("].", "/")]


async def test_published_forms_never_change(world: World) -> None:
    forms = await world.forms()
    answer = await world.manager.put(f"/survey-forms/{forms}", json={"document": FORMS, "media_type": "yaml"}, headers={"If-Match": '"2"'})
    assert problem_of(answer) == (409, "assessment/already-published")
    with pytest.raises(IntegrityError, match="frozen"):
        await world.house.rows("DELETE FROM survey_forms WHERE id = CAST(:id AS uuid) RETURNING id", id=forms)


async def test_a_draft_is_changed_and_found_by_its_fingerprint_once_published(world: World) -> None:
    draft = ok(await world.manager.post("/survey-forms", json={"document": "x", "media_type": "yaml"}), 201)
    body = {"document": FORMS, "media_type": "yaml"}
    changed = ok(await world.manager.put(f"/survey-forms/{draft['id']}", json=body, headers={"If-Match": '"1"'}))
    ok(await world.manager.post(f"/survey-forms/{draft['id']}/publish", json=DECISION))
    reader = await world.client("client")
    params = {"fingerprint": changed["fingerprint"]}
    assert [f["id"] for f in ok(await reader.get("/survey-forms", params=params))["items"]] == [draft["id"]]
    assert ok(await reader.get("/survey-forms", params={"fingerprint": "0" * 64}))["items"] == []


@pytest.mark.parametrize(
    "decision", [{"number": " ", "issued_on": "2021-01-01"}, {"number": "1", "issued_on": "hôm nay"}, {"number": "1\0"}]
)
async def test_a_decision_needs_a_number_and_a_date(world: World, decision: dict[str, str]) -> None:
    draft = ok(await world.manager.post("/survey-forms", json={"document": FORMS, "media_type": "yaml"}), 201)
    answer = await world.manager.post(f"/survey-forms/{draft['id']}/publish", json={"decision": decision})
    assert problem_of(answer) == (422, "request/invalid")


async def test_two_versions_are_compared_place_by_place(world: World) -> None:
    changed = FORMS.replace("Hỏi hai?", "Hỏi thứ hai?").replace('label: "Tốt", weight: 100', 'label: "Tốt", weight: 90')
    changed = changed.replace('      - {code: Q9, scored: false, type: text, text: "Ý kiến khác?"}\n', "")
    first, second = await world.forms(), await world.forms(changed)
    reader = await world.client("client")
    found = ok(await reader.get(f"/survey-forms/{first}/difference", params={"to": second}))["changes"]
    assert [(c["place"], c["before"], c["after"]) for c in found if "Q9" not in c["place"]] == [
        ("forms[F1].questions[Q2].text", "Hỏi hai?", "Hỏi thứ hai?"),
        ("scales.S.options[2].weight", "100", "90"),
    ]
    assert [(c["place"], c["after"]) for c in found if "Q9" in c["place"]] == [("forms[F1].questions[Q9]", None)]
    assert ok(await reader.get(f"/survey-forms/{first}/difference", params={"to": first}))["changes"] == []


async def test_a_code_too_long_to_be_a_key_is_a_fault(world: World) -> None:
    source = FORMS.replace("code: Q1", f"code: {'Q' * 3000}")
    review = ok(await world.manager.post("/survey-forms/validations", json={"document": source, "media_type": "yaml"}))
    assert len(review["faults"]) == 1
