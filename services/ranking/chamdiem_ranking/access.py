"""Every right of ranking and which account kind or role has it (rights.md, "Ranking")."""

from enum import StrEnum
from typing import Annotated

from fastapi import Security

from chamdiem_kit.access import AccessRules, Actor, permitted


class Right(StrEnum):
    """`ranking:<thing>:<act>`."""

    READ_PROVISIONAL = "ranking:provisional:read"
    READ_RESULT = "ranking:result:read"
    READ_REASON = "ranking:reason:read"
    READ_CLOCK = "ranking:clock:read"
    RUN_COUNCIL = "ranking:council:write"
    AGREE = "ranking:result:agree"
    PUBLISH = "ranking:result:publish"
    READ_PUBLISHED = "ranking:published:read"


RULES = AccessRules(
    granted={
        "management": frozenset({Right.READ_PROVISIONAL, Right.READ_RESULT, Right.READ_REASON, Right.RUN_COUNCIL, Right.PUBLISH}),
        "data_entry": frozenset({Right.READ_REASON}),
    },
    granted_by_role={
        "council_member": frozenset({Right.READ_RESULT, Right.READ_REASON, Right.AGREE}),
        "unit_approver": frozenset({Right.READ_RESULT}),
    },
    every_account=frozenset({Right.READ_CLOCK, Right.READ_PUBLISHED}),
)

MayReadResult = Annotated[Actor, Security(permitted, scopes=[Right.READ_RESULT])]
MayReadReason = Annotated[Actor, Security(permitted, scopes=[Right.READ_REASON])]
MayReadClock = Annotated[Actor, Security(permitted, scopes=[Right.READ_CLOCK])]
MayRunCouncil = Annotated[Actor, Security(permitted, scopes=[Right.RUN_COUNCIL])]
MayAgree = Annotated[Actor, Security(permitted, scopes=[Right.AGREE])]
MayPublish = Annotated[Actor, Security(permitted, scopes=[Right.PUBLISH])]
