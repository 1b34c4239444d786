"""SQL of corrections: the number and what it was before in one statement."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.survey_correction.domain import NumberNotEntered, SurveyNumber

_OF_UNIT = text("""
    SELECT unit_code, form, NULL AS question, NULL AS option, valid AS value, version FROM survey_response
     WHERE campaign_id = :id AND unit_code = :unit_code
    UNION ALL
    SELECT unit_code, form, question, option, count, version FROM survey_total WHERE campaign_id = :id AND unit_code = :unit_code
     ORDER BY form, question NULLS FIRST, option""")
_KEEP = """
    INSERT INTO survey_correction (campaign_id, form, unit_code, question, option, before, after, reason, corrected_by, corrected_at)
    SELECT :id, :form, :unit_code, :question, :option, before, after, :reason, :by, :at FROM saved"""
_CORRECT_RESPONSE = text(f"""
    WITH saved AS (UPDATE survey_response SET valid = :value, version = version + 1
        WHERE campaign_id = :id AND form = :form AND unit_code = :unit_code RETURNING old.valid AS before, new.valid AS after)
    {_KEEP}""")
_CORRECT_TOTAL = text(f"""
    WITH saved AS (UPDATE survey_total SET count = :value, version = version + 1
        WHERE campaign_id = :id AND form = :form AND unit_code = :unit_code AND question = :question AND option = :option
        RETURNING old.count AS before, new.count AS after)
    {_KEEP}""")
_CORRECTIONS = text("""
    SELECT form, question, option, before, after, reason, corrected_by, corrected_at FROM survey_correction
     WHERE campaign_id = :id AND unit_code = :unit_code ORDER BY id""")


async def numbers_of_unit(tx: AsyncConnection, campaign_id: UUID, unit_code: str) -> list[SurveyNumber]:
    """All numbers entered for a unit."""
    return [SurveyNumber(*row) for row in await tx.execute(_OF_UNIT, {"id": campaign_id, "unit_code": unit_code})]


async def load_number(
    tx: AsyncConnection, campaign_id: UUID, unit_code: str, form: str, question: str | None = None, option: str | None = None
) -> SurveyNumber:
    """One number. Raises `NumberNotEntered`."""
    wanted = (form, question, option)
    for number in await numbers_of_unit(tx, campaign_id, unit_code):
        if (number.form, number.question, number.option) == wanted:
            return number
    raise NumberNotEntered("Hãy nhập số liệu trước, rồi mới sửa.")


async def save_correction(
    tx: AsyncConnection, campaign_id: UUID, number: SurveyNumber, value: int, reason: str, by: UUID, at: datetime
) -> None:
    """Keep the number as corrected; the campaign is locked."""
    keys: dict[str, Any] = {"id": campaign_id, "unit_code": number.unit_code, "form": number.form, "value": value}
    keys |= {"question": number.question, "option": number.option, "reason": reason, "by": by, "at": at}
    await tx.execute(_CORRECT_RESPONSE if number.question is None else _CORRECT_TOTAL, keys)


async def corrections_of_unit(tx: AsyncConnection, campaign_id: UUID, unit_code: str) -> list[RowMapping]:
    """What was corrected for a unit, from what, by whom, when and why."""
    return list((await tx.execute(_CORRECTIONS, {"id": campaign_id, "unit_code": unit_code})).mappings())
