from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from chamdiem_reports.documents import AppendixRow, Document
from chamdiem_reports.rendering import render_xlsx

from .factories import FINGERPRINT, Make, a_ranking, a_report, a_seal, an_appraisal_record
from .hostile import CONTROLS, EMOJI, HOSTILE_TEXTS, LONG_TEXT

HEAD_ROW = 4


def opened(document: Document) -> Any:
    return openpyxl.load_workbook(BytesIO(render_xlsx(document)))


def a_row(**changes: Any) -> AppendixRow:
    return replace(
        AppendixRow(number="1.1", level="sub_criterion", title="Tiêu chí", max_score=Decimal(1), self_score=Decimal(1)), **changes
    )


def test_each_table_has_a_sheet_of_its_own() -> None:
    assert opened(a_report()).sheetnames == ["Thông tin", "Theo lĩnh vực", "Thiếu tài liệu kiểm chứng", "Phụ lục"]
    assert opened(a_ranking()).sheetnames == ["Thông tin", "Xếp hạng", "Theo lĩnh vực", "Theo mức", "Khống chế"]
    assert opened(an_appraisal_record()).sheetnames[1:] == [
        "Kết quả chung",
        "Điểm thưởng, điểm trừ",
        "Đề nghị không áp dụng",
        "Cơ quan thẩm định",
        "Điểm thẩm định",
    ]


def test_the_ranking_has_the_columns_in_order() -> None:
    head = [cell.value for cell in opened(a_ranking())["Xếp hạng"][HEAD_ROW]]
    assert head == [
        "Thứ hạng",
        "Cơ quan, đơn vị",
        "Điểm thẩm định",
        "Điểm điều tra xã hội học",
        "Điểm thưởng",
        "Điểm trừ",
        "Tổng điểm",
        "Điểm tối đa áp dụng",
        "Chỉ số (%)",
        "Nhóm",
        "Thứ hạng năm trước",
        "Tăng/giảm",
    ]


def test_scores_are_unrounded_numbers_with_a_format() -> None:
    sheet = opened(a_ranking())["Xếp hạng"]
    first = sheet[HEAD_ROW + 1]
    assert first[2].value == 66.905
    assert first[2].number_format == "#,##0.00"
    assert first[0].value == 1
    assert first[0].number_format == "#,##0"
    assert first[11].number_format.startswith("+")
    assert sheet[HEAD_ROW + 6][10].value is None


def test_the_index_keeps_the_digits_a_spreadsheet_can_hold() -> None:
    sheet = opened(an_appraisal_record())["Kết quả chung"]
    index = next(row for row in sheet.iter_rows(min_row=HEAD_ROW + 1) if row[1].value == "Chỉ số (%)")[2]
    assert index.value == pytest.approx(89.2436548223350253, abs=1e-13)
    assert index.number_format == "#,##0.00"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    cell = opened(a_report(rows=(a_row(explanation=text),)))["Phụ lục"].cell(HEAD_ROW + 1, 8)
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("make", [a_report, an_appraisal_record, a_ranking])
def test_no_sheet_holds_a_formula_or_a_link(make: Make) -> None:
    with ZipFile(BytesIO(render_xlsx(make()))) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                content = package.read(name)
                assert b"<f>" not in content
                assert b"<hyperlink" not in content


def test_signs_that_break_files_are_taken_out() -> None:
    sheet = opened(a_report(rows=(a_row(explanation=CONTROLS, declared=EMOJI, title=LONG_TEXT),)))["Phụ lục"]
    assert sheet.cell(HEAD_ROW + 1, 8).value == "đầu\ufffdgiữa\ncuối\ntận\ncùng"
    assert sheet.cell(HEAD_ROW + 1, 4).value == EMOJI
    assert sheet.cell(HEAD_ROW + 1, 2).value == LONG_TEXT


def test_a_cell_longer_than_a_spreadsheet_holds_is_cut_and_says_so() -> None:
    value = opened(a_report(rows=(a_row(explanation="ă" * 40_000),)))["Phụ lục"].cell(HEAD_ROW + 1, 8).value
    assert len(value) == 32_767
    assert value.endswith("xem bản PDF hoặc DOCX)")


@pytest.mark.parametrize("make", [a_report, an_appraisal_record, a_ranking])
def test_every_printed_page_carries_fingerprint_number_and_picture(make: Make) -> None:
    for sheet in opened(make()).worksheets:
        assert FINGERPRINT in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text == "&G"
        assert sheet.oddHeader.center.text == "&P"
        assert sheet.cell(3, 1).value.endswith(FINGERPRINT)


@pytest.mark.parametrize("make", [a_report, an_appraisal_record, a_ranking])
def test_a_rehearsal_says_so_on_every_sheet_and_page(make: Make) -> None:
    for rehearsal in (True, False):
        for sheet in opened(make(seal=a_seal(rehearsal=rehearsal))).worksheets:
            assert ("DIỄN TẬP" in (sheet.oddHeader.left.text or "")) == rehearsal
            assert ("DIỄN TẬP" in sheet.cell(2, 1).value) == rehearsal


def test_a_long_status_does_not_push_the_fingerprint_out_of_the_footer() -> None:
    for sheet in opened(a_report(seal=a_seal(rehearsal=True, status_label="Tạm tính & chờ " * 30))).worksheets:
        assert FINGERPRINT in sheet.oddFooter.left.text


def test_the_head_of_a_table_is_repeated_and_stays_in_sight() -> None:
    sheet = opened(a_report())["Phụ lục"]
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert sheet.freeze_panes == f"A{HEAD_ROW + 1}"
    assert sheet.page_setup.orientation == "landscape"


def test_the_facts_name_unit_set_status_and_where_to_check() -> None:
    sheet = opened(a_report())["Thông tin"]
    facts = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=HEAD_ROW, max_row=HEAD_ROW + 13)}
    assert facts["Cơ quan, đơn vị được đánh giá"] == "Sở Nội vụ"
    assert facts["Mã kiểm tra (SHA-256)"] == FINGERPRINT
    assert facts["Địa danh, thời gian"] == "Thanh Hóa, ngày 08 tháng 12 năm 2021"
