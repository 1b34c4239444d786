"""Waiting for a condition with a deadline, never a fixed pause."""

import asyncio
from collections.abc import Awaitable, Callable


async def eventually(condition: Callable[[], Awaitable[bool]], *, within_s: float = 10) -> None:
    """Return as soon as `condition` holds; fail when it does not within the deadline."""
    async with asyncio.timeout(within_s):
        while not await condition():  # noqa: ASYNC110  what is waited for stands in a database
            await asyncio.sleep(0.01)
