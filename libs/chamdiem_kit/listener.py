"""PostgreSQL's NOTIFY brought to this process: wakes the relay, empties caches, at once and in every replica."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from chamdiem_kit.db import connect_driver

_log = logging.getLogger("chamdiem.listener")
_RETRY_S = 1.0


class Listener:
    """Calls the handlers of a channel with each payload, and all of them with '' after a lost line, since something may be missed."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._handlers: dict[str, list[Callable[[str], None]]] = {}

    def on(self, channel: str, handler: Callable[[str], None]) -> None:
        """Register before `run`."""
        self._handlers.setdefault(channel, []).append(handler)

    async def run(self) -> None:
        """Listen until cancelled; reconnects by itself."""
        while True:
            lost = asyncio.Event()
            try:
                connection = await connect_driver(self._url)
                try:
                    connection.add_termination_listener(lambda _, lost=lost: lost.set())
                    for channel in self._handlers:
                        await connection.add_listener(channel, self._notified)
                    self._tell_all()
                    await lost.wait()
                finally:
                    with suppress(Exception):
                        await connection.close(timeout=2)
            except asyncio.CancelledError:
                raise
            except Exception as fault:
                _log.warning("line for notifications lost: %s", fault)
            self._tell_all()
            await asyncio.sleep(_RETRY_S)

    def _tell_all(self) -> None:
        for handlers in self._handlers.values():
            for handler in handlers:
                handler("")

    def _notified(self, _connection: Any, _pid: int, channel: str, payload: str) -> None:
        for handler in self._handlers.get(channel, ()):
            handler(payload)
