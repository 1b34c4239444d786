"""`chamdiem migrate`: bring databases to the newest version, as a step of its own."""

from typing import Annotated

import typer
from pydantic import ValidationError

from chamdiem.commands.serve import ServiceName
from chamdiem.commands.stopping import complain
from chamdiem_kit.migrate import upgrade
from chamdiem_kit.settings import read_settings


def migrate(services: Annotated[list[ServiceName], typer.Argument(help="Các dịch vụ cần cập nhật cơ sở dữ liệu.")]) -> None:
    """Cập nhật cơ sở dữ liệu của các dịch vụ lên phiên bản mới nhất (đọc cấu hình từ biến môi trường)."""
    for service in services:
        try:
            settings = read_settings(service.value)
        except ValidationError as fault:
            missing = ", ".join(f"CHAMDIEM_{service.value.upper()}_{str(e['loc'][0]).upper()}" for e in fault.errors())
            complain(f"Thiếu hoặc sai cấu hình của {service.value}: {missing}.")
            raise typer.Exit(2) from fault
        url = settings.migration_database_url or settings.database_url
        upgrade(f"chamdiem_{service.value}", url.get_secret_value())
        typer.echo(f"{service.value}: đã cập nhật.")
