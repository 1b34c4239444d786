"""A cycle that is interrupted leaves no process and no half-written output, at whatever point it is."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.e2e.processes import command, running_in
from tests.support.eventually import eventually

EXAMPLE = Path(__file__).parents[2] / "examples" / "cycle-incomplete"


def starting(temporary: Path) -> bool:
    """The database is being made."""
    return any(temporary.glob("chamdiem-*/postgres/*"))


def uploading(temporary: Path) -> bool:
    """Evidence lies in the object store."""
    return any(volume.stat().st_size > 50_000 for volume in temporary.glob("chamdiem-*/evidence/store/**/*.dat"))


def writing(temporary: Path) -> bool:
    """The output is being written beside its place."""
    return any((temporary.parent).glob("result/.*/reports/*/*.pdf"))


@pytest.mark.parametrize(
    ("reached", "by", "status"), [(starting, signal.SIGTERM, 143), (uploading, signal.SIGINT, 130), (writing, signal.SIGTERM, 143)]
)
async def test_a_stopped_cycle_leaves_nothing(reached: Callable[[Path], bool], by: signal.Signals, status: int, open_folder: Path) -> None:
    temporary, result = open_folder / "tmp", open_folder / "result"
    for folder in (temporary, result):
        folder.mkdir(mode=0o711)
    async with command("cycle", str(EXAMPLE), "--out", str(result / "out"), environment={"TMPDIR": str(temporary)}) as cycle:

        async def arrived() -> bool:
            assert cycle.process.returncode is None, "ended before it was stopped"
            return reached(temporary)

        await eventually(arrived, within_s=150)
        assert await cycle.end(by) == status
    assert running_in(open_folder) == []
    assert list(result.iterdir()) == [] and list(temporary.iterdir()) == []


async def test_a_killed_cycle_leaves_no_process_behind(open_folder: Path) -> None:
    temporary, out = open_folder / "tmp", open_folder / "out"
    temporary.mkdir(mode=0o711)
    async with command("cycle", str(EXAMPLE), "--out", str(out), environment={"TMPDIR": str(temporary)}) as cycle:

        async def arrived() -> bool:
            assert cycle.process.returncode is None, "ended before it was killed"
            return uploading(temporary)

        await eventually(arrived, within_s=120)
        assert await cycle.end(signal.SIGKILL) == -signal.SIGKILL

    async def alone() -> bool:
        return running_in(open_folder) == []

    await eventually(alone, within_s=20)
    assert not out.exists()
