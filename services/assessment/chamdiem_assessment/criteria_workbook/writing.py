"""A criteria set written as a workbook; refused where reading it back would not give the same set."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any, Final

from chamdiem_assessment.criteria_workbook import layout
from chamdiem_assessment.criteria_workbook.layout import Column, Kind
from chamdiem_assessment.criteria_workbook.reading import read_workbook
from chamdiem_kit.errors import Conflict
from chamdiem_kit.workbooks import new_workbook
from chamdiem_rules.canonical import canonical_json

_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,5}[1-9])?", re.ASCII)

Line = Sequence[str | float | None]


class NotInTables(Conflict):
    type = "assessment/set-not-in-tables"
    title = "Bộ tiêu chí có nội dung mà bảng tính không ghi hết được"


def write_workbook(subject: Mapping[str, Any]) -> bytes:
    """The XLSX file of a faultless set's canonical tree. Raises `NotInTables` where something of it has no place in a table."""
    file = BytesIO()
    book = new_workbook(file, str(subject.get("title", "")))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6EEF6", "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    number = book.add_format({"valign": "top"})
    general = book.add_worksheet(layout.GENERAL_SHEET)
    general.set_column(0, 0, 34)
    general.set_column(1, 1, 90)
    _line(general, 0, ("Thuộc tính", "Giá trị"), head, head)
    for row, column in enumerate(layout.GENERAL, start=1):
        _line(general, row, (column.title, cell_of(column, _at(subject, column.path))), plain, number)
    for title, columns in layout.TABLES.items():
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            # Codes such as 1.10 stay what was typed in a column of text.
            sheet.set_column(place, place, column.width, plain if column.kind is not Kind.NUMBER else number)
        _line(sheet, 0, [c.title for c in columns], head, head)
        for row, line in enumerate(_LINES[title](subject), start=1):
            _line(sheet, row, line, plain, number)
    book.close()
    content = file.getvalue()
    if canonical_json(read_workbook(content).tree) != canonical_json(dict(subject)):
        raise NotInTables("Hãy tải bộ tiêu chí dạng YAML.")
    return content


def cell_of(column: Column, value: Any) -> str | float | None:
    """What stands in the cell for a value; nothing where there is none."""
    if column.kind is Kind.DAYS and value is _NULL:
        return layout.UNBOUNDED
    if value is None or value is _NULL:
        return None
    if isinstance(value, bool):
        return layout.YES if value else layout.NO
    if isinstance(value, list):
        texts = [str(member) for member in value]
        plain = bool(texts) and all(t.strip() == t and t and "\n" not in t for t in texts) and not texts[0].startswith("[")
        return "\n".join(texts) if plain else json.dumps(value, ensure_ascii=False)
    text = str(value)
    if column.kind in (Kind.NUMBER, Kind.DAYS) and _NUMBER.fullmatch(text):
        return float(text)
    return column.words.get(text, text)


_NULL: Final = object()


def _at(node: Any, path: Sequence[str]) -> Any:
    for key in path:
        if not isinstance(node, Mapping) or key not in node:
            return None
        node = node[key]
    return _NULL if node is None else node


def _row(columns: Sequence[Column], node: Any, *first: str) -> Line:
    return [*first, *(cell_of(c, _at(node, c.path)) for c in columns[len(first) :])]


def _agencies(subject: Mapping[str, Any]) -> Iterable[Line]:
    for code, agency in (subject.get("appraisers") or {}).items():
        yield _row(layout.AGENCIES, agency, code)


def _nodes(subject: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for field in subject.get("fields") or ():
        yield layout.LEVELS[0], field
        for criterion in field.get("criteria") or ():
            yield layout.LEVELS[1], criterion
            for sub in criterion.get("sub_criteria") or ():
                yield layout.LEVELS[2], sub


def _tree(subject: Mapping[str, Any]) -> Iterable[Line]:
    for level, node in _nodes(subject):
        yield _row(layout.TREE, node, level)


def _members(columns: Sequence[Column], *keys: str) -> Any:
    def lines(subject: Mapping[str, Any]) -> Iterable[Line]:
        for _, node in _nodes(subject):
            for key in keys:
                for member in (node.get("scoring") or {}).get(key) or ():
                    yield _row(columns, member, str(node.get("code", "")))

    return lines


def _adjustments(subject: Mapping[str, Any]) -> Iterable[Line]:
    for item in (subject.get("adjustments") or {}).get("items") or ():
        yield _row(layout.ADJUSTMENTS, item)


def _results(subject: Mapping[str, Any]) -> Iterable[Line]:
    levels = subject.get("grades") or (subject.get("classification") or {}).get("levels") or ()
    for level in levels:
        yield _row(layout.RESULTS, level)


def _knock_outs(subject: Mapping[str, Any]) -> Iterable[Line]:
    for condition in (subject.get("classification") or {}).get("knock_out_conditions") or ():
        yield _row(layout.KNOCK_OUTS, condition)


def _other(subject: Mapping[str, Any]) -> Iterable[Line]:
    for path in layout.OTHER_PATHS:
        value = _at(subject, path)
        if value is not None:
            yield [".".join(path), json.dumps(None if value is _NULL else value, ensure_ascii=False)]


_LINES: Final = {
    layout.AGENCIES_SHEET: _agencies,
    layout.TREE_SHEET: _tree,
    layout.BANDS_SHEET: _members(layout.BANDS, "levels", "options"),
    layout.SURVEY_SHEET: _members(layout.SURVEY, "sources"),
    layout.DELAYS_SHEET: _members(layout.DELAYS, "delay_bands"),
    layout.ADJUSTMENTS_SHEET: _adjustments,
    layout.RESULTS_SHEET: _results,
    layout.KNOCK_OUTS_SHEET: _knock_outs,
    layout.OTHER_SHEET: _other,
}


def _line(sheet: Any, row: int, line: Line, plain: Any, number: Any) -> None:
    for place, value in enumerate(line):
        if isinstance(value, float):
            sheet.write_number(row, place, value, number)
        elif value is not None:
            sheet.write_string(row, place, value, plain)
