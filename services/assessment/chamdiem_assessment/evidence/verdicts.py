"""Verdicts as requests wait for them, whichever process finds them."""

import asyncio

from chamdiem_assessment.evidence import store
from chamdiem_kit.listener import Listener


class Verdicts:
    """`with verdicts.expect(id) as told:` hears of every verdict told inside the block."""

    def __init__(self, listener: Listener) -> None:
        self._expected: dict[str, set[asyncio.Event]] = {}
        listener.on(store.JUDGED_CHANNEL, self._tell)

    def expect(self, key: object) -> "_Expected":
        """`key`: the file's id."""
        return _Expected(self._expected, str(key))

    def _tell(self, evidence_id: str) -> None:
        for key, waiting in self._expected.items():
            if evidence_id in ("", key):
                for told in waiting:
                    told.set()


class _Expected:
    """One request's wait for a verdict."""

    def __init__(self, expected: dict[str, set[asyncio.Event]], key: str) -> None:
        self._expected, self._key, self._told = expected, key, asyncio.Event()

    def __enter__(self) -> asyncio.Event:
        self._expected.setdefault(self._key, set()).add(self._told)
        return self._told

    def __exit__(self, *_: object) -> None:
        waiting = self._expected[self._key]
        waiting.discard(self._told)
        if not waiting:
            del self._expected[self._key]
