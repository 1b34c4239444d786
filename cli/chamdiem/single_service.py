"""One service in a process of its own, configured by the environment: what `chamdiem serve` runs."""

import os

import uvicorn

from chamdiem.service_names import ServiceName
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.logs import configure_logs
from chamdiem_kit.settings import ServiceSettings, read_object_store_settings, read_settings


class BusUnknown(Exception):
    """The settings name a bus that there is no adapter for; the text is a Vietnamese sentence."""


def run_service(service: ServiceName, host: str, port: int) -> None:
    """Run the service until it is stopped. Raises pydantic's `ValidationError`, `BusUnknown`, `EmbeddedPartFailed`."""
    settings = read_settings(service.value)
    running = create(service, settings, bus_of(settings))
    configure_logs(settings.log_level)
    uvicorn.run(running.app, host=host, port=port, log_config=None, access_log=False, server_header=False)


def bus_of(settings: ServiceSettings) -> Bus:
    """The bus that the settings name. Raises `BusUnknown`."""
    url = settings.bus_url.get_secret_value()
    match url.partition(":")[0]:
        case "inprocess":
            return InProcessBus()
        case "amqp" | "amqps":
            from chamdiem_kit.bus.rabbitmq import RabbitBus  # noqa: PLC0415  its client is loaded where it is used

            return RabbitBus(url)
        case other:
            raise BusUnknown(f"bus_url {other} chưa được hỗ trợ; hãy dùng inprocess:, amqp: hoặc amqps:.")


def create(service: ServiceName, settings: ServiceSettings, bus: Bus) -> Service:
    """The service by its name; only the one that is asked for is loaded."""
    match service:
        case ServiceName.IDENTITY:
            from chamdiem.embedded.provider_of_environment import provider_from_environment  # noqa: PLC0415
            from chamdiem_identity.app import create_service as identity  # noqa: PLC0415

            return identity(settings, bus, provider_from_environment(os.environ, settings))
        case ServiceName.ASSESSMENT:
            from chamdiem_assessment.app import create_service as assessment  # noqa: PLC0415

            return assessment(settings, bus, read_object_store_settings(service.value))
        case ServiceName.APPRAISAL:
            from chamdiem_appraisal.app import create_service as appraisal  # noqa: PLC0415

            return appraisal(settings, bus, read_object_store_settings(service.value))
        case ServiceName.RANKING:
            from chamdiem_ranking.app import create_service as ranking  # noqa: PLC0415

            return ranking(settings, bus)
        case ServiceName.GATEWAY:
            from chamdiem_gateway.app import create_service as gateway  # noqa: PLC0415

            return gateway(settings, bus)
