"""Tables that people take away: CSV for programs and spreadsheets, XLSX; numbers as numbers, and words never as formulas."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO, StringIO

from chamdiem_kit.workbooks import new_workbook
from chamdiem_rules.instants import VIETNAM

Cell = str | int | Decimal | datetime | None
"""None is a blank cell; an instant is shown in Vietnam's time."""

_BOM = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_767
_MOST_EXACT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` in characters."""

    title: str
    width: int = 14


def csv_table(columns: Sequence[Column], lines: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with its mark, so that spreadsheets read it; numbers with a dot, instants as ISO 8601."""
    made = StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([_word(column.title) for column in columns])
    for line in lines:
        writer.writerow([_plain(cell) for cell in line])
    return (_BOM + made.getvalue()).encode()


def xlsx_table(title: str, columns: Sequence[Column], lines: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet with a fixed head and a filter; equal tables are equal bytes."""
    file = BytesIO()
    book = new_workbook(file, title, row_by_row=True)
    sheet = book.add_worksheet(title[:31])
    head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"})
    words = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    numbers = book.add_format({"valign": "top"})
    instants = book.add_format({"valign": "top", "align": "left", "num_format": "dd/mm/yyyy hh:mm:ss"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, head)
    sheet.freeze_panes(1, 0)
    row = 0
    for row, line in enumerate(lines, start=1):
        for place, cell in enumerate(line):
            match cell:
                case None | "":
                    continue
                case datetime():
                    sheet.write_datetime(row, place, cell.astimezone(VIETNAM).replace(tzinfo=None), instants)
                case int() | Decimal() if len(Decimal(cell).as_tuple().digits) <= _MOST_EXACT_DIGITS:
                    sheet.write_number(row, place, cell, numbers)
                case _:
                    sheet.write_string(row, place, str(cell)[:_LONGEST_CELL], words)
    sheet.autofilter(0, 0, max(row, 1), len(columns) - 1)
    book.close()
    return file.getvalue()


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return cell.astimezone(VIETNAM).isoformat(timespec="seconds")
        case Decimal():
            return f"{cell:f}"
        case int():
            return str(cell)
        case _:
            return _word(cell)


def _word(text: str) -> str:
    """A cell that begins like a formula would be run by the spreadsheet that opens it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
