"""A campaign's dates can be changed while something is open, and its progress names every form of every unit."""

from services.assessment.tests.campaign import Campaign
from services.assessment.tests.world import ok
from tests.support.house import an_account, problem_of


async def test_new_dates_end_and_begin_the_entering(campaign: Campaign) -> None:
    manager = campaign.world.manager
    first = ok(await manager.get(campaign.path))
    assert (first["running"], first["version"]) == (True, 1)
    past = {"from": "2020-01-01T00:00:00+07:00", "to": "2020-02-01T00:00:00+07:00"}
    ended = ok(await manager.put(campaign.path, json=past, headers={"If-Match": '"1"'}))
    assert (ended["running"], ended["to"]) == (False, "2020-01-31T17:00:00Z")
    line = {"unit_code": "a", "form": "F1", "valid": "3"}
    refused = await manager.patch(f"{campaign.path}/responses", json={"lines": [line]})
    assert problem_of(refused) == (409, "assessment/campaign-not-running")
    assert problem_of(await manager.put(campaign.path, json=past, headers={"If-Match": '"1"'})) == (412, "request/stale")
    ok(await manager.put(campaign.path, json={"from": None, "to": None}, headers={"If-Match": '"2"'}))
    assert (await campaign.responses(("a", "F1", "3")))["saved"] == 1


async def test_dates_in_the_wrong_order_and_a_closed_campaign_are_refused(campaign: Campaign) -> None:
    manager = campaign.world.manager
    wrong = {"from": "2020-02-01T00:00:00+07:00", "to": "2020-01-01T00:00:00+07:00"}
    answer = await manager.put(campaign.path, json=wrong, headers={"If-Match": '"1"'})
    assert problem_of(answer) == (422, "assessment/campaign-refused")
    assert answer.json()["errors"][0]["pointer"] == "/to"
    ok(await campaign.close())
    answer = await manager.put(campaign.path, json={}, headers={"If-Match": '"2"'})
    assert problem_of(answer) == (409, "assessment/survey-form-closed")


async def test_progress_counts_what_was_entered_of_every_form_and_unit(campaign: Campaign) -> None:
    manager = campaign.world.manager
    await campaign.responses(("a", "F1", "0"))
    await campaign.totals(("a", "F1", "Q1", "2", "0"), ("a", "F1", "Q1", "1", "0"))
    lines = ok(await manager.get(f"{campaign.path}/progress"))["lines"]
    assert [(x["form"], x["unit_code"], x["valid"], x["too_few"], x["entered"], x["expected"]) for x in lines] == [
        ("F1", "a", 0, True, 2, 6)
    ]


async def test_only_managers_of_the_whole_province_change_dates_and_see_progress(campaign: Campaign) -> None:
    officer = await campaign.world.house.told(an_account("data_entry", unit_code="a"))
    of_one_unit = await campaign.world.house.told(an_account("management", only_for_unit="a"))
    for client in (officer, of_one_unit):
        assert problem_of(await client.get(f"{campaign.path}/progress"))[0] == 403
        assert problem_of(await client.put(campaign.path, json={}, headers={"If-Match": '"1"'}))[0] == 403
