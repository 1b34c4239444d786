"""Years are set beside each other from what was published, newest version only."""

from typing import Any

from services.ranking.tests.imported.test_routes import a_table
from services.ranking.tests.world import Y_TE, manager
from tests.support.house import House


async def years(house: House, **where: str) -> list[dict[str, Any]]:
    answer = await house.anonymous.get("/published-years", params={"program": "par_index", **where})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_a_unit_sees_its_ranks_over_the_years_beside_the_group(house: House) -> None:
    boss = await house.told(manager())
    for year in (2019, 2020):
        assert (await boss.post("/imports", json=a_table(year=year))).status_code == 201
    found = await years(house, unit=Y_TE)
    assert [(y["year"], y["unit"]["rank"], y["unit"]["index_percent"]) for y in found] == [(2019, 1, "92.15"), (2020, 1, "92.15")]
    assert (found[0]["best"], found[0]["worst"], found[0]["mean"], found[0]["units"]) == ("92.15", "81.33", "88.38", 3)
    assert await years(house, unit="so-khong-co") == []
    assert [y["unit"] for y in await years(house)] == [None, None]
    assert await years(house, group="commune") == []


async def test_only_the_newest_version_of_a_year_counts(house: House) -> None:
    boss = await house.told(manager())
    first = (await boss.post("/imports", json=a_table())).json()
    table = a_table(reason="Sai")
    table["lines"][0]["index_percent"] = "95"
    assert (await boss.post(f"/imports/{first['period_id']}/corrections", json=table, headers={"If-Match": '"1"'})).status_code == 201
    assert [y["best"] for y in await years(house)] == ["95"]
