"""`chamdiem servers`: the real servers on this machine."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chamdiem.commands.stopping import complain, run_until_stopped

if TYPE_CHECKING:
    from chamdiem.servers.native import Status

DEFAULT_SERVERS_DATA = Path(".servers")

app = typer.Typer(help="Các máy chủ thật trên máy này: PostgreSQL, RabbitMQ, MinIO, Keycloak, nginx.", no_args_is_help=True)

Data = Annotated[Path, typer.Option(help="Thư mục dữ liệu của các máy chủ.")]
Only = Annotated[list[str], typer.Option("--only", metavar="TÊN", help="Chỉ máy chủ này (và những gì nó cần); có thể nêu nhiều lần.")]

_STATES = {"running": "đang chạy", "starting": "chưa trả lời", "died": "đã chết", "stopped": "không chạy"}


@app.command("up")
def up(data: Data = DEFAULT_SERVERS_DATA, only: Only = []) -> None:  # noqa: B006  typer copies it
    """Tải về, khởi động và chuẩn bị các máy chủ; máy chủ nào đang chạy thì giữ nguyên."""
    raise typer.Exit(run_until_stopped(_up(data, only)))


@app.command("fetch")
def fetch(data: Data = DEFAULT_SERVERS_DATA, only: Only = []) -> None:  # noqa: B006
    """Chỉ tải về và dựng sẵn vào bộ nhớ đệm, không khởi động gì."""
    raise typer.Exit(run_until_stopped(_fetch(data, only)))


@app.command("status")
def status(data: Data = DEFAULT_SERVERS_DATA) -> None:
    """Trạng thái, địa chỉ, phiên bản, mã tiến trình và bộ nhớ của từng máy chủ."""
    raise typer.Exit(run_until_stopped(_status(data)))


@app.command("logs")
def logs(
    name: Annotated[str, typer.Argument(metavar="TÊN", help="Tên máy chủ, như status nêu.")],
    data: Data = DEFAULT_SERVERS_DATA,
    lines: Annotated[int, typer.Option(min=1, max=100_000, help="Số dòng cuối.")] = 50,
) -> None:
    """In phần cuối nhật ký của một máy chủ."""
    folder = data / name / "logs"
    found = sorted(folder.glob("*.log")) if folder.is_dir() else []
    if not found:
        complain(f"Không có nhật ký nào của {name} trong {data}; hãy xem tên bằng chamdiem servers status.")
        raise typer.Exit(1)
    written = [log for log in found if log.stat().st_size]
    for log in written:
        if len(written) > 1:
            typer.echo(f"== {log.name}")
        for line in log.read_text("utf-8", errors="replace").splitlines()[-lines:]:
            typer.echo(line)


@app.command("down")
def down(data: Data = DEFAULT_SERVERS_DATA, only: Only = []) -> None:  # noqa: B006
    """Dừng các máy chủ; dữ liệu còn nguyên cho lần sau."""
    raise typer.Exit(run_until_stopped(_down(data, only)))


async def _up(data: Path, only: list[str]) -> int:
    from chamdiem.embedded.errors import EmbeddedPartFailed  # noqa: PLC0415  the servers' parts load in a second; `--help` must not wait
    from chamdiem.servers.native import Servers  # noqa: PLC0415

    try:
        outcome = await Servers(data).up(only)
    except asyncio.CancelledError:
        complain("Đã dừng giữa chừng; máy chủ đã chạy thì vẫn chạy. Chạy lại lệnh để làm tiếp, hoặc chamdiem servers down để dừng hết.")
        raise
    except EmbeddedPartFailed as fault:
        complain(str(fault))
        return 1
    for faults in outcome.faults.values():
        for sentence in faults:
            complain(sentence)
    if outcome.running:
        typer.echo(f"Đang chạy: {', '.join(outcome.running)}. Cấu hình của các tiến trình: {data / 'settings'}")
    return 1 if outcome.faults else 0


async def _fetch(data: Path, only: list[str]) -> int:
    from chamdiem.embedded.errors import EmbeddedPartFailed  # noqa: PLC0415
    from chamdiem.servers.native import Servers  # noqa: PLC0415

    try:
        faults = await Servers(data).fetch(only)
    except EmbeddedPartFailed as fault:
        complain(str(fault))
        return 1
    for sentences in faults.values():
        for sentence in sentences:
            complain(sentence)
    return 1 if faults else 0


async def _status(data: Path) -> int:
    from chamdiem.servers.native import Servers  # noqa: PLC0415

    states = await Servers(data).status()
    for one in states:
        typer.echo(_line(one))
    return 0 if all(one.state == "running" for one in states) else 3


def _line(one: "Status") -> str:
    memory = f"{one.memory_bytes / 2**20:.0f} MB" if one.memory_bytes else ""
    shown = f"{one.name:<11} {_STATES[one.state]:<13} {one.version:<10} {one.address:<16} {one.pid or '':>8} {memory:>8}"
    return shown.rstrip() + (f"  xem {one.log}" if one.state in {"died", "starting"} else "")


async def _down(data: Path, only: list[str]) -> int:
    from chamdiem.embedded.errors import EmbeddedPartFailed  # noqa: PLC0415
    from chamdiem.servers.native import Servers  # noqa: PLC0415

    try:
        ended = await Servers(data).down(only)
    except EmbeddedPartFailed as fault:
        complain(str(fault))
        return 1
    typer.echo(f"Đã dừng: {', '.join(ended)}." if ended else "Không có máy chủ nào đang chạy.")
    return 0
