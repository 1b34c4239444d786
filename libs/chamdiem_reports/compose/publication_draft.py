"""Drafts of tờ trình, quyết định công bố and biên bản họp Hội đồng, with the rankings as appendices (practice notes §10)."""

from chamdiem_reports.compose.common import bases, common_info, document_symbol, opening, signature
from chamdiem_reports.documents import CouncilOpinion, PublicationDraft, RankingTable
from chamdiem_reports.layout import (
    BLANK,
    AppendixTitle,
    Block,
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

_KINDS = {"submission": ("TỜ TRÌNH", "TTr"), "decision": ("QUYẾT ĐỊNH", "QĐ"), "minutes": ("BIÊN BẢN HỌP", "BB")}
_TITLES = {"submission": "Tờ trình", "decision": "Quyết định", "minutes": "Biên bản"}
_REGULATION = "Căn cứ Quy chế quản lý, sử dụng phần mềm chấm điểm cải cách hành chính và mức độ hoàn thành nhiệm vụ;"
_OPINION_COLUMNS = (
    Column("STT", 12, "center"),
    Column("Thành viên", 42),
    Column("Nội dung", 34),
    Column("Ý kiến", 26, "center"),
    Column("Ghi rõ", 60),
)


def compose(draft: PublicationDraft) -> Layout:
    """The text on portrait pages, then one appendix for each group."""
    kind, symbol = _KINDS[draft.kind]
    subject = draft.subject
    result = f"{_low(subject.program_title)} năm {subject.year}"
    abstract = f"Hội đồng thẩm định kết quả {result}" if draft.kind == "minutes" else f"Về việc công bố kết quả {result}"
    write = {"submission": _submission, "decision": _decision, "minutes": _minutes}[draft.kind]
    main = (
        opening(draft.head, kind=kind, abstract=abstract, symbol=symbol),
        *write(draft, result),
        signature(draft.recipients, draft.signer),
    )
    belongs_to = f"(Kèm theo {_TITLES[draft.kind]} số …/{document_symbol(draft.head, symbol)} {format_date_long(draft.head.dated_on)})"
    appendices = (Section(_appendix(group, roman(place), belongs_to)) for place, group in enumerate(draft.groups, start=1))
    return Layout(
        title=f"{_TITLES[draft.kind]}: {abstract}",
        seal=draft.seal,
        sections=(Section(main), *appendices),
        info=common_info(draft.head, subject, draft.seal),
    )


def _submission(draft: PublicationDraft, result: str) -> tuple[Block, ...]:
    return (
        Paragraph(f"Kính gửi: {draft.head.parent_body}.", "subheading"),
        Paragraph(_REGULATION, "basis"),
        *bases(draft.subject),
        Paragraph(f"{draft.head.issuing_body} kính trình {draft.head.parent_body} xem xét, công bố kết quả {result} như sau:"),
        Paragraph("1. Quá trình thẩm định, tổng hợp", "subheading"),
        Paragraph(
            "Các cơ quan, đơn vị đã tự đánh giá, chấm điểm; các cơ quan chủ trì đã thẩm định; phần mềm đã tổng hợp và xếp hạng tự động. "
            + " ".join(draft.sessions)
        ),
        Paragraph("2. Kết quả", "subheading"),
        *(Paragraph(sentence) for group in draft.groups for sentence in _summary(group)),
        Paragraph("Kết quả chi tiết tại các Phụ lục kèm theo."),
        Paragraph("3. Kiến nghị", "subheading"),
        Paragraph(f"Đề nghị {draft.head.parent_body} ban hành Quyết định công bố kết quả {result} (có dự thảo Quyết định kèm theo)."),
    )


def _decision(draft: PublicationDraft, result: str) -> tuple[Block, ...]:
    return (
        Paragraph(_REGULATION, "basis"),
        *bases(draft.subject),
        Paragraph("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …/TTr-SNV ngày … tháng … năm ….", "basis"),
        Paragraph("QUYẾT ĐỊNH:", "heading"),
        Paragraph(f"Điều 1. Công bố kết quả {result} của các cơ quan, đơn vị theo các Phụ lục kèm theo Quyết định này."),
        Paragraph(
            "Điều 2. Sở Nội vụ công khai kết quả trên phần mềm chấm điểm; các cơ quan, đơn vị căn cứ kết quả, "
            "khắc phục tồn tại, hạn chế và nâng cao kết quả trong năm tiếp theo."
        ),
        Paragraph(
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, Giám đốc Sở Nội vụ và thủ trưởng các cơ quan, đơn vị "
            "có liên quan chịu trách nhiệm thi hành Quyết định này."
        ),
    )


def _minutes(draft: PublicationDraft, result: str) -> tuple[Block, ...]:
    return (
        Paragraph("I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN", "heading"),
        *(Paragraph(sentence) for sentence in draft.sessions),
        Paragraph("Địa điểm, chủ trì, thư ký, thành phần dự họp:"),
        DottedLines(4),
        Paragraph("II. NỘI DUNG", "heading"),
        Paragraph(f"Hội đồng xem xét kết quả {result} do phần mềm tổng hợp:"),
        *(Paragraph(sentence) for group in draft.groups for sentence in _summary(group)),
        Paragraph("III. Ý KIẾN CỦA THÀNH VIÊN", "heading"),
        *_opinions(draft.opinions),
        Paragraph("IV. KẾT LUẬN", "heading"),
        DottedLines(4),
    )


def _opinions(opinions: tuple[CouncilOpinion, ...]) -> tuple[Block, ...]:
    if not opinions:
        return (DottedLines(3),)
    rows = tuple(
        Row(
            (
                number(place),
                text(one.member),
                text(one.item or "Toàn bộ kết quả"),
                text("Thống nhất" if one.agrees else "Không thống nhất"),
                text(one.note),
            )
        )
        for place, one in enumerate(opinions, start=1)
    )
    return (Table("Ý kiến", _OPINION_COLUMNS, rows, size=12),)


def _summary(group: RankingTable) -> list[str]:
    """How many units there are, how they are graded, and who is first and last."""
    counts = "; ".join(f"{level.title}: {level.units}" for level in group.levels if level.units)
    sentences = [f"- {group.group_title}: {len(group.rows)} cơ quan, đơn vị ({counts})."]
    ranked = [row for row in group.rows if row.index_percent is not None]
    if ranked:
        first, last = ranked[0], ranked[-1]
        assert first.index_percent is not None
        assert last.index_percent is not None
        sentences.append(
            f"Cao nhất: {first.unit}, {format_number(first.index_percent, group.index_decimals)} %; "
            f"thấp nhất: {last.unit}, {format_number(last.index_percent, group.index_decimals)} %."
        )
    return sentences


def _appendix(group: RankingTable, place: str, belongs_to: str) -> tuple[Block, ...]:
    columns = (
        Column("STT", 12, "center"),
        Column("Cơ quan, đơn vị", 66),
        Column("Tổng điểm", 22, "center"),
        Column("Chỉ số (%)", 20, "center"),
        Column(group.level_heading, 30, "center"),
        Column("Thứ hạng", 18, "center"),
    )
    rows = tuple(
        Row(
            (
                number(index),
                text(row.unit),
                number(row.final_score, group.score_decimals),
                number(row.index_percent, group.index_decimals),
                text(row.level_title),
                BLANK if row.rank is None else number(row.rank),
            )
        )
        for index, row in enumerate(group.rows, start=1)
    )
    title = f"Kết quả {_low(group.subject.program_title)} năm {group.subject.year} - {group.group_title}"
    return (AppendixTitle(f"Phụ lục {place}", title, belongs_to), Table(f"Phụ lục {place}", columns, rows, size=13))


def _low(title: str) -> str:
    return title[:1].lower() + title[1:]
