"""The lines of the folder's CSV files: each a typed line or, where its cells do not fit the header, a refusal.

What a cell says is judged by the platform; here only the form of the file is (docs/design/cycle-folder.md, "What goes in").
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Generic, TypeVar

from chamdiem.cycle.csv_records import MAX_CELL_CODE_POINTS, Record, read_records
from chamdiem.cycle.faults import FolderFault, one_line
from chamdiem_rules import text


@dataclass(frozen=True, slots=True)
class UnitLine:
    line: int
    code: str
    name: str
    unit_type: str
    ranking_group: str


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    line: int
    set: str
    unit: str
    item: str
    option: str
    numerator: str
    denominator: str
    count: str
    not_applicable: str
    explanation: str
    evidence: str

    @property
    def evidence_names(self) -> tuple[str, ...]:
        """File names between `;`, in their order; an empty one between two `;` stays, for the platform to refuse."""
        return tuple(self.evidence.split(";")) if self.evidence else ()


@dataclass(frozen=True, slots=True)
class SentLine:
    line: int
    set: str
    unit: str
    sent_at: str


@dataclass(frozen=True, slots=True)
class AppraisedLine:
    line: int
    set: str
    unit: str
    item: str
    score: str
    count: str
    not_applicable: str
    reason: str


@dataclass(frozen=True, slots=True)
class ResponseLine:
    line: int
    unit: str
    form: str
    valid: str


@dataclass(frozen=True, slots=True)
class SurveyLine:
    line: int
    unit: str
    form: str
    question: str
    option: str
    count: str


@dataclass(frozen=True, slots=True)
class KnockOutLine:
    line: int
    set: str
    unit: str
    code: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """One line the platform refused: a row of `rejected.csv`. `column` the first at fault or empty, `message` Vietnamese."""

    file: str
    line: int
    column: str
    type: str
    message: str


L = TypeVar("L", UnitLine, DeclaredLine, SentLine, AppraisedLine, ResponseLine, SurveyLine, KnockOutLine)


@dataclass(frozen=True, slots=True)
class Lines(Generic[L]):
    """One CSV file: its typed lines in their order, every cell in NFC, and the refusals of those that are none."""

    file: str
    lines: tuple[L, ...] = ()
    refused: tuple[Refusal, ...] = ()


def columns_of(kind: type[L]) -> tuple[str, ...]:
    """The columns of a kind of line in the file's order: its fields but the line number."""
    return tuple(f.name for f in fields(kind) if f.name != "line")


def read_lines(path: Path, kind: type[L], *, file: str) -> Lines[L]:
    """All lines of one CSV file under a header that is exactly the kind's columns, on physical line 1.

    Raises `FolderFault` where the file cannot be read at all, is not UTF-8, breaks RFC 4180 or has another header.
    """
    columns = columns_of(kind)
    lines: list[L] = []
    refused: list[Refusal] = []
    try:
        with path.open("rb") as stream:
            records = read_records(stream, columns=len(columns), file=file)
            _check_header(next(records, None), columns, file)
            for line in _typed(records, kind, columns, file):
                if isinstance(line, Refusal):
                    refused.append(line)
                else:
                    lines.append(line)
    except OSError as fault:
        raise FolderFault(file, f"không đọc được tệp: {fault.strerror or fault}.") from fault
    return Lines(file, tuple(lines), tuple(refused))


def _check_header(header: Record | None, columns: tuple[str, ...], file: str) -> None:
    due = ",".join(columns)
    if header is None or header.line != 1:
        raise FolderFault(file, f"thiếu dòng tiêu đề; dòng 1 phải là {due}.", line=1)
    found = tuple(map(nfc, header.cells))
    if found != columns or header.width != len(columns):
        raise FolderFault(file, f"dòng tiêu đề phải là {due}, trong tệp là {one_line(','.join(found), 120)}.", line=1)


def _typed(records: Iterator[Record], kind: type[L], columns: tuple[str, ...], file: str) -> Iterator[L | Refusal]:
    for record in records:
        if record.width != len(columns):
            message = f"Dòng có {record.width} ô, phải có đúng {len(columns)} ô; hãy xem lại dấu phẩy và dấu ngoặc kép."
            yield Refusal(file, record.line, "", "wrong-field-count", message)
        elif record.too_long is not None and columns[record.too_long] in _TEXTS:
            message = f"Ô dài quá {MAX_CELL_CODE_POINTS} ký tự; hãy rút ngắn lại."
            yield Refusal(file, record.line, columns[record.too_long], "text-too-long", message)
        else:
            yield kind(record.line, *map(nfc, record.cells))


# A longer cell of another column is no code, number or time, cut or not, and is refused as such.
_TEXTS = ("name", "explanation", "evidence", "reason")
_MARKS_IN_A_ROW = 1_000


def nfc(cell: str) -> str:
    """The cell in NFC; left as it is where a run of over a thousand combining marks would take time by its square to order."""
    if cell.isascii() or (len(cell) > _MARKS_IN_A_ROW and _has_endless_marks(cell)):
        return cell
    return text.nfc(cell)


def _has_endless_marks(cell: str) -> bool:
    run = 0
    for character in cell:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MARKS_IN_A_ROW:
            return True
    return False
