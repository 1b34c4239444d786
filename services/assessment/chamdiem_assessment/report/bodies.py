"""What comes out of reading a report without printing it: the same words and numbers, in the same order."""

from collections.abc import Sequence
from decimal import Decimal

from pydantic import BaseModel

from chamdiem_reports.documents import SelfAssessmentReport
from chamdiem_reports.vietnamese import rounded


class ReportEvidenceOut(BaseModel):
    """Một tài liệu kiểm chứng như in trong báo cáo."""

    name: str
    sha256: str


class ReportFieldOut(BaseModel):
    """Một lĩnh vực: điểm tối đa và điểm tự chấm."""

    title: str
    max_score: str
    self_score: str


class ReportRowOut(BaseModel):
    """Một dòng của phụ lục; `item` là mã của tiêu chí hoặc mục điểm, trống ở dòng gộp. Ô điểm trống như trong bản in."""

    item: str | None
    number: str
    level: str
    title: str
    max_score: str | None
    declared: str
    self_score: str | None
    evidence: list[ReportEvidenceOut]
    explanation: str


class ReportWithoutEvidenceOut(BaseModel):
    """Một tiêu chí chỉ có giải trình, không có tài liệu kiểm chứng."""

    number: str
    title: str
    explanation: str


class ReportOut(BaseModel):
    """Nội dung báo cáo tự đánh giá đúng như bản in; `fingerprint` là mã kiểm tra của chính nội dung này."""

    fingerprint: str
    status_label: str
    rehearsal: bool
    unit_name: str
    program_title: str
    year: int
    criteria_set_title: str
    issuing_decision: str
    max_score: str
    self_total: str
    fields: list[ReportFieldOut]
    rows: list[ReportRowOut]
    without_evidence: list[ReportWithoutEvidenceOut]


def report_out(report: SelfAssessmentReport, codes: Sequence[str | None]) -> ReportOut:
    """The report as it is read; `codes` are the items of its rows, in order. Points are rounded as they are printed."""

    def points(value: Decimal | None) -> str | None:
        return None if value is None else f"{rounded(value, report.score_decimals):f}"

    return ReportOut(
        fingerprint=report.seal.fingerprint,
        status_label=report.seal.status_label,
        rehearsal=report.seal.rehearsal,
        unit_name=report.unit_name,
        program_title=report.subject.program_title,
        year=report.subject.year,
        criteria_set_title=report.subject.criteria_set_title,
        issuing_decision=report.subject.issuing_decision,
        max_score=points(report.totals.max_score) or "",
        self_total=points(report.totals.self_score) or "",
        fields=[
            ReportFieldOut(title=f.title, max_score=points(f.max_score) or "", self_score=points(f.self_score) or "") for f in report.fields
        ],
        rows=[
            ReportRowOut(
                item=code,
                number=row.number,
                level=row.level,
                title=row.title,
                max_score=points(row.max_score),
                declared=row.declared,
                self_score=points(row.self_score),
                evidence=[ReportEvidenceOut(name=e.name, sha256=e.sha256) for e in row.evidence],
                explanation=row.explanation,
            )
            for code, row in zip(codes, report.rows, strict=True)
        ],
        without_evidence=[
            ReportWithoutEvidenceOut(number=m.number, title=m.title, explanation=m.explanation) for m in report.missing_evidence
        ],
    )
