"""Records of one CSV file by RFC 4180, strictly, with the physical line where each starts, in bounded memory.

The standard reader takes a quote in the middle of a bare field as text and counts no line for a record's start, so an
unclosed quote would swallow lines unseen. Here anything that RFC 4180 does not allow is a fault of the folder.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from chamdiem.cycle.faults import FolderFault

# No column takes a longer value: a text has 10,000 code points in NFC, at most four times as many before it.
MAX_CELL_CODE_POINTS = 65_536
_CHUNK_BYTES = 1 << 20
# Nearly every line of a real file is whole, without quotes and short, so it is split at once.
_PLAIN_LINE = re.compile(rf'[^"\r\n]{{0,{MAX_CELL_CODE_POINTS}}}\r?\n')
_STOPS = re.compile(r'[",\r\n]')

_OPEN_QUOTE = "dấu ngoặc kép mở ở bản ghi này không được đóng lại; hãy thêm dấu đóng."
_AFTER_QUOTE = "có chữ ngay sau dấu ngoặc kép đóng; có thể một dấu ngoặc kép trước đó chưa được đóng hoặc chưa được viết đôi."
_INNER_QUOTE = "có dấu ngoặc kép giữa một ô không bọc trong ngoặc kép; hãy bọc cả ô và viết đôi dấu ngoặc kép bên trong."
_LONE_RETURN = "có ký tự CR đứng một mình; hãy kết thúc dòng bằng LF hoặc CRLF."
_NOT_UTF8 = "không phải văn bản UTF-8; hãy lưu lại tệp với bảng mã UTF-8."


@dataclass(frozen=True, slots=True)
class Record:
    """One record. `line` is the physical line (from 1) where it starts; `width` counts all its cells, of which only the
    first `columns` + 1 are kept; `too_long` is the index of its first kept cell above `MAX_CELL_CODE_POINTS`, cut there."""

    line: int
    cells: tuple[str, ...]
    width: int
    too_long: int | None = None


def read_records(stream: BinaryIO, *, columns: int, file: str) -> Iterator[Record]:
    """The records of a binary stream, blank lines passed over; a byte order mark at the start is dropped.

    Raises `FolderFault` (with the physical line) for bytes that are not UTF-8, for a quote left open or out of place, and for
    a carriage return alone outside quotes.
    """
    parser = _Parser(file=file, kept=columns + 1)
    for number, text in _lines(stream, file):
        parser.line = number
        yield from parser.take(text)
    yield from parser.end()


def _lines(stream: BinaryIO, file: str) -> Iterator[tuple[int, str]]:
    """Physical lines with their number; a line longer than a chunk comes in pieces, never cut inside CR LF."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    number, held, first = 1, "", True
    while True:
        chunk = stream.readline(_CHUNK_BYTES)
        if first:
            chunk, first = chunk.removeprefix(codecs.BOM_UTF8), False
            if not chunk:
                chunk = stream.readline(_CHUNK_BYTES)
        try:
            text = held + decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as fault:
            raise FolderFault(file, _NOT_UTF8, line=number) from fault
        held = "\r" if chunk and text.endswith("\r") else ""
        if held:
            text = text[:-1]
        if text:
            yield number, text
        if not chunk:
            return
        number += chunk.endswith(b"\n")


@dataclass(slots=True)
class _Parser:
    file: str
    kept: int
    line: int = 1
    _start: int = 1
    _cells: list[str] = field(default_factory=list)
    _width: int = 0
    _too_long: int | None = None
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _state: str = "record"  # record, field, bare, quoted, closed: what may come next

    def take(self, text: str) -> Iterator[Record]:
        if self._state == "record" and _PLAIN_LINE.fullmatch(text):
            cells = text.rstrip("\r\n").split(",")
            if cells != [""]:  # a blank line is passed over
                yield Record(self.line, tuple(cells[: self.kept]), len(cells))
            return
        at = 0
        while at < len(text):
            if self._state == "record":
                self._start = self.line
            if self._state == "quoted":
                at = self._inside_quotes(text, at)
            elif self._state in ("record", "field") and text[at] == '"':
                self._state, at = "quoted", at + 1
            else:
                at, record = self._outside_quotes(text, at)
                if record is not None:
                    yield record

    def end(self) -> Iterator[Record]:
        if self._state == "quoted":
            raise FolderFault(self.file, _OPEN_QUOTE, line=self._start)
        if self._state != "record":
            yield self._close_record()

    def _inside_quotes(self, text: str, at: int) -> int:
        quote = text.find('"', at)
        if quote < 0:
            self._add(text[at:])
            return len(text)
        self._add(text[at:quote])
        self._state = "closed"
        return quote + 1

    def _outside_quotes(self, text: str, at: int) -> tuple[int, Record | None]:
        if self._state == "closed" and text[at] == '"':  # a doubled quote is one
            self._add('"')
            self._state = "quoted"
            return at + 1, None
        stop = _STOPS.search(text, at)
        upto = stop.start() if stop else len(text)
        if upto > at:
            if self._state == "closed":
                raise FolderFault(self.file, _AFTER_QUOTE, line=self.line)
            self._add(text[at:upto])
            self._state = "bare"
        if stop is None:
            return upto, None
        match stop.group():
            case ",":
                self._close_cell()
                self._state = "field"
                return upto + 1, None
            case '"':
                raise FolderFault(self.file, _AFTER_QUOTE if self._state == "closed" else _INNER_QUOTE, line=self.line)
            case "\r" if text[upto + 1 : upto + 2] != "\n":
                raise FolderFault(self.file, _LONE_RETURN, line=self.line)
            case _:
                after = text.index("\n", upto) + 1
                return after, None if self._state == "record" else self._close_record()

    def _add(self, part: str) -> None:
        room = MAX_CELL_CODE_POINTS - self._length
        self._length += len(part)
        if self._width < self.kept and room > 0:
            self._parts.append(part[:room])

    def _close_cell(self) -> None:
        if self._width < self.kept:
            if self._length > MAX_CELL_CODE_POINTS and self._too_long is None:
                self._too_long = self._width
            self._cells.append("".join(self._parts))
        self._width += 1
        self._parts.clear()
        self._length = 0

    def _close_record(self) -> Record:
        self._close_cell()
        record = Record(self._start, tuple(self._cells), self._width, self._too_long)
        self._cells.clear()
        self._width, self._too_long, self._state = 0, None, "record"
        return record
