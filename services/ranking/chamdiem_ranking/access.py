"""Every right of ranking and which account kind or role has it (rights.md, "Ranking")."""

from enum import StrEnum
from typing import Annotated

from fastapi import Security

from chamdiem_kit.access import AccessRules, Actor, NotPermitted, permitted


class Right(StrEnum):
    """`ranking:<thing>:<act>`; acts `read` and `agree` stay open to a locked council member in a session (rules §4)."""

    READ_PROVISIONAL = "ranking:provisional:read"
    READ_RESULT = "ranking:result:read"
    READ_REASON = "ranking:reason:read"
    READ_HISTORY = "ranking:history:read"
    READ_CLOCK = "ranking:clock:read"
    READ_COUNCIL = "ranking:council:read"
    RUN_COUNCIL = "ranking:council:write"
    AGREE = "ranking:result:agree"
    RECORD_AGREEMENT = "ranking:agreement:write"
    PUBLISH = "ranking:result:publish"
    IMPORT = "ranking:imported_result:write"
    APPEAL = "ranking:appeal:write"
    READ_APPEAL = "ranking:appeal:read"
    ANSWER_APPEAL = "ranking:appeal:answer"
    READ_LOG = "ranking:log:read"
    READ_OWN_LOG = "ranking:own_log:read"


RULES = AccessRules(
    granted={
        "management": frozenset(
            {
                Right.READ_PROVISIONAL,
                Right.READ_RESULT,
                Right.READ_REASON,
                Right.READ_HISTORY,
                Right.READ_COUNCIL,
                Right.RUN_COUNCIL,
                Right.RECORD_AGREEMENT,
                Right.PUBLISH,
                Right.IMPORT,
                Right.READ_APPEAL,
                Right.ANSWER_APPEAL,
                Right.READ_LOG,
            }
        ),
        "data_entry": frozenset({Right.READ_REASON}),
    },
    granted_by_role={
        "council_member": frozenset({Right.READ_RESULT, Right.READ_REASON, Right.READ_COUNCIL, Right.AGREE}),
        "unit_approver": frozenset({Right.READ_RESULT, Right.APPEAL, Right.READ_APPEAL}),
    },
    every_account=frozenset({Right.READ_CLOCK, Right.READ_OWN_LOG}),
)

MayReadResult = Annotated[Actor, Security(permitted, scopes=[Right.READ_RESULT])]
MayReadReason = Annotated[Actor, Security(permitted, scopes=[Right.READ_REASON])]
MayReadHistory = Annotated[Actor, Security(permitted, scopes=[Right.READ_HISTORY])]
MayReadClock = Annotated[Actor, Security(permitted, scopes=[Right.READ_CLOCK])]
MayReadCouncil = Annotated[Actor, Security(permitted, scopes=[Right.READ_COUNCIL])]
MayRunCouncil = Annotated[Actor, Security(permitted, scopes=[Right.RUN_COUNCIL])]
MayAgree = Annotated[Actor, Security(permitted, scopes=[Right.AGREE])]
MayRecordAgreement = Annotated[Actor, Security(permitted, scopes=[Right.RECORD_AGREEMENT])]
MayPublish = Annotated[Actor, Security(permitted, scopes=[Right.PUBLISH])]
MayAppeal = Annotated[Actor, Security(permitted, scopes=[Right.APPEAL])]
MayReadAppeal = Annotated[Actor, Security(permitted, scopes=[Right.READ_APPEAL])]
MayAnswerAppeal = Annotated[Actor, Security(permitted, scopes=[Right.ANSWER_APPEAL])]
MayImport = Annotated[Actor, Security(permitted, scopes=[Right.IMPORT])]
MayReadLog = Annotated[Actor, Security(permitted, scopes=[Right.READ_LOG])]
MayReadOwnLog = Annotated[Actor, Security(permitted, scopes=[Right.READ_OWN_LOG])]


def require_for_all(actor: Actor) -> None:
    """Raise `NotPermitted` for a manager who stands in for one unit: what concerns the whole period is not theirs (rights.md, "Who")."""
    if actor.only_for_unit is not None:
        raise NotPermitted("Tài khoản này chỉ dùng cho một đơn vị; hãy dùng tài khoản của lãnh đạo Sở Nội vụ.")
