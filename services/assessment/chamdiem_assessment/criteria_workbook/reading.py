"""A workbook read as the tree of a criteria set, within bounds; every part remembers the cell it stood in."""

import json
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

import openpyxl
from openpyxl.utils import get_column_letter

from chamdiem_assessment.criteria_workbook import layout
from chamdiem_assessment.criteria_workbook.layout import Column, Kind
from chamdiem_kit.errors import FieldError
from chamdiem_kit.spreadsheet import NotATable
from chamdiem_rules.document import join_place
from chamdiem_rules.text import nfc

MAX_BYTES: Final = 5_000_000
_MAX_UNPACKED: Final = 40_000_000
_MAX_PARTS: Final = 300
_MAX_ROWS: Final = 5_000
_MAX_COLUMNS: Final = 60
_MAX_CELL: Final = 20_000
_BLANK_ROWS: Final = 50
_DECIMAL: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?", re.ASCII)


@dataclass(frozen=True)
class CellFault:
    """What the workbook itself is wrong in, by `sheet!cell`."""

    cell: str
    message: str


@dataclass
class Workbook:
    """What was read: the tree, in which cell each place stood, and the faults of the workbook itself."""

    tree: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    faults: list[CellFault] = field(default_factory=list)

    def cell_at(self, place: str) -> str:
        """The cell of a place, else of the nearest place around it; '' where there is none."""
        while place:
            if place in self.cells:
                return self.cells[place]
            place = re.sub(r"(\.[^.\[\]]+|\[[^\[\]]*\]|^[^.\[\]]+)$", "", place)
        return ""


@dataclass(frozen=True)
class _Line:
    sheet: str
    number: int
    values: Mapping[str, Any]
    letters: Mapping[str, str]

    def cell(self, title: str) -> str:
        return f"{self.sheet}!{self.letters.get(title, 'A')}{self.number}"


def read_workbook(content: bytes) -> Workbook:
    """Read a workbook. Raises `NotATable` where it is none or is too large; what is wrong inside stands in `faults`."""
    sheets = _sheets(content)
    book = Workbook()
    for title in sheets:
        if title not in (layout.GENERAL_SHEET, *layout.TABLES):
            book.faults.append(CellFault(f"{title}!A1", "không biết trang tính này; hãy giữ tên các trang tính như tệp tải về."))
    _read_general(book, sheets.get(layout.GENERAL_SHEET, []))
    tables = {title: _table(book, title, sheets.get(title), columns) for title, columns in layout.TABLES.items()}
    _read_agencies(book, tables[layout.AGENCIES_SHEET])
    nodes = _read_tree(book, tables[layout.TREE_SHEET])
    _read_members(book, nodes, tables[layout.BANDS_SHEET], layout.BANDS, "levels")
    _read_members(book, nodes, tables[layout.SURVEY_SHEET], layout.SURVEY, "sources")
    _read_members(book, nodes, tables[layout.DELAYS_SHEET], layout.DELAYS, "delay_bands")
    _read_list(book, tables[layout.ADJUSTMENTS_SHEET], layout.ADJUSTMENTS, ("adjustments", "items"))
    levels = ("classification", "levels") if book.tree.get("program") == "task_completion" else ("grades",)
    _read_list(book, tables[layout.RESULTS_SHEET], layout.RESULTS, levels)
    _read_list(book, tables[layout.KNOCK_OUTS_SHEET], layout.KNOCK_OUTS, ("classification", "knock_out_conditions"))
    _read_other(book, tables[layout.OTHER_SHEET])
    return book


def _sheets(content: bytes) -> dict[str, list[tuple[int, list[Any]]]]:
    if len(content) > MAX_BYTES:
        raise _refuse("Tệp lớn hơn 5 MB; hãy xóa các trang tính và định dạng thừa.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            too_large = len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED
        if not too_large:
            book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
            return {nfc(sheet.title).strip(): _lines(sheet) for sheet in book.worksheets[:20]}
    except NotATable:
        raise
    except Exception as fault:
        raise _refuse("Tệp không phải XLSX hoặc đã hỏng; hãy mở bằng Excel rồi lưu lại.") from fault
    raise _refuse("Tệp quá lớn khi giải nén; hãy xóa các trang tính và định dạng thừa.")


def _lines(sheet: Any) -> list[tuple[int, list[Any]]]:
    # What the file says of its own size may be wrong.
    sheet.reset_dimensions()
    lines: list[tuple[int, list[Any]]] = []
    blank = 0
    for number, line in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True), start=1):
        values = [_value(value) for value in line]
        blank = 0 if any(v is not None for v in values) else blank + 1
        if blank > _BLANK_ROWS:
            break
        if number > _MAX_ROWS:
            raise _refuse(f"Trang tính {sheet.title} có hơn {_MAX_ROWS} dòng.")
        if not blank:
            lines.append((number, values))
    return lines


def _value(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _plain(value)
    text = nfc(str(value))[:_MAX_CELL]
    return text if text.strip() else None


def _plain(value: float) -> str:
    text = f"{value:.10f}" if isinstance(value, float) else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _table(book: Workbook, title: str, lines: list[tuple[int, list[Any]]] | None, columns: Sequence[Column]) -> list[_Line]:
    if not lines:
        return []
    number, head = lines[0]
    titles = {_same(c.title): c.title for c in columns}
    letters: dict[str, str] = {}
    places: dict[int, str] = {}
    for place, value in enumerate(head):
        if value is None:
            continue
        known = titles.get(_same(str(value)))
        letter = get_column_letter(place + 1)
        if known is None:
            book.faults.append(CellFault(f"{title}!{letter}{number}", f"không biết cột “{value}”; hãy giữ tên các cột như tệp tải về."))
        elif known in letters:
            book.faults.append(CellFault(f"{title}!{letter}{number}", f"cột “{value}” lặp lại."))
        else:
            letters[known] = letter
            places[place] = known
    return [
        _Line(title, row, {places[p]: v for p, v in enumerate(values) if p in places and v is not None}, letters)
        for row, values in lines[1:]
    ]


def _read_general(book: Workbook, lines: list[tuple[int, list[Any]]]) -> None:
    known = {_same(c.title): c for c in layout.GENERAL}
    for number, values in lines[1:]:
        name, value = (*values, None, None)[:2]
        if name is None:
            continue
        column = known.get(_same(str(name)))
        cell = f"{layout.GENERAL_SHEET}!B{number}"
        if column is None:
            book.faults.append(CellFault(f"{layout.GENERAL_SHEET}!A{number}", f"không biết thuộc tính “{name}”."))
            continue
        book.cells.setdefault(".".join(column.path), cell)
        if value is not None:
            _put(book, book.tree, "", column, value, cell)


def _read_agencies(book: Workbook, lines: Iterable[_Line]) -> None:
    agencies: dict[str, Any] = {}
    for line in lines:
        code = _text(line.values.get("Mã"))
        if code in agencies:
            book.faults.append(CellFault(line.cell("Mã"), f"cơ quan {code} lặp lại."))
            continue
        place = join_place("appraisers", code)
        agencies[code] = {}
        book.cells[place] = line.cell("Mã")
        _fill(book, agencies[code], place, layout.AGENCIES[1:], line)
    if agencies:
        book.tree["appraisers"] = agencies


def _read_tree(book: Workbook, lines: Iterable[_Line]) -> dict[str, tuple[dict[str, Any], str]]:
    """The tree of criteria; answers each leaf's node and place by its code."""
    fields: list[Any] = []
    nodes: dict[str, tuple[dict[str, Any], str]] = {}
    for line in lines:
        level = _same(_text(line.values.get("Cấp")))
        node: dict[str, Any] = {}
        if level == _same(layout.LEVELS[0]):
            parent, where = fields, "fields"
        elif level == _same(layout.LEVELS[1]) and fields:
            parent, where = fields[-1].setdefault("criteria", []), f"fields[{len(fields) - 1}].criteria"
        elif level == _same(layout.LEVELS[2]) and fields and fields[-1].get("criteria"):
            criteria = fields[-1]["criteria"]
            parent = criteria[-1].setdefault("sub_criteria", [])
            where = f"fields[{len(fields) - 1}].criteria[{len(criteria) - 1}].sub_criteria"
        else:
            book.faults.append(CellFault(line.cell("Cấp"), f"hãy ghi {', '.join(layout.LEVELS)}, cấp dưới đứng sau cấp trên."))
            continue
        place = f"{where}[{len(parent)}]"
        parent.append(node)
        book.cells[place] = line.cell("Mã")
        _fill(book, node, place, layout.TREE[1:], line)
        nodes.setdefault(_text(node.get("code")), (node, place))
    book.tree["fields"] = fields
    book.cells["fields"] = f"{layout.TREE_SHEET}!A1"
    return nodes


def _read_members(
    book: Workbook, nodes: Mapping[str, tuple[dict[str, Any], str]], lines: Iterable[_Line], columns: Sequence[Column], key: str
) -> None:
    for line in lines:
        code = _text(line.values.get("Mã tiêu chí"))
        found = nodes.get(code)
        if found is None:
            book.faults.append(CellFault(line.cell("Mã tiêu chí"), f"không có tiêu chí {code} trong trang {layout.TREE_SHEET}."))
            continue
        node, place = found
        scoring = node.setdefault("scoring", {})
        list_key = "options" if key == "levels" and scoring.get("method") == "yes_no" else key
        members = scoring.setdefault(list_key, [])
        where = f"{place}.scoring.{list_key}[{len(members)}]"
        member: dict[str, Any] = {}
        members.append(member)
        book.cells[where] = line.cell("Mã tiêu chí")
        book.cells.setdefault(f"{place}.scoring.{list_key}", line.cell("Mã tiêu chí"))
        _fill(book, member, where, columns[1:], line)


def _read_list(book: Workbook, lines: Sequence[_Line], columns: Sequence[Column], path: Sequence[str]) -> None:
    if not lines:
        return
    parent = book.tree
    for key in path[:-1]:
        parent = parent.setdefault(key, {})
    members = parent.setdefault(path[-1], [])
    book.cells[".".join(path)] = f"{lines[0].sheet}!A1"
    for line in lines:
        place = f"{'.'.join(path)}[{len(members)}]"
        member: dict[str, Any] = {}
        members.append(member)
        book.cells[place] = line.cell("Mã")
        _fill(book, member, place, columns, line)


def _read_other(book: Workbook, lines: Iterable[_Line]) -> None:
    allowed = {".".join(path): path for path in layout.OTHER_PATHS}
    for line in lines:
        name = _text(line.values.get("Thuộc tính"))
        path = allowed.get(name)
        if path is None:
            book.faults.append(CellFault(line.cell("Thuộc tính"), f"không biết thuộc tính “{name}”."))
            continue
        try:
            value = json.loads(_text(line.values.get("Giá trị (JSON)")), parse_int=str, parse_float=str)
        except (ValueError, RecursionError):
            book.faults.append(CellFault(line.cell("Giá trị (JSON)"), "không đọc được JSON."))
            continue
        parent = book.tree
        for key in path[:-1]:
            parent = parent.setdefault(key, {})
        parent[path[-1]] = value
        book.cells[name] = line.cell("Giá trị (JSON)")


def _fill(book: Workbook, node: dict[str, Any], place: str, columns: Sequence[Column], line: _Line) -> None:
    for column in columns:
        cell = line.cell(column.title)
        for depth in range(1, len(column.path) + 1):
            book.cells.setdefault(".".join((place, *column.path[:depth])), cell)
        if column.title in line.values:
            _put(book, node, place, column, line.values[column.title], cell)


def _put(book: Workbook, node: dict[str, Any], place: str, column: Column, value: Any, cell: str) -> None:
    for key in column.path[:-1]:
        node = node.setdefault(key, {})
    node[column.path[-1]] = _decoded(book, column, value, cell)


def _decoded(book: Workbook, column: Column, value: Any, cell: str) -> Any:
    if isinstance(value, bool):
        return value
    text = _text(value)
    match column.kind:
        case Kind.NUMBER | Kind.DAYS:
            bare = text.strip()
            if column.kind is Kind.DAYS and _same(bare) == layout.UNBOUNDED:
                return None
            # A number that was typed as text, with the comma that people write.
            return bare.replace(",", ".") if _DECIMAL.fullmatch(bare) else bare
        case Kind.BOOLEAN:
            words = {layout.YES.casefold(): True, layout.NO.casefold(): False, "true": True, "false": False, "x": True}
            if _same(text) not in words:
                book.faults.append(CellFault(cell, f"hãy ghi {layout.YES} hoặc {layout.NO}."))
            return words.get(_same(text), text)
        case Kind.LIST:
            return _list(book, text, cell)
    return column.values.get(_same(text), text)


def _list(book: Workbook, text: str, cell: str) -> list[str]:
    if text.lstrip().startswith("["):
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, list) and all(isinstance(member, str) for member in value):
            return value
        book.faults.append(CellFault(cell, "không đọc được danh sách; hãy ghi mỗi mục một dòng trong ô."))
        return []
    return [line.strip() for line in text.splitlines() if line.strip()]


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()


def _refuse(detail: str) -> NotATable:
    return NotATable(detail, errors=(FieldError("/content", detail),))
