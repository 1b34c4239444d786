"""Báo cáo kết quả tự đánh giá, chấm điểm: main part and appendix (practice notes, section 10)."""

from decimal import Decimal

from chamdiem_reports.compose.common import bases, common_info, document_symbol, is_bold, opening, row_title, short_digest, signature
from chamdiem_reports.documents import AppendixRow, Evidence, MissingEvidence, SelfAssessmentReport
from chamdiem_reports.layout import (
    BLANK,
    AppendixTitle,
    Block,
    Cell,
    Column,
    DottedLines,
    Layout,
    Paragraph,
    Row,
    Section,
    Table,
    number,
    text,
)
from chamdiem_reports.numbering import roman
from chamdiem_reports.vietnamese import format_date_long, format_number

KIND = "BÁO CÁO"
ADJUSTMENTS = "ĐIỂM THƯỞNG, ĐIỂM TRỪ"
_APPENDIX_COLUMNS = (
    Column("STT", 11, "center"),
    Column("Lĩnh vực, tiêu chí, tiêu chí thành phần", 64),
    Column("Điểm tối đa", 16, "center"),
    Column("Số liệu kê khai", 34, plain=True),
    Column("Điểm tự chấm", 16, "center"),
    Column("Điểm thẩm định", 16, "center"),
    Column("Tài liệu kiểm chứng", 47, plain=True),
    Column("Giải trình", 48, plain=True),
)
_FIELD_COLUMNS = (
    Column("STT", 14, "center"),
    Column("Lĩnh vực", 83),
    Column("Điểm tối đa", 22, "center"),
    Column("Điểm tự chấm", 22, "center"),
    Column("Tỷ lệ (%)", 22, "center"),
)
_MISSING_COLUMNS = (Column("STT", 14, "center"), Column("Tiêu chí", 70), Column("Giải trình của cơ quan, đơn vị", 80))


def compose(report: SelfAssessmentReport) -> Layout:
    """The report as pages: the main part portrait, the appendix landscape."""
    subject = report.subject
    abstract = f"Kết quả tự đánh giá, chấm điểm {subject.program_title} năm {subject.year}\ncủa {report.unit_name}"
    main = (
        opening(report.head, kind=KIND, abstract=abstract, symbol="BC"),
        *bases(subject),
        Paragraph(f"{report.unit_name} báo cáo kết quả tự đánh giá, chấm điểm {subject.program_title} năm {subject.year} như sau:"),
        Paragraph("I. TÌNH HÌNH TRIỂN KHAI", "heading"),
        *_text_or_lines(report.situation),
        Paragraph("II. KẾT QUẢ TỰ ĐÁNH GIÁ, CHẤM ĐIỂM", "heading"),
        *_result(report),
        Paragraph("III. GIẢI TRÌNH TIÊU CHÍ THIẾU HOẶC CHƯA ĐỦ TÀI LIỆU KIỂM CHỨNG", "heading"),
        *_missing_evidence(report.missing_evidence),
        Paragraph("IV. KHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ", "heading"),
        *_text_or_lines(report.difficulties),
        signature(report.recipients, report.signer),
    )
    return Layout(
        title="Báo cáo: " + abstract.replace("\n", " "),
        seal=report.seal,
        sections=(Section(main), Section(_appendix(report), landscape=True)),
        info=(("Cơ quan, đơn vị được đánh giá", report.unit_name), *common_info(report.head, subject, report.seal)),
    )


def _text_or_lines(words: str) -> tuple[Block, ...]:
    return (Paragraph(words),) if words.strip() else (DottedLines(3),)


def _result(report: SelfAssessmentReport) -> tuple[Block, ...]:
    decimals, totals = report.score_decimals, report.totals
    rows = [
        Row((text(roman(place)), text(field.title), *_scores(field.max_score, field.self_score, decimals)))
        for place, field in enumerate(report.fields, start=1)
    ]
    rows.append(Row((BLANK, text("Tổng cộng"), *_scores(totals.max_score, totals.self_score, decimals)), bold=True))
    total = f"{format_number(totals.self_score, decimals)}/{format_number(totals.max_score, decimals)} điểm"
    return (
        Paragraph(f"1. Tổng điểm tự chấm: {total}. Điểm điều tra xã hội học và điểm do hệ thống tự động tính không thuộc phần tự chấm."),
        Paragraph("2. Kết quả theo lĩnh vực:"),
        Table("Theo lĩnh vực", _FIELD_COLUMNS, tuple(rows), size=13),
        Paragraph("Kết quả chi tiết theo từng tiêu chí, tiêu chí thành phần tại Phụ lục kèm theo."),
    )


def _scores(max_score: Decimal, self_score: Decimal, decimals: int) -> tuple[Cell, ...]:
    share = 100 * self_score / max_score if max_score else None
    return number(max_score, decimals), number(self_score, decimals), number(share, 2)


def _missing_evidence(missing: tuple[MissingEvidence, ...]) -> tuple[Block, ...]:
    if not missing:
        return (Paragraph("Không có."),)
    rows = tuple(Row((text(item.number), text(item.title), text(item.explanation))) for item in missing)
    return (Table("Thiếu tài liệu kiểm chứng", _MISSING_COLUMNS, rows, size=12),)


def _appendix(report: SelfAssessmentReport) -> tuple[Block, ...]:
    head, subject, totals, decimals = report.head, report.subject, report.totals, report.score_decimals
    symbol = head.number or f"…/{document_symbol(head, 'BC')}"
    belongs_to = f"(Kèm theo Báo cáo số {symbol} {format_date_long(head.dated_on)} của {report.unit_name})"
    rows = [_appendix_row(row, decimals) for row in report.rows if row.level != "adjustment"]
    adjustments = [_appendix_row(row, decimals) for row in report.rows if row.level == "adjustment"]
    if adjustments:
        rows += [Row((BLANK, text(ADJUSTMENTS), *(BLANK,) * 6), bold=True), *adjustments]
    sums = (number(totals.max_score, decimals), BLANK, number(totals.self_score, decimals), number(totals.appraised_score, decimals))
    rows.append(Row((BLANK, text("TỔNG CỘNG"), *sums, BLANK, BLANK), bold=True))
    return (
        AppendixTitle("Phụ lục", f"Bảng tự đánh giá, chấm điểm {subject.program_title} năm {subject.year}", belongs_to),
        Table("Phụ lục", _APPENDIX_COLUMNS, tuple(rows), size=11),
        Paragraph("Ghi chú: ký tự trong ngoặc vuông là 8 ký tự đầu của mã SHA-256 của tệp tài liệu kiểm chứng khi gửi.", "note"),
    )


def _appendix_row(row: AppendixRow, decimals: int) -> Row:
    return Row(
        (
            text(row.number),
            text(row_title(row.level, row.title)),
            number(row.max_score, decimals),
            text(row.declared),
            number(row.self_score, decimals),
            number(row.appraised_score, decimals),
            text("\n".join(_evidence(file) for file in row.evidence)),
            text(row.explanation),
        ),
        bold=is_bold(row.level),
    )


def _evidence(file: Evidence) -> str:
    return f"- {file.name} [{short_digest(file.sha256)}]" if file.sha256 else f"- {file.name}"
