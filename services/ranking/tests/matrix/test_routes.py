"""Units beside each other, field by field; a head sees the own unit and no number of others."""

from services.ranking.tests.world import XAY_DUNG, Y_TE, World, council_member, head, manager
from tests.support.house import problem_of


async def test_fields_have_best_worst_and_mean(par: World) -> None:
    boss = await par.house.told(manager())
    told = par.everything()
    told.insert(-2, par.appraised("SNV", Y_TE, i1_1="1"))
    await par.tell(*told)
    shown = await boss.get(f"/periods/{par.period_id}/groups/department/matrix")
    assert shown.status_code == 200, shown.text
    matrix = shown.json()
    lines = {line["unit_code"]: line for line in matrix["lines"]}
    (field,) = matrix["fields"]
    points = [lines[unit]["cells"]["1"]["points"] for unit in lines]
    assert (field["points"]["best"], field["points"]["worst"]) == (max(points), min(points))
    assert lines[Y_TE]["cells"]["1"] == {"points": "4.00", "percent": "80.00"}
    assert field["points"]["mean"] == "4.67"
    assert field["percent"] == {"best": "100.00", "worst": "80.00", "mean": "93.33"}
    assert sum(level["units"] for level in matrix["levels"]) == 3
    assert sum(band["units"] for band in matrix["bands"]) == 3


async def test_a_head_sees_the_own_unit_and_nothing_made_of_others(par: World) -> None:
    await par.tell(*par.everything())
    own = await par.house.told(head(XAY_DUNG))
    matrix = (await own.get(f"/periods/{par.period_id}/groups/department/matrix")).json()
    assert [line["unit_code"] for line in matrix["lines"]] == [XAY_DUNG]
    assert (matrix["fields"][0]["points"], matrix["index"], matrix["levels"], matrix["bands"]) == (None, None, [], [])
    other = await par.house.told(head("so-khac"))
    assert problem_of(await other.get(f"/periods/{par.period_id}/groups/department/matrix")) == (404, "ranking/period-not-found")


async def test_provisional_numbers_are_not_for_the_council(world: World) -> None:
    await world.tell(*world.everything())
    council = await world.house.told(council_member())
    assert problem_of(await council.get(f"/periods/{world.period_id}/groups/department/matrix")) == (404, "ranking/group-not-found")
    assert problem_of(await council.get(f"/periods/{world.period_id}/council-items")) == (409, "ranking/not-aggregated")


async def test_the_council_sees_every_item_with_what_units_got(par: World) -> None:
    told = par.everything()
    told.insert(-2, par.appraised("SNV", Y_TE, i1_1="1"))
    await par.tell(*told)
    council = await par.house.told(council_member())
    (one,) = (await council.get(f"/periods/{par.period_id}/council-items")).json()
    items = {item["item"]: item for item in one["items"]}
    assert (items["1.1"]["mean"], items["1.1"]["best"], items["1.1"]["worst"]) == ("1.67", "2.00", "1.00")
    assert (items["1.1"]["self_mean"], items["1.1"]["differing"], items["1.1"]["units"]) == ("2.00", 1, 3)


async def test_what_may_be_done_is_told_with_the_result(par: World) -> None:
    boss, council, own = [await par.house.told(a) for a in (manager(), council_member(), head(Y_TE))]
    await par.tell(*par.everything())
    assert (await par.result(boss))["allowed_actions"] == ["read_council", "open_session", "agree"]
    assert (await par.result(council))["allowed_actions"] == ["read_council", "give_opinion"]
    assert (await par.result(own))["allowed_actions"] == []
