"""One process of production: a service, or a worker of one. What `chamdiem serve` runs."""

import os
from typing import TYPE_CHECKING

import uvicorn
from fastapi import FastAPI

from chamdiem.service_names import ProcessName, ServiceName
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.logs import configure_logs
from chamdiem_kit.settings import ServiceSettings, read_object_store_settings, read_settings

if TYPE_CHECKING:
    from chamdiem_identity.provider.port import IdentityProvider


class BusUnknown(Exception):
    """The settings name a bus that there is no adapter for; the text is a Vietnamese sentence."""


def run_process(name: ProcessName, host: str, port: int) -> None:
    """Run it until it is asked to end (SIGTERM, SIGINT): calls in flight and the batch of events in hand are finished first.

    Raises `SettingsFault`, `BusUnknown`, `EmbeddedPartFailed`.
    """
    settings = read_settings(name.service.value)
    configure_logs(settings.log_level, name.value)
    edge = settings.edge_addresses
    uvicorn.run(
        _app(name, settings),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(edge),
        forwarded_allow_ips=edge or None,
        timeout_graceful_shutdown=settings.stop_within_s,
        # Longer than nginx keeps a line that it does not use, so that none is closed just when a call comes on it.
        timeout_keep_alive=75,
    )


def _app(name: ProcessName, settings: ServiceSettings) -> FastAPI:
    if name is ProcessName.EVIDENCE_WORKER:
        from chamdiem_assessment.evidence.process import create_worker  # noqa: PLC0415

        return create_worker(settings, read_object_store_settings(name.service.value))
    return create(name, settings, bus_of(settings)).app


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


def provider_of(settings: ServiceSettings) -> "IdentityProvider":
    """Identity's handle on the provider that the settings name. Raises `SettingsFault`, `EmbeddedPartFailed`."""
    if settings.profile == "embedded":
        from chamdiem.embedded.provider_of_environment import provider_from_environment  # noqa: PLC0415

        return provider_from_environment(os.environ, settings)
    from chamdiem_identity.provider.keycloak import KeycloakAccounts, read_keycloak_settings  # noqa: PLC0415

    return KeycloakAccounts(read_keycloak_settings())


def create(name: ProcessName, settings: ServiceSettings, bus: Bus) -> Service:
    """The service by its name; only the one that is asked for is loaded."""
    match name.service:
        case ServiceName.IDENTITY:
            from chamdiem_identity.app import create_service as identity  # noqa: PLC0415

            return identity(settings, bus, provider_of(settings))
        case ServiceName.ASSESSMENT:
            from chamdiem_assessment.app import create_service as assessment  # noqa: PLC0415
            from chamdiem_assessment.settings import read_evidence_settings  # noqa: PLC0415

            return assessment(settings, bus, read_object_store_settings(name.value), read_evidence_settings())
        case ServiceName.APPRAISAL:
            from chamdiem_appraisal.app import create_service as appraisal  # noqa: PLC0415

            return appraisal(settings, bus, read_object_store_settings(name.value))
        case ServiceName.RANKING:
            from chamdiem_ranking.app import create_service as ranking  # noqa: PLC0415

            return ranking(settings, bus)
        case ServiceName.GATEWAY:
            from chamdiem_gateway.app import create_service as gateway  # noqa: PLC0415

            return gateway(settings, bus)
