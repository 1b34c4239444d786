"""`chamdiem cycle`: one whole scoring cycle on a folder of real input."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chamdiem.commands.serve import use_settings
from chamdiem.commands.stopping import complain, run_until_stopped
from chamdiem.cycle.faults import FolderFault, one_line
from chamdiem.cycle.folder import CycleFolder, read_folder
from chamdiem.cycle.outputs import check_out
from chamdiem.cycle.progress import Progress
from chamdiem_kit.logs import configure_logs

if TYPE_CHECKING:
    from chamdiem.cycle.player import Played

AGGREGATED, INCOMPLETE, UNREADABLE, FAILED = 0, 1, 2, 3


class Profile(StrEnum):
    """Where the cycle is played."""

    EMBEDDED = "embedded"
    PRODUCTION = "production"


def cycle(
    folder: Annotated[Path, typer.Argument(help="Thư mục chu kỳ: period.yaml, units.csv, declared.csv, sent.csv, …")],
    out: Annotated[Path, typer.Option(help="Thư mục kết quả; chưa có hoặc còn trống.")],
    profile: Annotated[
        Profile, typer.Option(help="embedded: một tiến trình; production: các máy chủ thật, dựng trên máy này nếu không có --settings.")
    ] = Profile.EMBEDDED,
    settings: Annotated[
        Path | None, typer.Option(help="Với production: thư mục cấu hình (tệp chamdiem_cycle_…) của một hệ thống đang chạy.")
    ] = None,
) -> None:
    """Chạy một chu kỳ chấm điểm từ thư mục dữ liệu: xếp hạng, báo cáo và mọi dòng bị từ chối.

    Kết thúc 0: mọi chương trình đã tổng hợp; 1: còn thiếu điểm, xem cycle.json; 2: không đọc được thư mục; 3: nền tảng gặp lỗi.
    """
    configure_logs("ERROR")
    use_settings(settings)
    play = play_or_complain(read_or_complain(folder, out), out, profile=profile, installed=settings is not None)
    raise typer.Exit(run_until_stopped(play))


def read_or_complain(folder: Path, out: Path) -> CycleFolder:
    """The folder, read, and the output checked; a fault of either ends the command before anything is started."""
    try:
        read = read_folder(folder)
        check_out(out)
    except FolderFault as fault:
        complain(str(fault))
        raise typer.Exit(UNREADABLE) from fault
    return read


async def play_or_complain(
    folder: CycleFolder,
    out: Path,
    show: "Callable[[Played], None] | None" = None,
    *,
    profile: Profile = Profile.EMBEDDED,
    installed: bool = False,
) -> int:
    """Play the folder on a platform of that profile; the exit status. `installed`: on the one that the settings name.

    `show` is called once the output is there and the platform ended.
    """
    from chamdiem.cycle.api import PlatformFault, Problem  # noqa: PLC0415  a folder at fault must not wait for the five apps to load
    from chamdiem.cycle.running import run_embedded  # noqa: PLC0415
    from chamdiem.embedded.errors import EmbeddedPartFailed, SignInRefused  # noqa: PLC0415
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    try:
        play = run_embedded if profile is Profile.EMBEDDED else _on_the_real_servers(installed)
        played = await play(folder, out, Progress())
    except SettingsFault as fault:
        complain(str(fault))
        return UNREADABLE
    except FolderFault as fault:
        complain(str(fault))
        return UNREADABLE
    except (PlatformFault, Problem, EmbeddedPartFailed, SignInRefused, OSError) as fault:
        complain(f"Không chạy được chu kỳ: {one_line(str(fault))}")
        return FAILED
    if show is not None:
        show(played)
    return AGGREGATED if played.summary.status == "aggregated" else INCOMPLETE


def _on_the_real_servers(installed: bool) -> "Callable[[CycleFolder, Path, Progress], Awaitable[Played]]":
    from chamdiem.cycle.installation import read_installation  # noqa: PLC0415  their clients take a second more
    from chamdiem.cycle.running_production import run_installed, run_production  # noqa: PLC0415

    return partial(run_installed, installation=read_installation()) if installed else run_production
