"""Finding and reading the files of a cycle folder: regular files inside it only, names compared in NFC, text in UTF-8."""

import os
import stat
from pathlib import Path, PurePosixPath

from chamdiem.cycle.faults import FolderFault
from chamdiem_rules.document import MAX_CHARACTERS
from chamdiem_rules.text import nfc

_MAX_BYTES = MAX_CHARACTERS * 4


def check_folder(folder: Path) -> None:
    """Refuse a folder that is not there, is none or cannot be read. Raises `FolderFault`."""
    try:
        with os.scandir(folder):
            return
    except FileNotFoundError as fault:
        raise FolderFault(str(folder), "không có thư mục này; hãy kiểm tra lại đường dẫn.") from fault
    except NotADirectoryError as fault:
        raise FolderFault(str(folder), "không phải thư mục; hãy nêu thư mục chứa period.yaml và các tệp CSV.") from fault
    except (OSError, ValueError) as fault:
        raise FolderFault(str(folder), f"không đọc được thư mục: {_reason(fault)}.") from fault


def find_file(folder: Path, name: str, *, told_by: str = "") -> Path:
    """The regular file at the relative path `name`, each part of it compared in NFC.

    `told_by` is the place in `period.yaml` that names it. Raises `FolderFault` where it is absent, is no regular file, cannot be
    reached, or leads out of the folder, by `..`, an absolute path or a link.
    """
    path = PurePosixPath(name)
    if not name.strip() or "\0" in name or path.is_absolute() or ".." in path.parts or not path.parts:
        raise FolderFault("period.yaml", f"đường dẫn {name!r} phải nằm trong thư mục, viết tương đối, không có '..'.", place=told_by)
    at = folder
    try:
        for part in path.parts:
            at = _child(at, part)
        real = at.resolve(strict=True)
        if not real.is_relative_to(folder.resolve()):
            raise FolderFault(name, "là liên kết dẫn ra ngoài thư mục; hãy đặt chính tệp đó vào thư mục.")
        if not stat.S_ISREG(real.stat().st_mode):
            raise FolderFault(name, "không phải tệp thường.")
    except (FileNotFoundError, NotADirectoryError) as fault:
        named = f", được nêu ở period.yaml, {told_by}" if told_by else ""
        raise FolderFault(name, f"không có tệp này{named}.") from fault
    except (OSError, RuntimeError) as fault:  # RuntimeError: links in a circle
        raise FolderFault(name, f"không đọc được tệp: {_reason(fault)}.") from fault
    return at


def read_text(path: Path, name: str) -> str:
    """The whole text of one YAML file, without byte order mark. Raises `FolderFault`: unreadable, too large, not UTF-8 (with line)."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_MAX_BYTES + 1)
    except OSError as fault:
        raise FolderFault(name, f"không đọc được tệp: {_reason(fault)}.") from fault
    if len(content) > _MAX_BYTES:
        raise FolderFault(name, f"tài liệu quá dài; tối đa {MAX_CHARACTERS} ký tự.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise FolderFault(name, "không phải văn bản UTF-8; hãy lưu lại tệp với bảng mã UTF-8.", line=line) from fault


def _child(folder: Path, part: str) -> Path:
    exact = folder / part
    if os.path.lexists(exact):
        return exact
    wanted = nfc(part)
    with os.scandir(folder) as entries:
        return min((Path(e.path) for e in entries if nfc(e.name) == wanted), default=exact)


def _reason(fault: Exception) -> str:
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
