"""SQL of survey forms, and the published versions as the rules have them, kept in the process since they never change."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.document.store import DocumentStore
from chamdiem_assessment.survey_forms.domain import FormWords, words_of
from chamdiem_rules.survey_forms import SurveyForms, read_survey_forms

documents = DocumentStore("survey_forms", has_code=False)

_MOST_KEPT = 64


@dataclass(frozen=True)
class Published:
    """A published version: as the rules have it, and by form what else it says to respondents."""

    forms: SurveyForms
    words: Mapping[str, FormWords]


_kept: dict[UUID, Published] = {}


async def load_version(tx: AsyncConnection, survey_forms_id: UUID) -> Published:
    """A published version. Raises `DocumentNotFound`."""
    found = _kept.get(survey_forms_id)
    if found is None:
        document = dict((await documents.load(tx, survey_forms_id, drafts=False)).document or {})
        found = Published(read_survey_forms(document), words_of(document))
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[survey_forms_id] = found
    return found


async def load_published(tx: AsyncConnection, survey_forms_id: UUID) -> SurveyForms:
    """A published version as the rules have it. Raises `DocumentNotFound`."""
    return (await load_version(tx, survey_forms_id)).forms
