"""The links that were just made as an XLSX file, to be sent out or printed; the only copy besides the page."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from chamdiem_kit.workbooks import new_workbook

_HEAD: Final = (("STT", 6), ("Phiếu", 14), ("Đơn vị được đánh giá", 44), ("Liên kết (mỗi liên kết một phiếu trả lời)", 80))


def write_links(title: str, lines: Sequence[tuple[str, str, str]]) -> bytes:
    """The file; a line is form, unit and address."""
    file = BytesIO()
    book = new_workbook(file, title)
    usual = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True, "border": 1}
    cell, head = book.add_format(usual), book.add_format({**usual, "bold": True, "bg_color": "#DDEBF7"})
    sheet = book.add_worksheet("Liên kết khảo sát")
    sheet.write_string(0, 0, title, book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True}))
    for place, (words, width) in enumerate(_HEAD):
        sheet.set_column(place, place, width)
        sheet.write_string(1, place, words, head)
    for number, line in enumerate(lines, start=1):
        sheet.write_number(number + 1, 0, number, cell)
        for place, words in enumerate(line, start=1):
            sheet.write_string(number + 1, place, words, cell)
    sheet.freeze_panes(2, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.close()
    return file.getvalue()
