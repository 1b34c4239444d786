"""Bảng tổng hợp và xếp hạng of one program and group, units by field, and the data for the council (practice notes, section 7)."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from chamdiem_reports.compose.common import bases, common_info, opening, signature
from chamdiem_reports.documents import RankingRow, RankingTable
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
from chamdiem_reports.numbering import roman

KIND = "BẢNG TỔNG HỢP VÀ XẾP HẠNG"
NOT_RANKED = "Chưa xếp hạng"
_LEVEL_COLUMNS = (
    Column("STT", 12, "center"),
    Column("Mức", 90),
    Column("Số cơ quan, đơn vị", 40, "center"),
    Column("Tỷ lệ (%)", 30, "center"),
)
_KNOCKED_OUT_COLUMNS = (
    Column("STT", 12, "center"),
    Column("Cơ quan, đơn vị", 70),
    Column("Mức theo chỉ số", 42, "center"),
    Column("Mức sau khống chế", 42, "center"),
    Column("Điều kiện khống chế", 86),
)


def compose(ranking: RankingTable) -> Layout:
    """The ranking as landscape pages: ranking, units by field, data for the council."""
    subject = ranking.subject
    abstract = f"{subject.program_title} năm {subject.year} - {ranking.group_title}"
    abstract = abstract[:1].upper() + abstract[1:]
    sections = [Section(_ranking(ranking, abstract), landscape=True)]
    if ranking.by_field:
        sections.append(Section(_by_field(ranking, abstract), landscape=True))
    sections.append(Section(_for_council(ranking, abstract), landscape=True))
    return Layout(
        title=f"Bảng tổng hợp và xếp hạng: {abstract}",
        seal=ranking.seal,
        sections=tuple(sections),
        info=(("Nhóm xếp hạng", ranking.group_title), *common_info(ranking.head, subject, ranking.seal)),
    )


def _ranking(ranking: RankingTable, abstract: str) -> tuple[Block, ...]:
    columns = (
        Column("Thứ hạng", 15, "center"),
        Column("Cơ quan, đơn vị", 56),
        Column("Điểm thẩm định", 19, "center"),
        Column("Điểm điều tra xã hội học", 20, "center"),
        Column("Điểm thưởng", 18, "center"),
        Column("Điểm trừ", 15, "center"),
        Column("Tổng điểm", 18, "center"),
        Column("Điểm tối đa áp dụng", 19, "center"),
        Column("Chỉ số (%)", 17, "center"),
        Column(ranking.level_heading, 24, "center"),
        Column("Thứ hạng năm trước", 17, "center"),
        Column("Tăng/giảm", 17, "center"),
    )
    rows = tuple(_ranking_row(ranking, row) for row in ranking.rows)
    return (
        opening(ranking.head, kind=KIND, abstract=abstract),
        *bases(ranking.subject),
        Table("Xếp hạng", columns, rows, size=12),
        Paragraph(f"Trạng thái kết quả: {ranking.seal.status_label}.", "note"),
        signature(ranking.recipients, ranking.signer),
    )


def _ranking_row(ranking: RankingTable, row: RankingRow) -> Row:
    decimals = ranking.score_decimals
    change = row.previous_rank - row.rank if row.rank is not None and row.previous_rank is not None else None
    return Row(
        (
            text(NOT_RANKED) if row.rank is None else number(row.rank),
            text(row.unit),
            number(row.appraised_total, decimals),
            number(row.survey_total, decimals),
            number(row.bonus, decimals),
            number(row.deduction, decimals),
            number(row.final_score, decimals),
            number(row.applicable_max, decimals),
            number(row.index_percent, ranking.index_decimals),
            text(row.level_title),
            number(row.previous_rank),
            number(change, signed=True),
        )
    )


def _by_field(ranking: RankingTable, abstract: str) -> tuple[Block, ...]:
    decimals = ranking.score_decimals
    width = max(18, 190 // max(1, len(ranking.fields)))
    columns = (
        Column("STT", 11, "center"),
        Column("Cơ quan, đơn vị", 50),
        *(Column(f"{roman(place)}. {field.title}", width, "center") for place, field in enumerate(ranking.fields, start=1)),
    )
    maxima = tuple(number(field.max_score, decimals) for field in ranking.fields)
    rows = [Row((BLANK, text("Điểm tối đa"), *maxima), bold=True)]
    rows += [
        Row((number(place), text(unit.unit), *(number(score, decimals) for score in unit.scores)))
        for place, unit in enumerate(ranking.by_field, start=1)
    ]
    scored = [[score for score in column if score is not None] for column in zip(*(unit.scores for unit in ranking.by_field), strict=True)]
    rows += [
        Row((BLANK, text("Cao nhất"), *(number(max(column, default=None), decimals) for column in scored)), bold=True),
        Row((BLANK, text("Thấp nhất"), *(number(min(column, default=None), decimals) for column in scored)), bold=True),
        Row((BLANK, text("Trung bình"), *(_mean(column, decimals) for column in scored)), bold=True),
    ]
    return (
        AppendixTitle("Phụ lục I", f"Điểm theo lĩnh vực - {abstract}", ""),
        Table("Theo lĩnh vực", columns, tuple(rows), size=11),
    )


def _mean(scores: list[Decimal], decimals: int) -> Cell:
    if not scores:
        return BLANK
    with localcontext(prec=40, rounding=ROUND_HALF_UP):
        return number(sum(scores, Decimal(0)) / len(scores), decimals)


def _for_council(ranking: RankingTable, abstract: str) -> tuple[Block, ...]:
    counted = sum(level.units for level in ranking.levels)
    levels = [
        Row((number(place), text(level.title), number(level.units), number(Decimal(100 * level.units) / counted if counted else None, 2)))
        for place, level in enumerate(ranking.levels, start=1)
    ]
    levels.append(Row((BLANK, text("Tổng cộng"), number(counted), BLANK), bold=True))
    return (
        AppendixTitle("Phụ lục II" if ranking.by_field else "Phụ lục", f"Số liệu phục vụ Hội đồng thẩm định - {abstract}", ""),
        Paragraph("1. Số cơ quan, đơn vị theo từng mức", "subheading"),
        Table("Theo mức", _LEVEL_COLUMNS, tuple(levels), size=12),
        Paragraph("2. Cơ quan, đơn vị bị khống chế mức xếp loại", "subheading"),
        *_knocked_out(ranking),
        Paragraph("3. Nội dung cần lưu ý", "subheading"),
        *(tuple(Paragraph(f"- {note}") for note in ranking.notes) or (Paragraph("Không có."),)),
    )


def _knocked_out(ranking: RankingTable) -> tuple[Block, ...]:
    if not ranking.knocked_out:
        return (Paragraph("Không có."),)
    rows = tuple(
        Row(
            (
                number(place),
                text(unit.unit),
                text(unit.level_by_index),
                text(unit.level),
                text("\n".join(f"- {why}" for why in unit.conditions)),
            )
        )
        for place, unit in enumerate(ranking.knocked_out, start=1)
    )
    return (Table("Khống chế", _KNOCKED_OUT_COLUMNS, rows, size=12),)
