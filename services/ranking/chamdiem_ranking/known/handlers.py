"""A foreign event → the copy kept here, and the marks of what has to be computed and judged again because of it."""

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState, AppraisedSheetChangedV1, RecordPrintedV1
from chamdiem_contracts.assessment import (
    CriteriaSetPublishedV1,
    PeriodState,
    SelfAssessmentState,
    SurveyClosedV1,
    SurveyFormsPublishedV1,
    SurveyReopenedV1,
)
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit.inbox import Received
from chamdiem_ranking.known import store


async def on_criteria_set(tx: AsyncConnection, event: Received[CriteriaSetPublishedV1]) -> None:
    """A set was published."""
    await store.save_criteria_set(tx, event.data)


async def on_survey_forms(tx: AsyncConnection, event: Received[SurveyFormsPublishedV1]) -> None:
    """Forms were published."""
    await store.save_survey_forms(tx, event.data)


async def on_period(tx: AsyncConnection, event: Received[PeriodState]) -> None:
    """A period was opened or changed, or its clock moved."""
    await store.save_period(tx, event.data)


async def on_self_assessment(tx: AsyncConnection, event: Received[SelfAssessmentState]) -> None:
    """A sheet was sent or recalled."""
    await store.save_self_assessment(tx, event.data)


async def on_record_printed(tx: AsyncConnection, event: Received[RecordPrintedV1]) -> None:
    """An appraisal record was printed."""
    await store.save_printed_record(tx, event.data)


async def on_appraised_sheet(tx: AsyncConnection, event: Received[AppraisedSheetChangedV1]) -> None:
    """An agency's scores of one sheet arrived."""
    await store.save_appraised_sheet(tx, event.data)


async def on_appraisal(tx: AsyncConnection, event: Received[AppraisalState]) -> None:
    """An appraisal was opened, sent or reopened."""
    await store.save_appraisal(tx, event.data)


async def on_survey_closed(tx: AsyncConnection, event: Received[SurveyClosedV1]) -> None:
    """A form's totals are final."""
    await store.save_survey(tx, event.data)


async def on_survey_reopened(tx: AsyncConnection, event: Received[SurveyReopenedV1]) -> None:
    """A form is open again: what it told holds no more."""
    await store.save_survey_reopened(tx, event.data)


async def on_unit(tx: AsyncConnection, event: Received[UnitChangedV1]) -> None:
    """A unit's name and the units merged into it, for comparing with years before the merger."""
    await store.save_unit(tx, event.data)
