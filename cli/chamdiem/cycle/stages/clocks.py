"""The rehearsals' clocks, moved forward together; who acts next acts when every service shows the new instant."""

from datetime import UTC, datetime

from chamdiem.cycle.api import Problem
from chamdiem.cycle.scene import PlayedPeriod, Scene
from chamdiem.cycle.together import each

_SERVICES = ("assessment", "appraisal", "ranking")
# What a clock can show: databases take the very first and last instant for no instant at all, and all are told in Vietnamese time.
EARLIEST, LATEST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 31, 16, 59, 59, 999_999, tzinfo=UTC)


def on_a_clock(at: datetime) -> datetime:
    """The instant, or the nearest one that a clock can show."""
    return min(max(at, EARLIEST), LATEST)


async def move_clocks(scene: Scene, at: datetime) -> None:
    """Move every period's clock to `at` and wait until each service judges by it. A clock that is there or later stays."""
    at = on_a_clock(at)
    await each((p for p in scene.periods.values() if p.clock_at < at), lambda period: _move(scene, period, at))


async def _move(scene: Scene, period: PlayedPeriod, at: datetime) -> None:
    who = scene.cast.administrator
    moved = await scene.api.put(who, f"/assessment/periods/{period.id}/clock", {"at": at.isoformat()})
    period.clock_at = at

    async def shown_by(service: str) -> None:
        async def shown() -> bool | None:
            try:
                clock = await scene.api.get(who, f"/{service}/periods/{period.id}/clock")
            except Problem as problem:
                if problem.status == 404:  # the period itself has not arrived there yet
                    return None
                raise
            return clock["clock_version"] >= moved["clock_version"] or None

        await scene.api.until(f"đồng hồ của kỳ ở dịch vụ {service}", shown)

    await each(_SERVICES, shown_by)
