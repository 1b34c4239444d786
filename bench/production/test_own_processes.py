"""Each of our processes: what it holds when nobody asks for anything, and how soon after its start it can do its work."""

import asyncio
import time
from statistics import median

from bench.support.figures import hold, show
from bench.support.processes import pss_mb, tree_of

from chamdiem.production.replica import Replica
from chamdiem.production.stack import Production
from chamdiem.service_names import ProcessName

STARTS, AT_REST_S = 3, 3
MOST_MB, READY_WITHIN_S = 150, 5


async def test_each_process_is_small_and_soon_ready(production: Production) -> None:
    replicas = {process: production.house.of(process)[0] for process in ProcessName}
    await asyncio.sleep(AT_REST_S)
    held = {process: [pss_mb(pid) for pid in tree_of(replica.pid)] for process, replica in replicas.items()}
    started = {process: [await _start_again(replica) for _ in range(STARTS)] for process, replica in replicas.items()}
    for process in ProcessName:
        name, count = process.value, len(held[process])
        show(f"{name}: {count} process{'es' if count > 1 else ''}; starts " + ", ".join(f"{took:.2f} s" for took in started[process]))
        hold(f"{name}, memory at rest (PSS)", sum(held[process]), MOST_MB, at_least=False, unit=" MB", digits=0)
        hold(f"{name}, start until /health/ready", median(started[process]), READY_WITHIN_S, at_least=False, unit=" s")
    show(f"all of ours: {sum(map(sum, held.values())):.0f} MB")


async def _start_again(replica: Replica) -> float:
    """End it and start it alone; seconds until it is ready."""
    await replica.end()
    begun = time.perf_counter()
    await replica.start()
    return time.perf_counter() - begun
