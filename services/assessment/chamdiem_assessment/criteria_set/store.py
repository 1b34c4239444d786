"""SQL of criteria sets, and the published versions as the rules have them, kept in the process since they never change."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.document.domain import Document
from chamdiem_assessment.document.store import DocumentStore
from chamdiem_assessment.survey_forms import store as survey_forms
from chamdiem_rules.criteria_set import CriteriaSet, read_criteria_set
from chamdiem_rules.survey_forms import SurveyForms, read_survey_forms

documents = DocumentStore("criteria_set", has_code=True)

_MOST_KEPT = 256
_kept: dict[UUID, CriteriaSet] = {}
_PUBLISHED = text("SELECT id, code, fingerprint FROM criteria_set WHERE status = 'published' AND id = ANY(CAST(:ids AS uuid[]))")
_NEWEST = text("SELECT DISTINCT ON (code) id FROM criteria_set WHERE status = 'published' ORDER BY code, version_number DESC")


async def load_published(tx: AsyncConnection, criteria_set_id: UUID) -> CriteriaSet:
    """A published version, read with the survey forms it was published with. Raises `DocumentNotFound`."""
    found = _kept.get(criteria_set_id)
    if found is None:
        document = await documents.load(tx, criteria_set_id, drafts=False)
        forms = await survey_forms.load_published(tx, document.survey_forms_id) if document.survey_forms_id else None
        found = read_criteria_set(dict(document.document or {}), forms)
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[criteria_set_id] = found
    return found


async def published_by_id(tx: AsyncConnection, ids: Sequence[UUID]) -> dict[UUID, tuple[str, str]]:
    """Code and fingerprint of those of the sets that are published."""
    return {r.id: (r.code, r.fingerprint) for r in await tx.execute(_PUBLISHED, {"ids": list(ids)})}


async def newest_published(tx: AsyncConnection) -> list[CriteriaSet]:
    """The newest published version of every code."""
    return [await load_published(tx, set_id) for set_id in (await tx.execute(_NEWEST)).scalars().all()]


async def load_forms(tx: AsyncConnection, survey_forms_id: UUID | None) -> tuple[Document | None, SurveyForms | None]:
    """The named forms, a draft too, and what the rules read in them: None where they are faulty, so that survey leaves are faults."""
    if survey_forms_id is None:
        return None, None
    named = await survey_forms.documents.load(tx, survey_forms_id, drafts=True)
    if named.is_published:
        return named, await survey_forms.load_published(tx, survey_forms_id)
    return named, read_survey_forms(dict(named.document or {})) if not named.faults else None
