"""Ending a long command by SIGINT or SIGTERM: what runs is cancelled, so that every block ends what it started."""

import asyncio
import signal
import sys
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

import uvloop

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def run_until_stopped(main: Coroutine[Any, Any, int]) -> int:
    """Run `main` and give its exit status; 128 + the signal's number when a signal ended it."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_stoppable(main))


async def _stoppable(main: Coroutine[Any, Any, int]) -> int:
    task = asyncio.ensure_future(main)
    got: list[signal.Signals] = []

    def stop(number: signal.Signals) -> None:
        got.append(number)
        task.cancel()

    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        loop.add_signal_handler(number, stop, number)
    with suppress(asyncio.CancelledError):
        return await task
    return 128 + (got[0] if got else signal.SIGINT)


def complain(sentence: str) -> None:
    """One Vietnamese line on standard error."""
    sys.stderr.write(sentence + "\n")
