"""What a sheet says else now than when it came back to the unit, and who may see that."""

import asyncio

import pytest
from services.assessment.tests.sheets import COMPLETE, OTHER, PDF, UNIT, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of

RETURN = {"reason": "Xem lại mục 2.1"}


async def returned(desk: Desk) -> None:
    await desk.fill()
    ok(await desk.officer.post(desk.path("/submit")))
    ok(await desk.head.post(desk.path("/return"), json=RETURN))


async def test_only_what_the_report_says_else_since_the_return_is_told(desk: Desk) -> None:
    await returned(desk)
    file = await desk.upload("Sáng kiến.pdf", PDF)
    await desk.fill(
        [
            COMPLETE[0],
            {"item": "2.1", "count": "1", "explanation": "Một vụ"},
            {"item": "B1", "count": "2", "evidence": [file["id"]]},
        ]
    )
    await desk.fill([{"item": "1.2.2", "count": "9"}])
    await desk.fill([COMPLETE[2]])
    told = ok(await desk.head.get(desk.path("/changes")))
    since = told["since"]
    assert (since["act"], since["reason"]) == ("returned", RETURN["reason"])
    assert since["changed_by_name"]
    assert [(i["item"], i["differs"]) for i in told["items"]] == [
        ("2.1", ["declared", "self_score", "explanation"]),
        ("B1", ["declared", "evidence"]),
    ]
    lowered, bonus = told["items"]
    assert (lowered["before"]["declared"], lowered["after"]["declared"]) == ("3", "1")
    assert (lowered["before"]["self_score"], lowered["after"]["self_score"]) == ("2.50", "3.50")
    assert (bonus["before"], bonus["after"]["evidence"]) == (None, ["Sáng kiến.pdf"])
    assert (told["total_before"], told["total_after"]) == ("6.50", "7.50")


async def test_without_a_return_the_last_export_is_what_one_compares_with(desk: Desk) -> None:
    await desk.fill()
    everything = ok(await desk.head.get(desk.path("/changes")))
    assert everything["since"] is None
    assert [i["item"] for i in everything["items"]] == [line["item"] for line in COMPLETE]
    ok(await desk.officer.post(desk.path("/report")))
    assert ok(await desk.head.get(desk.path("/changes")))["items"] == []
    await desk.fill([{"item": "2.1", "count": "0"}])
    told = ok(await desk.head.get(desk.path("/changes")))
    assert (told["since"]["act"], [i["item"] for i in told["items"]]) == ("exported", ["2.1"])


async def test_any_step_may_be_compared_with_and_no_other_number(desk: Desk) -> None:
    await returned(desk)
    steps = ok(await desk.head.get(desk.path("/history")))["items"]
    assert all(step["changed_by_name"] for step in steps)
    begun = next(s["version"] for s in steps if s["act"] == "begun")
    told = ok(await desk.head.get(desk.path("/changes"), params={"since": begun}))
    assert told["since"]["act"] == "begun"
    for wrong in (99, 2**31 - 1):
        answer = await desk.head.get(desk.path("/changes"), params={"since": wrong})
        assert problem_of(answer) == (404, "assessment/step-not-found")
    assert problem_of(await desk.head.get(desk.path("/changes"), params={"since": 0}))[0] == 422


async def test_a_batch_that_waited_for_the_return_counts_as_a_change_since(desk: Desk) -> None:
    for count in range(6):
        await desk.fill()
        ok(await desk.officer.post(desk.path("/submit")))
        lines = [{"item": "2.1", "count": str(4 + count % 2)}]
        given_back, saved = await asyncio.gather(
            desk.head.post(desk.path("/return"), json=RETURN),
            desk.officer.patch(desk.path("/items"), json={"lines": lines}),
        )
        assert ok(saved)["refused"] == []
        ok(given_back)
        returned_at = ok(await desk.head.get(desk.path("/changes")))["since"]["changed_at"]
        item = next(i for i in (await desk.sheet())["items"] if i["item"] == "2.1")
        told = [i["item"] for i in ok(await desk.head.get(desk.path("/changes")))["items"]]
        assert ("2.1" in told) == (item["saved_at"] > returned_at)


@pytest.mark.parametrize("path", ["/changes", "/report"])
async def test_other_units_see_nothing_and_managers_only_what_was_sent(desk: Desk, path: str) -> None:
    await desk.ready()
    theirs = await desk.world.client("data_entry", "unit_approver", unit_code=OTHER)
    assert problem_of(await theirs.get(desk.path(path))) == (404, "assessment/sheet-not-found")
    assert problem_of(await desk.world.manager.get(desk.path(path))) == (404, "assessment/sheet-not-found")
    await desk.send()
    ok(await desk.world.manager.get(desk.path(path)))
    of_another_unit = await desk.world.client("management", only_for_unit=OTHER)
    assert problem_of(await of_another_unit.get(desk.path(path))) == (404, "assessment/sheet-not-found")
    for kind in ("appraisal", "administration", "support", "client"):
        stranger = await desk.world.client(kind, unit_code=UNIT)
        assert problem_of(await stranger.get(desk.path(path))) == (403, "access/not-permitted")
