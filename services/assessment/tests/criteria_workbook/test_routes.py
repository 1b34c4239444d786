"""Criteria sets come in and go out as files."""

import base64
from io import BytesIO

import openpyxl
from services.assessment.tests.world import World, a_set, ok
from tests.support.house import an_account, problem_of


async def test_a_published_set_goes_out_as_a_workbook_and_comes_back_the_same(world: World) -> None:
    set_id = await world.criteria_set(a_set())
    file = await world.manager.get(f"/criteria-sets/{set_id}/file.xlsx")
    assert file.status_code == 200, file.text
    assert 'filename="PAR-SO-v1.xlsx"' in file.headers["content-disposition"]
    read = ok(await world.manager.post("/criteria-sets/readings", json={"content": base64.b64encode(file.content).decode()}))
    assert (read["faults"], read["cell_faults"]) == ([], [])
    assert read["fingerprint"] == ok(await world.manager.get(f"/criteria-sets/{set_id}"))["fingerprint"]
    assert read["text"].startswith("schema_version: 1\ncriteria_set:\n")


async def test_every_fault_of_a_workbook_names_its_cell(world: World) -> None:
    set_id = await world.criteria_set(a_set())
    book = openpyxl.load_workbook(BytesIO((await world.manager.get(f"/criteria-sets/{set_id}/file.xlsx")).content))
    book["Tiêu chí"]["E4"] = "KHONG-CO"
    file = BytesIO()
    book.save(file)
    read = ok(await world.manager.post("/criteria-sets/readings", json={"content": base64.b64encode(file.getvalue()).decode()}))
    assert [(f["cell"], f["place"]) for f in read["cell_faults"]] == [("Tiêu chí!E4", "fields[0].criteria[1].appraiser")]


async def test_yaml_goes_out_as_it_was_written(world: World) -> None:
    set_id = await world.criteria_set(a_set())
    assert (await world.manager.get(f"/criteria-sets/{set_id}/file.yaml")).text == a_set()


async def test_a_draft_with_faults_goes_out_as_yaml_only_and_to_managers_only(world: World) -> None:
    draft = ok(
        await world.manager.post(
            "/criteria-sets", json={"document": a_set().replace("max_score: 4", "max_score: 9"), "media_type": "yaml"}
        ),
        201,
    )
    assert draft["faults"] != []
    path = f"/criteria-sets/{draft['id']}/file"
    assert problem_of(await world.manager.get(f"{path}.xlsx")) == (409, "assessment/set-has-faults")
    assert (await world.manager.get(f"{path}.yaml")).status_code == 200
    officer = await world.house.told(an_account("data_entry", unit_code="a"))
    assert problem_of(await officer.get(f"{path}.yaml")) == (404, "assessment/document-not-found")
    assert problem_of(await officer.post("/criteria-sets/readings", json={"content": ""})) == (403, "access/not-permitted")


async def test_what_is_no_workbook_is_told_so(world: World) -> None:
    for content in ("???", base64.b64encode(b"not a workbook").decode()):
        answer = await world.manager.post("/criteria-sets/readings", json={"content": content})
        assert problem_of(answer) == (422, "request/not-a-table")
