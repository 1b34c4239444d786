"""The example cycles played by the rules alone: what the whole platform must give is what the arithmetic gives."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from tests.oracle.rules_player import Player

from chamdiem_rules.assign import ConflictRule, conflict_faults
from chamdiem_rules.criteria_set import SetRefused

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def compare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("example_compare", EXAMPLES / "compare.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["cycle-small", "cycle-incomplete"])
def test_a_cycle_played_by_the_rules_alone_gives_what_is_expected(
    name: str, tmp_path: Path, compare: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    player = Player(EXAMPLES / name)
    player.play()
    status = player.write(tmp_path)
    assert compare.main(EXAMPLES / name / "expected", tmp_path) == 0, capsys.readouterr().out
    assert str(status) == (EXAMPLES / name / "expected" / "status.txt").read_text().split()[0]


def test_the_unreadable_cycle_is_refused_for_the_gap_between_its_levels() -> None:
    with pytest.raises(SetRefused) as refused:
        Player(EXAMPLES / "cycle-unreadable")
    assert [fault.place for fault in refused.value.faults] == ["fields[0].criteria[1].sub_criteria[0].scoring.levels[2]"]


def test_a_replacement_of_the_same_unit_refuses_the_period() -> None:
    player = Player(EXAMPLES / "cycle-small")
    pairs = [(s, "so-noi-vu") for s in player.sets.values()]
    assert conflict_faults(pairs, player.conflict) == ()
    assert len(conflict_faults(pairs, ConflictRule(True, {"SNV": "SNV"}))) == 1
    assert len(conflict_faults(pairs, ConflictRule(True, {}))) == 1
    assert conflict_faults(pairs, ConflictRule(False, {})) == ()
