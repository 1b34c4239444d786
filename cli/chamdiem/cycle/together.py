"""Many independent pieces of work, a few at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = 6


async def each(things: Iterable[T], do: Callable[[T], Awaitable[R]], *, at_once: int = AT_ONCE) -> list[R]:
    """What `do` gives for each thing, in their order. The first fault ends the others and is raised itself, not a group of faults."""
    waiting = iter(enumerate(things))
    results: dict[int, R] = {}

    async def work() -> None:
        for place, thing in waiting:  # shared by all: each takes the next
            results[place] = await do(thing)

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(work())
    except BaseExceptionGroup as faults:
        raise first_of(faults) from faults
    return [results[place] for place in sorted(results)]


def first_of(faults: BaseException) -> BaseException:
    """The first fault in a group of groups."""
    while isinstance(faults, BaseExceptionGroup):
        faults = faults.exceptions[0]
    return faults


MOST_LINES = 1000
_MOST_CHARACTERS = 400_000  # a body of at most 4 MiB, whatever its characters need


def batches(lines: Sequence[T], size_of: Callable[[T], int]) -> "list[list[T]]":
    """The lines in their order, in batches the platform takes; `size_of` counts a line's characters."""
    found: list[list[T]] = []
    room = 0
    for line in lines:
        size = size_of(line)
        if not found or len(found[-1]) == MOST_LINES or size > room:
            found.append([])
            room = _MOST_CHARACTERS
        found[-1].append(line)
        room -= size
    return found
