"""Every right of assessment and which account kind or role has it (rights.md "Assessment"). What unit, phase or deadline decide stands in
the `domain.py` of each feature.
"""

from enum import StrEnum
from typing import Annotated

from fastapi import Security

from chamdiem_kit.access import AccessRules, Actor, NotPermitted, permitted


class Right(StrEnum):
    """`<service>:<thing>:<act>`."""

    READ_SETS = "assessment:criteria_set:read"
    WRITE_SETS = "assessment:criteria_set:write"
    PROPOSE_CHANGE = "assessment:criteria_proposal:write"
    READ_PROPOSALS = "assessment:criteria_proposal:read"
    ANSWER_PROPOSALS = "assessment:criteria_proposal:answer"
    READ_PERIODS = "assessment:period:read"
    WRITE_PERIODS = "assessment:period:write"
    READ_CLOCK = "assessment:clock:read"
    MOVE_CLOCK = "assessment:clock:write"
    READ_EXTENSIONS = "assessment:extension:read"
    GIVE_EXTENSION = "assessment:extension:write"
    ASK_EXTENSION = "assessment:extension_request:write"
    WRITE_CAMPAIGNS = "assessment:survey_campaign:write"
    READ_OWN_SURVEYS = "assessment:own_survey:read"
    ANSWER_SURVEYS = "assessment:own_survey:write"
    READ_SHEETS = "assessment:sheet:read"
    ENTER_VALUES = "assessment:sheet:write"
    GIVE_LEAVES = "assessment:delegation:write"
    SUBMIT_SHEET = "assessment:sheet:submit"
    VOID_APPROVAL = "assessment:approval:void"
    RETURN_SHEET = "assessment:sheet:return"
    APPROVE_REPORT = "assessment:report:approve"
    EXPORT_REPORT = "assessment:report:export"
    READ_REPORT = "assessment:report:read"
    ATTACH_SIGNED_REPORT = "assessment:signed_report:write"
    SEND_SHEET = "assessment:sheet:send"
    RECALL_SHEET = "assessment:sheet:recall"
    ANSWER_CLARIFICATION = "assessment:clarification:write"
    SEND_CLARIFICATION = "assessment:clarification:send"
    READ_RECEIPT = "assessment:receipt:read"
    UPLOAD_EVIDENCE = "assessment:evidence:write"
    READ_EVIDENCE = "assessment:evidence:read"
    READ_HISTORY = "assessment:history:read"
    READ_LOG = "assessment:log:read"
    READ_OWN_LOG = "assessment:own_log:read"


GRANTED: dict[str, frozenset[str]] = {
    "data_entry": frozenset(
        {
            Right.READ_PERIODS,
            Right.READ_EXTENSIONS,
            Right.READ_OWN_SURVEYS,
            Right.ANSWER_SURVEYS,
            Right.READ_SHEETS,
            Right.ENTER_VALUES,
            Right.GIVE_LEAVES,
            Right.SUBMIT_SHEET,
            Right.VOID_APPROVAL,
            Right.EXPORT_REPORT,
            Right.READ_REPORT,
            Right.ANSWER_CLARIFICATION,
            Right.READ_RECEIPT,
            Right.UPLOAD_EVIDENCE,
            Right.READ_EVIDENCE,
            Right.READ_HISTORY,
        }
    ),
    "appraisal": frozenset({Right.READ_PERIODS}),
    "management": frozenset(
        {
            Right.WRITE_SETS,
            Right.READ_PROPOSALS,
            Right.ANSWER_PROPOSALS,
            Right.READ_PERIODS,
            Right.WRITE_PERIODS,
            Right.READ_EXTENSIONS,
            Right.GIVE_EXTENSION,
            Right.WRITE_CAMPAIGNS,
            Right.READ_SHEETS,
            Right.READ_REPORT,
            Right.READ_RECEIPT,
            Right.READ_EVIDENCE,
            Right.READ_HISTORY,
            Right.READ_LOG,
        }
    ),
    "administration": frozenset({Right.READ_PERIODS, Right.MOVE_CLOCK, Right.READ_LOG}),
}

GRANTED_BY_ROLE: dict[str, frozenset[str]] = {
    "unit_approver": frozenset(
        {
            Right.PROPOSE_CHANGE,
            Right.READ_PROPOSALS,
            Right.ASK_EXTENSION,
            Right.RETURN_SHEET,
            Right.APPROVE_REPORT,
            Right.ATTACH_SIGNED_REPORT,
            Right.SEND_SHEET,
            Right.RECALL_SHEET,
            Right.SEND_CLARIFICATION,
        }
    ),
    "appraisal_lead": frozenset({Right.PROPOSE_CHANGE, Right.READ_PROPOSALS}),
}

EVERY_ACCOUNT: frozenset[str] = frozenset({Right.READ_SETS, Right.READ_CLOCK, Right.READ_OWN_LOG})

RULES = AccessRules(GRANTED, GRANTED_BY_ROLE, EVERY_ACCOUNT)

MayReadSets = Annotated[Actor, Security(permitted, scopes=[Right.READ_SETS])]
MayWriteSets = Annotated[Actor, Security(permitted, scopes=[Right.WRITE_SETS])]
MayProposeChange = Annotated[Actor, Security(permitted, scopes=[Right.PROPOSE_CHANGE])]
MayReadProposals = Annotated[Actor, Security(permitted, scopes=[Right.READ_PROPOSALS])]
MayAnswerProposals = Annotated[Actor, Security(permitted, scopes=[Right.ANSWER_PROPOSALS])]
MayReadPeriods = Annotated[Actor, Security(permitted, scopes=[Right.READ_PERIODS])]
MayWritePeriods = Annotated[Actor, Security(permitted, scopes=[Right.WRITE_PERIODS])]
MayReadClock = Annotated[Actor, Security(permitted, scopes=[Right.READ_CLOCK])]
MayMoveClock = Annotated[Actor, Security(permitted, scopes=[Right.MOVE_CLOCK])]
MayReadExtensions = Annotated[Actor, Security(permitted, scopes=[Right.READ_EXTENSIONS])]
MayGiveExtension = Annotated[Actor, Security(permitted, scopes=[Right.GIVE_EXTENSION])]
MayAskExtension = Annotated[Actor, Security(permitted, scopes=[Right.ASK_EXTENSION])]
MayWriteCampaigns = Annotated[Actor, Security(permitted, scopes=[Right.WRITE_CAMPAIGNS])]
MayReadOwnSurveys = Annotated[Actor, Security(permitted, scopes=[Right.READ_OWN_SURVEYS])]
MayAnswerSurveys = Annotated[Actor, Security(permitted, scopes=[Right.ANSWER_SURVEYS])]
MayReadSheets = Annotated[Actor, Security(permitted, scopes=[Right.READ_SHEETS])]
MayGiveLeaves = Annotated[Actor, Security(permitted, scopes=[Right.GIVE_LEAVES])]
MayEnterValues = Annotated[Actor, Security(permitted, scopes=[Right.ENTER_VALUES])]
MaySubmitSheet = Annotated[Actor, Security(permitted, scopes=[Right.SUBMIT_SHEET])]
MayVoidApproval = Annotated[Actor, Security(permitted, scopes=[Right.VOID_APPROVAL])]
MayReturnSheet = Annotated[Actor, Security(permitted, scopes=[Right.RETURN_SHEET])]
MayApproveReport = Annotated[Actor, Security(permitted, scopes=[Right.APPROVE_REPORT])]
MayExportReport = Annotated[Actor, Security(permitted, scopes=[Right.EXPORT_REPORT])]
MayReadReport = Annotated[Actor, Security(permitted, scopes=[Right.READ_REPORT])]
MayAttachSignedReport = Annotated[Actor, Security(permitted, scopes=[Right.ATTACH_SIGNED_REPORT])]
MaySendSheet = Annotated[Actor, Security(permitted, scopes=[Right.SEND_SHEET])]
MayRecallSheet = Annotated[Actor, Security(permitted, scopes=[Right.RECALL_SHEET])]
MayAnswer = Annotated[Actor, Security(permitted, scopes=[Right.ANSWER_CLARIFICATION])]
MaySendAnswers = Annotated[Actor, Security(permitted, scopes=[Right.SEND_CLARIFICATION])]
MayReadReceipt = Annotated[Actor, Security(permitted, scopes=[Right.READ_RECEIPT])]
MayUploadEvidence = Annotated[Actor, Security(permitted, scopes=[Right.UPLOAD_EVIDENCE])]
MayReadEvidence = Annotated[Actor, Security(permitted, scopes=[Right.READ_EVIDENCE])]
MayReadLog = Annotated[Actor, Security(permitted, scopes=[Right.READ_LOG])]
MayReadOwnLog = Annotated[Actor, Security(permitted, scopes=[Right.READ_OWN_LOG])]
MayReadHistory = Annotated[Actor, Security(permitted, scopes=[Right.READ_HISTORY])]


def require_whole_province(actor: Actor) -> None:
    """Raise `NotPermitted` for the management account that is good for one unit only (rights.md "Who": Home Affairs' own unit)."""
    if actor.only_for_unit is not None:
        raise NotPermitted("Tài khoản này chỉ quản lý một đơn vị; việc chung của kỳ đánh giá do Sở Nội vụ thực hiện.")


def units_seen_by(actor: Actor) -> tuple[str, ...] | None:
    """The units whose lines the account may see in what lists units; None: all."""
    if actor.kind == "management":
        return None if actor.only_for_unit is None else (actor.only_for_unit,)
    return (actor.unit_code,) if actor.kind == "data_entry" and actor.unit_code else ()
