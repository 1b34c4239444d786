"""`chamdiem up`: the whole platform on this machine, until it is stopped."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from chamdiem.commands.stopping import complain, run_until_stopped
from chamdiem_kit.logs import configure_logs

DEFAULT_DATA = Path(".data")


def up(
    data: Annotated[Path, typer.Option(help="Thư mục dữ liệu; lần sau mở lại thấy đúng như cũ.")] = DEFAULT_DATA,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Cổng trên 127.0.0.1; mặc định là cổng lần trước hoặc cổng trống.")
    ] = None,
    web: Annotated[Path | None, typer.Option(help="Thư mục trang web đã dựng; mặc định web/dist.", exists=True, file_okay=False)] = None,
) -> None:
    """Chạy cả nền tảng trên máy này (PostgreSQL, kho tệp, máy chủ đăng nhập trình diễn và các dịch vụ)."""
    configure_logs("WARNING")
    raise typer.Exit(run_until_stopped(_up(data, port, web)))


async def _up(data: Path, port: int | None, web: Path | None) -> int:
    from chamdiem.edge.configuration import WEB  # noqa: PLC0415  the five apps load in seconds; `--help` must not wait
    from chamdiem.edge.province import read_province_settings  # noqa: PLC0415
    from chamdiem.embedded.demo_accounts import ensure_demo_accounts  # noqa: PLC0415
    from chamdiem.embedded.errors import EmbeddedPartFailed  # noqa: PLC0415
    from chamdiem.embedded.platform import Platform  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    try:
        province = read_province_settings()
        async with Platform(data, port=port, web=web or WEB, province=province) as platform:
            accounts = await ensure_demo_accounts(platform, platform.folder)
            typer.echo(f"Nền tảng chấm điểm đã sẵn sàng: {platform.url}")
            typer.echo(f"Máy chủ đăng nhập (trình diễn): {platform.parts.issuer}")
            typer.echo("Tài khoản trình diễn (tên đăng nhập, mật khẩu, vai trò):")
            for account in accounts:
                typer.echo(f"  {account.username:<24} {account.password:<18} {account.role}")
            typer.echo("Dừng bằng Ctrl-C.")
            await asyncio.Event().wait()
    except (SettingsFault, EmbeddedPartFailed) as fault:
        complain(str(fault))
        return 1
    except OSError as fault:
        complain(f"Không mở được cổng {port or ''}: {fault.strerror}; hãy chọn cổng khác bằng --port.")
        return 1
    return 0
