"""A set written as a workbook reads back as the same set, and every fault of an edited one is at its cell."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import orjson
import pytest

from chamdiem_assessment.criteria_workbook.reading import read_workbook
from chamdiem_assessment.criteria_workbook.writing import NotInTables, write_workbook
from chamdiem_kit.spreadsheet import NotATable
from chamdiem_rules.canonical import canonical_json, fingerprint
from chamdiem_rules.document import load_yaml

FILES = sorted((Path(__file__).parents[4] / "examples" / "cycle-small" / "criteria").glob("*.yaml"))


def a_subject(name: str = "par-department-2021.yaml") -> dict[str, Any]:
    subject: dict[str, Any] = orjson.loads(canonical_json(load_yaml(FILES[0].with_name(name).read_text())))
    return subject


def edited(edit: Callable[[openpyxl.Workbook], None], subject: dict[str, Any] | None = None) -> bytes:
    book = openpyxl.load_workbook(BytesIO(write_workbook(subject or a_subject())))
    edit(book)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_an_example_set_keeps_its_fingerprint_through_a_workbook(file: Path) -> None:
    tree = load_yaml(file.read_text())
    read = read_workbook(write_workbook(orjson.loads(canonical_json(tree))))
    assert read.faults == []
    assert fingerprint(read.tree) == fingerprint(tree)


def test_a_workbook_saved_by_another_program_keeps_the_fingerprint() -> None:
    assert fingerprint(read_workbook(edited(lambda _: None)).tree) == fingerprint(a_subject())


def test_what_has_no_place_in_a_table_is_refused_rather_than_lost() -> None:
    with pytest.raises(NotInTables):
        write_workbook({**a_subject(), "grades": None})


def test_numbers_words_and_lists_are_read_as_people_write_them() -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Tiêu chí"]
        titles = [cell.value for cell in sheet[1]]
        row = next(r for r in sheet.iter_rows(min_row=2) if r[1].value == "1.1.1")
        row[titles.index("Điểm tối đa")].value = "0,75"
        row[titles.index("Tự chấm")].value = "không"
        row[titles.index("Cách chấm")].value = "TỶ LỆ"
        row[titles.index("Tài liệu kiểm chứng")].value = "Kế hoạch\n\n Báo cáo "

    leaf = read_workbook(edited(edit)).tree["fields"][0]["criteria"][0]["sub_criteria"][0]
    assert leaf["max_score"] == "0.75"
    assert leaf["self_scored"] is False
    assert leaf["scoring"]["method"] == "ratio"
    assert leaf["evidence"] == ["Kế hoạch", "Báo cáo"]


def test_what_the_workbook_is_wrong_in_is_told_by_cell() -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book.create_sheet("Nháp")["A1"] = "x"
        book["Tiêu chí"]["A3"] = "Mục"
        book["Tiêu chí"]["AB1"] = "Ghi chú"
        book["Bậc điểm"]["A2"] = "9.9.9"
        book["Tiêu chí"]["F40"] = "có thể"

    cells = {fault.cell for fault in read_workbook(edited(edit)).faults}
    assert {"Nháp!A1", "Tiêu chí!A3", "Tiêu chí!AB1", "Bậc điểm!A2", "Tiêu chí!F40"} <= cells


def test_a_fault_of_the_rules_finds_its_cell() -> None:
    book = read_workbook(write_workbook(a_subject()))
    leaf = "fields[0].criteria[0].sub_criteria[0]"
    assert book.cell_at(f"{leaf}.max_score") == "Tiêu chí!D4"
    assert book.cell_at(f"{leaf}.scoring.levels[1].score") == "Bậc điểm!F3"
    assert book.cell_at(f"{leaf}.scoring.nothing") == book.cell_at(f"{leaf}.scoring")
    assert book.cell_at("appraisers.STP.unit").startswith("Cơ quan thẩm định!B")
    assert book.cell_at("max_score") == "Bộ tiêu chí!B9"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 6_000_000, b"code,title\n1,2\n"], ids=["empty", "cut", "large", "csv"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(NotATable):
        read_workbook(content)
