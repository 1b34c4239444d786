"""Appeals reach who is to answer them, and their answers who asked, once."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from chamdiem_contracts.ranking import AppealAnsweredV1, AppealAskedV1

APPEAL, PERIOD = uuid4(), uuid4()
STATE: dict[str, Any] = {
    "appeal_id": APPEAL,
    "period_id": PERIOD,
    "unit_code": "a",
    "unit_name": "Sở Y tế",
    "result_version": 1,
    "asked_at": datetime(2026, 3, 1, tzinfo=UTC),
}
ASKED = AppealAskedV1(version=1, **STATE)
ANSWERED = AppealAnsweredV1(version=2, outcome="upheld", answered_at=datetime(2026, 3, 2, tzinfo=UTC), **STATE)


async def texts(client: Any) -> list[tuple[str, str, str]]:
    return [(n["kind"], n["text"], n["path"]) for n in (await client.get("/notifications")).json()["items"]]


async def test_leaders_read_of_an_appeal_and_heads_of_its_answer_and_nobody_else(world: Any) -> None:
    await world.unit("a")
    await world.unit("b")
    leader = world.as_(await world.account("lanh-dao"))
    stand_in = world.as_(await world.account("thay", only_for_unit="a"))
    head = world.as_(await world.account("dau", "data_entry", "unit_approver", unit_code="a"))
    former = [{"role": "unit_approver", "valid_from": "2020-01-01T00:00:00Z", "valid_to": "2020-12-31T00:00:00Z"}]
    others = [
        world.as_(await world.account("lan", "data_entry", unit_code="a", roles=former)),
        world.as_(await world.account("la", "data_entry", "unit_approver", unit_code="b")),
        stand_in,
        world.admin,
    ]
    await world.house.tell(ASKED)
    await world.house.tell(ASKED)
    path = f"/results/{PERIOD}/appeals"
    assert await texts(leader) == [("appeal", "Sở Y tế kiến nghị về kết quả đã công bố; hãy xem và trả lời.", path)]
    assert await texts(head) == []
    await world.house.tell(ANSWERED)
    await world.house.tell(ASKED)
    assert await texts(head) == [("appeal", "Sở Nội vụ đã trả lời kiến nghị của đơn vị: kết quả được giữ nguyên.", path)]
    assert len(await texts(leader)) == 1
    assert [await texts(client) for client in others] == [[], [], [], []]
