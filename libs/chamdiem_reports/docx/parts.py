"""The parts of a DOCX package beside the document itself: styles, headers, footers, properties and relations."""

from chamdiem_reports.docx.words import escaped, paragraph, run, text_width_mm, twips
from chamdiem_reports.layout import Layout
from chamdiem_reports.seal_text import QR_ALT, footer_lines, rehearsal_mark

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_CT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_QR_EMU = 576_000  # 16 mm

_FIXED_PARTS = (("document", "document.main"), ("styles", "styles"), ("settings", "settings"))
_HEADERS = ("HeaderFirst", "HeaderPortrait", "HeaderLandscape")
_FOOTERS = ("FooterFirst", "Footer")

# Without the mode word processors lay the file out as one of 2007.
_SETTINGS = (
    f'{_XML}<w:settings xmlns:w="{_W}"><w:defaultTabStop w:val="720"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def _relations(entries: list[tuple[str, str, str]]) -> str:
    lines = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in entries)
    return f'{_XML}<Relationships xmlns="{_PACKAGE_REL}">{lines}</Relationships>'


def _style(name: str, paragraph_properties: str, run_properties: str = "", *, based_on: str = "Normal", shown_as: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown_as or name}"/><w:basedOn w:val="{based_on}"/><w:qFormat/>'
        f"<w:pPr>{paragraph_properties}</w:pPr><w:rPr>{run_properties}</w:rPr></w:style>"
    )


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _styles() -> str:
    single = '<w:spacing w:before="0" w:after="0"/>'
    body = '<w:spacing w:before="120" w:after="0" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
    cells = "".join(
        _style(f"Cell{size}{letter}", f'<w:spacing w:before="30" w:after="30"/><w:jc w:val="{align}"/>', _size(size))
        for size in (11, 12, 13)
        for letter, align in (("L", "left"), ("C", "center"), ("R", "right"))
    )
    return (
        f'{_XML}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
        f'{_size(14)}<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        + _style("Body", body)
        + _style("Basis", body, "<w:i/>")
        + _style("Heading1", f'<w:keepNext/>{body}<w:outlineLvl w:val="0"/>', "<w:b/>", shown_as="heading 1")
        + _style(
            "Heading2", '<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="1"/>', "<w:b/>", shown_as="heading 2"
        )
        + _style("Note", '<w:spacing w:before="60"/><w:jc w:val="both"/>', "<w:i/>" + _size(11))
        + _style("Centered", '<w:keepNext/><w:spacing w:before="40" w:after="0"/><w:jc w:val="center"/>')
        + _style("Plain", single)
        + _style("HeadCenter", single + '<w:jc w:val="center"/>', _size(12))
        + _style("HeadLeft", single, _size(12))
        + _style("Foot", single, _size(8))
        + _style("FootRight", single + '<w:jc w:val="right"/>', _size(8))
        + _style("Gap", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', _size(4))
        + _style("Hairline", '<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>', _size(1))
        + cells
        + "</w:styles>"
    )


def _header(layout: Layout, *, numbered: bool, landscape: bool) -> str:
    mark = rehearsal_mark(layout.seal)
    red_box = '<w:b/><w:color w:val="FF0000"/><w:sz w:val="24"/><w:bdr w:val="single" w:sz="8" w:space="0" w:color="FF0000"/>'
    content = run(f" {mark} ", red_box) if mark else ""
    if numbered:
        field = '<w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
        content += f"<w:r><w:tab/></w:r>{field}"
    centre = f'<w:tabs><w:tab w:val="center" w:pos="{twips(text_width_mm(landscape) / 2)}"/></w:tabs>'
    return f'{_XML}<w:hdr xmlns:w="{_W}">{paragraph("Plain", content, centre)}</w:hdr>'


def _footer(layout: Layout) -> str:
    first, second = footer_lines(layout.seal)
    rule = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="000000"/></w:pBdr>'
    words = paragraph("Foot", run(first), rule) + paragraph("Foot", run(second))
    picture = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_QR_EMU}" cy="{_QR_EMU}"/>'
        f'<wp:docPr id="1" name="QR" descr="{QR_ALT}"/><a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="qr.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdQr"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_QR_EMU}" cy="{_QR_EMU}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    return (
        f'{_XML}<w:ftr xmlns:w="{_W}" xmlns:r="{_REL}" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing"><w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="8000"/><w:gridCol w:w="1200"/></w:tblGrid><w:tr>'
        f'<w:tc><w:tcPr><w:tcW w:w="4400" w:type="pct"/><w:vAlign w:val="bottom"/></w:tcPr>{words}</w:tc>'
        f'<w:tc><w:tcPr><w:tcW w:w="600" w:type="pct"/></w:tcPr>{paragraph("FootRight", picture)}</w:tc></w:tr></w:tbl>'
        f"{paragraph('Hairline', '')}</w:ftr>"
    )


def _content_types() -> str:
    overrides = [(f"word/{name}.xml", f"{_CT}.{kind}+xml") for name, kind in _FIXED_PARTS]
    overrides += [(f"word/{name}.xml", f"{_CT}.header+xml") for name in _HEADERS]
    overrides += [(f"word/{name}.xml", f"{_CT}.footer+xml") for name in _FOOTERS]
    overrides.append(("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    lines = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides)
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{lines}</Types>'
    )


def _core_properties(layout: Layout) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escaped(layout.title)}</dc:title><dc:language>vi-VN</dc:language>'
        "</cp:coreProperties>"
    )


def other_parts(layout: Layout) -> dict[str, str]:
    """Every part but the document and the picture, by name, in the order of the package."""
    document = [("rIdStyles", f"{_REL}/styles", "styles.xml"), ("rIdSettings", f"{_REL}/settings", "settings.xml")]
    document += [(f"rId{name}", f"{_REL}/header", f"{name}.xml") for name in _HEADERS]
    document += [(f"rId{name}", f"{_REL}/footer", f"{name}.xml") for name in _FOOTERS]
    package = [
        ("rId1", f"{_REL}/officeDocument", "word/document.xml"),
        ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    footer = _footer(layout)
    picture = _relations([("rIdQr", f"{_REL}/image", "media/qr.png")])
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(package),
        "docProps/core.xml": _core_properties(layout),
        "word/styles.xml": _styles(),
        "word/settings.xml": _SETTINGS,
        "word/HeaderFirst.xml": _header(layout, numbered=False, landscape=False),
        "word/HeaderPortrait.xml": _header(layout, numbered=True, landscape=False),
        "word/HeaderLandscape.xml": _header(layout, numbered=True, landscape=True),
        **{f"word/{name}.xml": footer for name in _FOOTERS},
        **{f"word/_rels/{name}.xml.rels": picture for name in _FOOTERS},
        "word/_rels/document.xml.rels": _relations(document),
    }
