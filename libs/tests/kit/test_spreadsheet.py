"""Tables that people upload."""

import base64
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from chamdiem_kit.spreadsheet import MAX_ROWS, NotATable, decoded, read_table

COLUMNS = {"code": ("Mã đơn vị",), "name": ("Tên đơn vị", "Tên"), "valid_from": ("Từ ngày",)}


def _book(*lines: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in lines:
        book.active.append(list(line))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_is_read_by_its_titles_in_any_order() -> None:
    table = read_table(
        _book(("Danh sách đơn vị",), ("TÊN ĐƠN VỊ *", "Ghi chú", "mã  đơn vị", "Từ ngày"), ("Sở A", "x", 7.0, date(2025, 7, 1))),
        COLUMNS,
        ("code", "name"),
    )
    (row,) = table.rows
    assert row.cells == {"code": "7", "name": "Sở A", "valid_from": "2025-07-01"}
    assert (table.place(row, "code"), table.place(row, "name"), table.place(row, "parent_code")) == ("C3", "A3", "3")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_as_excel_writes_it_is_read_with_any_delimiter(delimiter: str) -> None:
    words = f"Mã đơn vị{delimiter}Tên\na{delimiter}Sở A\n\nb{delimiter}Sở B\n"
    table = read_table(b"\xef\xbb\xbf" + words.encode(), COLUMNS, ("code",))
    assert [(r.number, r.cells["code"], r.cells["name"]) for r in table.rows] == [(2, "a", "Sở A"), (4, "b", "Sở B")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "tiêu đề"),
        (b"PK\x03\x04not a book", "hỏng"),
        ("Mã đơn vị,Tên\na,b".encode("utf-16"), "UTF-8"),
        (b"\x00\x01\x02", "chọn đúng tệp"),
        ("Tên,Từ ngày\nA,2025-01-01".encode(), "thiếu cột Mã đơn vị"),
        ("Mã đơn vị,Tên,Tên đơn vị\na,b,c".encode(), "hai cột"),
        ("Mã đơn vị,Tên\n".encode(), "chưa có dòng nào"),
        (("Mã đơn vị,Tên\n" + "a,b\n" * (MAX_ROWS + 1)).encode(), "chia thành nhiều tệp"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(NotATable, match=says):
        read_table(content, COLUMNS, ("code",))


def test_a_book_that_unpacks_to_too_much_is_not_unpacked() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"\0" * (41 * 1024 * 1024))
    with pytest.raises(NotATable, match="quá lớn"):
        read_table(file.getvalue(), COLUMNS, ("code",))


def test_what_is_no_base64_is_refused() -> None:
    assert decoded(base64.b64encode(b"a").decode()) == b"a"
    with pytest.raises(NotATable):
        decoded("?")


def test_a_number_cannot_be_taken_for_a_text_with_thousands() -> None:
    content = _book(("Mã đơn vị", "Tên"), (1.26, "1.260"), (1260, 7.0))
    rows = read_table(content, COLUMNS, ("code",), decimal_comma=True).rows
    assert [(row.cells["code"], row.cells["name"]) for row in rows] == [("1,26", "1.260"), ("1260", "7")]
