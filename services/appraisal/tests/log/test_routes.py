"""The log of appraisal over HTTP: managers read all, everyone the own, and no line holds a score."""

from typing import Any

from services.appraisal.tests.world import OWN, PLAIN, World
from tests.support.house import an_account, problem_of


async def _lines(client: Any, path: str = "/log", **filters: Any) -> list[dict[str, Any]]:
    answer = await client.get(path, params=filters)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_a_manager_reads_what_agencies_did(world: World) -> None:
    await world.score("stc", {"unit": PLAIN, "item": "1.3", "score": "1.25", "reason": "Bí mật 4711"})
    manager = await world.house.told(an_account("management"))
    lines = await _lines(manager)
    assert (lines[0]["act"], lines[0]["unit_code"]) == ("score.scored", PLAIN)
    assert "appraisal.opened" in {line["act"] for line in lines}
    assert "4711" not in str(lines) and "1.25" not in str(lines)
    assert [line["act"] for line in await _lines(manager, unit_code=PLAIN)] == ["score.scored"]
    assert (await manager.get("/log/file.xlsx")).content[:2] == b"PK"


async def test_a_manager_of_one_unit_reads_that_units_lines_only(world: World) -> None:
    await world.score("stc", {"unit": PLAIN, "item": "1.3", "score": "1.25", "reason": "x"})
    assert await _lines(await world.house.told(an_account("management", only_for_unit=OWN))) == []
    own = await world.house.told(an_account("management", only_for_unit=PLAIN))
    assert [line["act"] for line in await _lines(own)] == ["score.scored"]


async def test_agencies_units_and_administrators_read_no_log_but_the_own(world: World) -> None:
    await world.score("stc", {"unit": PLAIN, "item": "1.3", "score": "1.25", "reason": "x"})
    for kind, fields in (("appraisal", {"appraiser_code": "STC"}), ("data_entry", {"unit_code": PLAIN}), ("administration", {})):
        client = await world.house.told(an_account(kind, **fields))
        for path in ("/log", "/log/file.csv"):
            assert problem_of(await client.get(path)) == (403, "access/not-permitted")
        assert await _lines(client, "/log/own") == []
    assert [line["act"] for line in await _lines(world.clients["stc"], "/log/own")] == ["score.scored"]
