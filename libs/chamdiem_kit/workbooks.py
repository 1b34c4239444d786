"""The one way to begin an XLSX file: no word becomes a formula, a link or a number, and equal contents are equal bytes."""

from datetime import datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIXED: Final = datetime(2021, 1, 1)  # noqa: DTZ001 - the file format has no time zone; a real time would make equal data differ
_LONGEST_TITLE: Final = 255


def new_workbook(file: BytesIO, title: str, *, row_by_row: bool = False) -> Any:
    """A workbook to be written into `file`. `row_by_row`: each line is let go of when the next begins, for long tables."""
    kept = {"constant_memory": True} if row_by_row else {"in_memory": True}
    book = xlsxwriter.Workbook(file, {**kept, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": title[:_LONGEST_TITLE], "created": _FIXED})
    return book
