"""A ranking as data: CSV for spreadsheets and JSON for programs, of lines as they are answered. Pure."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

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
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"

MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


def csv_file(lines: Sequence[Mapping[str, Any]], fields: Sequence[Mapping[str, Any]]) -> bytes:
    """UTF-8 with its mark, so that spreadsheets read it; numbers with a dot; a word never starts a formula."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([title for _, title in _COLUMNS] + [_word(f"{f['code']}. {f['title']}") for f in fields])
    for line in lines:
        totals = line["field_totals"]
        writer.writerow([_cell(name, line[name]) for name, _ in _COLUMNS] + [totals.get(f["code"], "") for f in fields])
    return (_BOM + made.getvalue()).encode()


def json_file(head: Mapping[str, Any], lines: Sequence[Mapping[str, Any]], fields: Sequence[Mapping[str, Any]]) -> bytes:
    """What it is a ranking of, its fields, and its lines; points are texts."""
    return orjson.dumps({**head, "fields": list(fields), "lines": list(lines)}, option=orjson.OPT_INDENT_2)


def _cell(name: str, value: Any) -> Any:
    if value is None:
        return ""
    return _word(value) if name in {"unit_code", "unit_name", "level_title"} else value


def _word(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
