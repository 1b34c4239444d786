"""`chamdiem serve SERVICE`: one service in a process of its own, configured by the environment."""

from typing import TYPE_CHECKING, Annotated

import typer

from chamdiem.commands.stopping import complain
from chamdiem.service_names import ServiceName

if TYPE_CHECKING:
    from pydantic import ValidationError


def serve(
    service: Annotated[ServiceName, typer.Argument(help="Dịch vụ cần chạy.")],
    host: Annotated[str, typer.Option(help="Địa chỉ nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Cổng nghe; 0 là cổng trống bất kỳ.")] = 8000,
) -> None:
    """Chạy riêng một dịch vụ (đọc cấu hình từ biến môi trường CHAMDIEM_<DỊCH VỤ>_…)."""
    from pydantic import ValidationError as SettingsFault  # noqa: PLC0415  loading a service takes seconds, and every command loads this file

    from chamdiem.embedded.errors import EmbeddedPartFailed  # noqa: PLC0415
    from chamdiem.single_service import BusUnknown, run_service  # noqa: PLC0415

    try:
        run_service(service, host, port)
    except SettingsFault as fault:
        complain_of_settings(service, fault)
        raise typer.Exit(2) from fault
    except (BusUnknown, EmbeddedPartFailed) as fault:
        complain(str(fault))
        raise typer.Exit(2) from fault


def complain_of_settings(service: ServiceName, fault: "ValidationError") -> None:
    """One line on standard error that names the variables that are missing or wrong."""
    missing = ", ".join(f"CHAMDIEM_{service.value.upper()}_{str(e['loc'][0]).upper()}" for e in fault.errors())
    complain(f"Thiếu hoặc sai cấu hình của {service.value}: {missing}.")
