"""Every right of identity and which account kind or role has it (rights.md "Identity"). Whose accounts one sees stands in the query
(`account/visibility.py`).
"""

from enum import StrEnum
from typing import Annotated

from fastapi import Security

from chamdiem_kit.access import AccessRules, Actor, NotPermitted, permitted


class Right(StrEnum):
    """`<service>:<thing>:<act>`."""

    READ_UNITS = "identity:unit:read"
    WRITE_UNITS = "identity:unit:write"
    MERGE_UNITS = "identity:unit:merge"
    READ_ACCOUNTS = "identity:account:read"
    GRANT_ACCOUNTS = "identity:account:grant"
    LOCK_ACCOUNTS = "identity:account:lock"
    UNLOCK_ACCOUNTS = "identity:account:unlock"
    END_ACCOUNTS = "identity:account:end"
    RESET_PASSWORDS = "identity:password:reset"
    LEND_APPROVAL = "identity:approval:lend"
    READ_HISTORY = "identity:account_history:read"
    READ_REQUESTS = "identity:account_request:read"
    ASK_FOR_ACCOUNTS = "identity:account_request:write"
    DECIDE_REQUESTS = "identity:account_request:decide"
    READ_LOG = "identity:log:read"
    READ_OWN_LOG = "identity:own_log:read"
    READ_INCIDENTS = "identity:incident:read"
    REPORT_INCIDENTS = "identity:incident:write"
    FORWARD_INCIDENTS = "identity:incident:forward"
    ANSWER_INCIDENTS = "identity:incident:answer"
    READ_NOTIFICATIONS = "identity:notification:read"
    ACKNOWLEDGE_NOTIFICATIONS = "identity:notification:acknowledge"
    REMIND = "identity:reminder:write"
    READ_GUIDANCE = "identity:guidance:read"
    WRITE_GUIDANCE = "identity:guidance:write"
    READ_GUIDANCE_HISTORY = "identity:guidance_history:read"


GRANTED: dict[str, frozenset[str]] = {
    "administration": frozenset(
        {
            Right.READ_UNITS,
            Right.WRITE_UNITS,
            Right.MERGE_UNITS,
            Right.GRANT_ACCOUNTS,
            Right.LOCK_ACCOUNTS,
            Right.UNLOCK_ACCOUNTS,
            Right.END_ACCOUNTS,
            Right.RESET_PASSWORDS,
            Right.LEND_APPROVAL,
            Right.READ_REQUESTS,
            Right.DECIDE_REQUESTS,
            Right.READ_LOG,
        }
    ),
    "management": frozenset(
        {
            Right.FORWARD_INCIDENTS,
            Right.ANSWER_INCIDENTS,
            Right.READ_UNITS,
            Right.REMIND,
            Right.UNLOCK_ACCOUNTS,
            Right.WRITE_GUIDANCE,
            Right.READ_GUIDANCE_HISTORY,
        }
    ),
    "support": frozenset({Right.ANSWER_INCIDENTS}),
}

GRANTED_BY_ROLE: dict[str, frozenset[str]] = {
    "unit_approver": frozenset({Right.LEND_APPROVAL, Right.READ_REQUESTS, Right.ASK_FOR_ACCOUNTS}),
    "appraisal_lead": frozenset({Right.READ_REQUESTS, Right.ASK_FOR_ACCOUNTS}),
}

EVERY_ACCOUNT: frozenset[str] = frozenset(
    {
        Right.READ_ACCOUNTS,
        Right.READ_HISTORY,
        Right.READ_OWN_LOG,
        Right.READ_INCIDENTS,
        Right.REPORT_INCIDENTS,
        Right.READ_NOTIFICATIONS,
        Right.ACKNOWLEDGE_NOTIFICATIONS,
        Right.READ_GUIDANCE,
    }
)

RULES = AccessRules(GRANTED, GRANTED_BY_ROLE, EVERY_ACCOUNT)

MayReadUnits = Annotated[Actor, Security(permitted, scopes=[Right.READ_UNITS])]
MayWriteUnits = Annotated[Actor, Security(permitted, scopes=[Right.WRITE_UNITS])]
MayMergeUnits = Annotated[Actor, Security(permitted, scopes=[Right.MERGE_UNITS])]
MayReadAccounts = Annotated[Actor, Security(permitted, scopes=[Right.READ_ACCOUNTS])]
MayGrantAccounts = Annotated[Actor, Security(permitted, scopes=[Right.GRANT_ACCOUNTS])]
MayLockAccounts = Annotated[Actor, Security(permitted, scopes=[Right.LOCK_ACCOUNTS])]
MayUnlockAccounts = Annotated[Actor, Security(permitted, scopes=[Right.UNLOCK_ACCOUNTS])]
MayEndAccounts = Annotated[Actor, Security(permitted, scopes=[Right.END_ACCOUNTS])]
MayResetPasswords = Annotated[Actor, Security(permitted, scopes=[Right.RESET_PASSWORDS])]
MayLendApproval = Annotated[Actor, Security(permitted, scopes=[Right.LEND_APPROVAL])]
MayReadHistory = Annotated[Actor, Security(permitted, scopes=[Right.READ_HISTORY])]
MayReadRequests = Annotated[Actor, Security(permitted, scopes=[Right.READ_REQUESTS])]
MayAskForAccounts = Annotated[Actor, Security(permitted, scopes=[Right.ASK_FOR_ACCOUNTS])]
MayDecideRequests = Annotated[Actor, Security(permitted, scopes=[Right.DECIDE_REQUESTS])]
MayReadLog = Annotated[Actor, Security(permitted, scopes=[Right.READ_LOG])]
MayReadOwnLog = Annotated[Actor, Security(permitted, scopes=[Right.READ_OWN_LOG])]
MayReadNotifications = Annotated[Actor, Security(permitted, scopes=[Right.READ_NOTIFICATIONS])]
MayRemind = Annotated[Actor, Security(permitted, scopes=[Right.REMIND])]
MayAcknowledgeNotifications = Annotated[Actor, Security(permitted, scopes=[Right.ACKNOWLEDGE_NOTIFICATIONS])]
MayReadIncidents = Annotated[Actor, Security(permitted, scopes=[Right.READ_INCIDENTS])]
MayReportIncidents = Annotated[Actor, Security(permitted, scopes=[Right.REPORT_INCIDENTS])]
MayForwardIncidents = Annotated[Actor, Security(permitted, scopes=[Right.FORWARD_INCIDENTS])]
MayAnswerIncidents = Annotated[Actor, Security(permitted, scopes=[Right.ANSWER_INCIDENTS])]
MayReadGuidance = Annotated[Actor, Security(permitted, scopes=[Right.READ_GUIDANCE])]
MayWriteGuidance = Annotated[Actor, Security(permitted, scopes=[Right.WRITE_GUIDANCE])]
MayReadGuidanceHistory = Annotated[Actor, Security(permitted, scopes=[Right.READ_GUIDANCE_HISTORY])]


def require_for_all(actor: Actor) -> None:
    """Raise `NotPermitted` for a manager who stands in for one unit: what concerns all is not theirs (rights.md, "Who")."""
    if actor.only_for_unit is not None:
        raise NotPermitted("Tài khoản này chỉ dùng cho một đơn vị; hãy dùng tài khoản của lãnh đạo Sở Nội vụ.")
