"""The code on every page is the one of the address to check the document at."""

import re
import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import segno
from pypdf import PdfReader

from chamdiem_reports.rendering import render

from .factories import CHECK_URL, a_report

_QUIET_ZONE = 2
_SEGMENT = re.compile(rb"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l")


def expected() -> set[tuple[int, int]]:
    """Row and column of each dark module of the address's code."""
    matrix = segno.make(CHECK_URL, error="m", micro=False, boost_error=False).matrix
    return {(row, column) for row, line in enumerate(matrix) for column, dark in enumerate(line) if dark}


def from_png(png: bytes) -> set[tuple[int, int]]:
    """The dark modules of a one-bit PNG whose rows are plain or differences to the row above."""
    place, data, width, height = 8, b"", 0, 0
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        content = png[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", content[:10])
            assert (depth, colour) == (1, 0)
        elif kind == b"IDAT":
            data += content
        place += length + 12
    lines = _lines(zlib.decompress(data), (width + 7) // 8, height)
    modules = len(segno.make(CHECK_URL, error="m", micro=False, boost_error=False).matrix) + 2 * _QUIET_ZONE
    scale = width // modules
    dark = set()
    for row in range(modules):
        line = lines[row * scale + scale // 2]
        for column in range(modules):
            x = column * scale + scale // 2
            if not line[x // 8] >> (7 - x % 8) & 1:
                dark.add((row - _QUIET_ZONE, column - _QUIET_ZONE))
    return dark


def _lines(rows: bytes, length: int, height: int) -> list[bytes]:
    lines, above = [], bytes(length)
    for row in range(height):
        kind, *line = rows[row * (length + 1) : (row + 1) * (length + 1)]
        assert kind in (0, 2)
        above = bytes(line) if kind == 0 else bytes((one + two) % 256 for one, two in zip(line, above, strict=True))
        lines.append(above)
    return lines


def test_every_page_of_the_pdf_draws_the_code() -> None:
    pages = PdfReader(BytesIO(render(a_report(), "pdf"))).pages
    for page in pages:
        dark, drawn = set(), page.get_contents()
        assert drawn is not None
        for x0, y0, x1, y1 in _SEGMENT.findall(drawn.get_data()):
            if y0 == y1 and y0.endswith(b".5") and b"." not in x0 + x1:
                dark |= {(int(float(y0)) - _QUIET_ZONE, column - _QUIET_ZONE) for column in range(int(x0), int(x1))}
        assert dark == expected()


def test_the_picture_of_docx_and_xlsx_is_the_code() -> None:
    for file_format in ("docx", "xlsx"):
        with ZipFile(BytesIO(render(a_report(), file_format))) as package:
            pictures = [package.read(name) for name in package.namelist() if name.endswith(".png")]
        assert pictures
        assert all(from_png(picture) == expected() for picture in pictures)
