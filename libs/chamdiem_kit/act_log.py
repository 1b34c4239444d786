"""The log of a service: who did what, when, in which unit; read from its history tables, filtered, paged by time, and as a file.

A service names its branches: SELECTs with the columns `at`, `key` (unique in the log), `act`, `by_account`, `unit_code`, `subject` and
`reason`, and for `person` one with `id`, `holder_name` and `username`. Which branches an account may read, the service decides.
"""

from asyncio import to_thread
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.instants import Instant
from chamdiem_kit.paging import BadCursor, Page, cursor_of, key_of
from chamdiem_kit.table_files import Kind, TooMuchToExport, table_file
from chamdiem_kit.tables import Cell, Column
from chamdiem_kit.word_search import finds
from chamdiem_rules.text import nfc

MAX_EXPORTED = 20_000
KNOWN_PERSONS = "SELECT account_id AS id, body ->> 'holder_name' AS holder_name, body ->> 'username' AS username FROM known_account"
"""`person` of every service but identity."""
_COLUMNS = (
    Column("Thời điểm", 20),
    Column("Người thực hiện", 26),
    Column("Tên đăng nhập", 18),
    Column("Việc", 36),
    Column("Đối tượng", 52),
    Column("Mã đơn vị", 16),
    Column("Lý do, ghi chú", 48),
)


class LogBy(BaseModel):
    account_id: UUID
    holder_name: str
    username: str


class LogLine(BaseModel):
    """`by` is null where the platform acted by itself."""

    at: datetime
    act: str
    title: str
    by: LogBy | None
    unit_code: str | None
    subject: str
    reason: str


@dataclass(frozen=True)
class LogFilter:
    """What is looked for; None: everything. `who` is part of a name or user name, with or without marks."""

    since: datetime | None = None
    until: datetime | None = None
    who: str | None = None
    act: tuple[str, ...] = ()
    unit_code: str | None = None


_Words = Annotated[str | None, Query(max_length=400, pattern=r"^[^\x00]*$")]


async def _filter(
    since: Annotated[Instant | None, Query()] = None,
    until: Annotated[Instant | None, Query()] = None,
    who: _Words = None,
    act: Annotated[list[str] | None, Query(max_length=60)] = None,
    unit_code: _Words = None,
) -> LogFilter:
    return LogFilter(since, until, who, tuple(act or ()), unit_code)


WantedLines = Annotated[LogFilter, Depends(_filter)]


@dataclass(frozen=True)
class ActLog:
    """The log as one account reads it. `titles` names every act in Vietnamese; `parameters` are those of the branches."""

    branches: Sequence[str]
    titles: Mapping[str, str]
    person: str = KNOWN_PERSONS

    async def page(
        self, tx: AsyncConnection, wanted: LogFilter, parameters: Mapping[str, Any], *, after: str | None, limit: int
    ) -> Page[LogLine]:
        """The newest lines first."""
        found = await self._read(tx, wanted, parameters, after=after, limit=limit + 1)
        following = cursor_of(found[limit - 1]["at"].isoformat(), found[limit - 1]["key"]) if len(found) > limit else None
        return Page(items=[self._line(row) for row in found[:limit]], next=following)

    async def file(self, tx: AsyncConnection, wanted: LogFilter, parameters: Mapping[str, Any], kind: Kind, name: str) -> Response:
        """All lines that are looked for. Raises `TooMuchToExport` above `MAX_EXPORTED`."""
        found = await self._read(tx, wanted, parameters, after=None, limit=MAX_EXPORTED + 1)
        if len(found) > MAX_EXPORTED:
            raise TooMuchToExport(f"Có hơn {MAX_EXPORTED:,} dòng; hãy chọn khoảng thời gian ngắn hơn rồi xuất lại.".replace(",", "."))
        lines = [_cells(self._line(row)) for row in found]
        return await to_thread(table_file, kind, name, "Nhật ký", _COLUMNS, lines)

    async def _read(
        self, tx: AsyncConnection, wanted: LogFilter, parameters: Mapping[str, Any], *, after: str | None, limit: int
    ) -> list[dict[str, Any]]:
        values = {**parameters, "limit": limit}
        where = _conditions(wanted, after, values, self.person)
        parts = " UNION ALL ".join(f"(SELECT * FROM ({b}) x WHERE {where} ORDER BY at DESC, key DESC LIMIT :limit)" for b in self.branches)
        statement = text(f"""
            SELECT l.*, b.holder_name, b.username FROM ({parts}) l LEFT JOIN ({self.person}) b ON b.id = l.by_account
             ORDER BY l.at DESC, l.key DESC LIMIT :limit""")
        return [dict(row) for row in (await tx.execute(statement, values)).mappings()]

    def _line(self, row: Mapping[str, Any]) -> LogLine:
        by = None
        if row["by_account"] is not None:
            by = LogBy(account_id=row["by_account"], holder_name=row["holder_name"] or "–", username=row["username"] or "–")
        return LogLine(
            at=row["at"],
            act=row["act"],
            title=self.titles.get(row["act"], row["act"]),
            by=by,
            unit_code=row["unit_code"],
            subject=row["subject"],
            reason=row["reason"] or "",
        )


def _conditions(wanted: LogFilter, after: str | None, values: dict[str, Any], person: str) -> str:
    """Only what is asked for stands in the statement, so that each branch is read by its index on time."""
    found = ["true"]
    if wanted.since is not None:
        values["since"] = wanted.since
        found.append("at >= :since")
    if wanted.until is not None:
        values["until"] = wanted.until
        found.append("at < :until")
    if wanted.act:
        values["acts"] = list(wanted.act)
        found.append("act = ANY(:acts)")
    if wanted.unit_code:
        values["of_unit"] = nfc(wanted.unit_code)
        found.append("unit_code = :of_unit")
    if wanted.who and wanted.who.strip():
        name = finds(wanted.who, "holder_name || ' ' || username", values, "who")
        found.append(f"by_account IN (SELECT id FROM ({person}) p WHERE {name})")
    if after is not None:
        at, key = key_of(after, (str, str))
        try:
            values["before_at"], values["before_key"] = datetime.fromisoformat(at), key
        except ValueError as fault:
            raise BadCursor("Hãy lấy lại trang từ đầu.") from fault
        if values["before_at"].tzinfo is None:
            raise BadCursor("Hãy lấy lại trang từ đầu.")
        found.append("at <= :before_at AND (at, key) < (:before_at, :before_key)")
    return " AND ".join(found)


def _cells(line: LogLine) -> tuple[Cell, ...]:
    by, username = (line.by.holder_name, line.by.username) if line.by else ("Hệ thống", "")
    return (line.at, by, username, line.title, line.subject, line.unit_code, line.reason)
