"""`chamdiem demo`: the example cycle, with the ranking of every group shown on the terminal."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from chamdiem.commands.cycle import UNREADABLE, play_or_complain, read_or_complain
from chamdiem.commands.stopping import complain, run_until_stopped
from chamdiem.cycle.folder import CycleFolder
from chamdiem.cycle.output_rows import ResultRow
from chamdiem_kit.logs import configure_logs
from chamdiem_rules.name_order import name_sort_key

if TYPE_CHECKING:
    from chamdiem.cycle.player import Played

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "cycle-small"
_PROGRAMS = {"par_index": "Chỉ số cải cách hành chính", "task_completion": "Mức độ hoàn thành nhiệm vụ"}
_GROUPS = {"department": "sở, ban, ngành", "district": "huyện, thị xã, thành phố", "service_unit": "đơn vị sự nghiệp"}


def demo(
    out: Annotated[Path | None, typer.Option(help="Thư mục kết quả; mặc định một thư mục mới dưới out/.")] = None,
) -> None:
    """Chạy chu kỳ mẫu, in bảng xếp hạng từng nhóm và cho biết báo cáo ở đâu."""
    configure_logs("ERROR")
    if not EXAMPLE.is_dir():
        complain("Không thấy thư mục examples/cycle-small; hãy chạy từ mã nguồn của dự án.")
        raise typer.Exit(UNREADABLE)
    place = out or Path("out") / f"demo-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    folder = read_or_complain(EXAMPLE, place)
    raise typer.Exit(run_until_stopped(play_or_complain(folder, place, lambda played: _show(played, folder, place))))


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
