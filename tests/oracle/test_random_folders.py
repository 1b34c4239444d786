"""Random cycle folders: the rules alone, and the real command, must give what an independent computation gives."""

import csv
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.oracle.folders import make_folder
from tests.oracle.oracle import Oracle
from tests.oracle.rules_player import Player

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = Path(sys.executable).with_name("chamdiem")
# Small ones of both statuses; among them all programs, each kind of tie rule, conflicts of interest, late and refused sends.
SEEDS = (41, 137, 142)
COMMAND_S = 120


@pytest.fixture(scope="module")
def compare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("example_compare", EXAMPLES / "compare.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["cycle-small", "cycle-incomplete"])
def test_the_oracle_meets_what_the_examples_expect(name: str) -> None:
    folder = EXAMPLES / name
    oracle = Oracle(folder)
    assert str(oracle.status) == (folder / "expected" / "status.txt").read_text().split()[0]
    assert oracle.score_rows() == rows(folder / "expected" / "scores.csv")
    assert oracle.result_rows() == rows(folder / "expected" / "results.csv")
    due = {
        (file.removesuffix(".csv"), int(line)): set(types.split("|")) for file, line, types in rows(folder / "expected" / "rejected.csv")
    }
    assert due.keys() == oracle.rejected.keys()
    assert all(types & due[place] for place, types in oracle.rejected.items())


@pytest.mark.parametrize("seed", range(1000, 1030))
def test_the_rules_give_what_the_oracle_gives(seed: int, tmp_path: Path, compare: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    folder, expected, got = tmp_path / "folder", tmp_path / "expected", tmp_path / "got"
    make_folder(seed, folder)
    oracle = Oracle(folder)
    player = Player(folder)
    if oracle.status == 2:
        with pytest.raises(AssertionError):
            player.play()
        return
    oracle.write(expected)
    got.mkdir()
    player.play()
    assert player.write(got) == oracle.status
    assert compare.main(expected, got) == 0, capsys.readouterr().out


@pytest.mark.parametrize("seed", SEEDS)
def test_the_command_gives_what_the_oracle_gives(
    seed: int, tmp_path: Path, compare: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, expected, got = tmp_path / "folder", tmp_path / "expected", tmp_path / "got"
    make_folder(seed, folder)
    oracle = Oracle(folder)
    oracle.write(expected)
    done = subprocess.run([COMMAND, "cycle", folder, "--out", got], capture_output=True, text=True, timeout=COMMAND_S, check=False)
    assert (done.returncode, done.stderr) == (oracle.status, "")
    assert compare.main(expected, got) == 0, capsys.readouterr().out
    summary = json.loads((got / "cycle.json").read_text("utf-8"))
    missing = {tuple(entry[key] for key in ("program", "appraiser", "set", "unit", "item")) for entry in summary["missing"]}
    assert missing == oracle.missing()
    tables = {(row[0], row[1]) for row in oracle.result_rows()}
    assert len([path for path in (got / "reports").rglob("*") if path.is_file()]) == 6 * len(oracle.sheets) + 3 * len(tables)


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]
