"""The type of a file by its content."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from chamdiem_assessment.evidence import content
from chamdiem_assessment.evidence.content import refusal_by_content
from chamdiem_assessment.evidence.domain import extension_of

EXAMPLES = Path(__file__).parents[4] / "examples" / "cycle-small" / "evidence"
REFUSED = {"đổi tên.pdf", "không phải ảnh.png", "không phải văn bản.docx", "rỗng.pdf"}
TAKEN = ("pdf", "docx", "xlsx", "png", "jpg", "jpeg")


def an_office_file(*parts: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, body in parts:
            archive.writestr(name, body)
    return file


TYPES = ("[Content_Types].xml", b"<Types/>")


@pytest.mark.parametrize("name", [p.name for p in sorted(EXAMPLES.iterdir()) if extension_of(p.name) in TAKEN])
def test_the_examples_files_pass_or_fail_as_their_content_says(name: str) -> None:
    with (EXAMPLES / name).open("rb") as file:
        refusal = refusal_by_content(file, extension_of(name))
    assert (refusal is not None) == (name in REFUSED)


@pytest.mark.parametrize(
    ("extension", "head"),
    [
        ("mp3", b"ID3\x04\x00" + bytes(20)),
        ("mp3", b"\xff\xfb\x90\x64" + bytes(20)),
        ("mp4", b"\x00\x00\x00\x20ftypisom" + bytes(20)),
        ("jpeg", b"\xff\xd8\xff\xe1" + bytes(20)),
    ],
)
def test_sounds_and_pictures_are_known_by_their_signature(extension: str, head: bytes) -> None:
    assert refusal_by_content(io.BytesIO(head), extension) is None


@pytest.mark.parametrize(
    ("extension", "body"),
    [
        ("pdf", b"<html>%PDF-1.4"),
        ("mp3", "văn bản".encode("utf-16")),
        ("mp3", b"\xff\xd8\xff\xe0 a picture"),
        ("mp4", b"ftypisom"),
        ("png", b"\x89PNG\r\n\x1a\n"),
        ("docx", b"PK\x03\x04 and no archive"),
        ("xlsx", b"PK\x05\x06" + bytes(18)),
    ],
)
def test_what_only_looks_alike_is_refused(extension: str, body: bytes) -> None:
    assert refusal_by_content(io.BytesIO(body), extension) is not None


def test_a_spreadsheet_is_no_text_document() -> None:
    sheet = an_office_file(TYPES, ("xl/workbook.xml", b"<workbook/>"))
    assert refusal_by_content(sheet, "xlsx") is None
    assert refusal_by_content(sheet, "docx") == content.NOT_WHAT_NAME_SAYS


def test_a_plain_zip_is_no_document() -> None:
    assert refusal_by_content(an_office_file(("word/document.xml", b"<w/>")), "docx") == content.NOT_WHAT_NAME_SAYS


def test_a_document_with_macros_is_refused() -> None:
    assert "macro" in str(refusal_by_content(an_office_file(TYPES, ("word/document.xml", b"<w/>"), ("word/vbaProject.bin", b"x")), "docx"))


def test_a_document_that_unpacks_to_far_more_than_it_is_is_refused() -> None:
    bomb = an_office_file(TYPES, ("word/document.xml", bytes(64 * 1024 * 1024)))
    assert "quá lớn" in str(refusal_by_content(bomb, "docx"))


def test_a_document_that_lies_about_its_size_is_refused() -> None:
    file = an_office_file(TYPES, ("word/document.xml", bytes(64 * 1024 * 1024)))
    raw = bytearray(file.getvalue())
    true_size = struct.pack("<I", 64 * 1024 * 1024)
    while (place := raw.find(true_size)) >= 0:
        raw[place : place + 4] = struct.pack("<I", 100)
    assert refusal_by_content(io.BytesIO(bytes(raw)), "docx") is not None


def test_a_document_with_too_many_parts_is_refused() -> None:
    parts = [(f"word/{n}.xml", b"<w/>") for n in range(content.MAX_ENTRIES)]
    assert "quá lớn" in str(refusal_by_content(an_office_file(TYPES, *parts), "docx"))


def test_a_document_that_needs_a_password_or_an_unknown_packing_is_refused() -> None:
    assert refusal_by_content(an_office_file(TYPES, ("word/document.xml", b"<w/>"), compression=zipfile.ZIP_LZMA), "docx") is not None
    raw = bytearray(an_office_file(TYPES, ("word/document.xml", b"<w/>")).getvalue())
    central = raw.find(b"PK\x01\x02", raw.find(b"PK\x01\x02") + 1)
    raw[central + 8] |= 1
    assert refusal_by_content(io.BytesIO(bytes(raw)), "docx") is not None


def test_a_document_cut_short_is_refused() -> None:
    whole = an_office_file(TYPES, ("word/document.xml", b"<w/>" * 500)).getvalue()
    for end in range(30, len(whole), 7):
        assert refusal_by_content(io.BytesIO(whole[:end]), "docx") is not None
