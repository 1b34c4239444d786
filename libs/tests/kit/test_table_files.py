"""Tables to take away: what a spreadsheet shows of them, and what it must never run."""

import csv
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl

from chamdiem_kit.table_files import table_file
from chamdiem_kit.tables import Column, csv_table, xlsx_table

COLUMNS = (Column("Đơn vị", 40), Column("Điểm"), Column("Gửi lúc", 20), Column("=1+1"))
SENT = datetime(2022, 12, 15, 10, 0, tzinfo=UTC)
LINES = [["Sở Y tế", Decimal("-92.8300"), SENT, "+84 237"], ['=HYPERLINK("http://x")', 3, None, ""]]


def test_a_csv_reads_back_with_dots_and_iso_instants_and_no_formula() -> None:
    made = csv_table(COLUMNS, LINES)
    assert made.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(StringIO(made.decode("utf-8-sig"), newline=""))) == [
        ["Đơn vị", "Điểm", "Gửi lúc", "'=1+1"],
        ["Sở Y tế", "-92.8300", "2022-12-15T17:00:00+07:00", "'+84 237"],
        ['\'=HYPERLINK("http://x")', "3", "", ""],
    ]


def test_a_workbook_holds_numbers_as_numbers_instants_in_vietnam_and_words_as_words() -> None:
    sheet = openpyxl.load_workbook(BytesIO(xlsx_table("Tiến độ", COLUMNS, LINES))).active
    assert sheet is not None
    assert (sheet.title, sheet.freeze_panes) == ("Tiến độ", "A2")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_col=4)]
    assert rows == [["Sở Y tế", -92.83, datetime(2022, 12, 15, 17, 0), "+84 237"], ['=HYPERLINK("http://x")', 3, None, None]]  # noqa: DTZ001
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_number_that_a_spreadsheet_would_round_stays_a_word() -> None:
    sheet = openpyxl.load_workbook(BytesIO(xlsx_table("Số", [Column("Số")], [[10**20]]))).active
    assert sheet is not None
    assert sheet["A2"].value == "100000000000000000000"


def test_equal_tables_are_equal_bytes() -> None:
    assert xlsx_table("Số", COLUMNS, LINES) == xlsx_table("Số", COLUMNS, LINES)


def test_a_download_has_a_name_that_every_browser_takes() -> None:
    answer = table_file("csv", "tiến-độ", "Tiến độ", COLUMNS, LINES)
    assert answer.headers["content-disposition"] == 'attachment; filename="ti?n-??.csv"'
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
