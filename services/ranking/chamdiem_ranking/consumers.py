"""All that ranking listens to, on one screen."""

from chamdiem_contracts.appraisal import AppraisalOpenedV1, AppraisalReopenedV1, AppraisalSentV1, AppraisedSheetChangedV1, RecordPrintedV1
from chamdiem_contracts.assessment import (
    CriteriaSetPublishedV1,
    PeriodChangedV1,
    PeriodClockMovedV1,
    PeriodOpenedV1,
    SelfAssessmentRecalledV1,
    SelfAssessmentSentV1,
    SurveyClosedV1,
    SurveyFormsPublishedV1,
    SurveyReopenedV1,
)
from chamdiem_contracts.base import Event
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit.inbox import Handler
from chamdiem_ranking.known import handlers

CONSUMERS: dict[type[Event], Handler] = {
    CriteriaSetPublishedV1: handlers.on_criteria_set,
    SurveyFormsPublishedV1: handlers.on_survey_forms,
    PeriodOpenedV1: handlers.on_period,
    PeriodChangedV1: handlers.on_period,
    PeriodClockMovedV1: handlers.on_period,
    SelfAssessmentSentV1: handlers.on_self_assessment,
    SelfAssessmentRecalledV1: handlers.on_self_assessment,
    AppraisedSheetChangedV1: handlers.on_appraised_sheet,
    AppraisalOpenedV1: handlers.on_appraisal,
    AppraisalSentV1: handlers.on_appraisal,
    AppraisalReopenedV1: handlers.on_appraisal,
    RecordPrintedV1: handlers.on_record_printed,
    SurveyClosedV1: handlers.on_survey_closed,
    UnitChangedV1: handlers.on_unit,
    SurveyReopenedV1: handlers.on_survey_reopened,
}
