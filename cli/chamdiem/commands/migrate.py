"""`chamdiem migrate`: bring databases to the newest version, as a step of its own."""

from typing import Annotated

import typer

from chamdiem.commands.serve import SettingsFolder, use_settings
from chamdiem.commands.stopping import complain
from chamdiem.service_names import ServiceName


def migrate(
    services: Annotated[list[ServiceName] | None, typer.Argument(help="Các dịch vụ cần cập nhật cơ sở dữ liệu; mặc định: tất cả.")] = None,
    settings: SettingsFolder = None,
) -> None:
    """Cập nhật cơ sở dữ liệu lên phiên bản mới nhất bằng vai trò chủ sở hữu; chạy được khi bản cũ đang phục vụ."""
    # Loading the database's parts takes seconds, and every command loads this file.
    from chamdiem_kit.migrate import MigrationRefused, upgrade  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault, read_migration_url  # noqa: PLC0415

    use_settings(settings)
    try:
        # All are read before the first is changed.
        urls = {service: read_migration_url(service.value) for service in services or tuple(ServiceName)}
        for service, url in urls.items():
            changed = upgrade(f"chamdiem_{service.value}", url)
            typer.echo(f"{service.value}: {'đã cập nhật.' if changed else 'đã ở phiên bản mới nhất.'}")
    except SettingsFault as fault:
        complain(str(fault))
        raise typer.Exit(2) from fault
    except MigrationRefused as fault:
        complain(str(fault))
        raise typer.Exit(1) from fault
