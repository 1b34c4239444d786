"""The file of accounts to grant (CSV, UTF-8, first line the columns' names), and the file of what came of it."""

import csv
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from chamdiem.cycle.csv_records import read_records
from chamdiem.cycle.faults import FolderFault
from chamdiem_contracts.identity import AccountKind

REQUIRED = ("username", "holder_name", "kind")
OPTIONAL = ("roles", "unit_code", "appraiser_code", "only_for_unit", "sub")
KINDS = get_args(AccountKind)
_RESULT = ("line", "username", "state", "initial_password", "message")
_ROLE_SEPARATOR = ";"
_GRANTED, _REFUSED = "granted", "refused"


@dataclass(frozen=True)
class AccountLine:
    """One account to grant. `line` is the physical line of the file; `asked` what identity's API takes."""

    line: int
    username: str
    asked: dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What came of one line; `initial_password` is shown here only."""

    line: int
    username: str
    granted: bool
    initial_password: str = field(default="", repr=False)
    message: str = ""


def read_accounts(path: Path) -> list[AccountLine]:
    """The file's accounts in their order. Raises `FolderFault` for what is no such file, a column unknown or missing, a name
    twice, a kind there is not."""
    try:
        with path.open("rb") as stream:
            records = list(read_records(stream, columns=len(REQUIRED) + len(OPTIONAL), file=str(path)))
    except OSError as fault:
        raise FolderFault(str(path), f"không đọc được: {fault.strerror}.") from fault
    if not records:
        raise FolderFault(str(path), "tệp trống; dòng đầu phải là tên các cột.")
    columns = _columns(records[0].cells, str(path))
    found: list[AccountLine] = []
    seen: dict[str, int] = {}
    for record in records[1:]:
        if record.width != len(columns):
            raise FolderFault(str(path), f"có {record.width} ô, cần {len(columns)}.", line=record.line)
        cells = {name: cell.strip() for name, cell in zip(columns, record.cells, strict=True)}
        name = cells["username"].lower()
        if name in seen:
            raise FolderFault(str(path), f"tên đăng nhập {name} đã có ở dòng {seen[name]}.", line=record.line)
        seen[name] = record.line
        if cells["kind"] not in KINDS:
            raise FolderFault(str(path), f"kind phải là một trong: {', '.join(KINDS)}.", line=record.line)
        found.append(AccountLine(record.line, cells["username"], _asked(cells)))
    return found


def _columns(cells: Sequence[str], file: str) -> list[str]:
    names = [cell.strip() for cell in cells]
    if unknown := [name for name in names if name not in REQUIRED + OPTIONAL]:
        raise FolderFault(file, f"cột không có: {', '.join(unknown)}; chỉ dùng {', '.join(REQUIRED + OPTIONAL)}.", line=1)
    if missing := [name for name in REQUIRED if name not in names]:
        raise FolderFault(file, f"thiếu cột {', '.join(missing)}.", line=1)
    if len(set(names)) != len(names):
        raise FolderFault(file, "có hai cột cùng tên.", line=1)
    return names


def _asked(cells: dict[str, str]) -> dict[str, Any]:
    roles = [role.strip() for role in cells.pop("roles", "").split(_ROLE_SEPARATOR)]
    asked: dict[str, Any] = {name: value for name, value in cells.items() if value or name in REQUIRED}
    return {**asked, "roles": [{"role": role} for role in roles if role]}


class ResultsFile:
    """What came of every line so far; only its owner may read it, since it has the one-time passwords."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def granted(self) -> dict[str, Result]:
        """The lines that need no more doing, by name in lower case; refused ones are tried again. Raises `FolderFault`."""
        if not self.path.exists():
            return {}
        with self.path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        if rows and set(rows[0]) != set(_RESULT):
            raise FolderFault(str(self.path), "không phải là tệp kết quả của lệnh này; hãy chọn tên khác bằng --output.")
        # A line that a crash cut short is none.
        whole = [row for row in rows if row["state"] == _GRANTED and row["message"] is not None]
        return {
            row["username"].lower(): Result(int(row["line"]), row["username"], True, row["initial_password"], row["message"])
            for row in whole
        }

    def begin(self, kept: Iterable[Result]) -> None:
        """Write the file anew with what is kept; whole or not at all."""
        fresh = self.path.with_name(self.path.name + ".new")
        self._write(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, kept, header=True)
        fresh.replace(self.path)

    def add(self, results: Iterable[Result]) -> None:
        """More lines, on the disk when this returns."""
        self._write(self.path, os.O_WRONLY | os.O_APPEND, results, header=False)

    def _write(self, path: Path, flags: int, results: Iterable[Result], *, header: bool) -> None:
        with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            if header:
                writer.writerow(_RESULT)
            for one in results:
                writer.writerow((one.line, one.username, _GRANTED if one.granted else _REFUSED, one.initial_password, one.message))
            file.flush()
            os.fsync(file.fileno())
