"""What a person sees while the servers come up: one bar a server at a terminal, one line a step elsewhere."""

import sys
from types import TracebackType
from typing import Protocol, Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class Tell(Protocol):
    """Says what one server is doing now. `part`: how much of it is done, 0 to 1, where that is known."""

    def __call__(self, text: str, part: float | None = None) -> None: ...


class Board:
    """`with Board() as board: tell = board.line("minio", "MinIO")`."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True, highlight=False)
        self._bars = Progress(
            TextColumn("{task.fields[title]:<11}"),
            BarColumn(bar_width=24),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=self._console,
        )
        self._lines: dict[str, tuple[str, TaskID | None, str]] = {}  # name → title, bar, last text

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._console.is_terminal:
            self._bars.stop()

    def line(self, name: str, title: str) -> Tell:
        """The line of one server."""
        bar = self._bars.add_task("chờ", title=title, total=None) if self._console.is_terminal else None
        self._lines[name] = (title, bar, "")

        def tell(text: str, part: float | None = None) -> None:
            self._tell(name, text, part)

        return tell

    def end(self, name: str, text: str, *, well: bool) -> None:
        """The last word about one server."""
        title, bar, _ = self._lines[name]
        if bar is None:
            self._write(f"{title}: {text}")
        else:
            self._bars.update(bar, description=f"[{'green' if well else 'red'}]{escape(text)}[/]", total=1, completed=1 if well else 0)
            self._bars.stop_task(bar)

    def _tell(self, name: str, text: str, part: float | None) -> None:
        title, bar, last = self._lines[name]
        if bar is not None:
            self._bars.update(bar, description=escape(text), total=None if part is None else 1, completed=part or 0)
        elif text != last:
            self._write(f"{title}: {text}")
        self._lines[name] = (title, bar, text)

    def _write(self, line: str) -> None:
        # Not by the console, which would break a line of a log at the width of a terminal that is not there.
        (self._console.file if self._console.file is not sys.stdout else sys.stderr).write(line + "\n")


def silent(text: str, part: float | None = None) -> None:
    """A `Tell` for callers without a person."""
