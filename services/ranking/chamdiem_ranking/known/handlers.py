"""A foreign event → the copy kept here, and what has to be judged again because of it."""

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState, AppraisedSheetChangedV1
from chamdiem_contracts.assessment import CriteriaSetPublishedV1, PeriodState, SelfAssessmentState, SurveyClosedV1, SurveyFormsPublishedV1
from chamdiem_kit.inbox import Received
from chamdiem_ranking.known import store


async def on_criteria_set(tx: AsyncConnection, event: Received[CriteriaSetPublishedV1]) -> None:
    """A set was published; periods that waited for it can be judged."""
    await store.save_criteria_set(tx, event.data)
    waiting = await store.periods_waiting_for(tx, criteria_set_id=event.data.criteria_set_id)
    await store.mark_periods_stale(tx, waiting, sheets_too=True)


async def on_survey_forms(tx: AsyncConnection, event: Received[SurveyFormsPublishedV1]) -> None:
    """Forms were published; periods that waited for them can be judged."""
    await store.save_survey_forms(tx, event.data)
    waiting = await store.periods_waiting_for(tx, survey_forms_id=event.data.survey_forms_id)
    await store.mark_periods_stale(tx, waiting, sheets_too=True)


async def on_period(tx: AsyncConnection, event: Received[PeriodState]) -> None:
    """A period was opened or changed: sheets, extensions and holidays decide lateness. A moved clock alone changes no number."""
    if await store.save_period(tx, event.data):
        await store.mark_periods_stale(tx, [event.data.period_id], sheets_too=True)


async def on_self_assessment(tx: AsyncConnection, event: Received[SelfAssessmentState]) -> None:
    """A sheet was sent or recalled."""
    await store.save_self_assessment(tx, event.data)
    await store.mark_sheet_stale(tx, event.data.sheet_id)


async def on_appraised_sheet(tx: AsyncConnection, event: Received[AppraisedSheetChangedV1]) -> None:
    """An agency's scores of one sheet arrived."""
    await store.save_appraised_sheet(tx, event.data)
    await store.mark_sheet_stale(tx, event.data.sheet_id)


async def on_appraisal(tx: AsyncConnection, event: Received[AppraisalState]) -> None:
    """An appraisal was opened, sent or reopened."""
    await store.save_appraisal(tx, event.data)
    await store.mark_periods_stale(tx, [event.data.period_id], sheets_too=False)


async def on_survey_closed(tx: AsyncConnection, event: Received[SurveyClosedV1]) -> None:
    """A form's totals are final."""
    await store.save_survey(tx, event.data)
    await store.mark_periods_stale(tx, event.data.period_ids, sheets_too=True)
