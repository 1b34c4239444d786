"""Judging a criteria set together with the survey forms that it names (rules §2)."""

from chamdiem_assessment.document.domain import Document, Finding, Review, review_document
from chamdiem_rules.criteria_set import faults_of
from chamdiem_rules.survey_forms import SurveyForms


def review_set(source: str, media_type: str, forms: SurveyForms | None) -> Review:
    """Read and judge a criteria set; without forms a survey leaf is a fault."""
    return review_document(source, media_type, lambda tree: faults_of(tree, forms))


def faults_before_publishing(review: Review, forms: Document | None) -> tuple[Finding, ...]:
    """The review's faults, and that the survey forms it was judged by are a draft still."""
    if forms is not None and not forms.is_published:
        return (*review.faults, Finding("survey_forms_id", "phiếu khảo sát đi kèm chưa ban hành; hãy ban hành phiếu trước."))
    return review.faults
