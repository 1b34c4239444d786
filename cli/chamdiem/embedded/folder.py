"""The data folder: who holds it, and the small private files in it (secrets, ports, children)."""

import fcntl
import json
import os
from pathlib import Path
from typing import Any

from chamdiem.embedded.errors import DataFolderInUse, EmbeddedPartFailed

_PRIVATE = 0o600


class DataFolder:
    """One folder of one platform. Every file written through it is 0600 and whole: never half of it after a crash."""

    def __init__(self, path: Path, *, mode: int = 0o700) -> None:
        """`mode`: of the folder itself, when it is made here."""
        self.path = path.absolute()
        self._mode = mode
        self._lock: int | None = None

    def open(self) -> None:
        """Make the folder and hold it until `close`, or until this process ends in any way.

        Raises `DataFolderInUse` while another process holds it, `EmbeddedPartFailed` when it cannot be made.
        """
        try:
            self.path.mkdir(mode=self._mode, parents=True, exist_ok=True)
            lock = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _PRIVATE)
        except OSError as error:
            raise EmbeddedPartFailed(f"Không tạo được thư mục dữ liệu {self.path}: {error.strerror}; hãy chọn thư mục khác.") from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            raise DataFolderInUse(f"Thư mục dữ liệu {self.path} đang được một nền tảng khác dùng; hãy dừng nền tảng ấy trước.") from error
        self._lock = lock

    def close(self) -> None:
        """Let the folder go. Harmless when it is not held."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def read_json(self, name: str) -> dict[str, Any]:
        """The content of a private file; empty when there is none yet."""
        try:
            read: dict[str, Any] = json.loads((self.path / name).read_text("utf-8"))
        except FileNotFoundError:
            return {}
        return read

    def write_json(self, name: str, content: dict[str, Any]) -> None:
        """Replace a private file; after this returns the content outlives a power cut."""
        write_private(self.path / name, json.dumps(content, ensure_ascii=False, indent=1) + "\n", durable=True)


def write_private(path: Path, text: str, *, durable: bool) -> None:
    """Replace `path` by a 0600 file with this text, in one step. `durable`: wait until it is on the disk."""
    fresh = path.with_name(path.name + ".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, _PRIVATE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), _PRIVATE)
        file.write(text)
        if durable:
            file.flush()
            os.fsync(file.fileno())
    fresh.replace(path)
    if durable:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
