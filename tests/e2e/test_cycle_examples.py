"""`chamdiem cycle` on the example folders: the whole platform gives to the last digit what the rules give, or says why it cannot."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.e2e.processes import command, running_in

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
FORMATS = ("pdf", "docx", "xlsx")


@pytest.fixture(scope="module")
def compare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("example_compare", EXAMPLES / "compare.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def played(folder: Path, out: Path, temporary: Path) -> tuple[int, str, str]:
    """Exit status, standard output and error of a cycle that keeps its data under `temporary`."""
    async with command("cycle", str(folder), "--out", str(out), environment={"TMPDIR": str(temporary)}, stderr=-1) as cycle:
        said, complained = await cycle.process.communicate()
        assert cycle.process.returncode is not None
        return cycle.process.returncode, said.decode(), complained.decode()


@pytest.mark.parametrize(("example", "due"), [("cycle-small", 0), ("cycle-incomplete", 1)])
async def test_an_example_gives_what_is_expected(
    example: str, due: int, open_folder: Path, compare: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    out, temporary = open_folder / "out", open_folder / "tmp"
    temporary.mkdir(mode=0o711)
    status, said, complained = await played(EXAMPLES / example, out, temporary)
    assert (status, said, complained) == (due, "", ""), "quiet without a terminal"
    assert compare.main(EXAMPLES / example / "expected", out) == 0, capsys.readouterr().out
    told = json.loads((out / "cycle.json").read_text("utf-8"))
    assert told["status"] == ("aggregated" if due == 0 else "incomplete") and told["platform"] == "embedded"
    assert (told["missing"] == []) is (due == 0)
    assert told["counts"]["rejected"] == len((out / "rejected.csv").read_text("utf-8").splitlines()) - 1
    assert told["fingerprints"].keys() == set_codes(out) | {"SURVEY-FORMS"}
    assert reports(out) == due_reports(out)
    assert running_in(open_folder) == [] and inside(temporary) == []


async def test_a_folder_at_fault_is_named_in_one_line_and_nothing_is_started(open_folder: Path) -> None:
    status, said, complained = await played(EXAMPLES / "cycle-unreadable", open_folder / "out", open_folder)
    named = (EXAMPLES / "cycle-unreadable" / "expected" / "status.txt").read_text().split()[1]
    assert status == 2 and said == "" and inside(open_folder) == []
    assert complained.startswith(named) and complained.count("\n") == 1


async def test_an_output_in_use_is_refused_before_anything_is_started(open_folder: Path) -> None:
    out, temporary = open_folder / "out", open_folder / "tmp"
    for folder in (out, temporary):
        folder.mkdir()
    (out / "ghi-chu.txt").write_text("của tôi", "utf-8")
    status, _, complained = await played(EXAMPLES / "cycle-incomplete", out, temporary)
    assert status == 2 and complained.count("\n") == 1 and str(out) in complained
    assert inside(temporary) == [] and inside(out) == ["ghi-chu.txt"]


def inside(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def rows(out: Path, name: str) -> list[list[str]]:
    return [line.split(",") for line in (out / name).read_text("utf-8").splitlines()[1:]]


def set_codes(out: Path) -> set[str]:
    return {row[0] for row in rows(out, "scores.csv")}


def reports(out: Path) -> set[str]:
    found: set[str] = set()
    for path in (out / "reports").rglob("*.*"):
        assert path.read_bytes()[:2] == (b"%P" if path.suffix == ".pdf" else b"PK"), path
        found.add(str(path.relative_to(out / "reports")))
    return found


def due_reports(out: Path) -> set[str]:
    sheets = {(row[0], row[1]) for row in rows(out, "scores.csv")}
    groups = {(row[0], row[1]) for row in rows(out, "results.csv")}
    names: list[Any] = [f"{code}/{unit}-{kind}" for code, unit in sheets for kind in ("self-assessment", "appraisal")]
    names += [f"{program}-{group}-ranking" for program, group in groups]
    return {f"{name}.{form}" for name in names for form in FORMATS}
