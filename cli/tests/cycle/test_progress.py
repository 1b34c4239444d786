"""Progress: a line a stage for who sits at a terminal, nothing for who does not, times for both."""

import io

import pytest
from rich.console import Console

from chamdiem.cycle.progress import Progress


def shown(*, terminal: bool) -> tuple[Progress, io.StringIO]:
    text = io.StringIO()
    return Progress(Console(file=text, force_terminal=terminal, width=100, highlight=False, _environ={"TERM": "xterm"})), text


def test_without_a_terminal_nothing_is_said_but_the_stages_are_timed() -> None:
    progress, text = shown(terminal=False)
    for name in ("units", "reports"):
        with progress.stage(name):
            pass
    assert text.getvalue() == ""
    assert [stage.name for stage in progress.stages] == ["units", "reports"]
    assert all(0 <= stage.seconds < 5 for stage in progress.stages)


def test_at_a_terminal_each_stage_leaves_one_line_in_vietnamese() -> None:
    progress, text = shown(terminal=True)
    with progress.stage("units"):
        pass
    last = text.getvalue().splitlines()[-1]
    assert "✓" in last and "Đăng ký đơn vị" in last and "0,0 giây" in last


def test_a_stage_that_fails_is_no_stage_that_was_played() -> None:
    progress, _ = shown(terminal=True)
    with pytest.raises(RuntimeError), progress.stage("units"):
        raise RuntimeError
    assert progress.stages == []
