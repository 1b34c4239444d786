"""Which waiting files are whose: many workers may look at once, in this process and others, and none judges another's."""

import asyncio
from collections.abc import Collection
from typing import Any
from uuid import UUID

import asyncpg

from chamdiem_assessment.evidence import store
from chamdiem_kit.db import Database, connect_driver


class Claims:
    """`async with Claims(database) as claims:`. Held by locks of one line, so that the files are free the moment the process is gone.

    Raises what the driver raises once the line is lost; the files may then be judged twice, which changes nothing.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._alone = asyncio.Lock()
        self._line: asyncpg.Connection[Any]

    async def __aenter__(self) -> "Claims":
        self._line = await connect_driver(self._database.url)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._line.terminate()

    async def take(self, mine: Collection[UUID], most: int) -> list[tuple[UUID, str]]:
        """Id and name of the files that wait longest and are nobody's, without `mine`."""
        async with self._alone:
            return [(r["id"], r["name"]) for r in await self._line.fetch(store.CLAIM, list(mine), most)]

    async def give_back(self, ids: Collection[UUID]) -> None:
        """They are judged, or may be another's."""
        async with self._alone:
            await self._line.execute(store.GIVE_BACK, list(ids))
