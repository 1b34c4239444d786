"""`chamdiem events`: what waits, what is dead, and what to do about it; the services may run or not."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from chamdiem.commands.serve import SettingsFolder, use_settings
from chamdiem.commands.stopping import complain, run_until_stopped
from chamdiem.service_names import ServiceName

if TYPE_CHECKING:
    from chamdiem.events.dead import Rested

app = typer.Typer(help="Sự kiện giữa các dịch vụ: đang chờ, thư chết, giao lại, phát lại, dựng lại.", no_args_is_help=True)

Services = Annotated[list[ServiceName] | None, typer.Argument(metavar="[DỊCH_VỤ]...", help="Chỉ các dịch vụ này; mặc định: tất cả.")]
One = Annotated[ServiceName, typer.Argument(metavar="DỊCH_VỤ", help="Dịch vụ: " + ", ".join(ServiceName) + ".")]
_EVERY = tuple(ServiceName)


@app.command("pending")
def pending(services: Services = None, settings: SettingsFolder = None) -> None:
    """Sự kiện chưa phát của từng dịch vụ, cái cũ nhất từ bao lâu, tin đang chờ trong hàng đợi và số thư chết."""
    _run(settings, lambda: _pending(services or _EVERY))


@app.command("dead")
def dead(
    services: Services = None,
    most: Annotated[int, typer.Option("--limit", min=1, max=100_000, help="Nhiều nhất bao nhiêu dòng.")] = 100,
    settings: SettingsFolder = None,
) -> None:
    """Danh sách thư chết: mã, dịch vụ, loại sự kiện, từ lúc nào, vì sao."""
    _run(settings, lambda: _dead(services or _EVERY, most))


@app.command("show")
def show(
    letter: Annotated[UUID, typer.Argument(metavar="MÃ", help="Mã thư chết, như events dead nêu.")],
    settings: SettingsFolder = None,
) -> None:
    """Toàn bộ một thư chết: phong bì, lý do và nội dung."""
    _run(settings, lambda: _show(letter))


@app.command("redeliver")
def redeliver(
    letters: Annotated[list[UUID] | None, typer.Argument(metavar="[MÃ]...", help="Mã các thư chết cần giao lại.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Giao lại tất cả.")] = False,
    settings: SettingsFolder = None,
) -> None:
    """Giao lại thư chết sau khi đã sửa nguyên nhân; thư nào vẫn lỗi thì ở lại."""
    if bool(letters) == everything:
        complain("Hãy nêu mã các thư chết, hoặc chỉ --all.")
        raise typer.Exit(2)
    _run(settings, lambda: _redeliver(letters or []))


@app.command("replay")
def replay(service: One, settings: SettingsFolder = None) -> None:
    """Phát lại mọi sự kiện dịch vụ đã từng phát; bên nhận bỏ qua sự kiện đã xử lý."""
    _run(settings, lambda: _replay(service))


@app.command("rebuild")
def rebuild(service: One, settings: SettingsFolder = None) -> None:
    """Xóa những gì dịch vụ biết về các dịch vụ khác rồi học lại từ mọi hộp thư đi; việc của chính nó không đổi."""
    _run(settings, lambda: _rebuild(service))


def _run(settings: SettingsFolder, work: Callable[[], Coroutine[Any, Any, int]]) -> None:
    from chamdiem.events.reach import EventsRefused  # noqa: PLC0415  loading a service takes seconds, and every command loads this file
    from chamdiem_kit.settings import SettingsFault  # noqa: PLC0415

    use_settings(settings)
    try:
        status = run_until_stopped(work())
    except SettingsFault as fault:
        complain(str(fault))
        raise typer.Exit(2) from fault
    except EventsRefused as fault:
        complain(str(fault))
        raise typer.Exit(1) from fault
    raise typer.Exit(status)


async def _pending(names: tuple[ServiceName, ...] | list[ServiceName]) -> int:
    from chamdiem.events import waiting  # noqa: PLC0415
    from chamdiem.events.reach import EventsRefused, reached  # noqa: PLC0415

    faults = 0
    async with reached(names) as services:
        typer.echo(f"{'dịch vụ':<12}{'chưa phát':>10}  {'cũ nhất':<20}{'đã ghi':>8}{'hàng đợi':>10}{'thư chết':>10}")
        for one in services.values():
            try:
                found = await waiting.pending(one)
            except EventsRefused as fault:
                complain(str(fault))
                faults += 1
                continue
            queued = "?" if found.queued is None else str(found.queued)
            age = waiting.age_text(found.oldest)
            typer.echo(f"{found.service:<12}{found.waiting:>10}  {age:<20}{found.told:>8}{queued:>10}{found.dead:>10}")
    return 1 if faults else 0


async def _dead(names: tuple[ServiceName, ...] | list[ServiceName], most: int) -> int:
    from chamdiem.events.dead import all_dead  # noqa: PLC0415
    from chamdiem.events.reach import reached  # noqa: PLC0415

    async with reached(names) as services:
        found = await all_dead(tuple(services.values()))
    for rested in found[:most]:
        message, since = rested.letter.message, f"{rested.letter.buried_at.astimezone():%Y-%m-%d %H:%M:%S}"
        typer.echo(f"{message.id}  {rested.service:<11} {since}  {message.type}  {message.subject}  {_first_line(rested.letter.reason)}")
    typer.echo("Không có thư chết nào." if not found else f"{len(found)} thư chết" + (f", hiện {most}." if len(found) > most else "."))
    return 0


def _first_line(reason: str) -> str:
    return (reason.splitlines() or [""])[0][:160]


async def _show(letter: UUID) -> int:
    from chamdiem.events.dead import all_dead, chosen  # noqa: PLC0415
    from chamdiem.events.reach import reached  # noqa: PLC0415

    async with reached(_EVERY) as services:
        for rested in chosen(await all_dead(tuple(services.values())), [letter]):
            _print(rested)
    return 0


def _print(rested: "Rested") -> None:
    message = rested.letter.message
    lines = {
        "Dịch vụ nhận": rested.service,
        "Mã": message.id,
        "Sự kiện": message.event_id,
        "Phần": f"{message.part}/{message.parts}",
        "Nguồn": message.source,
        "Loại": message.type,
        "Chủ thể": message.subject,
        "Phiên bản": message.subject_version,
        "Dấu vết": message.trace_id,
        "Xảy ra lúc": message.occurred_at.astimezone().isoformat(),
        "Chết lúc": rested.letter.buried_at.astimezone().isoformat(),
        "Lý do": rested.letter.reason,
    }
    for name, value in lines.items():
        typer.echo(f"{name + ':':<14}{value}")
    try:
        typer.echo(json.dumps(json.loads(message.data), ensure_ascii=False, indent=2))
    except ValueError:
        typer.echo(message.data)


async def _redeliver(ids: list[UUID]) -> int:
    from chamdiem.events.dead import all_dead, chosen, deliver_again  # noqa: PLC0415
    from chamdiem.events.reach import reached  # noqa: PLC0415

    async with reached(_EVERY) as services:
        found = await all_dead(tuple(services.values()))
        outcomes = await deliver_again(services, chosen(found, ids) if ids else found)
    failed = [outcome for outcome in outcomes if outcome.fault is not None]
    for outcome in failed:
        complain(f"{outcome.rested.letter.message.id} ({outcome.rested.service}) vẫn lỗi: {_first_line(outcome.fault or '')}")
    typer.echo(f"Đã giao lại {len(outcomes) - len(failed)} thư" + (f", {len(failed)} thư vẫn lỗi." if failed else "."))
    return 1 if failed else 0


async def _replay(name: ServiceName) -> int:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    from chamdiem.events import waiting  # noqa: PLC0415
    from chamdiem.events.reach import EventsRefused, reached, said  # noqa: PLC0415
    from chamdiem_kit.bus.rabbitmq_publisher import BusMisconfigured  # noqa: PLC0415
    from chamdiem_kit.errors import Unavailable  # noqa: PLC0415
    from chamdiem_kit.rebuild import replay as replay_all  # noqa: PLC0415

    async with reached([name]) as services:
        one = services[name]
        bus = one.bus()
        total = (await waiting.pending(one)).told
        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(f"phát lại {name}", total=total)
            try:
                async with said(name):
                    count = await replay_all(name, one.database, bus, lambda done: bar.update(task, completed=done))
            except (Unavailable, BusMisconfigured) as fault:
                raise EventsRefused(f"{fault} Chưa phát lại hết; hãy chạy lại lệnh này khi đã sửa.") from fault
            finally:
                await bus.close()
    typer.echo(f"Đã phát lại {count} tin của {name}.")
    return 0


async def _rebuild(name: ServiceName) -> int:
    from chamdiem.events import waiting  # noqa: PLC0415
    from chamdiem.events.reach import reached, said  # noqa: PLC0415
    from chamdiem_kit.rebuild import rebuild as rebuild_all  # noqa: PLC0415
    from chamdiem_kit.rebuild import told_by  # noqa: PLC0415

    async with reached(_EVERY) as services:
        service = services[name].service()
        try:
            async with said(name):
                count = await rebuild_all(service, *(told_by(other.name, other.database) for other in services.values()))
        except asyncio.CancelledError:
            complain(f"Đã dừng giữa chừng; {name} còn nguyên như trước.")
            raise
        finally:
            await service.database.close()
        dead = (await waiting.pending(services[name])).dead
    typer.echo(f"{name} đã học lại từ {count} tin" + (f"; còn {dead} thư chết, hãy xem chamdiem events dead {name}." if dead else "."))
    return 0
