"""The table as an XLSX file: help columns are locked, and what an item's method does not use is grey."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.sheet.answer import KeptAnswer
from chamdiem_assessment.spreadsheet.columns import COLUMNS, TYPED, how_to_declare, items_to_declare, options_of, used_by
from chamdiem_kit.workbooks import new_workbook
from chamdiem_rules.set_types import Adjustment, CriteriaSet, Leaf

_SHEET, _OPTIONS_SHEET = "Số liệu kê khai", "Phương án"
_HEAD_ROW = 2
_WIDTHS = {
    "item": 9,
    "title": 46,
    "max_score": 8,
    "how": 38,
    "option": 24,
    "explanation": 60,
    "evidence": 36,
    "self_score": 9,
    "version": 9,
}
_MOST_EXACT_DIGITS = 15
_LONGEST = 32_767
_PLACES = {name: place for place, name in enumerate(COLUMNS)}


def write_workbook(
    title: str,
    criteria_set: CriteriaSet,
    answers: Mapping[str, KeptAnswer],
    files: Mapping[Any, Evidence],
    items: Collection[str] | None = None,
) -> bytes:
    """The file. `items`: only these, where somebody may see no others."""
    return _Book(title, criteria_set, answers, files).write(items)


class _Book:
    def __init__(self, title: str, criteria_set: CriteriaSet, answers: Mapping[str, KeptAnswer], files: Mapping[Any, Evidence]) -> None:
        self._set, self._answers, self._files = criteria_set, answers, files
        self._file = BytesIO()
        self._book = new_workbook(self._file, title)
        usual = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True, "border": 1}
        self._help = self._book.add_format({**usual, "bg_color": "#F2F2F2", "quote_prefix": True})
        self._unused = self._book.add_format({**usual, "bg_color": "#D9D9D9"})
        self._open = self._book.add_format({**usual, "locked": False, "quote_prefix": True})
        self._number = self._book.add_format({**usual, "locked": False, "align": "right"})
        self._head = self._book.add_format({**usual, "bold": True, "bg_color": "#DDEBF7"})
        self._title = self._book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True})
        self._note = self._book.add_format({"font_name": "Times New Roman", "font_size": 11, "italic": True})
        self._sheet = self._book.add_worksheet(_SHEET)
        self._choices = self._book.add_worksheet(_OPTIONS_SHEET)
        self._choices.hide()
        self._title_words = title

    def write(self, items: Collection[str] | None) -> bytes:
        sheet = self._sheet
        sheet.write_string(0, 0, self._title_words, self._title)
        sheet.write_string(1, 0, "Chỉ điền các ô trắng; dòng để trống được bỏ qua, tài liệu kiểm chứng đính kèm trên trang.", self._note)
        for name, place in _PLACES.items():
            sheet.set_column(place, place, _WIDTHS.get(name, 12))
            sheet.write_string(_HEAD_ROW, place, COLUMNS[name][0], self._head)
        shown = [i for i in items_to_declare(self._set) if items is None or i.code in items]
        for row, item in enumerate(shown, start=_HEAD_ROW + 1):
            self._line(row, item)
        sheet.freeze_panes(_HEAD_ROW + 1, 2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        self._book.close()
        return self._file.getvalue()

    def _line(self, row: int, item: Leaf | Adjustment) -> None:
        kept = self._answers.get(item.code)
        answer = kept.answer if kept else None
        options, used = options_of(item), used_by(item)
        score = answer.self_score if answer else None
        helps = {
            "item": item.code,
            "title": item.title,
            "max_score": f"{item.max_score:f}".replace(".", ",") if isinstance(item, Leaf) else "",
            "how": how_to_declare(item),
            "evidence": "\n".join(self._files[i].name for i in answer.evidence_ids) if answer else "",
            "self_score": "" if score is None else f"{score:f}".replace(".", ","),
            "version": str(kept.version) if kept else "0",
        }
        for name, words in helps.items():
            self._sheet.write_string(row, _PLACES[name], words[:_LONGEST], self._help)
        for name in TYPED:
            if name not in used:
                self._sheet.write_blank(row, _PLACES[name], None, self._unused)
                continue
            value: Any = "x" if answer and name == "not_applicable" and answer.not_applicable else ""
            if answer and name != "not_applicable":
                value = getattr(answer, name) or ""
            self._typed(row, name, options.get(value, value) if name == "option" else value)
        if options:
            self._offer(row, list(options.values()))

    def _typed(self, row: int, name: str, words: str) -> None:
        place = _PLACES[name]
        if not words:
            self._sheet.write_blank(row, place, None, self._number if name in ("numerator", "denominator", "count") else self._open)
        elif name in ("numerator", "denominator", "count") and len(words.replace(".", "")) <= _MOST_EXACT_DIGITS:
            self._sheet.write_number(row, place, Decimal(words), self._number)
        else:
            self._sheet.write_string(row, place, words[:_LONGEST], self._open)

    def _offer(self, row: int, words: list[str]) -> None:
        """A list to choose from; it stands in a sheet of its own, as a list written into the rule may have 255 characters only."""
        for place, one in enumerate(words):
            self._choices.write_string(row, place, one)
        source = f"='{_OPTIONS_SHEET}'!{xlsxwriter.utility.xl_range_abs(row, 0, row, len(words) - 1)}"
        said = {"error_title": "Không có phương án này", "error_message": "Hãy chọn một phương án trong danh sách."}
        self._sheet.data_validation(row, _PLACES["option"], row, _PLACES["option"], {"validate": "list", "source": source, **said})
