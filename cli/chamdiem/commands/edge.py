"""`chamdiem edge FOLDER`: nginx's configuration for an installation."""

from pathlib import Path
from typing import Annotated

import typer

from chamdiem.commands.stopping import complain


def edge(folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Nơi ghi cấu hình và các trang; tệp đầu là nginx.conf.")]) -> None:
    """Viết cấu hình nginx theo các biến CHAMDIEM_EDGE_…; sau đó nginx -t rồi nginx -s reload để dùng."""
    from chamdiem.edge.configuration import write_configuration  # noqa: PLC0415  `--help` must not wait for it
    from chamdiem.edge.settings import read_edge_settings  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    try:
        settings = read_edge_settings()
    except SettingsFault as fault:
        complain(str(fault))
        raise typer.Exit(2) from fault
    typer.echo(f"Đã viết {write_configuration(settings, folder.absolute())}")
