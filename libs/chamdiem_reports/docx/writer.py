"""Layout to DOCX: a package of parts with fixed times, so that the same layout gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from chamdiem_reports.docx.body import document_xml
from chamdiem_reports.docx.parts import other_parts
from chamdiem_reports.layout import Layout
from chamdiem_reports.qr import qr_png

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_MS_DOS = 0  # the file says the same on every system that wrote it


def write_docx(layout: Layout) -> bytes:
    """The DOCX file."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, part in other_parts(layout).items():
            _add(package, name, part.encode())
        _add(package, "word/document.xml", document_xml(layout).encode())
        _add(package, "word/media/qr.png", qr_png(layout.seal.check_url), compressed=False)
    return file.getvalue()


def _add(package: ZipFile, name: str, content: bytes, *, compressed: bool = True) -> None:
    entry = ZipInfo(name, _NO_TIME)
    entry.create_system = _MS_DOS
    package.writestr(entry, content, ZIP_DEFLATED if compressed else ZIP_STORED, compresslevel=6 if compressed else None)
