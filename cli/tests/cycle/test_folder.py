"""The folder as a whole: what is compulsory, what may be absent, and every way it cannot be read."""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from chamdiem.cycle.faults import FolderFault
from chamdiem.cycle.folder import planned_units, read_folder
from chamdiem.cycle.lines import UnitLine
from chamdiem_rules.period_check import PlannedUnit

Spoil = Callable[[str, str, str], None]


def fault_of(folder: Path) -> FolderFault:
    with pytest.raises(FolderFault) as caught:
        read_folder(folder)
    told = str(caught.value)
    assert "\n" not in told and caught.value.file.split("/")[-1] in told
    return caught.value


@pytest.mark.parametrize(("example", "units", "declared", "refused"), [("cycle-small", 29, 2181, 3), ("cycle-incomplete", 8, 533, 3)])
def test_the_examples_are_read_whole(examples: Path, example: str, units: int, declared: int, refused: int) -> None:
    read = read_folder(examples / example)
    files = (read.units, read.declared, read.sent, read.appraised, read.responses, read.survey, read.knock_outs)
    assert (len(read.units.lines), len(read.declared.lines)) == (units, declared)
    assert sum(len(file.refused) for file in files) == refused
    assert [planned.criteria.code for planned in read.plan.sets] == [
        "NV-DVSN-2021-B",
        "NV-SO-2021-B",
        "PAR-HUYEN-2021-S1",
        "PAR-SO-2021-B",
        "NV-HUYEN-2021",
    ]
    assert "Báo cáo số 1 (đã ký).pdf" in read.evidence and len(read.evidence) == 18
    assert read.plan.warnings == ()


def test_lines_of_the_wrong_width_are_those_the_examples_expect(examples: Path) -> None:
    read = read_folder(examples / "cycle-small")
    assert [(r.file, r.line) for f in (read.units, read.appraised, read.responses) for r in f.refused] == [
        ("units.csv", 14),
        ("appraised.csv", 1041),
        ("responses.csv", 68),
    ]


def test_the_unreadable_example_names_the_set_and_the_place_of_its_gap(examples: Path) -> None:
    fault = fault_of(examples / "cycle-unreadable")
    assert (fault.file, fault.place) == ("criteria/tasks-service-unit-2021.yaml", "fields[0].criteria[1].sub_criteria[0].scoring.levels[2]")


def test_units_that_identity_refuses_are_no_units_of_the_plan(examples: Path) -> None:
    plan = read_folder(examples / "cycle-incomplete").plan
    assert [unit.code for unit in plan.units].count("huyen-vinh-loc") == 1
    assert {unit.code: unit.ranking_group for unit in plan.units}["huyen-vinh-loc"] == "district"
    assert len(plan.units) == 6


def test_a_unit_whose_code_was_refused_before_is_the_one_that_is_taken() -> None:
    lines = [
        UnitLine(2, "so-a", "Sở\nA", "department", "g"),
        UnitLine(3, "a/b", "B", "department", "g"),
        UnitLine(4, "so-a", "A", "district", "h/i"),
    ]
    assert planned_units(lines) == (PlannedUnit("so-a", "district", "h/i"),)


@pytest.mark.parametrize("file", ["period.yaml", "units.csv", "declared.csv", "sent.csv"])
def test_a_compulsory_file_that_is_missing_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert fault_of(folder).file == file


def test_all_other_files_may_be_absent(folder: Path) -> None:
    for file in ("appraised.csv", "responses.csv", "survey.csv", "knock_outs.csv"):
        (folder / file).unlink()
    read = read_folder(folder)
    assert not any((read.appraised.lines, read.responses.lines, read.survey.lines, read.knock_outs.lines, read.evidence))


@pytest.mark.parametrize(
    "file", ["units.csv", "declared.csv", "sent.csv", "appraised.csv", "responses.csv", "survey.csv", "knock_outs.csv"]
)
@pytest.mark.parametrize(
    ("content", "at_end"),
    [(b"", False), (b"a,b\n", False), (b'x,"never closed\n', True), ("Sở\n".encode("cp1258", "replace") + b"\xe9\n", True)],
    ids=["empty", "header", "quote", "latin"],
)
def test_a_csv_file_that_cannot_be_read_is_named(folder: Path, file: str, content: bytes, at_end: bool) -> None:
    before = (folder / file).read_bytes() if at_end else b""
    (folder / file).write_bytes(before + content)
    fault = fault_of(folder)
    assert fault.file == file
    assert fault.line == (1 if not at_end else before.count(b"\n") + (1 if b"x" in content else 2))


def test_a_folder_that_is_absent_or_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for name in ("nowhere", "file", "file/below", "nul\0"):
        with pytest.raises(FolderFault) as caught:
            read_folder(tmp_path / name)
        assert name.split("\0")[0] in str(caught.value) and "\n" not in str(caught.value)


def test_a_folder_for_a_file_or_a_pipe_in_its_place_is_a_fault_and_waits_for_nothing(folder: Path) -> None:
    (folder / "survey.csv").unlink()
    (folder / "survey.csv").mkdir()
    assert fault_of(folder).file == "survey.csv"
    (folder / "sent.csv").unlink()
    os.mkfifo(folder / "sent.csv")
    assert fault_of(folder).file == "sent.csv"


def test_a_link_out_of_the_folder_is_a_fault_and_one_within_is_not(tmp_path: Path, folder: Path) -> None:
    (folder / "sent.csv").rename(tmp_path / "sent.csv")
    (folder / "sent.csv").symlink_to(tmp_path / "sent.csv")
    assert fault_of(folder).file == "sent.csv"
    (folder / "sent.csv").unlink()
    (tmp_path / "sent.csv").rename(folder / "real.csv")
    (folder / "sent.csv").symlink_to("real.csv")
    assert read_folder(folder).sent.lines


@pytest.mark.parametrize("target", ["nowhere.csv", "survey.csv"])
def test_an_optional_file_that_is_a_link_to_nowhere_or_itself_is_not_taken_as_absent(folder: Path, target: str) -> None:
    (folder / "survey.csv").unlink()
    (folder / "survey.csv").symlink_to(target)
    assert fault_of(folder).file == "survey.csv"


@pytest.mark.parametrize("path", ["../outside.yaml", "criteria/../../outside.yaml", "{tmp}/outside.yaml", "''", "' '", "'a\\0'", "."])
def test_a_set_outside_the_folder_is_refused_by_its_place(tmp_path: Path, folder: Path, spoil: Spoil, path: str) -> None:
    (folder / "criteria/tasks-district-2021.yaml").rename(tmp_path / "outside.yaml")
    spoil("period.yaml", "criteria/tasks-district-2021.yaml", path.replace("{tmp}", str(tmp_path)).replace("'a\\0'", '"a\\0"'))
    fault = fault_of(folder)
    assert fault.file == "period.yaml"


def test_a_set_behind_a_link_out_of_the_folder_is_refused(tmp_path: Path, folder: Path) -> None:
    (folder / "criteria").rename(tmp_path / "criteria")
    (folder / "criteria").symlink_to(tmp_path / "criteria")
    assert fault_of(folder).file == "criteria/tasks-service-unit-2021.yaml"


def test_a_set_that_is_missing_is_named_with_the_place_that_names_it(folder: Path) -> None:
    (folder / "criteria/par-district-2021.yaml").unlink()
    fault = fault_of(folder)
    assert fault.file == "criteria/par-district-2021.yaml" and "criteria_sets[2]" in str(fault)


def test_a_set_is_found_by_its_name_in_nfc_whatever_the_disk_has(folder: Path, spoil: Spoil) -> None:
    decomposed = unicodedata.normalize("NFD", "bộ tiêu chí huyện.yaml")
    (folder / "criteria/tasks-district-2021.yaml").rename(folder / "criteria" / decomposed)
    spoil("period.yaml", "criteria/tasks-district-2021.yaml", "criteria/bộ tiêu chí huyện.yaml")
    assert len(read_folder(folder).plan.sets) == 5


def test_the_text_handed_in_is_the_files_own(folder: Path) -> None:
    path = folder / "criteria/tasks-district-2021.yaml"
    content = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    planned = read_folder(folder).plan.sets[4]
    assert planned.text.encode() == content.replace(b"\n", b"\r\n")
    assert planned.fingerprint == "196fab2c1db827eb20aaca174258c0478812df2965582cf2c79cca092995473c"
