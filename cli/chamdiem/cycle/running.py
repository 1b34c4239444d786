"""A cycle on an embedded platform of its own, on a fresh data folder that is gone afterwards."""

from contextlib import AsyncExitStack
from pathlib import Path

from chamdiem.cycle.folder import CycleFolder
from chamdiem.cycle.people import Person
from chamdiem.cycle.player import EMBEDDED, Played, RunningPlatform, play
from chamdiem.cycle.progress import Progress
from chamdiem.cycle.sessions import ProviderAddress
from chamdiem.cycle.told_events import EventsOnTheBus
from chamdiem.embedded.platform import Platform


async def run_embedded(folder: CycleFolder, out: Path, progress: Progress) -> Played:
    """Start the platform, play the folder, end the platform. Raises as `play`, and what the parts raise."""
    async with AsyncExitStack() as stack:
        with progress.stage("platform"):
            # Nothing of it outlives the command, so nothing needs to reach the disk.
            platform = await stack.enter_async_context(Platform(durable=False))
            events = EventsOnTheBus()
            await events.listen(platform.services[0].bus)
        parts, first = platform.parts, platform.administrator
        return await play(
            folder,
            RunningPlatform(
                url=platform.url,
                provider=ProviderAddress(parts.issuer, parts.cli_client_id, parts.cli_redirect_uri),
                administrator=Person(first.username, first.holder_name, "administration", password=first.password),
                events=events,
                profile=EMBEDDED,
            ),
            out,
            progress,
        )
