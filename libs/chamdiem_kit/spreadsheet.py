"""Tables that people upload (XLSX, or CSV as Excel writes it): read within bounds, every cell with its place."""

import base64
import binascii
import csv
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO
from itertools import islice
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from chamdiem_kit.errors import FieldError, Invalid
from chamdiem_rules.text import nfc

MAX_ROWS = 1000
_MAX_COLUMNS = 60
_MAX_CELL = 5000
_MAX_UNPACKED_BYTES = 40 * 1024 * 1024
_BLANK_ROWS_TO_SKIP = 50


class NotATable(Invalid):
    type = "request/not-a-table"
    title = "Không đọc được bảng tính"


@dataclass(frozen=True)
class Row:
    """One line of the table: its number as the spreadsheet shows it, and the text of every known column, blank where nothing stands."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """What was read. `letters` gives the letter of a known column."""

    rows: Sequence[Row]
    letters: Mapping[str, str]

    def place(self, row: Row, column: str) -> str:
        """`C5`, or the whole line `5` where the column is none of the file's."""
        return f"{self.letters.get(column, '')}{row.number}"


def decoded(content: str) -> bytes:
    """A file that came as base64 in JSON. Raises `NotATable`."""
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise _refuse("Nội dung tệp bị hỏng trên đường gửi; hãy chọn lại tệp rồi gửi lại.") from fault


def read_table(content: bytes, columns: Mapping[str, Sequence[str]], needed: Iterable[str], *, decimal_comma: bool = False) -> Table:
    """The first sheet's table, at most `MAX_ROWS` lines; `columns` gives for each column the titles that it may bear.

    Titles are compared without case, marks of need (`*`) and double spaces. With `decimal_comma` a number of an XLSX cell is written as
    people in Vietnam do, so that it cannot be taken for a text like `1.260`. Raises `NotATable` where the file is none, is too large, or
    lacks a needed column.
    """
    lines = iter(_xlsx(content, decimal_comma) if content[:4] == b"PK\x03\x04" else _csv(content))
    number, found = _head(lines, {_plain(title): name for name, titles in columns.items() for title in (name, *titles)})
    missing = [columns[name][0] for name in needed if name not in found.values()]
    if missing:
        raise _refuse(f"Dòng {number} thiếu cột {', '.join(missing)}; hãy dùng tệp mẫu và giữ nguyên dòng tiêu đề.")
    if len(set(found.values())) != len(found):
        raise _refuse(f"Dòng {number} có hai cột cùng tên; hãy bỏ một cột.")
    rows = []
    for number, line in lines:
        cells = {name: line[place] if place < len(line) else "" for place, name in found.items()}
        if any(cells.values()):
            rows.append(Row(number, {name: cells.get(name, "") for name in columns}))
        if len(rows) > MAX_ROWS:
            raise _refuse(f"Tệp có hơn {MAX_ROWS} dòng; hãy chia thành nhiều tệp.")
    if not rows:
        raise _refuse("Dưới dòng tiêu đề chưa có dòng nào; hãy điền rồi gửi lại.")
    return Table(rows, {name: get_column_letter(place + 1) for place, name in found.items()})


def _head(lines: Iterable[tuple[int, list[str]]], wanted: Mapping[str, str]) -> tuple[int, dict[int, str]]:
    """The first line that bears two known titles: its number, and the column that stands at each place."""
    for number, line in lines:
        found = {place: wanted[_plain(title)] for place, title in enumerate(line) if _plain(title) in wanted}
        if len(set(found.values())) > 1:
            return number, found
    raise _refuse("Không thấy dòng tiêu đề; hãy dùng tệp mẫu và giữ nguyên dòng tiêu đề.")


def _xlsx(content: bytes, decimal_comma: bool) -> Iterable[tuple[int, list[str]]]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MAX_UNPACKED_BYTES:
                raise _refuse("Tệp quá lớn khi giải nén; hãy xóa các trang tính và định dạng thừa.")
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # What the file says of its own size may be wrong.
        sheet.reset_dimensions()
    except NotATable:
        raise
    except Exception as fault:
        raise _refuse("Tệp không phải XLSX hoặc đã hỏng; hãy mở bằng Excel rồi lưu lại.") from fault
    return _numbered(_values(sheet, decimal_comma))


def _values(sheet: Any, decimal_comma: bool) -> Iterable[list[str]]:
    try:
        for line in sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True):
            yield [_text(_with_comma(value) if decimal_comma else value) for value in line]
    except Exception as fault:
        raise _refuse("Tệp không phải XLSX hoặc đã hỏng; hãy mở bằng Excel rồi lưu lại.") from fault


def _csv(content: bytes) -> Iterable[tuple[int, list[str]]]:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _refuse("Tệp không phải XLSX, cũng không phải CSV mã UTF-8; hãy lưu lại bằng Excel dạng .xlsx.") from fault
    if "\x00" in words:
        raise _refuse("Tệp không phải XLSX hay CSV; hãy chọn đúng tệp.")
    first = words[: words.find("\n")] if "\n" in words else words
    delimiter = max(";,\t", key=first.count)
    try:
        lines = [[_text(value) for value in line[:_MAX_COLUMNS]] for line in islice(csv.reader(StringIO(words), delimiter=delimiter), 5000)]
    except csv.Error as fault:
        raise _refuse("Tệp CSV bị hỏng; hãy lưu lại bằng Excel dạng .xlsx.") from fault
    return _numbered(lines)


def _numbered(lines: Iterable[list[str]]) -> Iterable[tuple[int, list[str]]]:
    blank = 0
    for number, line in enumerate(lines, start=1):
        blank = 0 if any(line) else blank + 1
        if blank > _BLANK_ROWS_TO_SKIP:
            return
        yield number, line


def _with_comma(value: object) -> object:
    return repr(value).replace(".", ",") if isinstance(value, float) and not value.is_integer() else value


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime):
        value = value.date()
    return nfc(str(value)).strip()[:_MAX_CELL]


def _plain(title: str) -> str:
    return " ".join(title.replace("*", " ").split()).casefold()


def _refuse(detail: str) -> NotATable:
    return NotATable(detail, errors=(FieldError("/content", detail),))
