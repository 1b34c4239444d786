"""Criteria sets as values. They never change, so a set that was read once is kept in memory by what it was read from."""

from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.assessment import CriteriaSetPublishedV1, SurveyFormsPublishedV1
from chamdiem_rules.criteria_set import CriteriaSet, read_criteria_set
from chamdiem_rules.survey_forms import SurveyForms, read_survey_forms

_SAVE_SET = text("""
    INSERT INTO known_criteria_set (criteria_set_id, version, code, fingerprint, decision, document)
    VALUES (:criteria_set_id, :version, :code, :fingerprint, CAST(:decision AS jsonb), CAST(:document AS jsonb))
    ON CONFLICT (criteria_set_id) DO NOTHING""")
_SAVE_FORMS = text("""
    INSERT INTO known_survey_forms (survey_forms_id, version, fingerprint, document)
    VALUES (:survey_forms_id, :version, :fingerprint, CAST(:document AS jsonb))
    ON CONFLICT (survey_forms_id) DO NOTHING""")
_SET = text("SELECT document FROM known_criteria_set WHERE criteria_set_id = :criteria_set_id")
_FORMS = text("SELECT document FROM known_survey_forms WHERE survey_forms_id = :survey_forms_id")

_KEPT_LIMIT = 200
_kept: dict[tuple[UUID, UUID | None], CriteriaSet] = {}


async def save_set(tx: AsyncConnection, told: CriteriaSetPublishedV1) -> None:
    """Keep a published set."""
    await tx.execute(
        _SAVE_SET,
        {
            "criteria_set_id": told.criteria_set_id,
            "version": told.version,
            "code": told.code,
            "fingerprint": told.fingerprint,
            "decision": told.decision.model_dump_json(),
            "document": orjson.dumps(dict(told.document)).decode(),
        },
    )


async def save_forms(tx: AsyncConnection, told: SurveyFormsPublishedV1) -> None:
    """Keep published survey forms; a set with survey leaves cannot be read without them."""
    await tx.execute(
        _SAVE_FORMS,
        {
            "survey_forms_id": told.survey_forms_id,
            "version": told.version,
            "fingerprint": told.fingerprint,
            "document": orjson.dumps(dict(told.document)).decode(),
        },
    )


async def criteria_set_of(tx: AsyncConnection, criteria_set_id: UUID, survey_forms_id: UUID | None) -> CriteriaSet | None:
    """The set as read with the forms of its period; None while one of the two is not known."""
    key = (criteria_set_id, survey_forms_id)
    found = _kept.get(key)
    if found is None:
        document = (await tx.execute(_SET, {"criteria_set_id": criteria_set_id})).scalar_one_or_none()
        forms = await _forms(tx, survey_forms_id) if survey_forms_id else None
        if document is None or (survey_forms_id and forms is None):
            return None
        found = read_criteria_set(document, forms)
        if len(_kept) >= _KEPT_LIMIT:
            _kept.clear()
        _kept[key] = found
    return found


async def _forms(tx: AsyncConnection, survey_forms_id: UUID) -> SurveyForms | None:
    document = (await tx.execute(_FORMS, {"survey_forms_id": survey_forms_id})).scalar_one_or_none()
    return None if document is None else read_survey_forms(document)
