"""A ranking as data: CSV for spreadsheets and JSON for programs, of lines as they are answered. Pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import orjson

from chamdiem_kit.table_files import CSV
from chamdiem_kit.tables import Cell, Column, csv_table

_COLUMNS = (
    ("rank", "Thứ hạng"),
    ("unit_code", "Mã đơn vị"),
    ("unit_name", "Đơn vị"),
    ("self_total", "Điểm tự chấm"),
    ("appraised_total", "Điểm thẩm định"),
    ("survey_total", "Điểm điều tra xã hội học"),
    ("bonus", "Điểm thưởng"),
    ("deduction", "Điểm trừ"),
    ("final_score", "Tổng điểm"),
    ("applicable_max", "Điểm tối đa áp dụng"),
    ("index_percent", "Chỉ số (%)"),
    ("level_title", "Nhóm"),
    ("previous_rank", "Thứ hạng năm trước"),
    ("rank_change", "Tăng, giảm"),
)
_WORDS = {"unit_code", "unit_name", "level_title"}

MEDIA_TYPES = {"csv": CSV, "json": "application/json"}


def csv_file(lines: Sequence[Mapping[str, Any]], fields: Sequence[Mapping[str, Any]]) -> bytes:
    """The lines with the totals of each field behind them."""
    columns = [Column(title) for _, title in _COLUMNS] + [Column(f"{f['code']}. {f['title']}") for f in fields]
    return csv_table(
        columns,
        (
            [_cell(name, line[name]) for name, _ in _COLUMNS] + [_cell("", line["field_totals"].get(f["code"])) for f in fields]
            for line in lines
        ),
    )


def json_file(head: Mapping[str, Any], lines: Sequence[Mapping[str, Any]], fields: Sequence[Mapping[str, Any]]) -> bytes:
    """What it is a ranking of, its fields, and its lines; points are texts."""
    return orjson.dumps({**head, "fields": list(fields), "lines": list(lines)}, option=orjson.OPT_INDENT_2)


def _cell(name: str, value: Any) -> Cell:
    return value if value is None or name in _WORDS else Decimal(value)
