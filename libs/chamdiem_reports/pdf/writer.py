"""Layout to PDF by typst, with the fonts of this package only.

The same layout gives the same bytes: no date is written, and the file's id is typst's hash of its content.
"""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from chamdiem_reports.layout import (
    KEPT_TOGETHER,
    AppendixTitle,
    Block,
    Cell,
    DottedLines,
    Layout,
    Opening,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
)
from chamdiem_reports.qr import qr_svg
from chamdiem_reports.safe_text import breakable, clean
from chamdiem_reports.seal_text import MOTTO, NATION, QR_ALT, RECIPIENTS, footer_lines, rehearsal_mark

_HERE = Path(__file__).parent
_AGING = 11
_one_at_a_time = Lock()  # a compiler can only be used by one thread at a time


def write_pdf(layout: Layout) -> bytes:
    """The PDF file."""
    return _compile(layout, "pdf")[0]


def write_png_pages(layout: Layout, ppi: int = 100) -> list[bytes]:
    """One PNG for each page, to look at."""
    return _compile(layout, "png", ppi=ppi)


def _compile(layout: Layout, file_format: str, **options: Any) -> list[bytes]:
    inputs = {"document": json.dumps(_document(layout), ensure_ascii=False), "qr": qr_svg(layout.seal.check_url)}
    with _one_at_a_time:
        made = _compiler("official.typ").compile(format=file_format, pdf_tags=False, sys_inputs=inputs, **options)
        # What typst remembers of a document ages by one with each compilation and goes after ten; the next document shares
        # nothing with it. Without this a process that renders many keeps 400 MB of it, for no gain in time.
        for _ in range(_AGING):
            _compiler("nothing.typ").compile(format="pdf")
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> Any:
    # The fonts inside typst stand in for signs that Tinos lacks; the system's are left out, they differ between machines.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(_HERE.parent / "fonts")])


@cache
def _compiler(template: str) -> Any:
    return typst.Compiler(str(_HERE / template), root=str(_HERE), font_paths=_fonts())


def _document(layout: Layout) -> dict[str, Any]:
    return {
        "title": clean(layout.title),
        "rehearsal": rehearsal_mark(layout.seal),
        "footer": footer_lines(layout.seal),
        "qr_alt": QR_ALT,
        "sections": [
            {"landscape": section.landscape, "blocks": [_block(block, section) for block in section.blocks]} for section in layout.sections
        ],
    }


def _block(block: Block, section: Section) -> dict[str, Any]:
    match block:
        case Opening():
            return {
                "t": "opening",
                "landscape": section.landscape,
                "parent": _words(block.head.parent_body.upper()),
                "issuer": _words(block.head.issuing_body.upper()),
                "nation": NATION,
                "motto": MOTTO,
                "number": _words(block.number),
                "place_and_date": _words(block.place_and_date),
                "kind": block.kind,
                "abstract": _words(block.abstract),
            }
        case AppendixTitle():
            return {
                "t": "appendix",
                "heading": block.heading,
                "title": _words(block.title.upper()),
                "belongs_to": _words(block.belongs_to),
            }
        case Paragraph():
            return {"t": "paragraph", "style": block.style, "texts": _lines(block.text)}
        case DottedLines():
            return {"t": "dotted", "lines": block.lines}
        case Table():
            return _table(block)
        case Signature():
            return {
                "t": "signature",
                "label": RECIPIENTS,
                "recipients": [_words(f"- {who}") for who in block.recipients],
                "position": _lines(block.position.upper()),
                "name": _words(block.name),
            }


def _table(table: Table) -> dict[str, Any]:
    return {
        "t": "table",
        "size": table.size,
        "widths": [column.width for column in table.columns],
        "align": [column.align for column in table.columns],
        "head": [_words(column.title) for column in table.columns],
        "rows": [_row(table, row) for row in table.rows],
    }


def _row(table: Table, row: Row) -> list[Any]:
    if row.bold:
        return [_cell(cell) if column.plain else {"b": _cell(cell)} for column, cell in zip(table.columns, row.cells, strict=True)]
    cells: list[Any] = [_cell(cell) for cell in row.cells]
    if max(map(len, cells)) <= KEPT_TOGETHER:
        cells[0] = {"whole": cells[0]}  # one cell that may not break keeps its row on one page
    return cells


def _cell(cell: Cell) -> str:
    return cell.shown if cell.number is not None else _words(cell.text)


def _words(value: str) -> str:
    return breakable(clean(value))


def _lines(value: str) -> list[str]:
    return [line for line in _words(value).split("\n") if line.strip()]
