import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from chamdiem_reports.documents import AppendixRow, Document, Evidence, Seal
from chamdiem_reports.rendering import render_pdf

from .factories import FINGERPRINT, Make, a_ranking, a_report, a_seal, an_appraisal_record
from .hostile import EMOJI, HOSTILE_TEXTS, LONG_TEXT


@cache
def pages_of(document: Document) -> list[str]:
    """The text of each page, with blanks and line ends as one blank."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(render_pdf(document))).pages]


def a_row(**changes: Any) -> AppendixRow:
    return replace(
        AppendixRow(number="1.1", level="sub_criterion", title="Tiêu chí", max_score=Decimal(1), self_score=Decimal(1)), **changes
    )


def test_the_report_reads_as_nghi_dinh_30_lays_it_out() -> None:
    first = pages_of(a_report())[0]
    for words in (
        "ỦY BAN NHÂN DÂN TỈNH THANH HÓA SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Số: 128/BC-SNV",
        "Thanh Hóa, ngày 08 tháng 12 năm 2021",
        "BÁO CÁO Kết quả tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm 2021 của Sở Nội vụ",
        "I. TÌNH HÌNH TRIỂN KHAI",
        "67,13/100,00 điểm",
    ):
        assert words in first


def test_the_appendix_holds_every_row_with_its_scores() -> None:
    report = a_report()
    words = " ".join(pages_of(report))
    for row in report.rows:
        assert (row.title.upper() if row.level == "field" else row.title) in words
    assert "- Kế hoạch CCHC năm đã ký số.pdf [00000001]" in words
    assert "TỔNG CỘNG 100,00 67,13" in words


def test_the_head_of_the_appendix_table_is_repeated_on_each_of_its_pages() -> None:
    appendix = pages_of(a_report())[2:]
    assert len(appendix) > 5
    assert all("Số liệu kê khai" in page and "Giải trình" in page for page in appendix)


def test_the_main_part_is_portrait_and_the_appendix_landscape() -> None:
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(BytesIO(render_pdf(a_report()))).pages]
    assert sizes[:2] == [(595, 842)] * 2
    assert set(sizes[2:]) == {(842, 595)}


def test_pages_are_numbered_from_the_second_on() -> None:
    pages = pages_of(a_report())
    assert not re.match(r"\s*1\b", pages[0])
    for number, words in enumerate(pages[1:], start=2):
        assert words.strip().startswith(str(number))


@pytest.mark.parametrize("make", [a_report, an_appraisal_record, a_ranking])
def test_every_page_carries_the_fingerprint_and_its_short_form(make: Make) -> None:
    for page in pages_of(make()):
        assert FINGERPRINT in page
        assert "Mã ngắn: 3F2A9C41" in page


@pytest.mark.parametrize("make", [a_report, an_appraisal_record, a_ranking])
def test_a_rehearsal_says_so_on_every_page_and_nothing_else_does(make: Make) -> None:
    assert all("DIỄN TẬP" in page for page in pages_of(make(seal=a_seal(rehearsal=True))))
    assert not any("DIỄN TẬP" in page for page in pages_of(make()))


def test_what_is_empty_leaves_room_to_write() -> None:
    report = a_report()
    blank = replace(
        report,
        head=replace(report.head, number="", dated_on=None),
        situation="",
        missing_evidence=(),
        signer=replace(report.signer, name=""),
    )
    first, second, *_ = pages_of(blank)
    assert "/BC-SNV" in first
    assert "ngày … tháng … năm …" in first
    assert "........" in first
    assert "Không có." in first + second


def test_a_body_without_abbreviation_still_has_a_number_to_fill_in() -> None:
    report = a_report()
    assert re.search(r"Số: */BC Thanh", pages_of(replace(report, head=replace(report.head, number="", abbreviation="")))[0])


def test_the_record_shows_difference_reason_claims_counts_and_who_has_sent() -> None:
    words = " ".join(pages_of(an_appraisal_record()))
    for part in (
        "−0,19 Tài liệu kiểm chứng chưa thể hiện đủ",
        "Không đồng ý",
        "Chỉ 01 mô hình có văn bản ghi nhận. (Sở Nội vụ)",
        "17:05 ngày 30/12/2021",
    ):
        assert part in words
    assert "9 Chỉ số (%) 89,24" in words


def test_rounds_before_the_last_have_a_column_each() -> None:
    record = an_appraisal_record()
    rounds = replace(record, rows=tuple(replace(row, earlier_scores=(Decimal("0.125"),)) for row in record.rows))
    words = " ".join(pages_of(rounds))
    assert "Thẩm định lần 1" in words
    assert "Thẩm định lần 2" not in words


def test_the_ranking_shows_ties_movement_and_the_mean_of_each_field() -> None:
    words = " ".join(pages_of(a_ranking()))
    assert "1 Văn phòng UBND tỉnh 66,91" in words
    assert "1 Sở Nội vụ 66,41" in words
    assert re.search(r"5 Sở Thông tin và Truyền thông [\d, ]+ Khá 6 ", words)
    assert "Cao nhất 15,00" in words
    assert "Thấp nhất 12,15" in words
    assert "Trung bình 13,58" in words


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_what_people_type_is_never_markup(text: str) -> None:
    words = " ".join(pages_of(replace(a_report(rows=(a_row(explanation=text, title=text),)), unit_name=text, situation=text)))
    assert re.sub(r"\s+", " ", text.strip()) in words


def test_signs_that_no_font_has_do_not_stop_a_document() -> None:
    words = " ".join(pages_of(a_report(rows=(a_row(explanation=f"trước {EMOJI} sau"),))))
    assert "trước" in words
    assert "sau" in words


def test_ten_thousand_characters_go_on_over_pages_without_losing_a_word() -> None:
    report = a_report(rows=(a_row(explanation=LONG_TEXT), a_row(number="1.2", title="Dòng sau")))
    pages = pages_of(report)
    found = re.findall(r"từ\d{4}", " ".join(pages))
    assert found == re.findall(r"từ\d{4}", LONG_TEXT)
    assert "Dòng sau" in " ".join(pages)
    assert all(FINGERPRINT in page for page in pages)


def test_a_word_of_ten_thousand_letters_stays_in_its_column() -> None:
    reader = PdfReader(BytesIO(render_pdf(a_report(rows=(a_row(explanation="x" * 10_000),)))))
    rightmost = 0.0

    def seen(text: str, _cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        nonlocal rightmost
        if text.strip("x\n ") == "" and "x" in text:
            rightmost = max(rightmost, tm[4])

    for page in reader.pages:
        page.extract_text(visitor_text=seen)
    assert 0 < rightmost < 842
    assert sum(page.extract_text().count("x") for page in reader.pages) >= 10_000


def test_a_long_file_name_breaks_after_its_underscores() -> None:
    name = "Bao_cao_ket_qua_thuc_hien_ke_hoach_cai_cach_hanh_chinh_nam_2021.pdf"
    page = PdfReader(BytesIO(render_pdf(a_report(rows=(replace(a_row(), evidence=(Evidence(name=name),)),))))).pages[-1].extract_text()
    pieces = re.sub("\u200b", "", page).split("- Bao_", 1)[1].split(".pdf")[0].split("\n")
    assert len(pieces) > 1
    assert all(piece.rstrip().endswith("_") for piece in pieces[:-1])


def test_a_fingerprint_that_is_none_is_refused() -> None:
    for wrong in ("", "3F" * 32, "ab" * 31):
        with pytest.raises(ValueError, match="fingerprint"):
            Seal(rehearsal=False, status_label="", fingerprint=wrong, check_url="https://a.example")


def test_only_the_fonts_of_the_package_are_used() -> None:
    pages: list[Any] = list(PdfReader(BytesIO(render_pdf(a_report()))).pages)
    names = {str(font.get_object()["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}
    assert {name.split("+")[1].split("-")[0] for name in names} == {"Tinos"}
