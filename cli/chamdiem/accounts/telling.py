"""What a person at a terminal sees of an import: one bar; without a terminal a line every so often."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from chamdiem.accounts.importing import Told

_EVERY_S = 10.0


@contextmanager
def shown(console: Console | None = None) -> Iterator[Told]:
    """Show what the block tells, on standard error."""
    screen = console or Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    last = float("-inf")
    with Progress(*columns, console=screen, disable=not screen.is_terminal) as bar:
        task = bar.add_task("Cấp tài khoản", total=None)

        def told(done: int, total: int) -> None:
            nonlocal last
            bar.update(task, completed=done, total=total)
            if not screen.is_terminal and (done == total or time.monotonic() - last > _EVERY_S):
                last = time.monotonic()
                screen.print(f"Đã xử lý {done}/{total} dòng.")

        yield told
