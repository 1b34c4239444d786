"""`chamdiem serve SERVICE`: one service in a process of its own, configured by the environment."""

import os
from enum import StrEnum
from typing import Annotated

import typer
import uvicorn
from pydantic import ValidationError

from chamdiem.commands.stopping import complain
from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.logs import configure_logs
from chamdiem_kit.settings import ServiceSettings, read_object_store_settings, read_settings


class ServiceName(StrEnum):
    """What can be started alone."""

    IDENTITY = "identity"
    ASSESSMENT = "assessment"
    APPRAISAL = "appraisal"
    RANKING = "ranking"
    GATEWAY = "gateway"


def serve(
    service: Annotated[ServiceName, typer.Argument(help="Dịch vụ cần chạy.")],
    host: Annotated[str, typer.Option(help="Địa chỉ nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Cổng nghe; 0 là cổng trống bất kỳ.")] = 8000,
) -> None:
    """Chạy riêng một dịch vụ (đọc cấu hình từ biến môi trường CHAMDIEM_<DỊCH VỤ>_…)."""
    try:
        settings = read_settings(service.value)
        running = create(service, settings, _bus(settings))
    except ValidationError as fault:
        missing = ", ".join(f"CHAMDIEM_{service.value.upper()}_{str(e['loc'][0]).upper()}" for e in fault.errors())
        complain(f"Thiếu hoặc sai cấu hình của {service.value}: {missing}.")
        raise typer.Exit(2) from fault
    except EmbeddedPartFailed as fault:
        complain(str(fault))
        raise typer.Exit(2) from fault
    configure_logs(settings.log_level)
    uvicorn.run(running.app, host=host, port=port, log_config=None, access_log=False, server_header=False)


def _bus(settings: ServiceSettings) -> Bus:
    url = settings.bus_url.get_secret_value()
    if url.startswith("inprocess:"):
        return InProcessBus()
    raise typer.BadParameter(f"bus_url {url.partition(':')[0]} chưa được hỗ trợ.")


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
