"""Whose lines somebody sees, in pages (rights.md, "Ranking")."""

import pytest
from services.ranking.tests.world import UNITS, XAY_DUNG, Y_TE, World, council_member, head, manager, officer
from tests.support.house import an_account, problem_of


async def test_a_list_comes_in_pages_by_group_rank_and_name(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(*par.everything(), *world.everything())
    for path in ("results", "scores"):
        seen: list[str] = []
        after = None
        for _ in UNITS:
            page = (await boss.get(f"/periods/{world.period_id}/{path}", params={"limit": 1, **({"after": after} if after else {})})).json()
            seen += [line["unit_code"] for line in page["items"]]
            after = page["next"]
        assert after is None
        assert sorted(seen) == sorted(UNITS)
    names = [line["unit_name"] for line in (await world.lines(boss)).values()]
    assert names == ["Sở Du lịch", "Sở Xây dựng", "Sở Y tế"]
    assert problem_of(await boss.get(f"/periods/{world.period_id}/results", params={"after": "WyJhIl0"})) == (422, "request/bad-cursor")


async def test_only_a_manager_sees_provisional_numbers(par: World, world: World) -> None:
    told = world.everything()
    await world.tell(*told)
    boss, council, unit_head = [await world.house.told(a) for a in (manager(), council_member(), head(Y_TE))]
    assert len(await world.lines(boss)) == 3
    assert await world.lines(council) == {}
    assert (await world.result(council))["status"] == "provisional"
    assert (await world.result(boss))["waiting_for"] != []
    assert (await world.result(council))["waiting_for"] == [], "the progress of agencies"
    assert problem_of(await unit_head.get(f"/periods/{world.period_id}/results")) == (404, "ranking/period-not-found")
    assert (await unit_head.get("/periods")).json()["items"] == []
    await par.tell(*par.everything())
    await world.judged()
    assert len(await world.lines(council)) == 3
    assert list(await world.lines(unit_head)) == [Y_TE]
    assert len((await unit_head.get(f"/periods/{world.period_id}/scores")).json()["items"]) == 1
    assert {p["period_id"] for p in (await unit_head.get("/periods")).json()["items"]} == {str(par.period_id), str(world.period_id)}


async def test_a_period_may_show_units_their_scores_only_once_published(par: World, world: World) -> None:
    unit_head = await world.house.told(head(Y_TE))
    await world.tell(*par.everything(), *world.everything(), world.period(unit_sees_scores="published"))
    assert problem_of(await unit_head.get(f"/periods/{world.period_id}/results")) == (404, "ranking/period-not-found")
    assert problem_of(await unit_head.get(f"/sheets/{world.sheets[Y_TE]}/why")) == (404, "ranking/sheet-not-found")


async def test_a_manager_who_stands_in_for_one_unit_sees_that_unit_only(par: World, world: World) -> None:
    stand_in = await world.house.told(an_account("management", only_for_unit=XAY_DUNG))
    await world.tell(*world.everything())
    assert list(await world.lines(stand_in)) == [XAY_DUNG]
    await par.tell(*par.everything())
    await world.judged()
    assert list(await world.lines(stand_in)) == [XAY_DUNG]
    for path, body in (("agree", {}), ("council-sessions", {}), ("publish", {"decision": {"number": "1", "issued_on": "2022-03-01"}})):
        answer = await stand_in.post(f"/periods/{world.period_id}/{path}", json=body, headers={"If-Match": '"1"'})
        assert problem_of(answer) == (403, "access/not-permitted")


@pytest.mark.parametrize("kind", ["appraisal", "administration", "support", "client", "data_entry"])
async def test_other_accounts_see_no_result(par: World, world: World, kind: str) -> None:
    extra = {"unit_code": Y_TE} if kind == "data_entry" else {}
    other = await world.house.told(an_account(kind, **extra))
    await world.tell(*par.everything(), *world.everything())
    for path in (f"/periods/{world.period_id}", "/periods", f"/periods/{world.period_id}/results", f"/periods/{world.period_id}/scores"):
        assert problem_of(await other.get(path)) == (403, "access/not-permitted")
    assert (await other.get(f"/periods/{world.period_id}/clock")).json()["clock_version"] == 1


async def test_an_officer_may_ask_why_but_see_no_list(par: World, world: World) -> None:
    one = await world.house.told(officer(Y_TE))
    await world.tell(*par.everything(), *world.everything())
    assert (await one.get(f"/sheets/{world.sheets[Y_TE]}/why")).status_code == 200
    assert problem_of(await one.get(f"/sheets/{world.sheets[XAY_DUNG]}/why")) == (404, "ranking/sheet-not-found")
    assert problem_of(await one.get(f"/periods/{world.period_id}/history")) == (403, "access/not-permitted")
