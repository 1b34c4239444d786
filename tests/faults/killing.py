"""Who is killed when: drawn by lot from a seed, so that a run can be had again."""

import asyncio
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.faults.ground import Target


@dataclass
class Killer:
    """Kills a random target every few seconds and starts it again."""

    targets: Sequence[Target]
    seed: int
    pause_s: tuple[float, float] = (0.5, 2.0)
    """Between a target's return and the next kill."""
    down_s: tuple[float, float] = (0.0, 1.0)
    """How long a target stays away before somebody starts it."""
    killed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    async def once_each(self) -> None:
        """Kill every target once, in an order drawn by lot; everything runs when this returns."""
        for target in self._chance.sample(list(self.targets), len(self.targets)):
            await self._kill(target)

    async def go_on(self, until: asyncio.Event) -> None:
        """Kill until told to stop, now and then two at once, all before any again; everything runs when this returns."""
        waiting: list[Target] = []
        while not until.is_set():
            waiting = waiting or self._chance.sample(list(self.targets), len(self.targets))
            await self._kill(*(waiting.pop() for _ in range(min(len(waiting), self._chance.choice((1, 1, 1, 2))))))

    async def _kill(self, *targets: Target) -> None:
        # The pauses are the schedule itself, not a wait for something.
        await asyncio.sleep(self._chance.uniform(*self.pause_s))
        for target in targets:
            sys.stdout.write(f"kill -9 {target.name}\n")  # shown with the test where it fails
            self.killed.append(target.name)
            await target.kill()
        await asyncio.sleep(self._chance.uniform(*self.down_s))
        # In the order of the targets: what others need stands first there.
        for target in sorted(targets, key=list(self.targets).index):
            await target.start()
