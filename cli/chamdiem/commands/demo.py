"""`chamdiem demo`: the example cycle, with the ranking of every group shown on the terminal; then the example province, to sign in to."""

import asyncio
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from chamdiem.commands.cycle import FAILED, UNREADABLE, play_or_complain, read_or_complain
from chamdiem.commands.stopping import complain, run_until_stopped
from chamdiem.cycle.faults import one_line
from chamdiem.cycle.folder import CycleFolder
from chamdiem.cycle.output_rows import ResultRow
from chamdiem_kit.logs import configure_logs
from chamdiem_rules.name_order import name_sort_key

if TYPE_CHECKING:
    from chamdiem.cycle.player import Played
    from chamdiem.demo.province import Province

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "cycle-small"
PROVINCE = Path("out") / "demo-province"
_PROGRAMS = {"par_index": "Chỉ số cải cách hành chính", "task_completion": "Mức độ hoàn thành nhiệm vụ"}
_GROUPS = {"department": "sở, ban, ngành", "district": "huyện, thị xã, thành phố", "service_unit": "đơn vị sự nghiệp"}


def demo(
    out: Annotated[Path | None, typer.Option(help="Thư mục kết quả; mặc định một thư mục mới dưới out/.")] = None,
    data: Annotated[Path, typer.Option(help="Thư mục dữ liệu của tỉnh mẫu; lần sau mở lại thấy đúng như cũ.")] = PROVINCE,
) -> None:
    """Chạy chu kỳ mẫu và in bảng xếp hạng; sau đó mở nền tảng với tỉnh mẫu đang ở giữa chu kỳ.

    Ở cửa sổ dòng lệnh, nền tảng chạy đến khi dừng bằng Ctrl-C; không có cửa sổ thì in địa chỉ rồi kết thúc.
    """
    configure_logs("ERROR")
    if not EXAMPLE.is_dir():
        complain("Không thấy thư mục examples/cycle-small; hãy chạy từ mã nguồn của dự án.")
        raise typer.Exit(UNREADABLE)
    place = out or Path("out") / f"demo-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    folder = read_or_complain(EXAMPLE, place)
    raise typer.Exit(run_until_stopped(_cycle_then_province(folder, place, data)))


async def _cycle_then_province(folder: CycleFolder, out: Path, data: Path) -> int:
    played = await play_or_complain(folder, out, lambda played: _show(played, folder, out))
    return await _open_province(data) or played


async def _open_province(data: Path) -> int:
    from chamdiem.cycle.api import PlatformFault, Problem  # noqa: PLC0415  `--help` must not wait for the five apps to load
    from chamdiem.cycle.progress import Progress  # noqa: PLC0415
    from chamdiem.demo.province import NAME, TITLES, clear_unfinished, ensure_province  # noqa: PLC0415
    from chamdiem.edge.province import ProvinceSettings  # noqa: PLC0415
    from chamdiem.embedded.errors import EmbeddedPartFailed, SignInRefused  # noqa: PLC0415
    from chamdiem.embedded.platform import Platform  # noqa: PLC0415

    try:
        clear_unfinished(data)
        # What a power cut would take is made again in a minute.
        async with Platform(data, durable=False, province=ProvinceSettings(province_name=NAME, province_emblem=None)) as platform:
            _invite(await ensure_province(platform, Progress(titles=TITLES)), platform.url)
            if sys.stdin.isatty() and sys.stdout.isatty():
                typer.echo("Dừng bằng Ctrl-C.")
                await asyncio.Event().wait()
    except (PlatformFault, Problem, EmbeddedPartFailed, SignInRefused, OSError) as fault:
        complain(f"Không mở được tỉnh mẫu: {one_line(str(fault))}")
        return FAILED
    return 0


def _invite(province: "Province", url: str) -> None:
    typer.echo(f"\nTỉnh mẫu đang ở giữa chu kỳ năm {province.year}: {url}")
    typer.echo("Tên đăng nhập, mật khẩu; là ai, có gì để thử:")
    for shown in province.shown:
        typer.echo(f"  {shown.username:<40} {province.passwords[shown.username]}")
        typer.echo(f"      {shown.role}: {shown.tries}")


def _show(played: "Played", folder: CycleFolder, out: Path) -> None:
    console = Console(highlight=False, markup=False)  # a name may hold brackets
    titles = {(planned.criteria.code, level.code): level.title for planned in folder.plan.sets for level in planned.criteria.levels}
    for table in tables(played.results, played.unit_names, titles):
        console.print(table)
        console.print()
    counts = played.summary.counts
    seconds = sum(stage.seconds for stage in played.summary.stages)
    console.print(
        f"{counts.units} đơn vị, {counts.sheets} phiếu, {counts.declared} dòng kê khai, {counts.appraised} dòng thẩm định, "
        f"{counts.rejected} dòng bị từ chối, {counts.events} sự kiện; {seconds:.0f} giây."
    )
    console.print(f"Báo cáo (PDF, DOCX, XLSX): {out / 'reports'}", soft_wrap=True)
    console.print(f"Kết quả, điểm, dòng bị từ chối: {out}", soft_wrap=True)


def tables(results: Iterable[ResultRow], names: dict[str, str], titles: dict[tuple[str, str], str]) -> Iterator[Table]:
    """One ranking table for each program and group, as `results.csv` is sorted; `titles` of levels by set and code."""
    ordered = sorted(results, key=lambda r: (r.program, r.ranking_group, r.rank, name_sort_key(names[r.unit], r.unit)))
    for (program, group), rows in groupby(ordered, key=lambda r: (r.program, r.ranking_group)):
        table = Table(title=f"{_PROGRAMS.get(program, program)} – {_GROUPS.get(group, group)}", title_justify="left")
        for heading in ("Hạng", "Điểm", "Chỉ số (%)"):
            table.add_column(heading, justify="right")
        table.add_column("Xếp loại")
        table.add_column("Đơn vị", overflow="fold")
        for row in rows:
            table.add_row(
                str(row.rank),
                _vietnamese(f"{row.final_score:f}"),
                _vietnamese(row.index_percent),
                titles[row.set, row.level],
                names[row.unit],
            )
        yield table


def _vietnamese(number: str) -> str:
    return number.replace(".", ",")
