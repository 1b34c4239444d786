"""Work of the CPU (reports) done beside the event loop: in one process, started at the first job and ended with the service."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar, TypeVarTuple

from chamdiem_kit.errors import Unavailable

T = TypeVar("T")
Args = TypeVarTuple("Args")


def _begin() -> None:
    # Ctrl-C ends the whole group at once; the service decides when its worker ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # A killed service closes nothing, and its worker would wait for jobs for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


class CpuWork:
    """Runs functions of modules (they are named to another process) with arguments that can be pickled."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, function: Callable[[*Args], T], *args: *Args) -> T:
        """What the function returns, or raise what it raises. `Unavailable` when the process died twice."""
        for last in (False, True):
            pool = self._started()
            try:
                return await asyncio.get_running_loop().run_in_executor(pool, function, *args)
            except BrokenProcessPool as fault:
                if self._pool is pool:
                    self._pool = None
                if last:
                    raise Unavailable("Chưa kết xuất được; hãy thử lại sau ít phút.") from fault
        raise AssertionError("unreachable")

    async def close(self) -> None:
        """End the process once its present job is done."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Spawned: a fork would carry the service's connections and threads along.
            self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
        return self._pool
