"""A published version of the survey forms as a contract event."""

from chamdiem_assessment.document.domain import Document
from chamdiem_contracts.assessment import SurveyFormsPublishedV1


def published(forms: Document) -> SurveyFormsPublishedV1:
    """The version was published; `forms.document` and `fingerprint` are there."""
    return SurveyFormsPublishedV1(
        version=1,
        survey_forms_id=forms.id,
        fingerprint=forms.fingerprint or "",
        document=forms.document or {},
    )
