"""`chamdiem serve PROCESS`: one process of production, configured by the environment or by files."""

import os
from pathlib import Path
from typing import Annotated

import typer

from chamdiem.commands.stopping import complain
from chamdiem.service_names import ProcessName

SettingsFolder = Annotated[
    Path | None,
    typer.Option(
        "--settings",
        help="Thư mục tệp cấu hình, mỗi tệp một giá trị, tên tệp như biến môi trường viết thường; mặc định /run/secrets.",
    ),
]


def serve(
    process: Annotated[ProcessName, typer.Argument(metavar="TIẾN_TRÌNH", help="Tiến trình cần chạy: " + ", ".join(ProcessName) + ".")],
    host: Annotated[str, typer.Option(help="Địa chỉ nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Cổng nghe; 0 là cổng trống bất kỳ.")] = 8000,
    settings: SettingsFolder = None,
) -> None:
    """Chạy riêng một tiến trình (đọc cấu hình từ biến môi trường CHAMDIEM_<DỊCH VỤ>_… hoặc từ tệp); SIGTERM: làm xong việc dở rồi dừng."""
    from chamdiem.embedded.errors import EmbeddedPartFailed  # noqa: PLC0415  loading a service takes seconds, and every command loads this file
    from chamdiem.single_service import BusUnknown, run_process  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    use_settings(settings)
    try:
        run_process(process, host, port)
    except (SettingsFault, BusUnknown, EmbeddedPartFailed) as fault:
        complain(str(fault))
        raise typer.Exit(2) from fault


def use_settings(folder: Path | None) -> None:
    """Have every part of this command read its setting files there."""
    from chamdiem_kit.settings import FOLDER_VARIABLE  # noqa: PLC0415

    if folder is not None:
        os.environ[FOLDER_VARIABLE] = str(folder)
