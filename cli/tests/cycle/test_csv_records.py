"""The CSV reader: RFC 4180 to the letter, physical lines counted, nothing swallowed and nothing exploding."""

import csv
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.cycle.csv_records import MAX_CELL_CODE_POINTS, Record, read_records
from chamdiem.cycle.faults import FolderFault

characters = st.one_of(st.sampled_from(',"\r\n; aé\u0301\x00\u2028\u0085'), st.characters(codec="utf-8"))
cells = st.text(characters, max_size=8)
tables = st.lists(st.lists(cells, min_size=1, max_size=6), max_size=8)


def read(content: bytes | str, columns: int = 3) -> list[Record]:
    raw = content.encode() if isinstance(content, str) else content
    return list(read_records(io.BytesIO(raw), columns=columns, file="x.csv"))


def fault_line(content: bytes | str, columns: int = 3) -> int | None:
    with pytest.raises(FolderFault) as caught:
        read(content, columns)
    assert caught.value.file == "x.csv"
    return caught.value.line


def written(rows: list[list[str]], end: str) -> tuple[bytes, list[int]]:
    """The rows as a writer gives them, every cell quoted, and the physical line where each starts."""
    lines, content, at = [], "", 1
    for row in rows:
        lines.append(at)
        record = ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + end
        content += record
        at += record.count("\n")
    return content.encode(), lines


@given(rows=tables, end=st.sampled_from(["\n", "\r\n"]), mark=st.booleans(), last_end=st.booleans())
def test_every_cell_comes_back_with_the_line_where_its_record_starts(rows: list[list[str]], end: str, mark: bool, last_end: bool) -> None:
    content, lines = written(rows, end)
    if not last_end:
        content = content.removesuffix(end.encode())
    records = read((b"\xef\xbb\xbf" if mark else b"") + content, columns=9)
    assert [(r.line, list(r.cells), r.width) for r in records] == [(n, row, len(row)) for n, row in zip(lines, rows, strict=True)]


@given(
    rows=st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8), min_size=2, max_size=5), max_size=8)
)
def test_what_the_standard_writer_writes_is_read_as_it_was(rows: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    assert [list(r.cells) for r in read(stream.getvalue(), columns=9)] == rows


@given(content=st.text(st.sampled_from(',"\r\na'), max_size=30))
def test_any_text_gives_records_or_a_fault_and_never_loses_a_line(content: str) -> None:
    try:
        records = read(content, columns=40)
    except FolderFault as fault:
        assert fault.line is not None and 1 <= fault.line <= content.count("\n") + 1
        return
    again, _ = written([list(r.cells) for r in records], "\n")
    assert [r.cells for r in read(again, columns=40)] == [r.cells for r in records]
    assert content.count(",") == sum(r.width - 1 + sum(c.count(",") for c in r.cells) for r in records)


def test_a_blank_line_is_passed_over_but_counted() -> None:
    assert [(r.line, r.cells) for r in read("\na,b\r\n\r\n\nc\n")] == [(2, ("a", "b")), (5, ("c",))]


def test_a_line_of_blanks_or_of_an_empty_quoted_cell_is_a_record() -> None:
    assert [(r.line, r.cells) for r in read('  \n""\n')] == [(1, ("  ",)), (2, ("",))]


def test_only_line_feeds_end_a_physical_line() -> None:
    assert [(r.line, r.cells) for r in read('"a\rb\u2028\x85",c\nd,e\u0085\n')] == [(1, ("a\rb\u2028\x85", "c")), (2, ("d", "e\u0085"))]


def test_a_quote_never_closed_is_a_fault_at_the_line_of_its_record() -> None:
    assert fault_line('a,b\nc,"d\ne,f\n') == 2


def test_an_open_quote_that_meets_a_later_quote_is_a_fault_too() -> None:
    assert fault_line('a,"b\nc,"d"\n') == 2


def test_a_quote_inside_a_bare_cell_is_a_fault() -> None:
    assert fault_line('a,b\nc,d"e"\n') == 2


@pytest.mark.parametrize("content", ["a\rb\n", "a,b\r", "a\r\r\n", "\r"])
def test_a_carriage_return_alone_is_a_fault(content: str) -> None:
    assert fault_line(content) == 1


@pytest.mark.parametrize("bad", ["Sở".encode("latin-1", "replace").replace(b"?", b"\xe9"), b"\xed\xa0\x80", b"\xc3", b"\xff\xfe"])
def test_bytes_that_are_not_utf8_are_a_fault_at_their_line(bad: bytes) -> None:
    assert fault_line(b"a,b\nc,d\ne," + bad + b"\n") == 3


def test_a_character_cut_off_at_the_end_of_the_file_is_a_fault() -> None:
    assert fault_line(b"a,b\nc,\xe1\xba") == 2


def test_a_byte_order_mark_is_dropped_at_the_start_only() -> None:
    assert [r.cells for r in read("\ufeffa\n\ufeffb\n")] == [("a",), ("\ufeffb",)]
    assert read("\ufeff") == read("") == []


def test_nul_is_a_character_like_others() -> None:
    assert [r.cells for r in read("a\0,b\n")] == [("a\0", "b")]


@pytest.mark.parametrize("quoted", [False, True])
def test_a_million_columns_are_counted_and_not_kept(quoted: bool) -> None:
    content = ('"x",' if quoted else "x,") * 1_000_000 + "\na,b,c\n"
    many, next_record = read(content)
    assert (many.width, len(many.cells)) == (1_000_001, 4)
    assert next_record == Record(2, ("a", "b", "c"), 3)


@pytest.mark.parametrize(("before", "after"), [("a,", ",c"), ('a,"', '",c')])
def test_a_gigantic_cell_is_cut_and_named_without_gigantic_memory(before: str, after: str) -> None:
    content = (before + "đ" * 20_000_000 + after + "\nd,e,f\n").encode()
    tracemalloc.start()
    try:
        huge, next_record = read(content)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (huge.too_long, huge.width, len(huge.cells[1])) == (1, 3, MAX_CELL_CODE_POINTS)
    assert next_record.cells == ("d", "e", "f")
    assert peak < len(content) + 20 * 1024 * 1024


def test_lines_longer_than_a_chunk_keep_their_line_ends_and_numbers() -> None:
    for length in range((1 << 20) - 3, (1 << 20) + 2):
        records = read(b"x" * length + b"\r\na,b\r\n")
        assert [(r.line, r.too_long) for r in records] == [(1, 0), (2, None)]
