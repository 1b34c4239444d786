"""What is written, in which order and form, and that half of it is never seen."""

import csv
import json
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from chamdiem.cycle.faults import FolderFault
from chamdiem.cycle.lines import Refusal
from chamdiem.cycle.output_rows import Counts, CycleSummary, Missing, ResultRow, ScoreRow, Stage
from chamdiem.cycle.outputs import check_out, writing_to
from chamdiem.cycle.report_names import ranking_table, self_assessment_report
from chamdiem_rules.name_order import name_sort_key

SUMMARY = CycleSummary(
    status="incomplete",
    missing=(Missing("par_index", "SNV", "PAR", "so-noi-vu", "1.1"),),
    counts=Counts(units=1, sheets=1, sent=0, declared=2, appraised=3, rejected=4, events=5),
    stages=(Stage("Đọc thư mục", 0.25),),
    versions={"chamdiem": "0.1.0"},
    fingerprints={"PAR": "ab" * 32},
    platform="embedded",
)


def a_score(item: str = "1.1", **changes: Decimal | bool | None) -> ScoreRow:
    values = {
        "self_score": Decimal("0.5"),
        "appraised_score": Decimal(1),
        "final_score": Decimal("1.000"),
        "not_applicable": False,
    } | changes
    return ScoreRow("PAR", "so-noi-vu", item, **values)  # type: ignore[arg-type]


def a_result(unit: str = "a", *, program: str = "par_index", group: str = "g", rank: int = 1) -> ResultRow:
    return ResultRow(
        program=program,
        ranking_group=group,
        rank=rank,
        unit=unit,
        set="PAR",
        self_total=Decimal("65.724"),
        appraised_total=Decimal("66.5"),
        survey_total=Decimal(22),
        bonus=Decimal(0),
        deduction=Decimal("1.25"),
        final_score=Decimal("89.018"),
        applicable_max=Decimal("97.5"),
        index_percent="91.3",
        index_exact="91.300512820513",
        level="A",
        knocked_out_by=("KO1", "KO2"),
    )


def refused(file: str, line: int, kind: str = "duplicate", message: str = "Dòng lặp.") -> Refusal:
    return Refusal(file, line, "unit", kind, message)


def written_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, strict=True))


def test_scores_have_the_decimals_of_the_set_and_empty_cells_where_there_is_no_score(tmp_path: Path) -> None:
    rows = [a_score(), a_score("1.2", appraised_score=None, final_score=None, not_applicable=True), a_score("T1", self_score=None)]
    with writing_to(tmp_path / "out") as outputs:
        outputs.write_scores(rows, score_decimals={"PAR": 3})
    assert (tmp_path / "out/scores.csv").read_bytes().decode() == (
        "set,unit,item,self_score,appraised_score,final_score,not_applicable\n"
        "PAR,so-noi-vu,1.1,0.500,1.000,1.000,\n"
        "PAR,so-noi-vu,1.2,0.500,,,yes\n"
        "PAR,so-noi-vu,T1,,1.000,1.000,\n"
    )


def test_results_are_sorted_by_program_group_rank_name_and_code(tmp_path: Path) -> None:
    names = {code: name_sort_key(name, code) for code, name in {"a": "Đông", "b": "Dũng", "c": "Dũng", "d": "An"}.items()}
    rows = [
        a_result("d", program="task_completion"),
        a_result("a", rank=10),
        a_result("d", group="đ"),
        a_result("a", rank=2),
        a_result("c", rank=2),
        a_result("b", rank=2),
        a_result("d", group="z"),
    ]
    with writing_to(tmp_path / "out") as outputs:
        outputs.write_results(rows, score_decimals={"PAR": 3}, names=names)
    header, *written = written_rows(tmp_path / "out/results.csv")
    assert ",".join(header) == (
        "program,ranking_group,rank,unit,set,self_total,appraised_total,survey_total,bonus,deduction,final_score,"
        "applicable_max,index_percent,index_exact,level,knocked_out_by"
    )
    assert [(row[0][:1], row[1], row[2], row[3]) for row in written] == [
        ("p", "g", "2", "b"),
        ("p", "g", "2", "c"),
        ("p", "g", "2", "a"),
        ("p", "g", "10", "a"),
        ("p", "z", "1", "d"),
        ("p", "đ", "1", "d"),
        ("t", "g", "1", "d"),
    ]
    assert written[0][4:] == [
        "PAR",
        "65.724",
        "66.500",
        "22.000",
        "0.000",
        "1.250",
        "89.018",
        "97.500",
        "91.3",
        "91.300512820513",
        "A",
        "KO1;KO2",
    ]


def test_refused_lines_stand_in_the_order_of_the_files_then_by_line_and_once(tmp_path: Path) -> None:
    with writing_to(tmp_path / "out") as outputs:
        count = outputs.write_rejected(
            [
                refused("knock_outs.csv", 2),
                refused("declared.csv", 10),
                refused("declared.csv", 9, "bad", 'Dấu "phẩy", xuống\ndòng và\rCR'),
                refused("sent.csv", 3),
                refused("units.csv", 30),
                refused("declared.csv", 10, "second"),
            ]
        )
    assert count == 5
    assert written_rows(tmp_path / "out/rejected.csv") == [
        ["file", "line", "column", "type", "message"],
        ["units.csv", "30", "unit", "duplicate", "Dòng lặp."],
        ["declared.csv", "9", "unit", "bad", 'Dấu "phẩy", xuống\ndòng và\rCR'],
        ["declared.csv", "10", "unit", "duplicate", "Dòng lặp."],
        ["sent.csv", "3", "unit", "duplicate", "Dòng lặp."],
        ["knock_outs.csv", "2", "unit", "duplicate", "Dòng lặp."],
    ]


def test_the_summary_says_status_missing_counts_stages_versions_and_fingerprints(tmp_path: Path) -> None:
    with writing_to(tmp_path / "out") as outputs:
        outputs.write_summary(SUMMARY)
    assert json.loads((tmp_path / "out/cycle.json").read_bytes()) == {
        "status": "incomplete",
        "missing": [{"program": "par_index", "appraiser": "SNV", "set": "PAR", "unit": "so-noi-vu", "item": "1.1"}],
        "counts": {"units": 1, "sheets": 1, "sent": 0, "declared": 2, "appraised": 3, "rejected": 4, "events": 5},
        "stages": [{"name": "Đọc thư mục", "seconds": 0.25}],
        "versions": {"chamdiem": "0.1.0"},
        "fingerprints": {"PAR": "ab" * 32},
        "platform": "embedded",
    }


def test_nothing_is_seen_before_the_end_and_all_of_it_after(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    with writing_to(out) as outputs:
        outputs.write_summary(SUMMARY)
        outputs.write_report(self_assessment_report("PAR", "a", "pdf"), b"%PDF")
        outputs.write_report(self_assessment_report("PAR", "b", "pdf"), b"%PDF")
        outputs.write_report(ranking_table("par_index", "g", "pdf"), b"%PDF")
        assert not out.exists()
    assert sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.is_file()) == [
        "cycle.json",
        "reports/PAR/a-self-assessment.pdf",
        "reports/PAR/b-self-assessment.pdf",
        "reports/par_index-g-ranking.pdf",
    ]
    assert [p.name for p in out.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("ending", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_an_interruption_leaves_nothing_behind(tmp_path: Path, ending: type[BaseException]) -> None:
    with pytest.raises(ending), writing_to(tmp_path / "new" / "out") as outputs:
        outputs.write_summary(SUMMARY)
        raise ending
    assert list(tmp_path.iterdir()) == []


def test_control_c_leaves_an_empty_out_as_it_was(tmp_path: Path) -> None:
    program = (
        "import sys, signal, pathlib\n"
        "from chamdiem.cycle.outputs import writing_to\n"
        "with writing_to(pathlib.Path(sys.argv[1])) as outputs:\n"
        "    outputs.write_rejected([])\n"
        "    print('writing', flush=True)\n"
        "    signal.pause()\n"
    )
    (tmp_path / "out").mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "out")], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        assert child.stdout is not None and child.stdout.readline() == b"writing\n"
        child.send_signal(signal.SIGINT)
        assert child.wait(10) != 0
    assert [p.name for p in tmp_path.rglob("*")] == ["out"]


def test_an_empty_out_is_filled_and_keeps_its_mode_and_a_new_one_gets_that_of_any_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o700)
    (tmp_path / "any").mkdir()
    for name in ("out", "new"):
        with writing_to(tmp_path / name) as outputs:
            outputs.write_summary(SUMMARY)
        assert (tmp_path / name / "cycle.json").exists()
    modes = {p.name: p.stat().st_mode for p in tmp_path.iterdir()}
    assert modes["out"] & 0o777 == 0o700 and modes["new"] == modes["any"]


def test_an_empty_out_behind_a_link_is_filled_there(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    with writing_to(tmp_path / "out") as outputs:
        outputs.write_summary(SUMMARY)
    assert (tmp_path / "out").is_symlink() and (tmp_path / "real/cycle.json").exists()


def test_an_out_that_is_the_current_folder_is_seen_by_those_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    with writing_to(Path()) as outputs:
        outputs.write_summary(SUMMARY)
    assert sorted(str(p) for p in Path().iterdir()) == ["cycle.json", "reports"]


def test_an_out_with_anything_in_it_or_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/.hidden").write_bytes(b"")
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    for name in ("full", "file", "broken", "file/out"):
        with pytest.raises(FolderFault) as caught:
            check_out(tmp_path / name)
        assert name in str(caught.value)


def test_checking_an_out_leaves_no_trace(tmp_path: Path) -> None:
    check_out(tmp_path / "a/b/c")
    (tmp_path / "out").mkdir()
    check_out(tmp_path / "out")
    assert [p.name for p in tmp_path.rglob("*")] == ["out"]
