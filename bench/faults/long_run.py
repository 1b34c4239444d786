"""Ten thousand acknowledged sends while processes are killed all the time: `make bench-faults`; SENDS=… and SEED=… choose another run.

Not among `make bench`: it takes from half an hour to hours, and what it tells is that nothing was lost.
"""

import asyncio
import os
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.faults.assembling import Cast, company
from tests.faults.company import Company
from tests.faults.conftest import servers_folder
from tests.faults.judgement import judge
from tests.faults.killing import Killer
from tests.faults.native_ground import Native, native

from chamdiem.service_names import ProcessName

__all__ = ["servers_folder"]

SENDS = int(os.environ.get("SENDS", "10000"))
SEED = int(os.environ.get("SEED", "0")) or secrets.randbelow(2**31)
_TELL_EVERY_S = 30


@pytest.fixture(scope="module")
async def ground(servers_folder: Path) -> AsyncIterator[Native]:
    """Two replicas of what people write to, one of the rest."""
    async with native(servers_folder, {ProcessName.ASSESSMENT: 2, ProcessName.APPRAISAL: 2}) as running:
        yield running


@pytest.fixture(scope="module")
async def people(ground: Native) -> AsyncIterator[Company]:
    """Sixteen at once, most of them senders."""
    async with company(ground, Cast(savers=1, senders=10, filers=1, visitors=1)) as assembled:
        yield assembled


async def test_no_acknowledged_send_is_lost(ground: Native, people: Company) -> None:
    print(f"\n{SENDS} sends, SEED={SEED}", flush=True)
    begun, over = time.monotonic(), asyncio.Event()
    killer = Killer(ground.targets, SEED, pause_s=(1.0, 4.0), down_s=(0.0, 3.0))

    async def until_enough() -> None:
        while people.all_sends < SENDS:
            await asyncio.sleep(_TELL_EVERY_S)
            print(f"{time.monotonic() - begun:6.0f} s: {people.all_sends} sends, {len(killer.killed)} kills", flush=True)
        over.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(people.work(over))
        group.create_task(killer.go_on(over))
        group.create_task(until_enough())
    worked_s = time.monotonic() - begun
    await people.check_result()
    await people.check()
    await judge(ground)
    kinds = Counter[str]()
    for worker in people.workers:
        kinds[type(worker).__name__] += worker.acknowledged
    print(f"{worked_s:.0f} s of work; acknowledged: {dict(kinds)}; put off: {dict(people.incidents.put_off)}")
    print(f"killed: {dict(Counter(killer.killed))}; nothing lost, nothing done twice, no dead letter, equal to a rebuild")
    assert people.all_sends >= SENDS
