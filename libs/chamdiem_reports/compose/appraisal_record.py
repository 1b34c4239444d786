"""Phiếu thẩm định of one unit: totals, adjustments, claims and agencies first, every item with its reason in the appendix."""

from decimal import Decimal

from chamdiem_reports.compose.common import bases, common_info, is_bold, opening, row_title, signature
from chamdiem_reports.documents import AppraisalRecord, AppraisalRow
from chamdiem_reports.layout import (
    BLANK,
    AppendixTitle,
    Block,
    Cell,
    Column,
    Layout,
    Paragraph,
    Row,
    Section,
    Table,
    number,
    text,
)
from chamdiem_reports.vietnamese import format_date_long, format_instant

KIND = "PHIẾU THẨM ĐỊNH"
NOT_APPLICABLE = "Không áp dụng"
NOT_ANSWERED = "Không trả lời"
CLAIM_STATES = {"agreed": "Đồng ý", "refused": "Không đồng ý", "open": "Chưa trả lời"}
ADJUSTMENT_KINDS = {"bonus": "Điểm thưởng", "deduction": "Điểm trừ"}
_TOTAL_COLUMNS = (Column("STT", 14, "center"), Column("Nội dung", 110), Column("Kết quả", 40, "center"))
_ADJUSTMENT_COLUMNS = (
    Column("Mã", 12, "center"),
    Column("Nội dung", 52),
    Column("Loại", 19, "center"),
    Column("Số lần đề nghị", 16, "center"),
    Column("Số lần xác nhận", 17, "center"),
    Column("Điểm", 15, "center"),
    Column("Lý do; cơ quan thẩm định", 34),
)
_CLAIM_COLUMNS = (
    Column("STT", 14, "center"),
    Column("Tiêu chí đề nghị không áp dụng", 56),
    Column("Điểm tối đa", 16, "center"),
    Column("Trả lời", 25, "center"),
    Column("Lý do; cơ quan thẩm định", 54),
)
_CLARIFICATION_COLUMNS = (
    Column("STT", 14, "center"),
    Column("Tiêu chí", 36),
    Column("Vòng", 13, "center"),
    Column("Yêu cầu giải trình; cơ quan thẩm định", 51),
    Column("Trả lời của đơn vị; tài liệu bổ sung", 51),
)
_AGENCY_COLUMNS = (
    Column("STT", 14, "center"),
    Column("Cơ quan thẩm định", 62),
    Column("Trạng thái", 48),
    Column("Thời điểm gửi kết quả", 41, "center"),
)


def compose(record: AppraisalRecord) -> Layout:
    """The record as pages: the main part portrait, the items landscape."""
    subject = record.subject
    abstract = f"Kết quả thẩm định {subject.program_title} năm {subject.year}\ncủa {record.unit_name}"
    main = (
        opening(record.head, kind=KIND, abstract=abstract),
        *bases(subject),
        Paragraph("I. KẾT QUẢ CHUNG", "heading"),
        _totals(record),
        Paragraph("II. ĐIỂM THƯỞNG, ĐIỂM TRỪ", "heading"),
        *_adjustments(record),
        Paragraph("III. ĐỀ NGHỊ KHÔNG ÁP DỤNG", "heading"),
        *_claims(record),
        Paragraph("IV. CƠ QUAN THẨM ĐỊNH", "heading"),
        *_agencies(record),
        *_clarifications(record),
        Paragraph("Điểm thẩm định từng tiêu chí và lý do tại Phụ lục kèm theo."),
        signature(record.recipients, record.signer),
    )
    return Layout(
        title="Phiếu thẩm định: " + abstract.replace("\n", " "),
        seal=record.seal,
        sections=(Section(main), Section(_appendix(record), landscape=True)),
        info=(("Cơ quan, đơn vị được thẩm định", record.unit_name), *common_info(record.head, subject, record.seal)),
    )


def _totals(record: AppraisalRecord) -> Table:
    totals, decimals = record.totals, record.score_decimals
    lines: tuple[tuple[str, Cell], ...] = (
        ("Điểm tối đa của bộ tiêu chí", number(totals.max_score, decimals)),
        ("Tổng điểm tự chấm", number(totals.self_total, decimals)),
        ("Tổng điểm thẩm định", number(totals.appraised_total, decimals)),
        ("Điểm điều tra xã hội học", number(totals.survey_total, decimals)),
        ("Điểm thưởng", number(totals.bonus, decimals)),
        ("Điểm trừ", number(totals.deduction, decimals)),
        ("Tổng điểm", number(totals.final_score, decimals)),
        ("Điểm tối đa áp dụng", number(totals.applicable_max, decimals)),
        ("Chỉ số (%)", number(totals.index_percent, record.index_decimals)),
        (record.level_heading, text(totals.level_title)),
    )
    strong = {"Tổng điểm", "Chỉ số (%)", record.level_heading}
    rows = tuple(Row((number(place), text(label), value), bold=label in strong) for place, (label, value) in enumerate(lines, start=1))
    return Table("Kết quả chung", _TOTAL_COLUMNS, rows, size=13)


def _adjustments(record: AppraisalRecord) -> tuple[Block, ...]:
    if not record.adjustments:
        return (Paragraph("Không có."),)
    rows = tuple(
        Row(
            (
                text(item.code),
                text(f"{item.title} (theo {item.unit})" if item.unit else item.title),
                text(ADJUSTMENT_KINDS[item.kind]),
                number(item.claimed),
                number(item.confirmed),
                number(item.points, record.score_decimals),
                text(_reason_and_agency(item.reason, item.appraiser)),
            )
        )
        for item in record.adjustments
    )
    return (Table("Điểm thưởng, điểm trừ", _ADJUSTMENT_COLUMNS, rows, size=12),)


def _claims(record: AppraisalRecord) -> tuple[Block, ...]:
    if not record.claims:
        return (Paragraph("Không có."),)
    rows = tuple(
        Row(
            (
                text(claim.number),
                text(claim.title),
                number(claim.max_score, record.score_decimals),
                text(CLAIM_STATES[claim.state]),
                text(_reason_and_agency(claim.reason, claim.appraiser)),
            )
        )
        for claim in record.claims
    )
    return (Table("Đề nghị không áp dụng", _CLAIM_COLUMNS, rows, size=12),)


def _reason_and_agency(reason: str, agency: str) -> str:
    return "\n".join(part for part in (reason, f"({agency})" if agency else "") if part)


def _agencies(record: AppraisalRecord) -> tuple[Block, ...]:
    if not record.agencies:
        return (Paragraph("Không có."),)
    rows = tuple(
        Row((number(place), text(agency.name), text(agency.status_label), text(format_instant(agency.sent_at) if agency.sent_at else "")))
        for place, agency in enumerate(record.agencies, start=1)
    )
    return (Table("Cơ quan thẩm định", _AGENCY_COLUMNS, rows, size=12),)


def _clarifications(record: AppraisalRecord) -> tuple[Block, ...]:
    """A part of its own only where something was asked."""
    if not record.clarifications:
        return ()
    rows = tuple(
        Row(
            (
                text(asked.number),
                text(asked.title),
                number(asked.round),
                text(_reason_and_agency(asked.question, asked.appraiser)),
                text("\n".join((asked.answer if asked.answer is not None else NOT_ANSWERED, *asked.files))),
            )
        )
        for asked in record.clarifications
    )
    return (Paragraph("V. YÊU CẦU GIẢI TRÌNH VÀ TRẢ LỜI", "heading"), Table("Giải trình", _CLARIFICATION_COLUMNS, rows, size=12))


def _appendix(record: AppraisalRecord) -> tuple[Block, ...]:
    head, subject, totals, decimals = record.head, record.subject, record.totals, record.score_decimals
    rounds = max((len(row.earlier_scores) for row in record.rows), default=0)
    rows = [_appendix_row(row, rounds, decimals) for row in record.rows]
    sums = (number(totals.max_score, decimals), number(totals.self_total, decimals), *(BLANK,) * rounds)
    rows.append(
        Row((BLANK, text("TỔNG CỘNG"), *sums, number(_all_leaves(record), decimals), BLANK, BLANK, BLANK), bold=True),
    )
    belongs_to = f"(Kèm theo Phiếu thẩm định {format_date_long(head.dated_on)} của {head.issuing_body})"
    note = "Ghi chú: chênh lệch là điểm thẩm định trừ điểm tự chấm; tiêu chí điều tra xã hội học và tiêu chí tự động không tự chấm."
    return (
        AppendixTitle("Phụ lục", f"Điểm thẩm định {subject.program_title} năm {subject.year} của {record.unit_name}", belongs_to),
        Table("Điểm thẩm định", _appendix_columns(rounds), tuple(rows), size=11),
        Paragraph(note, "note"),
    )


def _appendix_columns(rounds: int) -> tuple[Column, ...]:
    return (
        Column("STT", 11, "center"),
        Column("Lĩnh vực, tiêu chí, tiêu chí thành phần", 80),
        Column("Điểm tối đa", 17, "center"),
        Column("Điểm tự chấm", 17, "center"),
        *(Column(f"Thẩm định lần {place}", 17, "center") for place in range(1, rounds + 1)),
        Column("Điểm thẩm định", 19, "center"),
        Column("Chênh lệch", 17, "center"),
        Column("Lý do", 58, plain=True),
        Column("Cơ quan thẩm định", 33, plain=True),
    )


def _appendix_row(row: AppraisalRow, rounds: int, decimals: int) -> Row:
    earlier = tuple(number(score, decimals) for score in row.earlier_scores)
    difference = None
    if row.self_score is not None and row.appraised_score is not None:
        difference = row.appraised_score - row.self_score
    return Row(
        (
            text(row.number),
            text(row_title(row.level, row.title)),
            number(row.max_score, decimals),
            number(row.self_score, decimals),
            *earlier,
            *(BLANK,) * (rounds - len(earlier)),
            text(NOT_APPLICABLE) if row.not_applicable else number(row.appraised_score, decimals),
            number(difference, decimals, signed=True),
            text(row.reason),
            text(row.appraiser),
        ),
        bold=is_bold(row.level),
    )


def _all_leaves(record: AppraisalRecord) -> Decimal | None:
    """The column's sum: what agencies, system and survey gave, before bonus and deduction."""
    totals = record.totals
    if totals.appraised_total is None:
        return None
    return totals.appraised_total + (totals.survey_total or 0)
