"""`chamdiem provision`: what the servers of an installation need, made once and mended at every upgrade."""

import asyncio
from enum import StrEnum
from typing import Annotated

import typer

from chamdiem.commands.serve import SettingsFolder, use_settings
from chamdiem.commands.stopping import complain


class Step(StrEnum):
    """One step of provisioning."""

    POSTGRESQL = "postgresql"
    MIGRATE = "migrate"
    RABBITMQ = "rabbitmq"
    MINIO = "minio"
    KEYCLOAK = "keycloak"
    ADMINISTRATOR = "administrator"


def provision(
    only: Annotated[list[Step] | None, typer.Option("--only", metavar="BƯỚC", help="Chỉ bước này; có thể nêu nhiều lần.")] = None,
    settings: SettingsFolder = None,
) -> None:
    """Chuẩn bị các máy chủ đang chạy: cơ sở dữ liệu và vai trò, hàng đợi, kho tài liệu, vùng đăng nhập, quản trị viên đầu tiên.

    Chạy lại lúc nào cũng được: chỉ tạo cái còn thiếu và sửa cái đã lệch. Mật khẩu quản trị của các máy chủ đọc từ CHAMDIEM_PROVISION_…
    """
    from chamdiem.embedded.errors import EmbeddedPartFailed  # noqa: PLC0415  loading the clients takes seconds, and every command loads this file
    from chamdiem.provision.everything import ProvisionFailed  # noqa: PLC0415
    from chamdiem.provision.everything import provision as provision_all  # noqa: PLC0415
    from chamdiem.provision.settings import read_provision_settings  # noqa: PLC0415
    from chamdiem_kit.migrate import MigrationRefused  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    use_settings(settings)
    try:
        asyncio.run(provision_all(read_provision_settings(), typer.echo, tuple(step.value for step in only or ())))
    except SettingsFault as fault:
        complain(str(fault))
        raise typer.Exit(2) from fault
    except (ProvisionFailed, MigrationRefused, EmbeddedPartFailed) as fault:
        complain(str(fault))
        raise typer.Exit(1) from fault
