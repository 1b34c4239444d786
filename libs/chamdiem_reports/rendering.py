"""From a document to the bytes of a file: pure, without network or clock; the same document gives the same bytes in any process."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from chamdiem_reports.compose import appraisal_record, publication_draft, ranking_table, self_assessment
from chamdiem_reports.documents import AppraisalRecord, Document, PublicationDraft, RankingTable, SelfAssessmentReport
from chamdiem_reports.docx.writer import write_docx
from chamdiem_reports.layout import Layout
from chamdiem_reports.pdf.writer import write_pdf
from chamdiem_reports.xlsx import write_xlsx


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: media type, and what writes it."""

    media_type: str
    write: Callable[[Layout], bytes]


FORMATS: dict[str, Format] = {
    "pdf": Format("application/pdf", write_pdf),
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_docx),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
}


def compose(document: Document) -> Layout:
    """The document as pages of blocks, the same for every format."""
    match document:
        case SelfAssessmentReport():
            return self_assessment.compose(document)
        case AppraisalRecord():
            return appraisal_record.compose(document)
        case RankingTable():
            return ranking_table.compose(document)
        case PublicationDraft():
            return publication_draft.compose(document)
        case _:
            assert_never(document)


def render(document: Document, file_format: str) -> bytes:
    """The file in one of `FORMATS`; raises `KeyError` for another format."""
    return FORMATS[file_format].write(compose(document))


def render_pdf(document: Document) -> bytes:
    """The document as PDF (A4, Nghị định 30/2020/NĐ-CP)."""
    return render(document, "pdf")


def render_docx(document: Document) -> bytes:
    """The document as DOCX, to be worked on in a word processor."""
    return render(document, "docx")


def render_xlsx(document: Document) -> bytes:
    """The document's tables as XLSX, one sheet each, numbers as numbers."""
    return render(document, "xlsx")
