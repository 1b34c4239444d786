"""`period.yaml` and what it names: defaults, and every fault with its file and place."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from chamdiem.cycle.faults import FolderFault
from chamdiem.cycle.folder import read_folder

Spoil = Callable[[str, str, str], None]


EXPLOSION = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{c}: &{c} [{','.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefghi", "bcdefghij", strict=True)
)


def fault_of(folder: Path) -> FolderFault:
    with pytest.raises(FolderFault) as caught:
        read_folder(folder)
    assert "\n" not in str(caught.value)
    return caught.value


LATE = "    late_until: '2022-02-14T17:00:00+07:00'\n"
APPRAISAL = "  appraisal:\n    from: '2022-02-20T20:00:00+00:00'\n    to: '2022-03-05T05:00:00+09:00'\n"


def test_late_until_is_the_deadline_and_the_appraisal_follows_it_without_end(folder: Path, spoil: Spoil) -> None:
    spoil("period.yaml", LATE, "")
    spoil("period.yaml", APPRAISAL, "")
    phases = read_folder(folder).plan.phases
    deadline = datetime(2022, 1, 27, 17, 30, tzinfo=UTC)
    assert (phases.self_assessment_to, phases.late_until, phases.appraisal_from, phases.appraisal_to) == (
        deadline,
        deadline,
        deadline,
        None,
    )
    assert phases.self_assessment_from == datetime(2021, 12, 28, 17, 30, tzinfo=UTC)
    assert phases.self_assessment_from.utcoffset() == timedelta(hours=9)


def test_an_appraisal_may_have_no_end(folder: Path, spoil: Spoil) -> None:
    spoil("period.yaml", "    to: '2022-03-05T05:00:00+09:00'\n", "")
    assert read_folder(folder).plan.phases.appraisal_to is None


def test_holidays_extensions_and_conflicts_are_none_where_they_are_not_given(folder: Path) -> None:
    text = (folder / "period.yaml").read_text(encoding="utf-8")
    (folder / "period.yaml").write_text(text[: text.index("holidays:")], encoding="utf-8")
    plan = read_folder(folder).plan
    assert (plan.holidays, plan.extensions, plan.conflict.enabled, dict(plan.conflict.replacements)) == ((), (), False, {})


def test_holidays_come_once_and_in_order(folder: Path, spoil: Spoil) -> None:
    spoil("period.yaml", "holidays:\n", "holidays:\n- 2022-02-05\n- '2022-01-31'\n")
    assert read_folder(folder).plan.holidays == tuple(date(2022, 1, 31) + timedelta(days=n) for n in range(6))


def test_the_fingerprints_are_told_by_the_code_of_each_set_and_of_the_forms(folder: Path) -> None:
    fingerprints = read_folder(folder).plan.fingerprints
    assert list(fingerprints) == ["NV-DVSN-2021-B", "NV-SO-2021-B", "PAR-HUYEN-2021-S1", "PAR-SO-2021-B", "NV-HUYEN-2021", "SURVEY-FORMS"]
    assert fingerprints["SURVEY-FORMS"] == "a28143806fe4df510d0f9146db0228aeef82906dbc8e8c9f06b2304981ab121e"


def test_an_unknown_key_is_kept_out_and_warned_of(folder: Path, spoil: Spoil) -> None:
    spoil("period.yaml", "year: 2021\n", "year: 2021\nholiday: []\n")
    assert [warning.place for warning in read_folder(folder).plan.warnings] == ["holiday"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("year: 2021\n", "", "year"),
        ("year: 2021", "year: hai nghìn", "year"),
        ("year: 2021", "year: 20.21", "year"),
        ("year: 2021", "year: 21", "year"),
        ("- par_index\n", "- par\n", "programs[0]"),
        ("- par_index\n", "- task_completion\n", "programs[1]"),
        ("programs:\n- par_index\n- task_completion\n", "programs: []\n", "programs"),
        ("programs:\n- par_index\n- task_completion\n", "programs: par_index\n", "programs"),
        ("- par_index\n", "", "criteria_sets[2]"),
        ("- par_index\n", "- [par_index]\n", "programs[0]"),
        ("criteria/par-district-2021.yaml", "criteria/tasks-service-unit-2021.yaml", "criteria_sets[2]"),
        ("- criteria/par-district-2021.yaml\n", "", "criteria_sets[3]"),
        ("phases:\n", "phase:\n", "phases"),
        ("  self_assessment:\n    from: '2021-12-29T02:30:00+09:00'\n", "  self_assessment:\n", "phases.self_assessment.from"),
        ("from: '2021-12-29T02:30:00+09:00'", "from: '2021-12-29'", "phases.self_assessment.from"),
        ("from: '2021-12-29T02:30:00+09:00'", "from: '2021-12-29T02:30:00'", "phases.self_assessment.from"),
        ("from: '2021-12-29T02:30:00+09:00'", "from: '2022-12-29T02:30:00+09:00'", "phases.self_assessment.to"),
        ("to: '2022-01-28T00:30:00+07:00'", "to: 20220128", "phases.self_assessment.to"),
        ("late_until: '2022-02-14T17:00:00+07:00'", "late_until: '2022-01-14T17:00:00+07:00'", "phases.self_assessment.late_until"),
        ("from: '2022-02-20T20:00:00+00:00'", "since: '2022-02-20T20:00:00+00:00'", "phases.appraisal.from"),
        ("to: '2022-03-05T05:00:00+09:00'", "to: '2022-02-05T05:00:00+09:00'", "phases.appraisal.to"),
        ("- '2022-02-01'", "- '2022-02-30'", "holidays[1]"),
        ("- '2022-02-01'", "- 1/2/2022", "holidays[1]"),
        ("holidays:\n", "holidays: '2022-02-01'\nextensions_before:\n", "holidays"),
        ("- unit: so-noi-vu\n", "- unit: ''\n", "extensions[0].unit"),
        ("  program: par_index\n", "", "extensions[0].program"),
        ("  program: task_completion\n", "  program: par_index\n", "extensions[1]"),
        ("to: '2022-02-01T17:30:00Z'", "to: '2022-01-27T17:30:00Z'", "extensions[0].to"),
        ("to: '2022-02-01T17:30:00Z'", "to: tomorrow", "extensions[0].to"),
        ("  reason: Gia hạn do thay đổi tổ chức bộ máy\n", "", "extensions[0].reason"),
        ("  enabled: true\n", "  enabled: yes\n", "conflict_appraiser.enabled"),
        ("    SNV: VPUBND\n", "", "conflict_appraiser.replacements.SNV"),
        ("    SNV: VPUBND\n", "    SNV: SNV\n", "conflict_appraiser.replacements.SNV"),
        ("    SNV: VPUBND\n", "    SNV: KHONG-CO\n", "conflict_appraiser.replacements.SNV"),
        ("    SNV: VPUBND\n", "    SNV: [VPUBND]\n", "conflict_appraiser.replacements.SNV"),
    ],
)  # fmt: skip
def test_a_fault_of_the_period_is_named_by_its_place(folder: Path, spoil: Spoil, old: str, new: str, place: str) -> None:
    spoil("period.yaml", old, new)
    fault = fault_of(folder)
    assert (fault.file, fault.place) == ("period.yaml", place), str(fault)


def test_a_replacement_is_due_only_where_the_agencys_own_unit_is_assessed(folder: Path, spoil: Spoil) -> None:
    spoil("units.csv", "so-noi-vu,Sở Nội vụ,department,department\n", "so-noi-vu,,department,department\n")
    spoil("period.yaml", "    SNV: VPUBND\n", "")
    assert "SNV" not in read_folder(folder).plan.conflict.replacements


def test_conflicts_switched_off_need_no_replacement(folder: Path, spoil: Spoil) -> None:
    spoil("period.yaml", "  enabled: true\n", "  enabled: false\n")
    spoil("period.yaml", "    SNV: VPUBND\n", "")
    assert not read_folder(folder).plan.conflict.enabled


@pytest.mark.parametrize("unit", ["khong-co", "huyen-trieu-son"])
def test_an_extension_for_a_unit_or_program_that_is_not_there_is_passed_over(folder: Path, spoil: Spoil, unit: str) -> None:
    program = "par_index" if unit == "khong-co" else "khac"
    new = f"extensions:\n- unit: {unit}\n  program: {program}\n  to: '2022-02-01T17:30:00Z'\n  reason: x\n"
    spoil("period.yaml", "extensions:\n", new)
    plan = read_folder(folder).plan
    assert len(plan.extensions) == 5 and unit not in {e.unit_code for e in plan.extensions}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("year: 2021", "year: 2021\nyear: 2022"),
        ("year: 2021", "year: !!python/object/apply:os.getcwd []"),
        ("year: 2021", "year: *nowhere"),
        ("year: 2021", "year: [2021"),
        ("year: 2021", "year: 2021\n---\nyear: 2022"),
        ("year: 2021", EXPLOSION + "year: 2021"),
        ("year: 2021", "deep: " + "[" * 10_000 + "]" * 10_000 + "\nyear: 2021"),
        ("year: 2021", "year: 2021\n\x01: x"),
    ],
    ids=["duplicate", "tag", "alias", "unclosed", "two", "explosion", "deep", "control"],
)  # fmt: skip
@pytest.mark.parametrize("file", ["period.yaml", "criteria/par-district-2021.yaml", "survey-forms.yaml"])
def test_yaml_that_cannot_be_read_is_named_with_its_line(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(
        text.replace(old, new, 1) if file == "period.yaml" else f"{new.replace('2021', '1')}\n{text}", encoding="utf-8"
    )
    with pytest.raises(FolderFault) as caught:
        read_folder(folder)
    assert caught.value.file == file and caught.value.line is not None and caught.value.line < 30, str(caught.value)


@pytest.mark.parametrize(("content", "line"), [(b"year: 2021\nprograms: [\xe9]\n", 2), (b"\xff\xfey\x00", 1)])
def test_yaml_that_is_not_utf8_is_named_with_its_line(folder: Path, content: bytes, line: int) -> None:
    (folder / "period.yaml").write_bytes(content)
    with pytest.raises(FolderFault) as caught:
        read_folder(folder)
    assert (caught.value.file, caught.value.line) == ("period.yaml", line)


@pytest.mark.parametrize("content", ["", "[]", "just text", "2021", "null"])
@pytest.mark.parametrize("file", ["period.yaml", "criteria/par-district-2021.yaml", "survey-forms.yaml"])
def test_yaml_that_is_no_mapping_is_named(folder: Path, file: str, content: str) -> None:
    (folder / file).write_text(content, encoding="utf-8")
    with pytest.raises(FolderFault) as caught:
        read_folder(folder)
    assert caught.value.file == file


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("criteria/par-district-2021.yaml", "  max_score: 100\n", "  max_score: 99\n", "max_score"),
        ("survey-forms.yaml", "weight: 75", "weight: 175", "scales.SAT5.options[1].weight"),
        ("criteria/par-district-2021.yaml", "KS-ND", "KS-XX", "scoring"),
    ],
)
def test_a_set_or_forms_that_the_rules_refuse_are_named_with_the_place(
    folder: Path, spoil: Spoil, file: str, old: str, new: str, place: str
) -> None:
    spoil(file, old, new)
    fault = fault_of(folder)
    assert fault.file == file and place in fault.place


def test_forms_that_are_absent_are_a_fault_of_the_sets_that_need_them(folder: Path, spoil: Spoil) -> None:
    spoil("period.yaml", "survey_forms: survey-forms.yaml\n", "")
    assert fault_of(folder).file.startswith("criteria/")


def test_sets_that_share_a_group_must_rank_alike(folder: Path) -> None:
    units = folder / "units.csv"
    units.write_text(units.read_text(encoding="utf-8").replace("district,district", "district,department"), encoding="utf-8")
    text = (folder / "criteria/par-district-2021.yaml").read_text(encoding="utf-8")
    ranking = text[text.index("\n  ranking:") :]
    (folder / "criteria/par-district-2021.yaml").write_text(
        text.replace(ranking, "\n  ranking: {rank_by: final_score, tie_rule: shared_rank_gap}\n"), encoding="utf-8"
    )
    fault = fault_of(folder)
    assert fault.file == "period.yaml" and "department" in str(fault)
