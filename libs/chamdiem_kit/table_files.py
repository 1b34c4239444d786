"""Tables that people take away, as answers of operations."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from fastapi import Response

from chamdiem_kit.errors import Invalid
from chamdiem_kit.tables import Cell, Column, csv_table, xlsx_table
from chamdiem_kit.workbooks import MEDIA_TYPE

Kind = Literal["csv", "xlsx"]

CSV = "text/csv; charset=utf-8"
TABLE_ANSWER: dict[int | str, dict[str, Any]] = {200: {"content": {CSV: {}, MEDIA_TYPE: {}}}}
"""What an operation that gives a table says of its answer."""


class TooMuchToExport(Invalid):
    type = "request/too-much-to-export"
    title = "Dữ liệu quá dài để xuất một lần"


def table_file(kind: Kind, name: str, title: str, columns: Sequence[Column], lines: Iterable[Sequence[Cell]]) -> Response:
    """The table as a download `name`.`kind`; `title` names the sheet of a workbook."""
    content = csv_table(columns, lines) if kind == "csv" else xlsx_table(title, columns, lines)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{kind}"'.encode("ascii", "replace").decode(),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=CSV if kind == "csv" else MEDIA_TYPE, headers=headers)
