"""SQL of survey forms, and the published versions as the rules have them, kept in the process since they never change."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.document.store import DocumentStore
from chamdiem_rules.survey_forms import SurveyForms, read_survey_forms

documents = DocumentStore("survey_forms", has_code=False)

_MOST_KEPT = 64
_kept: dict[UUID, SurveyForms] = {}


async def load_published(tx: AsyncConnection, survey_forms_id: UUID) -> SurveyForms:
    """A published version. Raises `DocumentNotFound`."""
    found = _kept.get(survey_forms_id)
    if found is None:
        document = await documents.load(tx, survey_forms_id, drafts=False)
        found = read_survey_forms(dict(document.document or {}))
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[survey_forms_id] = found
    return found
