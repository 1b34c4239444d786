"""Production once for all measurements of this folder: real servers that keep what they acknowledge, one process of each of ours.

The files are measured in the order of their names: the last one moves the clock of the shared period on.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from io import StringIO

import pytest
from bench.support.live_production import LiveProduction
from rich.console import Console
from tests.e2e.period_world import PeriodWorld
from tests.support.production import require_every_server

from chamdiem.production.stack import Production
from chamdiem.servers.progress import Board


@pytest.fixture(scope="package")
async def production() -> AsyncIterator[Production]:
    """All of it, gone with the last of these files."""
    require_every_server()
    async with Production(board=Board(Console(file=StringIO()))) as running:
        yield running


@pytest.fixture(scope="package")
async def world(production: Production) -> AsyncIterator[PeriodWorld]:
    """Everybody signed in at Keycloak, and a period whose clock stands before its first phase."""
    async with AsyncExitStack() as stack:
        live = LiveProduction(production, stack)
        await live.begin()
        yield await PeriodWorld.begin(live)
