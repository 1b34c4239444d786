"""A document as pages of blocks: what the composers write and the writers of PDF, DOCX and XLSX read.

So every format says the same, and a new document needs no new writer.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from chamdiem_reports.documents import Head, Seal
from chamdiem_reports.vietnamese import format_number, format_signed

Align = Literal["left", "center", "right"]
ParagraphStyle = Literal["basis", "body", "heading", "subheading", "note"]

KEPT_TOGETHER = 400  # characters of a cell; rows with longer ones may go over to the next page


@dataclass(frozen=True, slots=True)
class Cell:
    """Text, or a number that documents print in Vietnamese and spreadsheets keep as a number; both empty: blank."""

    text: str = ""
    number: Decimal | None = None
    decimals: int = 0
    signed: bool = False

    @property
    def shown(self) -> str:
        """What a reader sees."""
        if self.number is None:
            return self.text
        return format_signed(self.number, self.decimals) if self.signed else format_number(self.number, self.decimals)


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share of the table's width, in millimetres of a page as wide as the sum; `plain` stays regular in bold rows."""

    title: str
    width: int
    align: Align = "left"
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """As many cells as the table has columns."""

    cells: tuple[Cell, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head repeated on each page; `sheet` is its name in a spreadsheet, `size` in points."""

    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    size: int = 12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; line feeds in `text` part it into several of the same style."""

    text: str
    style: ParagraphStyle = "body"


@dataclass(frozen=True, slots=True)
class DottedLines:
    """Room to write by hand."""

    lines: int = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """The two-column head, the kind of document in capitals and its abstract; `number` as printed, empty: no such line."""

    head: Head
    number: str
    place_and_date: str
    kind: str
    abstract: str


@dataclass(frozen=True, slots=True)
class AppendixTitle:
    """Phụ lục: heading, title in capitals, and the document it belongs to."""

    heading: str
    title: str
    belongs_to: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Nơi nhận on the left, position and name on the right."""

    recipients: tuple[str, ...]
    position: str
    name: str


Block = Opening | AppendixTitle | Paragraph | DottedLines | Table | Signature


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation; each section starts a page."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole document; `info` are label and value pairs that open a spreadsheet."""

    title: str
    seal: Seal
    sections: tuple[Section, ...]
    info: tuple[tuple[str, str], ...] = ()


def text(value: str) -> Cell:
    """A cell of text."""
    return Cell(text=value)


def number(value: Decimal | int | None, decimals: int = 0, *, signed: bool = False) -> Cell:
    """A cell with a number, blank for None."""
    return BLANK if value is None else Cell(number=Decimal(value), decimals=decimals, signed=signed)


BLANK = Cell()
