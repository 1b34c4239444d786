"""A cycle folder that can be played, copied from the examples, to be spoilt by one test at a time."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Spoil = Callable[[str, str, str], None]


@pytest.fixture
def examples() -> Path:
    """The folder of the example cycles."""
    return Path(__file__).parents[3] / "examples"


@pytest.fixture
def folder(examples: Path, tmp_path: Path) -> Path:
    """A copy of an example without its expected results and evidence."""
    copy = tmp_path / "folder"
    shutil.copytree(examples / "cycle-incomplete", copy, ignore=shutil.ignore_patterns("expected", "evidence"))
    return copy


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Writes, in one file of the folder, a new text for the first old one, which has to be there."""

    def write(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return write
