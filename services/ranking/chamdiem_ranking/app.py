"""Wires ranking: the only file that knows all its features."""

from chamdiem_kit.app import Service, ServiceSpec
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.settings import ServiceSettings
from chamdiem_ranking.access import RULES
from chamdiem_ranking.consumers import CONSUMERS
from chamdiem_ranking.result import aggregation
from chamdiem_ranking.result import routes as result_routes

SPEC = ServiceSpec(
    name="ranking",
    title="Tổng hợp, xếp hạng",
    package="chamdiem_ranking",
    access=RULES,
    routers=[result_routes.router],
    consumers=CONSUMERS,
    background=[aggregation.keep_results],
)


def create_service(settings: ServiceSettings, bus: Bus) -> Service:
    """Ranking over its database and a bus."""
    return Service(SPEC, settings, bus)
