"""All that identity listens to: event → handler."""

from collections.abc import Mapping

from chamdiem_contracts.appraisal import AppraisalOpenedV1, AppraisalReopenedV1, AppraisalSentV1
from chamdiem_contracts.base import Event
from chamdiem_contracts.gateway import SessionBegunV1
from chamdiem_contracts.ranking import AppealAnsweredV1, AppealAskedV1, CouncilSessionClosedV1, CouncilSessionOpenedV1
from chamdiem_identity.lock.handlers import on_appraisal, on_council_session
from chamdiem_identity.notification.handlers import on_appeal
from chamdiem_identity.sign_in.handlers import on_session_begun
from chamdiem_kit.inbox import Handler

CONSUMERS: Mapping[type[Event], Handler] = {
    AppraisalOpenedV1: on_appraisal,
    AppraisalSentV1: on_appraisal,
    AppraisalReopenedV1: on_appraisal,
    CouncilSessionOpenedV1: on_council_session,
    CouncilSessionClosedV1: on_council_session,
    AppealAskedV1: on_appeal,
    AppealAnsweredV1: on_appeal,
    SessionBegunV1: on_session_begun,
}
