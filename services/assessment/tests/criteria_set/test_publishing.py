"""Criteria sets: drafted with every fault named, published once, never changed after."""

from pathlib import Path

import pytest
from services.assessment.tests.world import DECISION, FORMS, World, a_set, ok
from sqlalchemy.exc import IntegrityError
from tests.support.house import problem_of

from chamdiem_contracts.assessment import CriteriaSetPublishedV1
from chamdiem_rules.canonical import fingerprint

DATA = Path(__file__).parents[4] / "data"
FINGERPRINTS = dict(line.split() for line in (DATA / "fingerprints.txt").read_text().splitlines())


async def test_the_provinces_sets_have_their_fingerprints(world: World) -> None:
    forms = await world.forms((DATA / "survey-forms.yaml").read_text())
    shown = ok(await world.manager.get(f"/survey-forms/{forms}"))
    assert shown["fingerprint"] == FINGERPRINTS["SURVEY-FORMS"]
    for path in sorted((DATA / "criteria").iterdir()):
        set_id = await world.criteria_set(path.read_text(), forms=forms)
        shown = ok(await world.manager.get(f"/criteria-sets/{set_id}"))
        assert shown["fingerprint"] == FINGERPRINTS[shown["code"]]
        assert fingerprint(shown["document"]) == shown["fingerprint"], "the stored tree is what was fingerprinted"


async def test_a_draft_may_have_faults_but_is_not_published_with_them(world: World) -> None:
    source = a_set().replace("max_score: 4", "max_score: 5").replace("appraiser: STC", "appraiser: XYZ")
    draft = ok(await world.manager.post("/criteria-sets", json={"document": source, "media_type": "yaml"}), 201)
    places = [f["place"] for f in draft["faults"]]
    assert "fields[0].criteria[1].appraiser" in places
    answer = await world.manager.post(f"/criteria-sets/{draft['id']}/publish", json=DECISION)
    assert problem_of(answer) == (409, "assessment/set-has-faults")
    assert {e["pointer"] for e in answer.json()["errors"]} == {"/" + p.replace("[", "/").replace("].", "/") for p in places}
    assert await world.house.outbox() == []
    mended = await world.manager.put(
        f"/criteria-sets/{draft['id']}", json={"document": a_set(), "media_type": "yaml"}, headers={"If-Match": '"1"'}
    )
    assert ok(mended)["faults"] == []
    assert mended.headers["ETag"] == '"2"'
    assert ok(await world.manager.post(f"/criteria-sets/{draft['id']}/publish", json=DECISION))["status"] == "published"


async def test_a_text_that_cannot_be_read_is_one_fault_with_line_and_column(world: World) -> None:
    body = {"document": "criteria_set:\n  code: A\n  code: B\n", "media_type": "yaml"}
    review = ok(await world.manager.post("/criteria-sets/validations", json=body))
    assert review["fingerprint"] is None
    assert [(f["line"], f["column"]) for f in review["faults"]] == [(3, 3)]


@pytest.mark.parametrize(
    ("media_type", "document"),
    [
        ("yaml", "a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\n" + "".join(f"c{i}: [*b, *b]\n" for i in range(3)) + "- x"),
        ("yaml", "!!python/object/apply:os.system ['true']"),
        ("yaml", "- 1\n- 2"),
        ("yaml", '"\\uD800"'),
        ("json", '{"criteria_set": {"code": "A", "code": "B"}}'),
        ("json", '{"criteria_set": NaN}'),
        ("json", '{"criteria_set": "\\u0000"}'),
        ("json", "[" * 10_000),
        ("json", "null"),
    ],
)
async def test_a_hostile_document_is_named_as_faulty(world: World, media_type: str, document: str) -> None:
    review = ok(await world.manager.post("/criteria-sets/validations", json={"document": document, "media_type": media_type}))
    assert review["faults"]
    ok(await world.manager.post("/criteria-sets", json={"document": document, "media_type": media_type}), 201)


async def test_a_code_too_long_to_be_a_key_is_a_fault(world: World) -> None:
    body = {"document": a_set().replace('code: "1.1"', f"code: {'ă' * 128}"), "media_type": "yaml"}
    assert len(ok(await world.manager.post("/criteria-sets/validations", json=body))["faults"]) == 1


async def test_a_document_that_cannot_be_stored_is_refused(world: World) -> None:
    answer = await world.manager.post("/criteria-sets", json={"document": "code: a\0b", "media_type": "yaml"})
    assert problem_of(answer) == (422, "assessment/value-not-allowed")


async def test_the_next_set_of_a_code_is_the_next_version_and_the_first_stays(world: World) -> None:
    first = await world.criteria_set(a_set())
    second = await world.criteria_set(a_set().replace('title: "Kế hoạch"', 'title: "Kế hoạch năm"'))
    await world.criteria_set(a_set("KHAC"))
    found = ok(await world.manager.get("/criteria-sets", params={"code": "PAR-SO"}))["items"]
    assert [(d["id"], d["version_number"]) for d in found] == [(first, 1), (second, 2)]
    told = [e for e in await world.house.outbox() if isinstance(e, CriteriaSetPublishedV1)]
    assert [(e.code, e.version) for e in told] == [("PAR-SO", 1), ("PAR-SO", 2), ("KHAC", 1)]
    difference = ok(await world.manager.get(f"/criteria-sets/{first}/difference", params={"to": second}))
    assert difference["changed"] == [{"code": "1.1", "attributes": ["title"], "declared_anew": False}]


async def test_a_published_set_never_changes(world: World) -> None:
    set_id = await world.criteria_set()
    change = {"document": a_set("KHAC"), "media_type": "yaml"}
    answer = await world.manager.put(f"/criteria-sets/{set_id}", json=change, headers={"If-Match": '"2"'})
    assert problem_of(answer) == (409, "assessment/already-published")
    assert problem_of(await world.manager.post(f"/criteria-sets/{set_id}/publish", json=DECISION)) == (409, "assessment/already-published")
    with pytest.raises(IntegrityError, match="frozen"):
        await world.house.rows("UPDATE criteria_set SET code = 'X' WHERE id = CAST(:id AS uuid) RETURNING id", id=set_id)


async def test_a_set_is_published_after_its_forms(world: World) -> None:
    forms = ok(await world.manager.post("/survey-forms", json={"document": FORMS, "media_type": "yaml"}), 201)
    body = {"document": a_set(with_survey=True), "media_type": "yaml", "survey_forms_id": forms["id"]}
    draft = ok(await world.manager.post("/criteria-sets", json=body), 201)
    assert draft["faults"] == []
    answer = await world.manager.post(f"/criteria-sets/{draft['id']}/publish", json=DECISION)
    assert [e["pointer"] for e in answer.json()["errors"]] == ["/survey_forms_id"]
    ok(await world.manager.post(f"/survey-forms/{forms['id']}/publish", json=DECISION))
    ok(await world.manager.post(f"/criteria-sets/{draft['id']}/publish", json=DECISION))


async def test_a_set_is_judged_by_its_forms_as_they_are_when_it_is_published(world: World) -> None:
    forms = ok(await world.manager.post("/survey-forms", json={"document": FORMS, "media_type": "yaml"}), 201)
    body = {"document": a_set(with_survey=True), "media_type": "yaml", "survey_forms_id": forms["id"]}
    draft = ok(await world.manager.post("/criteria-sets", json=body), 201)
    change = {"document": FORMS.replace("code: Q2", "code: Q3"), "media_type": "yaml"}
    ok(await world.manager.put(f"/survey-forms/{forms['id']}", json=change, headers={"If-Match": '"1"'}))
    ok(await world.manager.post(f"/survey-forms/{forms['id']}/publish", json=DECISION))
    answer = await world.manager.post(f"/criteria-sets/{draft['id']}/publish", json=DECISION)
    assert [e["pointer"] for e in answer.json()["errors"]] == ["/fields/0/criteria/2/scoring/sources/0/questions/1"]


async def test_a_change_on_an_old_version_gets_the_present_state(world: World) -> None:
    body = {"document": a_set(), "media_type": "yaml"}
    draft = ok(await world.manager.post("/criteria-sets", json=body), 201)
    ok(await world.manager.put(f"/criteria-sets/{draft['id']}", json=body, headers={"If-Match": '"1"'}))
    late = await world.manager.put(f"/criteria-sets/{draft['id']}", json=body, headers={"If-Match": '"1"'})
    assert problem_of(late) == (412, "request/stale")
    assert late.json()["present"]["version"] == 2
    assert problem_of(await world.manager.put(f"/criteria-sets/{draft['id']}", json=body))[0] == 428


async def test_a_retried_draft_is_made_once(world: World) -> None:
    body = {"document": a_set(), "media_type": "yaml"}
    one = await world.manager.post("/criteria-sets", json=body, headers={"Idempotency-Key": "k1"})
    two = await world.manager.post("/criteria-sets", json=body, headers={"Idempotency-Key": "k1"})
    assert ok(one, 201) == ok(two, 201)
    assert len(ok(await world.manager.get("/criteria-sets"))["items"]) == 1


@pytest.mark.parametrize("kind", ["data_entry", "appraisal", "administration", "support", "client"])
async def test_others_read_what_is_in_force_and_no_draft(world: World, kind: str) -> None:
    published = await world.criteria_set()
    draft = ok(await world.manager.post("/criteria-sets", json={"document": a_set("NHAP"), "media_type": "yaml"}), 201)["id"]
    reader = await world.client(kind)
    assert [d["id"] for d in ok(await reader.get("/criteria-sets"))["items"]] == [published]
    assert ok(await reader.get(f"/criteria-sets/{published}"))["code"] == "PAR-SO"
    assert problem_of(await reader.get(f"/criteria-sets/{draft}")) == (404, "assessment/document-not-found")
    assert problem_of(await reader.get(f"/criteria-sets/{published}/difference", params={"to": draft}))[0] == 404
    body = {"document": a_set(), "media_type": "yaml"}
    assert problem_of(await reader.post("/criteria-sets", json=body)) == (403, "access/not-permitted")
    assert problem_of(await reader.post(f"/criteria-sets/{draft}/publish", json=DECISION)) == (403, "access/not-permitted")


async def test_the_manager_of_one_unit_issues_nothing_for_all(world: World) -> None:
    draft = ok(await world.manager.post("/criteria-sets", json={"document": a_set(), "media_type": "yaml"}), 201)["id"]
    other = await world.client("management", only_for_unit="so-noi-vu")
    assert problem_of(await other.post(f"/criteria-sets/{draft}/publish", json=DECISION)) == (403, "access/not-permitted")


async def test_drafts_are_listed_page_by_page(world: World) -> None:
    for i in range(5):
        ok(await world.manager.post("/criteria-sets", json={"document": a_set(f"S{i}"), "media_type": "yaml"}), 201)
    seen, after = [], None
    while True:
        page = ok(await world.manager.get("/criteria-sets", params={"limit": 2} | ({"after": after} if after else {})))
        seen += [d["code"] for d in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert seen == [f"S{i}" for i in range(5)]
    assert problem_of(await world.manager.get("/criteria-sets", params={"after": "x"})) == (422, "request/bad-cursor")


async def test_a_code_that_no_address_could_hold_is_refused_by_its_place(world: World) -> None:
    source = a_set().replace('code: "1.2"', 'code: "1/2"')
    review = ok(await world.manager.post("/criteria-sets/validations", json={"document": source, "media_type": "yaml"}))
    assert [f["place"] for f in review["faults"]] == ["fields[0].criteria[1].code"]
    assert "dấu chấm" in review["faults"][0]["message"]
