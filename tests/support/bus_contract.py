"""What every service relies on of any bus: each adapter passes this suite by giving the `world` fixture.

class TestInProcessBus(BusContract): ...
"""

import asyncio

from tests.support.buses import ACCOUNT, SHEET, UNIT, BusWorld, Reader, a_message
from tests.support.eventually import eventually

from chamdiem_kit.bus.delivery import DELIVERY_LIMIT
from chamdiem_kit.errors import Unavailable


class BusContract:
    async def test_every_taker_gets_every_event_whole_and_in_order(self, world: BusWorld) -> None:
        assessment, appraisal = Reader(), Reader()
        await world.read("assessment", assessment)
        await world.read("appraisal", appraisal)
        told = [a_message(n) for n in range(500)]
        await world.tell(world.of("identity"), told)
        await eventually(lambda: assessment.has(500))
        await eventually(lambda: appraisal.has(500))
        assert assessment.got == told
        assert appraisal.got == told

    async def test_a_service_gets_only_what_it_takes(self, world: BusWorld) -> None:
        assessment, appraisal, ranking = Reader(), Reader(), Reader()
        for name, reader in (("assessment", assessment), ("appraisal", appraisal), ("ranking", ranking)):
            await world.read(name, reader)
        await world.tell(world.of("identity"), [a_message(1, UNIT), a_message(2, ACCOUNT), a_message(3, UNIT)])
        await world.tell(world.of("assessment"), [a_message(4, SHEET)])
        await eventually(lambda: appraisal.has(4))
        await eventually(lambda: assessment.has(2))
        await eventually(lambda: ranking.has(1))
        assert assessment.numbers() == [1, 3]
        assert sorted(appraisal.numbers()) == [1, 2, 3, 4]
        assert ranking.numbers() == [4]

    async def test_publishing_has_ended_only_when_nothing_can_be_lost_any_more(self, world: BusWorld) -> None:
        reader = Reader()
        await world.read("assessment", reader)
        await world.of("identity").publish([a_message(n) for n in range(20)])
        await world.read("assessment", later := Reader())
        await eventually(lambda: _have_together(20, reader, later))

    async def test_much_that_waits_comes_in_few_batches(self, world: BusWorld) -> None:
        reader = Reader(takes_s=0.02)
        await world.read("assessment", reader)
        await world.tell(world.of("identity"), [a_message(n) for n in range(600)])
        await eventually(lambda: reader.has(600))
        assert reader.numbers() == list(range(600))
        assert len(reader.batches) <= 20

    async def test_a_batch_that_fails_once_is_delivered_whole_and_in_order(self, world: BusWorld) -> None:
        reader = Reader(faults=[RuntimeError("thử lại")])
        await world.read("assessment", reader)
        await world.tell(world.of("identity"), [a_message(n) for n in range(50)])
        await eventually(lambda: reader.has(50))
        assert reader.numbers() == list(range(50))
        assert reader.buried == []

    async def test_only_the_poison_goes_to_the_dead_and_the_rest_goes_on_in_order(self, world: BusWorld) -> None:
        reader = Reader(poison=frozenset({7}))
        await world.read("assessment", reader)
        await world.tell(world.of("identity"), [a_message(n) for n in range(30)])
        await eventually(lambda: reader.has(29))
        assert reader.numbers() == [n for n in range(30) if n != 7]
        ((letter, reason),) = reader.buried
        assert letter.subject_version == 7
        assert "không hiểu 7" in reason
        assert DELIVERY_LIMIT <= len(reader.tries) <= 2 * DELIVERY_LIMIT

    async def test_nothing_is_buried_because_a_database_is_away(self, world: BusWorld) -> None:
        reader = Reader(faults=[Unavailable("") for _ in range(DELIVERY_LIMIT + 1)])
        await world.read("assessment", reader)
        await world.tell(world.of("identity"), [a_message(n) for n in range(40)], batch=20)
        await eventually(lambda: reader.has(40), within_s=60)
        assert reader.numbers() == list(range(40))
        assert reader.buried == []

    async def test_what_is_told_while_a_service_is_away_waits_for_its_return(self, world: BusWorld) -> None:
        before, after = Reader(), Reader()
        bus = await world.read("assessment", before)
        await world.tell(world.of("identity"), [a_message(1)])
        await eventually(lambda: before.has(1))
        await bus.leave("assessment")
        telling = asyncio.create_task(world.tell(world.of("identity"), [a_message(2), a_message(3)]))
        await asyncio.wait([telling], timeout=0.3)
        assert before.numbers() == [1]
        await world.read("assessment", after)
        await telling
        await eventually(lambda: after.has(2))
        assert after.numbers() == [2, 3]

    async def test_one_that_is_away_takes_nothing_from_the_others(self, world: BusWorld) -> None:
        assessment, appraisal = Reader(), Reader()
        bus = await world.read("assessment", assessment)
        await world.read("appraisal", appraisal)
        await bus.leave("assessment")
        telling = asyncio.create_task(world.tell(world.of("identity"), [a_message(1)]))
        await eventually(lambda: appraisal.has(1))
        await world.read("assessment", assessment)
        await telling
        await eventually(lambda: assessment.has(1))

    async def test_leaving_waits_for_the_batch_in_hand(self, world: BusWorld) -> None:
        reader = Reader()
        reader.gate.clear()
        bus = await world.read("assessment", reader)
        telling = asyncio.create_task(world.tell(world.of("identity"), [a_message(1)]))
        await asyncio.wait([telling], timeout=0.3)
        leaving = asyncio.create_task(bus.leave("assessment"))
        await asyncio.wait([leaving], timeout=0.1)
        reader.gate.set()
        await leaving
        assert reader.numbers() in ([1], [])
        await world.read("assessment", later := Reader())
        await telling
        await eventually(lambda: _have_together(1, reader, later))

    async def test_a_large_piece_travels_as_it_is(self, world: BusWorld) -> None:
        reader = Reader()
        await world.read("assessment", reader)
        event = a_message(1).event_id
        pieces = [a_message(1, event_id=event, part=part, parts=3, data="ẩ" * 170_000) for part in (1, 2, 3)]
        await world.tell(world.of("identity"), pieces)
        await eventually(lambda: reader.has(3))
        assert reader.got == pieces


async def _have_together(count: int, *readers: Reader) -> bool:
    return len({message.id for reader in readers for message in reader.got}) >= count
