"""From an appraiser's send to the rank and to the refusal over RabbitMQ, nginx and a process a service, while 8 clients save leaves."""

from bench.support.sending import hold_sends_to_a_second
from tests.e2e.period_world import PeriodWorld


async def test_a_send_is_seen_in_every_process_within_a_second(world: PeriodWorld) -> None:
    await hold_sends_to_a_second(world.live, world)
