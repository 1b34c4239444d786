"""A cycle on the real servers: on a set of their own, gone afterwards, or on an installation that runs already."""

from contextlib import AsyncExitStack
from pathlib import Path

from chamdiem.cycle.folder import CycleFolder
from chamdiem.cycle.installation import Installation
from chamdiem.cycle.people import Person
from chamdiem.cycle.player import PRODUCTION, Played, RunningPlatform, play
from chamdiem.cycle.progress import Progress
from chamdiem.cycle.sessions import ProviderAddress
from chamdiem.cycle.told_events import EventsInTheOutboxes
from chamdiem.production.stack import Production
from chamdiem.service_names import ServiceName

_FEW_WORDS = {f"CHAMDIEM_{service.upper()}_LOG_LEVEL": "WARNING" for service in ServiceName}


async def run_production(folder: CycleFolder, out: Path, progress: Progress) -> Played:
    """Start the real servers and our processes over them, play the folder, end all of it. Raises as `play`, and what the parts raise."""
    async with AsyncExitStack() as stack:
        with progress.stage("platform"):
            running = await stack.enter_async_context(Production(durable=False, environment=_FEW_WORDS))
            addresses = running.addresses
            events = EventsInTheOutboxes(addresses.databases)
            await events.begin()
        first = addresses.administrator
        platform = RunningPlatform(
            url=addresses.url,
            provider=ProviderAddress(addresses.issuer, addresses.cli_client_id, addresses.cli_redirect_uri),
            administrator=Person(first.username, first.holder_name, "administration", password=first.password),
            events=events,
            profile=PRODUCTION,
        )
        return await play(folder, platform, out, progress)


async def run_installed(folder: CycleFolder, out: Path, progress: Progress, installation: Installation) -> Played:
    """Play the folder on an installation that runs; nothing is started or ended. Raises as `play`, and what the parts raise."""
    events = EventsInTheOutboxes(installation.databases)
    await events.begin()
    platform = RunningPlatform(
        url=installation.url,
        provider=ProviderAddress(installation.issuer, installation.client_id, installation.redirect_uri),
        administrator=installation.administrator,
        events=events,
        profile=PRODUCTION,
    )
    return await play(folder, platform, out, progress)
