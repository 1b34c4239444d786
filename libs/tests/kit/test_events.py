"""Outbox to inbox: told once, in order, whole; a poison message does not stop the rest."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import text
from tests.support.eventually import eventually
from tests.support.house import House, an_account

from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit import outbox
from chamdiem_kit.bus.port import Message


def a_unit(code: str, **fields: object) -> UnitChangedV1:
    return UnitChangedV1.model_validate(
        {"version": 1, "code": code, "name": code, "unit_type": "department", "ranking_group": "department", **fields}
    )


class Recorder:
    """A second subscriber of the bus."""

    def __init__(self) -> None:
        self.got: list[Message] = []

    async def deliver(self, batch: Sequence[Message]) -> None:
        self.got += batch

    async def bury(self, message: Message, reason: str) -> None:
        raise AssertionError(reason)


async def test_what_was_committed_is_told_in_order_and_what_was_rolled_back_is_not(house: House) -> None:
    recorder = Recorder()
    await house.service.bus.subscribe("neighbour", frozenset({UnitChangedV1.type}), recorder.deliver, recorder.bury)
    with pytest.raises(ZeroDivisionError):
        async with house.service.transaction() as tx:
            await outbox.add(tx, a_unit("lost"))
            _ = 1 / 0
    for code in ("a", "b", "c"):
        async with house.service.transaction() as tx:
            await outbox.add(tx, a_unit(code))

    async def all_told() -> bool:
        return len(recorder.got) >= 3

    await eventually(all_told)
    assert [m.subject for m in recorder.got] == ["a", "b", "c"]


async def test_an_event_told_twice_has_one_effect(house: House) -> None:
    event = a_unit("x")
    id_ = uuid4()
    message = Message(id_, id_, 1, 1, "test", event.type, event.subject, 1, "", datetime.now(UTC), event.model_dump_json())
    await house.service.inbox.deliver([message, message])
    await house.service.inbox.deliver([message])
    assert await house.rows("SELECT code FROM thing") == [{"code": "x"}]


async def test_a_large_event_travels_in_parts_and_arrives_whole(house: House) -> None:
    event = a_unit("big", name="Ủy ban " * 200_000)
    async with house.service.transaction() as tx:
        await outbox.add(tx, event)
    parts = await house.rows("SELECT part, parts, octet_length(data) AS size FROM outbox ORDER BY seq")
    assert len(parts) > 1
    assert all(p["size"] <= outbox.PART_LIMIT for p in parts)

    async def arrived() -> bool:
        return await house.rows("SELECT code FROM thing WHERE code = 'big'") != []

    await eventually(arrived)
    assert (await house.outbox())[0] == event


async def test_large_events_go_in_smaller_batches_and_none_is_left_out(house: House) -> None:
    async with house.service.transaction() as tx:
        await outbox.add_all(tx, [a_unit(f"u{number}", name="Ủy ban " * 40_000) for number in range(30)])
        seen: list[int] = []
        while rows := await outbox.rows_after(tx, seen[-1] if seen else 0, 200):
            assert sum(len(row.data.encode()) for row in rows) < outbox.BATCH_BYTES + outbox.PART_LIMIT
            seen += [row.seq for row in rows]
        assert len(seen) == (await tx.execute(text("SELECT count(*) FROM outbox"))).scalar_one()


async def test_parts_that_are_delivered_at_one_time_still_make_one_event(house: House) -> None:
    for number in range(20):
        event, event_id = a_unit(f"u{number}"), uuid4()
        data = event.model_dump_json()
        pieces = (data[:10], data[10:20], data[20:])
        parts = [
            Message(uuid4(), event_id, place, 3, "test", event.type, event.subject, 1, "", datetime.now(UTC), piece)
            for place, piece in enumerate(pieces, 1)
        ]
        await asyncio.gather(*(house.service.inbox.deliver([part]) for part in parts))
    assert len(await house.rows("SELECT code FROM thing")) == 20
    assert await house.rows("SELECT 1 FROM inbox_part") == []


async def test_a_poison_message_rests_with_the_dead_and_the_others_go_on(house: House) -> None:
    async with house.service.transaction() as tx:
        await outbox.add_all(tx, [a_unit("before"), a_unit("poison"), a_unit("after")])

    async def done() -> bool:
        return len(await house.rows("SELECT 1 FROM thing")) == 2 and await house.rows("SELECT 1 FROM dead_letter") != []

    await eventually(done)
    assert [r["subject"] for r in await house.rows("SELECT subject FROM dead_letter")] == ["poison"]


async def test_the_outbox_is_kept(house: House) -> None:
    client = await house.told(an_account("management"))
    await client.post("/things", json={"code": "kept"})

    async def published() -> bool:
        return await house.rows("SELECT 1 FROM outbox WHERE published_at IS NOT NULL") != []

    await eventually(published)
    async with house.service.transaction() as tx:
        assert len(await outbox.rows_after(tx, 0, 10)) == 1
