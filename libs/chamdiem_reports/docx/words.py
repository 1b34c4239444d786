"""The smallest pieces of WordprocessingML: runs and paragraphs with escaped text, and measures.

Written as strings because a sheet has a thousand cells and building an element tree for each takes ten times as long;
every word of a document passes `escaped`, the only way into these strings.
"""

from chamdiem_reports.safe_text import clean

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TWIPS_PER_MM = 1440 / 25.4

PORTRAIT_MM = (210, 297)
LANDSCAPE_MM = (297, 210)
LEFT_MM, RIGHT_MM = 30, 16


def escaped(words: str) -> str:
    """`words`, cleaned, as character data of XML."""
    return clean(words).translate(_ENTITIES)


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def text_width_mm(landscape: bool) -> int:
    """The width between the margins."""
    return (LANDSCAPE_MM if landscape else PORTRAIT_MM)[0] - LEFT_MM - RIGHT_MM


def run(words: str, properties: str = "") -> str:
    """A run; line feeds become line breaks, `properties` are the children of `w:rPr`."""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{escaped(words).replace(chr(10), _BREAK)}</w:t></w:r>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a named style; `properties` are further children of `w:pPr`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
