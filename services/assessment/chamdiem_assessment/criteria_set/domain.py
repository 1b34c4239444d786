"""Judging a criteria set together with the survey forms that it names (rules §2)."""

from chamdiem_assessment.document.domain import Document, Finding, Review, code_faults, review_again, review_document
from chamdiem_rules.criteria_set import faults_of, read_criteria_set
from chamdiem_rules.document import Node
from chamdiem_rules.fault import Findings
from chamdiem_rules.survey_forms import SurveyForms


def review_set(source: str, media_type: str, forms: SurveyForms | None) -> Review:
    """Read and judge a criteria set; without forms a survey leaf is a fault."""
    return review_document(source, media_type, lambda tree: _judge(tree, forms))


def review_draft(draft: Document, forms: SurveyForms | None) -> Review:
    """Judge a stored draft again, by the forms as they are now."""
    return review_again(draft, lambda tree: _judge(tree, forms))


def faults_before_publishing(review: Review, forms: Document | None) -> tuple[Finding, ...]:
    """The review's faults, and that the survey forms it was judged by are a draft still."""
    if forms is not None and not forms.is_published:
        return (*review.faults, Finding("survey_forms_id", "phiếu khảo sát đi kèm chưa ban hành; hãy ban hành phiếu trước."))
    return review.faults


def _judge(tree: Node, forms: SurveyForms | None) -> Findings:
    found = faults_of(tree, forms)
    if found.faults:
        return found
    criteria_set = read_criteria_set(tree, forms)
    knock_outs = (k.code for k in criteria_set.knock_outs)
    return Findings(code_faults((*criteria_set.items, *criteria_set.appraisers, *knock_outs)), found.warnings)
