from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT

from chamdiem_reports.documents import AppendixRow, Document
from chamdiem_reports.rendering import render_docx

from .factories import FINGERPRINT, Make, a_ranking, a_report, a_seal, an_appraisal_record
from .hostile import CONTROLS, EMOJI, HOSTILE_TEXTS, LONG_TEXT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document: Document) -> Opened:
    return docx.Document(BytesIO(render_docx(document)))


def table_under(document: Opened, head: str) -> list[list[str]]:
    """The cells of the table whose first row holds `head`."""
    found = next(table for table in document.tables if head in [cell.text for cell in table.rows[0].cells])
    columns = len(found.columns)
    cells = [cell.text for cell in found._cells]
    return [cells[start : start + columns] for start in range(0, len(cells), columns)]


def a_row(**changes: Any) -> AppendixRow:
    return replace(
        AppendixRow(number="1.1", level="sub_criterion", title="Tiêu chí", max_score=Decimal(1), self_score=Decimal(1)), **changes
    )


def test_the_report_opens_with_its_head_title_and_sections() -> None:
    document = opened(a_report())
    head = document.tables[0]
    assert head.cell(0, 0).text.split("\n")[:2] == ["ỦY BAN NHÂN DÂN TỈNH THANH HÓA", "SỞ NỘI VỤ"]
    assert head.cell(1, 0).text == "Số: 128/BC-SNV"
    assert head.cell(1, 1).text == "Thanh Hóa, ngày 08 tháng 12 năm 2021"
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "I. TÌNH HÌNH TRIỂN KHAI" in words
    assert "IV. KHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ" in words
    assert document.core_properties.title.startswith("Báo cáo: Kết quả tự đánh giá")


def test_the_appendix_has_a_row_for_each_item_and_the_sum() -> None:
    report = a_report()
    rows = table_under(opened(report), "Số liệu kê khai")
    assert len(rows) == 1 + len(report.rows) + 2
    assert rows[3] == [
        "1.1",
        "Ban hành kế hoạch CCHC năm đúng thời hạn",
        "0,50",
        "Ban hành trong tháng 01 của năm đánh giá",
        "0,50",
        "",
        rows[3][6],
        "",
    ]
    assert rows[-1][1:5] == ["TỔNG CỘNG", "100,00", "", "67,13"]


def test_the_head_of_the_appendix_table_repeats_on_each_page() -> None:
    table = opened(a_report()).tables[-1]
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None


def test_the_main_part_is_portrait_and_the_appendix_landscape() -> None:
    sections = opened(a_report()).sections
    assert [section.orientation for section in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert [round(section.page_width.mm if section.page_width else 0) for section in sections] == [210, 297]
    assert {round(section.left_margin.mm if section.left_margin else 0) for section in sections} == {30}


@pytest.mark.parametrize("make", [a_report, an_appraisal_record, a_ranking])
def test_every_footer_carries_the_fingerprint(make: Make) -> None:
    section = opened(make()).sections[0]
    for footer in (section.footer, section.first_page_footer):
        assert FINGERPRINT in footer.tables[0].cell(0, 0).text


@pytest.mark.parametrize("make", [a_report, an_appraisal_record, a_ranking])
def test_a_rehearsal_says_so_in_every_header(make: Make) -> None:
    for rehearsal in (True, False):
        sections = opened(make(seal=a_seal(rehearsal=rehearsal))).sections
        headers = [section.header for section in sections] + [sections[0].first_page_header]
        assert {"DIỄN TẬP" in header.paragraphs[0].text for header in headers} == {rehearsal}


def test_pages_are_numbered_but_for_the_first() -> None:
    section = opened(a_report()).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert "PAGE" not in section.first_page_header.paragraphs[0]._p.xml


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, EMOJI, LONG_TEXT])
def test_what_people_type_comes_back_as_it_was(text: str) -> None:
    rows = table_under(opened(a_report(rows=(a_row(explanation=text),), unit_name=text)), "Giải trình")
    assert rows[1][7] == text.strip() or rows[1][7] == text


def test_signs_that_break_files_are_taken_out_and_lines_kept() -> None:
    assert table_under(opened(a_report(rows=(a_row(explanation=CONTROLS),))), "Giải trình")[1][7] == "đầu\ufffdgiữa\ncuối\ntận\ncùng"


def test_text_is_composed_unicode() -> None:
    decomposed = "Thanh Ho\u0301a"
    assert table_under(opened(a_report(rows=(a_row(explanation=decomposed),))), "Giải trình")[1][7] == "Thanh Hóa"


@pytest.mark.parametrize("make", [a_report, an_appraisal_record, a_ranking])
def test_every_part_is_well_formed_and_every_relation_leads_to_a_part(make: Make) -> None:
    with ZipFile(BytesIO(render_docx(make()))) as package:
        names = set(package.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                root = ElementTree.fromstring(package.read(name))
                if name == "word/_rels/document.xml.rels":
                    assert {f"word/{relation.get('Target')}" for relation in root} <= names


def test_the_ranking_has_its_three_parts() -> None:
    document = opened(a_ranking())
    ranking = table_under(document, "Thứ hạng")
    assert ranking[1][:3] == ["1", "Văn phòng UBND tỉnh", "66,91"]
    assert ranking[6][-2:] == ["", ""]
    by_field = table_under(document, "VIII. Tác động của cải cách hành chính")
    assert [row[1:3] for row in by_field[-3:]] == [["Cao nhất", "15,00"], ["Thấp nhất", "12,15"], ["Trung bình", "13,58"]]
    assert table_under(document, "Điều kiện khống chế")[1][1:4] == ["Sở Công Thương", "Tốt", "Khá"]
