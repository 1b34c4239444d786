"""The files under `evidence/`, found by name in NFC whatever form the disk keeps them in."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from chamdiem.cycle.faults import FolderFault
from chamdiem_rules.text import nfc

EVIDENCE = "evidence"


def evidence_files(folder: Path) -> Mapping[str, Path]:
    """Name in NFC → regular file under `evidence/`; none where that folder is absent. A name that is not there is no file: links,
    folders and other kinds of file are left out, so that no evidence comes from outside the folder. Raises `FolderFault`."""
    place = folder / EVIDENCE
    if not os.path.lexists(place):
        return MappingProxyType({})
    if place.is_symlink() or not place.is_dir():
        raise FolderFault(EVIDENCE, "không phải thư mục; hãy đặt các tệp tài liệu kiểm chứng trong một thư mục thật.")
    found: dict[str, Path] = {}
    try:
        with os.scandir(place) as entries:
            for entry in sorted(entries, key=lambda e: (not _is_nfc(e.name), e.name)):
                if entry.is_file(follow_symlinks=False) and _is_text(entry.name):
                    found.setdefault(nfc(entry.name), Path(entry.path))
    except OSError as fault:
        raise FolderFault(EVIDENCE, f"không đọc được thư mục: {fault.strerror or fault}.") from fault
    return MappingProxyType(found)


def _is_nfc(name: str) -> bool:
    """Of two files with one name in NFC, the one written so comes first."""
    return nfc(name) == name


def _is_text(name: str) -> bool:
    """A name whose bytes are not UTF-8 can be named by no line of a UTF-8 file."""
    return not any("\ud800" <= c <= "\udfff" for c in name)
