"""Many pieces of work at once: results keep their order, a fault ends the rest, batches keep to what the platform takes."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.cycle.together import MOST_LINES, batches, each


async def test_results_come_in_the_order_of_the_things_whoever_is_done_first() -> None:
    turns = [asyncio.Event() for _ in range(3)]
    turns[2].set()

    async def do(n: int) -> int:
        await turns[n].wait()
        if n:
            turns[n - 1].set()
        return n * 10

    assert await each(range(3), do) == [0, 10, 20]


async def test_no_more_than_allowed_are_under_way() -> None:
    under_way, most = 0, 0

    async def do(_: int) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1

    await each(range(50), do, at_once=3)
    assert most == 3


async def test_the_first_fault_ends_the_others_and_is_raised_itself() -> None:
    ended: list[int] = []

    async def do(n: int) -> None:
        if n == 1:
            raise ValueError("hỏng")
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(n)

    with pytest.raises(ValueError, match="hỏng"):
        await each(range(3), do, at_once=3)
    assert sorted(ended) == [0, 2]


@given(sizes=st.lists(st.integers(0, 700_000), max_size=60))
def test_batches_keep_every_line_in_order_and_none_is_larger_than_one_line_needs(sizes: list[int]) -> None:
    made = batches(sizes, lambda size: size)
    assert [size for batch in made for size in batch] == sizes
    assert all(batch and (sum(batch) <= 400_000 or len(batch) == 1) for batch in made)


def test_a_batch_has_at_most_the_lines_that_one_request_may_have() -> None:
    assert [len(batch) for batch in batches(range(2 * MOST_LINES + 1), lambda _: 1)] == [MOST_LINES, MOST_LINES, 1]
