"""The log of results over HTTP: managers read all, everyone the own."""

from typing import Any

from services.ranking.tests.world import World, council_member, manager
from tests.support.house import House, an_account, problem_of


async def _acts(client: Any, path: str = "/log") -> list[str]:
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    return [line["act"] for line in answer.json()["items"]]


async def test_a_manager_reads_how_results_came_about(house: House, par: World, world: World) -> None:
    await par.tell(*par.everything())
    await world.tell(*world.everything())
    client = await house.told(manager())
    assert "result.aggregated" in await _acts(client)
    opened = await client.post(f"/periods/{world.period_id}/council-sessions")
    assert opened.status_code in (200, 201), opened.text
    assert (await _acts(client))[0] == "council_session.opened"
    assert await _acts(client, "/log/own") == ["council_session.opened"]


async def test_others_read_no_log_but_the_own(house: House, par: World, world: World) -> None:
    await par.tell(*par.everything())
    await world.tell(*world.everything())
    others = (council_member(), an_account("administration"), an_account("data_entry", unit_code="so-y-te"))
    for account in (*others, an_account("management", only_for_unit="so-y-te")):
        client = await house.told(account)
        for path in ("/log", "/log/file.csv"):
            assert problem_of(await client.get(path)) == (403, "access/not-permitted")
        assert await _acts(client, "/log/own") == []
