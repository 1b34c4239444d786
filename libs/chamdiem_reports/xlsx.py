"""Layout to XLSX: one sheet for the facts and the text, one for each table, numbers as numbers and words never as formulas."""

from datetime import datetime
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from chamdiem_reports.layout import Align, AppendixTitle, Cell, Layout, Opening, Paragraph, Table
from chamdiem_reports.qr import qr_png
from chamdiem_reports.safe_text import clean
from chamdiem_reports.seal_text import QR_ALT, footer_lines, rehearsal_mark

FACTS = "Thông tin"
HEAD_ROW = 3  # counted from 0; above it title and seal
_LONGEST = 32_767  # characters a cell can hold
_LONGEST_FOOTER = 125  # of 255 for the whole footer with its codes
_CUT = "… (đã cắt bớt, xem bản PDF hoặc DOCX)"
_FACT_WIDTH = 90
_LETTERS = 1.1  # of running text in the width of one digit
_LINE_PT, _HIGHEST_PT = 15.5, 409  # no row can be higher
_FORMULA_STARTS = ("=", "+", "-", "@")
_FIXED = datetime(2021, 1, 1)  # noqa: DTZ001 - the file format has no time zone; a real time would make equal data differ
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FONT = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}


class _Book:
    """A workbook with the formats asked of it so far."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.file = BytesIO()
        self.book = xlsxwriter.Workbook(self.file, _OPTIONS)
        self.book.set_properties({"title": clean(layout.title)[:255], "created": _FIXED})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **properties: Any) -> Any:
        key = tuple(properties.items())
        if key not in self._formats:
            self._formats[key] = self.book.add_format({**_FONT, **properties})
        return self._formats[key]

    def add_sheet(self, name: str, title: str, *, landscape: bool) -> Any:
        """A sheet with title and seal in its first rows and on every printed page."""
        sheet = self.book.add_worksheet(name)
        seal = self.layout.seal
        mark = rehearsal_mark(seal)
        first, second = footer_lines(seal)
        sheet.write_string(0, 0, _fitting(title), self.format(bold=True, font_size=14, text_wrap=False))
        seen = {"bold": True, "font_color": "red"} if mark else {}
        sheet.write_string(1, 0, first, self.format(text_wrap=False, **seen))
        sheet.write_string(2, 0, second, self.format(text_wrap=False, font_size=9))
        sheet.set_paper(9)  # A4
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=1.1)
        sheet.set_header(f'&L&"Times New Roman,Bold"&14{mark}&C&"Times New Roman"&13&P' if mark else '&C&"Times New Roman"&13&P')
        footer = f"{first.replace('&', '+')[:_LONGEST_FOOTER]}\n{second}"  # an ampersand would start a code
        picture = {"image_right": "qr.png", "image_data_right": BytesIO(qr_png(seal.check_url))}
        sheet.set_footer(f'&L&"Times New Roman"&8{footer}&R&G', picture)
        return sheet

    def closed(self) -> bytes:
        self.book.close()
        return self.file.getvalue()


def write_xlsx(layout: Layout) -> bytes:
    """The XLSX file."""
    book = _Book(layout)
    _add_facts(book, layout)
    for section in layout.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                _add_table(book, block, landscape=section.landscape)
    return book.closed()


def _add_facts(book: _Book, layout: Layout) -> None:
    sheet = book.add_sheet(FACTS, layout.title, landscape=False)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, _FACT_WIDTH)
    picture = {"image_data": BytesIO(qr_png(layout.seal.check_url)), "x_scale": 0.35, "y_scale": 0.35, "description": QR_ALT}
    sheet.insert_image(HEAD_ROW, 2, "qr.png", picture)
    row = HEAD_ROW
    for label, value in layout.info:
        _write_text(book, sheet, row, 0, label, bold=True, border=1)
        _write_text(book, sheet, row, 1, value, border=1)
        sheet.set_row(row, _height([(value, _FACT_WIDTH)]))
        row += 1
    row += 1
    for section in layout.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                strong = block.style in ("heading", "subheading")
                _write_text(book, sheet, row, 0 if strong else 1, block.text, bold=strong, text_wrap=not strong)
                sheet.set_row(row, _height([(block.text, 1000 if strong else _FACT_WIDTH)]))
                row += 1


def _add_table(book: _Book, table: Table, *, landscape: bool) -> None:
    sheet = book.add_sheet(table.sheet, _title_of(book.layout, table), landscape=landscape)
    head = book.format(bold=True, border=1, align="center", valign="vcenter")
    widths = [max(7.0, column.width * 0.55) for column in table.columns]
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(HEAD_ROW, place, column.title, head)
    sheet.set_row(HEAD_ROW, _height([(column.title, width * 0.8) for column, width in zip(table.columns, widths, strict=True)]))
    for line, row in enumerate(table.rows, start=HEAD_ROW + 1):
        for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            _write_cell(book, sheet, line, place, cell, column.align, bold=row.bold and not column.plain)
        sheet.set_row(line, _height([(cell.shown, width) for cell, width in zip(row.cells, widths, strict=True)]))
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    sheet.repeat_rows(HEAD_ROW)


def _height(cells: list[tuple[str, float]]) -> float:
    """Points for the tallest of these texts in columns so many characters wide: not every program fits rows to wrapped text."""
    lines = max(sum(ceil((len(line) or 1) / (width * _LETTERS)) for line in words.split("\n")) for words, width in cells)
    return min(lines * _LINE_PT + 3, _HIGHEST_PT)


def _title_of(layout: Layout, table: Table) -> str:
    for section in layout.sections:
        if table in section.blocks:
            for block in section.blocks:
                if isinstance(block, AppendixTitle):
                    return f"{block.heading}: {block.title}"
                if isinstance(block, Opening):
                    return f"{table.sheet} - {block.abstract}".replace("\n", " ")
    return layout.title


def _write_cell(book: _Book, sheet: Any, row: int, column: int, cell: Cell, align: Align, *, bold: bool) -> None:
    if cell.number is None:
        _write_text(book, sheet, row, column, cell.text, bold=bold, border=1, align=align)
        return
    places = "0" if cell.decimals == 0 else "0." + "0" * cell.decimals
    number_format = f"+#,##{places};-#,##{places};{places}" if cell.signed else f"#,##{places}"
    formatting = book.format(bold=bold, border=1, align=align, num_format=number_format)
    sheet.write_number(row, column, cell.number, formatting)


def _write_text(book: _Book, sheet: Any, row: int, column: int, words: str, **properties: Any) -> None:
    shown = _fitting(words)
    if not shown:
        sheet.write_blank(row, column, None, book.format(**properties))
        return
    if shown.startswith(_FORMULA_STARTS):
        # Without it a spreadsheet makes a formula of the cell as soon as somebody edits it.
        properties["quote_prefix"] = True
    sheet.write_string(row, column, shown, book.format(**properties))


def _fitting(words: str) -> str:
    shown = clean(words)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - len(_CUT)] + _CUT
