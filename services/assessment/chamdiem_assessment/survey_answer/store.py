"""Counting one answer: everything of it goes into the tally of its form and unit (`survey_tally.domain` says why)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.survey_answer.domain import Asked, Given
from chamdiem_assessment.survey_tally.domain import add_answer
from chamdiem_assessment.survey_tally.store import lock_tally, save_tally


async def count(tx: AsyncConnection, asked: Asked, given: Given) -> None:
    """Add a judged answer to its tally."""
    campaign_id = asked.campaign.id
    tally = await lock_tally(tx, campaign_id, asked.form.code, asked.unit_code)
    await save_tally(tx, campaign_id, add_answer(tally, given.chosen, given.written))
