"""`chamdiem migrate`: bring databases to the newest version, as a step of its own."""

from typing import Annotated

import typer

from chamdiem.commands.serve import complain_of_settings
from chamdiem.service_names import ServiceName


def migrate(services: Annotated[list[ServiceName], typer.Argument(help="Các dịch vụ cần cập nhật cơ sở dữ liệu.")]) -> None:
    """Cập nhật cơ sở dữ liệu của các dịch vụ lên phiên bản mới nhất (đọc cấu hình từ biến môi trường)."""
    from pydantic import ValidationError  # noqa: PLC0415  loading the database's parts takes seconds, and every command loads this file

    from chamdiem_kit.migrate import upgrade  # noqa: PLC0415
    from chamdiem_kit.settings import read_settings  # noqa: PLC0415

    for service in services:
        try:
            settings = read_settings(service.value)
        except ValidationError as fault:
            complain_of_settings(service, fault)
            raise typer.Exit(2) from fault
        url = settings.migration_database_url or settings.database_url
        upgrade(f"chamdiem_{service.value}", url.get_secret_value())
        typer.echo(f"{service.value}: đã cập nhật.")
