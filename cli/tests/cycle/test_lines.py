"""Typed lines, and refusals of the lines whose cells do not fit."""

from pathlib import Path

import pytest

from chamdiem.cycle.csv_records import MAX_CELL_CODE_POINTS
from chamdiem.cycle.faults import FolderFault
from chamdiem.cycle.lines import AppraisedLine, DeclaredLine, KnockOutLine, Lines, ResponseLine, UnitLine, columns_of, read_lines


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "x.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_columns_are_those_of_the_document() -> None:
    assert ",".join(columns_of(UnitLine)) == "code,name,unit_type,ranking_group"
    assert ",".join(columns_of(DeclaredLine)) == "set,unit,item,option,numerator,denominator,count,not_applicable,explanation,evidence"


def test_cells_are_kept_as_nfc_text_and_numbers_are_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, "unit,form,valid\nso\u031b\u0309-a, KS ,1e400\n")
    assert read_lines(path, ResponseLine, file="responses.csv").lines == (ResponseLine(2, "sở-a", " KS ", "1e400"),)


def test_a_line_with_too_few_or_too_many_cells_is_refused_at_its_line_and_the_others_stand(tmp_path: Path) -> None:
    path = written(tmp_path, 'unit,form,valid\na,b\n\nc,"d\ne",1\nf,g,1,x\nh,i,2\n')
    read: Lines[ResponseLine] = read_lines(path, ResponseLine, file="responses.csv")
    assert [(r.file, r.line, r.column, r.type) for r in read.refused] == [
        ("responses.csv", 2, "", "wrong-field-count"),
        ("responses.csv", 6, "", "wrong-field-count"),
    ]
    assert [(line.line, line.valid) for line in read.lines] == [(4, "1"), (7, "2")]


def test_a_text_longer_than_any_is_refused_by_its_column(tmp_path: Path) -> None:
    path = written(tmp_path, "set,unit,item,score,count,not_applicable,reason\na,b,c,1,,," + "b" * 70_000 + "\n")
    (refusal,) = read_lines(path, AppraisedLine, file="appraised.csv").refused
    assert (refusal.line, refusal.column, refusal.type) == (2, "reason", "text-too-long")


def test_an_endless_code_or_number_is_left_for_the_platform_to_refuse_as_what_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, "set,unit,code\na,b,c\na," + "b" * 70_000 + ",c\n")
    read = read_lines(path, KnockOutLine, file="knock_outs.csv")
    assert (read.refused, [line.line for line in read.lines], len(read.lines[1].unit)) == ((), [2, 3], MAX_CELL_CODE_POINTS)


def test_endless_combining_marks_take_no_endless_time(tmp_path: Path) -> None:
    marks = "a" + "\u0301\u0323" * 30_000
    path = written(tmp_path, "set,unit,code\n" + f"a,b,{marks}\n" * 40)
    assert len(read_lines(path, KnockOutLine, file="knock_outs.csv").lines) == 40


@pytest.mark.parametrize(
    "header",
    [
        "",
        "\n",
        "\nset,unit,code\na,b,c\n",
        "unit,set,code\n",
        "set,unit\n",
        "set,unit,code,more\n",
        "set;unit;code\n",
        "Set,unit,code\n",
        " set,unit,code\n",
    ],
)
def test_any_other_header_is_a_fault_of_the_folder_on_line_1(tmp_path: Path, header: str) -> None:
    with pytest.raises(FolderFault) as caught:
        read_lines(written(tmp_path, header), KnockOutLine, file="knock_outs.csv")
    assert (caught.value.file, caught.value.line) == ("knock_outs.csv", 1)


def test_a_header_of_a_million_columns_is_told_in_one_short_line(tmp_path: Path) -> None:
    with pytest.raises(FolderFault) as caught:
        read_lines(written(tmp_path, "set," * 1_000_000 + "\n"), KnockOutLine, file="knock_outs.csv")
    assert len(str(caught.value)) < 400


def test_a_quoted_header_and_no_lines_are_fine(tmp_path: Path) -> None:
    read: Lines[KnockOutLine] = read_lines(written(tmp_path, '\ufeff"set","unit","code"'), KnockOutLine, file="knock_outs.csv")
    assert (read.lines, read.refused) == ((), ())


def test_evidence_names_are_split_at_semicolons_only() -> None:
    def line(evidence: str) -> DeclaredLine:
        return DeclaredLine(2, "", "", "", "", "", "", "", "", "", evidence)

    assert line("").evidence_names == ()
    assert line("Tờ trình, kèm dự thảo.docx;a.pdf").evidence_names == ("Tờ trình, kèm dự thảo.docx", "a.pdf")
    assert line("a.pdf;").evidence_names == ("a.pdf", "")
