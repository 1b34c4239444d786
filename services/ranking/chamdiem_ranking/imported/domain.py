"""Judging a table of published results that was made elsewhere: every fault at its cell. Pure.

It is kept as it was published, also where our rules would count otherwise: what looks odd is a remark, only what cannot be kept is a fault.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from chamdiem_kit.errors import Conflict, Invalid, NotFound
from chamdiem_rules.name_order import name_sort_key
from chamdiem_rules.numbers import format_percent, parse_count, parse_number
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import is_blank, nfc
from chamdiem_rules.unit_texts import clean_code, clean_group, clean_unit_name

POINTS: Final = ("self_total", "appraised_total", "survey_total", "bonus", "deduction", "final_score", "applicable_max")
_LEVEL_LIMIT: Final = 200
_MOST_RANK: Final = 100_000
_INDEX_DECIMALS, _EXACT_DECIMALS = 2, 12


class ImportRefused(Invalid):
    type = "ranking/import-refused"
    title = "Bảng kết quả có ô chưa đúng"


class RunHere(Conflict):
    type = "ranking/year-run-here"
    title = "Năm này được chấm điểm trên hệ thống"


class AlreadyImported(Conflict):
    type = "ranking/already-imported"
    title = "Kết quả của năm này đã được nhập"
    advice = "Muốn sửa kết quả đã nhập, hãy dùng thao tác đính chính."


class ImportUnknown(NotFound):
    type = "ranking/import-not-found"
    title = "Không có kết quả đã nhập này"


@dataclass(frozen=True)
class GivenLine:
    """One line of the table as texts, empty where a cell is; `field_totals` by the field's code."""

    unit_code: str
    unit_name: str
    ranking_group: str
    rank: str
    index_percent: str
    level: str
    points: Mapping[str, str]
    field_totals: Mapping[str, str]


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell. `index` from 0; `column` as in the table, `field_totals/<code>` for a field."""

    index: int
    column: str
    refused: Refused


@dataclass(frozen=True)
class Remark:
    """What looks odd at a cell and is kept all the same."""

    index: int
    column: str
    detail: str


@dataclass(frozen=True)
class Judged:
    """`lines` as they are published, each with its place in its group; only to be used without faults."""

    lines: Sequence[tuple[int, dict[str, Any]]]
    faults: Sequence[Fault]
    remarks: Sequence[Remark]


@dataclass(frozen=True)
class KnownUnits:
    """Units as this service met them: codes by name, and names by code."""

    codes_of: Mapping[str, frozenset[str]]
    name_of: Mapping[str, str]


def judge_table(given: Sequence[GivenLine], fields: Mapping[str, str | None], known: KnownUnits, groups: Mapping[str, str]) -> Judged:
    """The lines as they will be published, and every fault. `fields` are maxima by code; `groups` is a group's code by its title."""
    faults: list[Fault] = []
    remarks: list[Remark] = []
    lines: list[tuple[int, dict[str, Any]]] = []
    first_of: dict[tuple[str, str], int] = {}
    for index, line in enumerate(given):
        reading = _Reading(index, faults, remarks)
        body = reading.line(line, fields, known, groups)
        key = (body["ranking_group"], body["unit_code"])
        if all(key) and first_of.setdefault(key, index) != index:
            column = "unit_code" if line.unit_code else "unit_name"
            faults.append(
                Fault(index, column, Refused("duplicate", f"Đơn vị này đã có ở dòng {first_of[key] + 1}; hãy bỏ một dòng.", column))
            )
        lines.append((index, body))
    if not faults:
        remarks += _odd_orders(lines)
    return Judged(_placed(body for _, body in lines), faults, remarks)


class _Reading:
    """Reads the cells of one line; notes what is wrong and goes on."""

    def __init__(self, index: int, faults: list[Fault], remarks: list[Remark]) -> None:
        self._index, self._faults, self._remarks = index, faults, remarks

    def line(self, given: GivenLine, fields: Mapping[str, str | None], known: KnownUnits, groups: Mapping[str, str]) -> dict[str, Any]:
        """The line as it is published."""
        points = {column: self._points(given.points.get(column, ""), column) for column in POINTS}
        code, name = self._unit(given, known)
        return {
            "ranking_group": self._group(given.ranking_group, groups),
            "rank": self._rank(given.rank),
            "unit_code": code,
            "unit_name": name,
            "set_code": "",
            **points,
            **self._index_of(given.index_percent, points["final_score"], points["applicable_max"]),
            "level": "",
            "level_title": self._level(given.level),
            "knocked_out_by": [],
            "field_totals": {
                field: self._within(self._points(text, f"field_totals/{field}"), fields.get(field), f"field_totals/{field}")
                for field, text in given.field_totals.items()
                if not is_blank(text)
            },
        }

    def _refuse(self, refused: Refused, column: str) -> None:
        self._faults.append(Fault(self._index, column, refused))

    def _remark(self, column: str, detail: str) -> None:
        self._remarks.append(Remark(self._index, column, detail))

    def _unit(self, given: GivenLine, known: KnownUnits) -> tuple[str, str]:
        try:
            if not is_blank(given.unit_code):
                code = clean_code(given.unit_code.strip(), "unit_code")
                name = given.unit_name if not is_blank(given.unit_name) else known.name_of.get(code, "")
                if is_blank(name):
                    raise Refused("unknown-unit", "Mã này chưa gặp lần nào; hãy ghi cả tên đơn vị.", "unit_code")
                return code, clean_unit_name(name.strip(), "unit_name")
            name = clean_unit_name(given.unit_name.strip(), "unit_name")
        except Refused as refused:
            self._refuse(refused, refused.column)
            return "", ""
        codes = known.codes_of.get(name, frozenset())
        if len(codes) > 1:
            self._refuse(
                Refused("unknown-unit", f"Có nhiều đơn vị cùng tên; hãy ghi mã: {', '.join(sorted(codes))}.", "unit_name"), "unit_name"
            )
            return "", name
        if not codes:
            self._remark("unit_name", f"Chưa gặp đơn vị tên này; được lưu với mã “{code_of_name(name)}”.")
        return next(iter(codes), code_of_name(name)), name

    def _group(self, text: str, groups: Mapping[str, str]) -> str:
        try:
            group = clean_group(text.strip(), "ranking_group")
        except Refused as refused:
            self._refuse(refused, "ranking_group")
            return ""
        return groups.get(group.casefold(), group)

    def _rank(self, text: str) -> int | None:
        if is_blank(text):
            return None
        try:
            rank = parse_count(text.strip(), "rank")
        except Refused as refused:
            self._refuse(refused, "rank")
            return None
        if not 1 <= rank <= _MOST_RANK:
            self._refuse(Refused("out-of-range", f"Thứ hạng phải từ 1 đến {_MOST_RANK}.", "rank"), "rank")
        return rank

    def _points(self, text: str, column: str) -> str | None:
        """A number as it was published, with its digits."""
        if is_blank(text):
            return None
        try:
            parse_number(text.strip(), column)
        except Refused as refused:
            self._refuse(refused, column)
            return None
        return text.strip()

    def _within(self, text: str | None, most: str | None, column: str) -> str | None:
        if text is not None and most is not None and Fraction(text) > Fraction(most):
            self._refuse(Refused("out-of-range", f"Điểm không được lớn hơn điểm tối đa {most}.", column), column)
        return text

    def _index_of(self, text: str, final_score: str | None, applicable_max: str | None) -> dict[str, str | None]:
        index = self._within(self._points(text, "index_percent"), "100", "index_percent")
        counted: Fraction | None = None
        if final_score is not None and applicable_max is not None:
            if Fraction(applicable_max) == 0 or Fraction(final_score) > Fraction(applicable_max):
                detail = "Tổng điểm không được lớn hơn điểm tối đa áp dụng, và điểm tối đa phải lớn hơn 0."
                self._refuse(Refused("out-of-range", detail, "final_score"), "final_score")
            else:
                counted = Fraction(final_score) / Fraction(applicable_max) * 100
        if index is None and counted is None:
            if is_blank(text):
                detail = "Hãy ghi chỉ số (%), hoặc tổng điểm cùng điểm tối đa áp dụng."
                self._refuse(Refused("value-missing", detail, "index_percent"), "index_percent")
            return {"index_percent": None, "index_exact": None}
        if index is None and counted is not None:
            index = format_percent(counted, _INDEX_DECIMALS)
        elif index is not None and counted is not None:
            shown = format_percent(counted, len(index.partition(".")[2]))
            if Fraction(shown) != Fraction(index):
                self._remark("index_percent", f"Tổng điểm chia điểm tối đa được {shown} %, khác chỉ số đã ghi {index} %.")
        return {"index_percent": index, "index_exact": None if counted is None else format_percent(counted, _EXACT_DECIMALS)}

    def _level(self, text: str) -> str:
        level = nfc(text.strip())
        if len(level) > _LEVEL_LIMIT:
            self._refuse(Refused("text-too-long", f"Hãy rút gọn còn tối đa {_LEVEL_LIMIT} ký tự.", "level"), "level")
        return level


def _sorting(body: Mapping[str, Any]) -> tuple[str, bool, int, str]:
    return body["ranking_group"], body["rank"] is None, body["rank"] or 0, name_sort_key(body["unit_name"], body["unit_code"])


def _placed(bodies: Any) -> list[tuple[int, dict[str, Any]]]:
    """By group, rank and name, with the place in the group from 1; units without a rank come last."""
    placed: list[tuple[int, dict[str, Any]]] = []
    for body in sorted(bodies, key=_sorting):
        same = placed and placed[-1][1]["ranking_group"] == body["ranking_group"]
        placed.append((placed[-1][0] + 1 if same else 1, body))
    return placed


def _odd_orders(lines: Sequence[tuple[int, dict[str, Any]]]) -> list[Remark]:
    """Where a higher rank has the lower index."""
    remarks: list[Remark] = []
    ordered = sorted((line for line in lines if line[1]["rank"] is not None), key=lambda line: _sorting(line[1]))
    for (_, above), (index, below) in pairwise(ordered):
        if above["ranking_group"] == below["ranking_group"] and Fraction(below["index_percent"]) > Fraction(above["index_percent"]):
            remarks.append(Remark(index, "rank", f"Chỉ số cao hơn của {above['unit_name']} nhưng xếp sau."))
    return remarks


def code_of_name(name: str) -> str:
    """A unit's code as ours are made: the name without marks, in small letters, its words joined by `-`."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c)).replace("đ", "d")
    return "-".join("".join(c if c.isalnum() else " " for c in bare).split()) or "don-vi"
