"""The log of a service: who did what, when, in which unit; read from its history tables, filtered, paged by time, and as a file.

A service names its branches: SELECTs with the columns `at`, `key` (unique in the log), `act`, `by_account`, `unit_code`, `subject` and
`reason`, and for `person` one with `id`, `holder_name` and `username`. Which branches an account may read, the service decides.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO
from typing import Annotated, Any, Literal
from uuid import UUID

import xlsxwriter
from fastapi import Depends, Query, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.errors import Invalid
from chamdiem_kit.instants import Instant
from chamdiem_kit.paging import BadCursor, Page, cursor_of, key_of
from chamdiem_kit.word_search import finds
from chamdiem_rules.instants import VIETNAM
from chamdiem_rules.text import nfc

MAX_EXPORTED = 20_000
KNOWN_PERSONS = "SELECT account_id AS id, body ->> 'holder_name' AS holder_name, body ->> 'username' AS username FROM known_account"
"""`person` of every service but identity."""
_HEAD = ("Thời điểm", "Người thực hiện", "Tên đăng nhập", "Việc", "Đối tượng", "Mã đơn vị", "Lý do, ghi chú")
_WIDTHS = (18, 26, 18, 36, 52, 16, 48)


class TooMuchToExport(Invalid):
    type = "request/too-much-to-export"
    title = "Nhật ký quá dài để xuất một lần"


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

    async def file(
        self, tx: AsyncConnection, wanted: LogFilter, parameters: Mapping[str, Any], kind: Literal["csv", "xlsx"], name: str
    ) -> Response:
        """All lines that are looked for. Raises `TooMuchToExport` above `MAX_EXPORTED`."""
        found = await self._read(tx, wanted, parameters, after=None, limit=MAX_EXPORTED + 1)
        if len(found) > MAX_EXPORTED:
            raise TooMuchToExport(f"Có hơn {MAX_EXPORTED:,} dòng; hãy chọn khoảng thời gian ngắn hơn rồi xuất lại.".replace(",", "."))
        lines = [self._line(row) for row in found]
        content, media = (_csv(lines), "text/csv; charset=utf-8") if kind == "csv" else (_xlsx(lines), _XLSX)
        headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"', "Cache-Control": "no-store"}
        return Response(content, media_type=media, headers=headers)

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


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _cells(line: LogLine) -> tuple[str, ...]:
    by, username = (line.by.holder_name, line.by.username) if line.by else ("Hệ thống", "")
    return (
        line.at.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S"),
        by,
        username,
        line.title,
        line.subject,
        line.unit_code or "",
        line.reason,
    )


def _csv(lines: Sequence[LogLine]) -> bytes:
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(_HEAD)
    for line in lines:
        # A cell that begins like a formula would be run by the spreadsheet that opens it.
        writer.writerow(["'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in _cells(line)])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _xlsx(lines: Sequence[LogLine]) -> bytes:
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet("Nhật ký")
    head, body = book.add_format({"bold": True, "border": 1}), book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for place, (title, width) in enumerate(zip(_HEAD, _WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, head)
    for row, line in enumerate(lines, start=1):
        for place, cell in enumerate(_cells(line)):
            sheet.write_string(row, place, cell, body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(lines), 1), len(_HEAD) - 1)
    book.close()
    return file.getvalue()
