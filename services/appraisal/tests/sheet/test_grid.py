"""The agency's whole work as a grid, one leaf over all units, and what the page needs to know without a rule of its own."""

from uuid import uuid4

from services.appraisal.tests.world import DAY, OWN, PLAIN, SILENT, World
from tests.support.house import an_account, problem_of


def _cells(grid: dict, leaf: str) -> dict[str, dict]:
    place = next(n for n, one in enumerate(grid["leaves"]) if one["item"] == leaf)
    return {grid["sheets"][cell["sheet"]]["unit_code"]: cell for cell in grid["cells"] if cell["leaf"] == place}


async def test_a_cell_says_both_sides_their_difference_and_what_to_filter_by(world: World) -> None:
    await world.score("stc", {"unit": PLAIN, "item": "1.3", "score": "1.25", "reason": "Thiếu biên bản"})
    grid = (await world.clients["stc"].get(f"/appraisals/{await world.id_of('STC')}/grid")).json()
    assert (grid["appraiser_title"], [leaf["item"] for leaf in grid["leaves"]]) == ("Sở Tài chính", ["1.1", "1.2", "1.3", "B1"])
    cells = _cells(grid, "1.3")
    assert (cells[PLAIN]["self_score"], cells[PLAIN]["score"], cells[PLAIN]["difference"]) == ("1.50", "1.25", "-0.25")
    assert set(cells[PLAIN]["marks"]) == {"differs", "may_write"}
    assert set(cells[SILENT]["marks"]) == {"unscored", "may_write"}
    assert set(_cells(grid, "1.2")[OWN]["marks"]) == {"unscored", "claimed", "may_write"}


async def test_the_grid_has_nothing_of_another_agency_and_nothing_of_an_open_sheet(world: World) -> None:
    theirs = await world.id_of("STC")
    assert problem_of(await world.clients["snv"].get(f"/appraisals/{theirs}/grid")) == (404, "appraisal/not-found")
    await world.extend(SILENT, to=world.state["late_until"] + 40 * DAY)
    grid = (await world.clients["stc"].get(f"/appraisals/{theirs}/grid")).json()
    assert SILENT not in _cells(grid, "1.3")
    assert {s["unit_code"]: s["is_final"] for s in grid["sheets"]}[SILENT] is False
    manager = (await world.clients["manager"].get(f"/appraisals/{theirs}/grid")).json()
    assert not any("may_write" in cell["marks"] for cell in manager["cells"])


async def test_one_leaf_is_asked_for_by_set_and_code(world: World) -> None:
    path = f"/appraisals/{await world.id_of('STC')}/items"
    found = (await world.clients["stc"].get(path, params={"set_code": "NV-THU", "item": "1.2"})).json()["items"]
    assert {(i["unit_code"], i["item"], i["declared"]) for i in found} == {(PLAIN, "1.2", "0/0"), (OWN, "1.2", "0/0"), (SILENT, "1.2", "")}
    assert (await world.clients["stc"].get(path, params={"set_code": "KHAC", "item": "1.2"})).json()["items"] == []


async def test_a_member_may_write_only_what_the_lead_gave(world: World) -> None:
    appraisal = await world.id_of("STC")
    line = {"account_id": str(world.accounts["stc"].account_id), "items": ["1.3"]}
    answer = await world.clients["stc_lead"].put(f"/appraisals/{appraisal}/members", json={"lines": [line]}, headers={"If-Match": '"0"'})
    assert answer.status_code == 200, answer.text
    items = (await world.clients["stc"].get(f"/appraisals/{appraisal}/items")).json()["items"]
    assert {i["item"] for i in items if i["may_write"]} == {"1.3"}
    items = (await world.clients["stc_lead"].get(f"/appraisals/{appraisal}/items")).json()["items"]
    assert all(i["may_write"] for i in items)


async def test_a_person_of_the_unit_may_not_write_about_it(world: World) -> None:
    person = an_account("appraisal", appraiser_code="STC")
    await world.enter("both", person)
    await world.house.tell(an_account("data_entry", unit_code=PLAIN, sub=person.sub, account_id=uuid4()))
    items = (await world.clients["both"].get(f"/appraisals/{await world.id_of('STC')}/items")).json()["items"]
    assert {i["unit_code"] for i in items if i["may_write"]} == {OWN, SILENT}


async def test_what_was_saved_comes_back_with_its_difference_and_a_stale_line_with_what_stands(world: World) -> None:
    answer = await world.score("stc", {"unit": PLAIN, "item": "1.3", "score": "2", "reason": "Đủ", "version": 0})
    (kept,) = answer["kept"]
    assert (kept["score"], kept["difference"], kept["differs"], kept["version"]) == ("2", "0.50", True, 1)
    answer = await world.score("stc_lead", {"unit": PLAIN, "item": "1.3", "score": "1.5", "version": 0})
    assert answer["kept"] == []
    (refused,) = answer["refused"]
    assert (refused["problem"]["type"], refused["problem"]["present"]["score"]) == ("/problems/request/stale", "2")


async def test_an_appraisal_says_what_may_be_done_and_which_rule_forbids_it(world: World) -> None:
    path = f"/appraisals/{await world.id_of('STC')}"
    lead = (await world.clients["stc_lead"].get(path)).json()
    member = (await world.clients["stc"].get(path)).json()
    assert set(lead["allowed_actions"]) == {
        "score",
        "assign_members",
        "ask_second_look",
        "answer_second_look",
        "send",
        "confirm_knock_outs",
    }
    assert (set(member["allowed_actions"]), member["locked"]) == ({"score", "answer_second_look"}, None)
    await world.score_all()
    sent = (await world.clients["stc_lead"].post(f"{path}/send")).json()
    assert (sent["allowed_actions"], sent["locked"]["type"], sent["locked"]["since"]) == ([], "appraisal/already-sent", sent["sent_at"])
    assert (await world.clients["manager"].get(path)).json()["allowed_actions"] == ["reopen"]
    await world.clients["manager"].post(f"{path}/reopen", json={"reason": "Sót đơn vị"})
    again = (await world.clients["stc"].get(path)).json()
    assert (again["locked"], again["reopened"]["reason"]) == (None, "Sót đơn vị")
    await world.change_period(appraisal_to=world.state["appraisal_from"] + DAY)
    assert (await world.clients["stc"].get(path)).json()["locked"]["type"] == "appraisal/phase-ended"


async def test_the_preview_of_sending_says_what_and_whom_it_locks(world: World) -> None:
    path = f"/appraisals/{await world.id_of('STC')}/sending"
    before = (await world.clients["stc_lead"].get(path)).json()
    assert [o["type"] for o in before["obstacles"]] == ["appraisal/scores-missing"]
    await world.score_all()
    ready = (await world.clients["stc_lead"].get(path)).json()
    assert (ready["obstacles"], ready["is_last"]) == ([], True)
    assert {s["unit_code"]: (s["assigned"], s["scored"], s["agreed_claims"]) for s in ready["sheets"]} == {
        PLAIN: (2, 2, 1),
        OWN: (3, 3, 1),
        SILENT: (2, 2, 0),
    }
    names = {str(world.accounts[name].account_id): name == "stc_lead" for name in ("stc", "stc_lead")}
    assert {m["account_id"]: m["is_lead"] for m in ready["members"]} == names
    assert problem_of(await world.clients["stc"].get(path))[0] == 403
    assert problem_of(await world.clients["snv_lead"].get(path)) == (404, "appraisal/not-found")
