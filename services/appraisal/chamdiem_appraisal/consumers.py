"""All that this service listens to."""

from collections.abc import Mapping

from chamdiem_appraisal.known import clarification
from chamdiem_appraisal.known import handlers as known
from chamdiem_appraisal.sending import handlers as sending
from chamdiem_contracts.assessment import (
    ClarificationSentV1,
    CriteriaSetPublishedV1,
    PeriodChangedV1,
    PeriodClockMovedV1,
    PeriodOpenedV1,
    SelfAssessmentRecalledV1,
    SelfAssessmentSentV1,
    SurveyFormsPublishedV1,
)
from chamdiem_contracts.base import Event
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_contracts.ranking import ResultAggregatedV1, ResultAgreedV1, ResultPublishedV1, ResultReopenedV1
from chamdiem_kit.inbox import Handler

CONSUMERS: Mapping[type[Event], Handler] = {
    UnitChangedV1: known.on_unit_changed,
    CriteriaSetPublishedV1: sending.on_criteria_set_published,
    SurveyFormsPublishedV1: sending.on_survey_forms_published,
    PeriodOpenedV1: sending.on_period,
    PeriodChangedV1: sending.on_period,
    PeriodClockMovedV1: sending.on_period,
    SelfAssessmentSentV1: known.on_self_assessment,
    SelfAssessmentRecalledV1: known.on_self_assessment,
    ClarificationSentV1: clarification.on_clarification_sent,
    ResultAggregatedV1: known.on_result,
    ResultReopenedV1: known.on_result,
    ResultAgreedV1: known.on_result,
    ResultPublishedV1: known.on_result,
}
