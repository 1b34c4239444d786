"""The type of a file by its content (scoring-rules.md section 3): signatures, and for DOCX and XLSX a whole look into the ZIP.

Reads the file it is given and nothing else. What lies inside a container is counted, never trusted.
"""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import IO, Final

MAX_ENTRIES: Final = 10_000
MAX_UNPACKED_BYTES: Final = 256 * 1024 * 1024
MAX_RATIO: Final = 200
"""Unpacked bytes for each packed byte; office documents stay below 100, zip bombs are above 1000."""
_SMALL_BYTES: Final = 4 * 1024 * 1024
_CHUNK: Final = 256 * 1024
_CONTENT_TYPES: Final = "[Content_Types].xml"
_ZIP_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, RuntimeError, NotImplementedError)

NOT_WHAT_NAME_SAYS: Final = "Nội dung tệp không đúng với đuôi tên tệp; hãy tải lên tệp gốc, không đổi đuôi."
_BROKEN: Final = "Tệp bị hỏng hoặc không mở được; hãy mở lại tệp, lưu rồi tải lên."
_BOMB: Final = "Tệp giải nén ra quá lớn nên không được nhận; hãy lưu lại tệp gọn hơn."
_MACROS: Final = "Tệp chứa macro nên không được nhận; hãy lưu lại ở dạng không có macro."


class _RefusedContent(Exception):
    """Why a container is refused."""


def refusal_by_content(file: IO[bytes], extension: str) -> str | None:
    """None where the content is what `extension` (of `domain.MEDIA_TYPES`) says, else the reason in Vietnamese."""
    file.seek(0)
    head = file.read(32)
    if not _SIGNATURES[extension](head):
        return NOT_WHAT_NAME_SAYS
    if extension in _MAIN_PARTS:
        try:
            _look_into_zip(file, _MAIN_PARTS[extension])
        except _RefusedContent as refused:
            return str(refused)
        except _ZIP_FAULTS:
            return _BROKEN
    return None


def _look_into_zip(file: IO[bytes], main_folder: str) -> None:
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise _RefusedContent(_BOMB)
        names = {entry.filename for entry in entries}
        if _CONTENT_TYPES not in names or not any(name.startswith(main_folder) for name in names):
            raise _RefusedContent(NOT_WHAT_NAME_SAYS)
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise _RefusedContent(_MACROS)
        file.seek(0, 2)
        limit = min(MAX_UNPACKED_BYTES, max(_SMALL_BYTES, file.tell() * MAX_RATIO))
        if sum(entry.file_size for entry in entries) > limit:
            raise _RefusedContent(_BOMB)
        # What an entry declares may be a lie and entries may overlap, so all is unpacked once and counted.
        left = limit
        for entry in entries:
            left = _unpacked(archive, entry, left)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or entry.flag_bits & 0x1:
        raise _RefusedContent(_BROKEN)
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise _RefusedContent(_BOMB)
    return left


def _is_pdf(head: bytes) -> bool:
    return head.startswith(b"%PDF-")


def _is_zip(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04")


def _is_png(head: bytes) -> bool:
    return head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR"


def _is_jpeg(head: bytes) -> bool:
    return head.startswith(b"\xff\xd8\xff")


def _is_mp3(head: bytes) -> bool:
    if head.startswith(b"ID3"):
        return True
    # A frame header of layer III: sync, a version that exists, a bit rate and a sampling rate that exist.
    return (
        len(head) >= 4
        and head[0] == 0xFF
        and head[1] & 0xE0 == 0xE0
        and head[1] >> 3 & 0b11 != 0b01
        and head[1] >> 1 & 0b11 == 0b01
        and head[2] >> 4 not in (0b0000, 0b1111)
        and head[2] >> 2 & 0b11 != 0b11
    )


def _is_mp4(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and len(head) >= 12 and int.from_bytes(head[:4]) >= 12


_SIGNATURES: Final[Mapping[str, Callable[[bytes], bool]]] = {
    "pdf": _is_pdf,
    "docx": _is_zip,
    "xlsx": _is_zip,
    "png": _is_png,
    "jpg": _is_jpeg,
    "jpeg": _is_jpeg,
    "mp3": _is_mp3,
    "mp4": _is_mp4,
}
_MAIN_PARTS: Final[Mapping[str, str]] = {"docx": "word/", "xlsx": "xl/"}
