"""Who is killed when: drawn by lot from a seed, so that a run can be had again."""

import asyncio
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.faults.ground import Target


@dataclass
class Killer:
    """Kills a random target every few seconds and starts it again. All are killed once before any is killed twice."""

    targets: Sequence[Target]
    seed: int
    pause_s: tuple[float, float] = (1.0, 4.0)
    """Between a target's return and the next kill."""
    down_s: tuple[float, float] = (0.0, 2.0)
    """How long a target stays away before somebody starts it."""
    killed: list[str] = field(default_factory=list)

    async def run(self, until: asyncio.Event, *, at_least: int = 0) -> None:
        """Kill until told to stop, and then until `at_least` kills are done; everything runs when this returns."""
        chance = random.Random(self.seed)
        waiting: list[Target] = []
        while not until.is_set() or len(self.killed) < at_least:
            if not waiting:
                waiting = chance.sample(list(self.targets), len(self.targets))
            target = waiting.pop()
            # The schedule itself, not a wait for something.
            await asyncio.sleep(chance.uniform(*self.pause_s))
            sys.stdout.write(f"kill -9 {target.name}\n")  # shown with the test where it fails
            self.killed.append(target.name)
            await target.kill()
            await asyncio.sleep(chance.uniform(*self.down_s))
            await target.start()
