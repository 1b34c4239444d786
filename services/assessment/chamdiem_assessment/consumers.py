"""All that assessment listens to, on one screen (accounts and ended sessions are the kit's)."""

from collections.abc import Mapping

from chamdiem_assessment.known import appraisal, clarification, result, unit
from chamdiem_contracts.appraisal import AppraisalOpenedV1, AppraisalReopenedV1, AppraisalSentV1, ClarificationRequestedV1
from chamdiem_contracts.base import Event
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_contracts.ranking import ResultAggregatedV1, ResultAgreedV1, ResultPublishedV1, ResultReopenedV1
from chamdiem_kit.inbox import Handler

CONSUMERS: Mapping[type[Event], Handler] = {
    UnitChangedV1: unit.on_unit_changed,
    AppraisalOpenedV1: appraisal.on_appraisal_changed,
    AppraisalSentV1: appraisal.on_appraisal_changed,
    AppraisalReopenedV1: appraisal.on_appraisal_changed,
    ClarificationRequestedV1: clarification.on_clarification_requested,
    ResultAggregatedV1: result.on_result_changed,
    ResultReopenedV1: result.on_result_changed,
    ResultAgreedV1: result.on_result_changed,
    ResultPublishedV1: result.on_result_changed,
}
