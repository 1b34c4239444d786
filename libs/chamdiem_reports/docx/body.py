"""Blocks to WordprocessingML."""

from chamdiem_reports.docx.words import LANDSCAPE_MM, LEFT_MM, PORTRAIT_MM, RIGHT_MM, paragraph, run, text_width_mm, twips
from chamdiem_reports.layout import (
    KEPT_TOGETHER,
    AppendixTitle,
    Block,
    DottedLines,
    Layout,
    Opening,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
)
from chamdiem_reports.seal_text import MOTTO, NATION, RECIPIENTS

_STYLE_OF = {"basis": "Basis", "body": "Body", "heading": "Heading1", "subheading": "Heading2", "note": "Note"}
_ALIGN_LETTER = {"left": "L", "center": "C", "right": "R"}
_NO_BORDERS = '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_GRID_BORDERS = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right"))
    + '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    + '</w:tblBorders><w:tblLayout w:type="fixed"/>'
    + '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
)
_BOLD = "<w:b/>"


def document_xml(layout: Layout) -> str:
    """`word/document.xml`."""
    parts: list[str] = []
    last = len(layout.sections) - 1
    for place, section in enumerate(layout.sections):
        parts += [_block(block, section.landscape) for block in section.blocks]
        properties = _section_properties(section, first=place == 0)
        parts.append(properties if place == last else paragraph("Hairline", "", properties))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"<w:body>{''.join(parts)}</w:body></w:document>"
    )


def _section_properties(section: Section, *, first: bool) -> str:
    width, height = LANDSCAPE_MM if section.landscape else PORTRAIT_MM
    orient = ' w:orient="landscape"' if section.landscape else ""
    header = "rIdHeaderLandscape" if section.landscape else "rIdHeaderPortrait"
    first_page = '<w:headerReference w:type="first" r:id="rIdHeaderFirst"/><w:footerReference w:type="first" r:id="rIdFooterFirst"/>'
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'{first_page if first else ""}<w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{orient}/>'
        f'<w:pgMar w:top="{twips(20)}" w:right="{twips(RIGHT_MM)}" w:bottom="{twips(25)}" w:left="{twips(LEFT_MM)}" '
        f'w:header="{twips(9)}" w:footer="{twips(6)}" w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


def _block(block: Block, landscape: bool) -> str:
    match block:
        case Opening():
            return _opening(block, landscape)
        case AppendixTitle():
            belongs_to = paragraph("Centered", run(block.belongs_to, "<w:i/>")) if block.belongs_to else ""
            return (
                paragraph("Centered", run(block.heading, _BOLD))
                + paragraph("Centered", run(block.title.upper(), _BOLD))
                + belongs_to
                + paragraph("Gap", "")
            )
        case Paragraph():
            style = _STYLE_OF[block.style]
            return "".join(paragraph(style, run(line)) for line in block.text.splitlines() if line.strip())
        case DottedLines():
            tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(text_width_mm(landscape))}"/></w:tabs>'
            return paragraph("Plain", "<w:r><w:tab/></w:r>", tab) * block.lines
        case Table():
            return _table(block, landscape)
        case Signature():
            return _signature(block, landscape)


def _opening(block: Opening, landscape: bool) -> str:
    width = text_width_mm(landscape)
    left = round(width * (0.45 if landscape else 0.37))
    right = width - left
    issuer = (
        (paragraph("HeadCenter", run(block.head.parent_body.upper())) if block.head.parent_body else "")
        + paragraph("HeadCenter", run(block.head.issuing_body.upper(), _BOLD))
        + _rule(left, left * 0.34)
    )
    nation = (
        paragraph("HeadCenter", run(NATION, _BOLD)) + paragraph("HeadCenter", run(MOTTO, '<w:b/><w:sz w:val="26"/>')) + _rule(right, 60)
    )
    number = paragraph("HeadCenter", run(block.number, '<w:sz w:val="26"/>'))
    place = paragraph("HeadCenter", run(block.place_and_date, '<w:i/><w:sz w:val="26"/>'))
    head = _plain_table((left, right), ((issuer, nation), (number, place)))
    return (
        head
        + paragraph("Gap", "")
        + paragraph("Centered", run(block.kind, _BOLD))
        + paragraph("Centered", run(block.abstract, _BOLD))
        + _rule(width, width * (0.12 if landscape else 0.22))
        + paragraph("Gap", "")
    )


def _rule(around_mm: float, length_mm: float) -> str:
    """A centred line, as the upper border of an empty paragraph drawn in from both sides."""
    indent = twips((around_mm - length_mm) / 2)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    below_words = '<w:spacing w:before="60" w:after="40" w:line="60" w:lineRule="exact"/>'
    return paragraph("Hairline", "", f'{border}{below_words}<w:ind w:left="{indent}" w:right="{indent}"/>')


def _plain_table(widths_mm: tuple[int, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """A table without borders whose rows stay on one page."""
    widths = [twips(width) for width in widths_mm]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    properties = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_NO_BORDERS}</w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _table(table: Table, landscape: bool) -> str:
    share = text_width_mm(landscape) / sum(column.width for column in table.columns)
    widths = [twips(column.width * share) for column in table.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    # All that a cell needs before its words is the same down a column.
    starts = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="Cell{table.size}{_ALIGN_LETTER[column.align]}"/></w:pPr>'
        for width, column in zip(widths, table.columns, strict=True)
    ]
    heads = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(f'Cell{table.size}C', run(column.title, _BOLD))}</w:tc>"
        for width, column in zip(widths, table.columns, strict=True)
    )
    rows = "".join(_row(table, row, starts) for row in table.rows)
    return (
        f"{paragraph('Gap', '')}"
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_GRID_BORDERS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>{rows}</w:tbl>{paragraph('Gap', '')}"
    )


def _row(table: Table, row: Row, starts: list[str]) -> str:
    words = [cell.shown for cell in row.cells]
    parts = ["<w:tr><w:trPr><w:cantSplit/></w:trPr>" if max(map(len, words)) <= KEPT_TOGETHER else "<w:tr>"]
    for column, shown, start in zip(table.columns, words, starts, strict=True):
        parts.append(start)
        if shown:
            parts.append(run(shown, _BOLD if row.bold and not column.plain else ""))
        parts.append("</w:p></w:tc>")
    parts.append("</w:tr>")
    return "".join(parts)


def _signature(block: Signature, landscape: bool) -> str:
    left = round(text_width_mm(landscape) * 0.48)
    right = text_width_mm(landscape) - left
    recipients = paragraph("HeadLeft", run(RECIPIENTS, "<w:b/><w:i/>")) + "".join(
        paragraph("HeadLeft", run(f"- {who}", '<w:sz w:val="22"/>')) for who in block.recipients
    )
    bold14 = '<w:b/><w:sz w:val="28"/>'
    position = paragraph("HeadCenter", run(block.position.upper(), bold14))
    room = paragraph("HeadCenter", "", '<w:spacing w:before="1300"/>')
    return paragraph("Gap", "") + _plain_table(
        (left, right), ((recipients, position + room + paragraph("HeadCenter", run(block.name, bold14))),)
    )
