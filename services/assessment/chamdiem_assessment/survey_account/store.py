"""SQL of what accounts have answered, and of whose people they are."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.known.unit import units_by_code
from chamdiem_assessment.survey_account.domain import AlreadyAnswered, Respondent
from chamdiem_assessment.survey_answer.domain import Asked

_ANSWERED = text("""
    SELECT campaign_id, form, unit_code FROM survey_spent
     WHERE account_id = :account_id AND campaign_id = ANY(CAST(:campaigns AS uuid[]))""")
_SPEND = text("""
    INSERT INTO survey_spent (campaign_id, form, unit_code, account_id, attempt_sha256)
    VALUES (:campaign_id, :form, :unit_code, :account_id, :attempt) ON CONFLICT DO NOTHING RETURNING form""")
_ATTEMPT = text("""
    SELECT attempt_sha256 FROM survey_spent
     WHERE campaign_id = :campaign_id AND form = :form AND unit_code = :unit_code AND account_id = :account_id""")


async def load_respondent(tx: AsyncConnection, unit_code: str, person_units: frozenset[str], *, approves: bool) -> Respondent | None:
    """Who is asked; None where the account's unit is not known here yet."""
    known = await units_by_code(tx, sorted({unit_code, *person_units}))
    if unit_code not in known:
        return None
    own = {code for unit in known.values() for code in (unit.code, unit.parent_code) if code is not None}
    return Respondent(unit_code, known[unit_code].unit_type, approves, frozenset(own))


async def answered_of(tx: AsyncConnection, account_id: UUID, campaigns: Sequence[UUID]) -> set[tuple[UUID, str, str]]:
    """Campaign, form and unit of what the account has answered."""
    keys = {"account_id": account_id, "campaigns": list(campaigns)}
    return {(r.campaign_id, r.form, r.unit_code) for r in await tx.execute(_ANSWERED, keys)}


async def spend(tx: AsyncConnection, asked: Asked, account_id: UUID, attempt: bytes | None) -> bool:
    """Note that the account answers; False where this very attempt was counted before. Raises `AlreadyAnswered`."""
    mine = {"campaign_id": asked.campaign.id, "form": asked.form.code, "unit_code": asked.unit_code, "account_id": account_id}
    if (await tx.execute(_SPEND, {**mine, "attempt": attempt})).first() is not None:
        return True
    if attempt is not None and (await tx.execute(_ATTEMPT, mine)).scalar() == attempt:
        return False
    raise AlreadyAnswered("Mỗi tài khoản trả lời mỗi phiếu một lần, và phiếu ấy đã được ghi nhận. Cảm ơn ông/bà.")
