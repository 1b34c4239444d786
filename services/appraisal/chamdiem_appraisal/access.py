"""Every right of this service, which account kind and role has it, and what exists for an account (rights.md "Appraisal")."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import Security

from chamdiem_kit.access import AccessRules, Actor, permitted

LEAD = "appraisal_lead"
COUNCIL = "council_member"


class Right(StrEnum):
    """`<service>:<thing>:<act>`; `read` stays open under an appraisal lock of scope `writing` and in a council session."""

    READ_CLOCK = "appraisal:clock:read"
    READ_APPRAISAL = "appraisal:appraisal:read"
    READ_PROGRESS = "appraisal:progress:read"
    READ_MATRIX = "appraisal:matrix:read"
    READ_SHEET = "appraisal:sheet:read"
    READ_EVIDENCE = "appraisal:evidence:read"
    SCORE_ITEM = "appraisal:score:write"
    ASK_CLARIFICATION = "appraisal:clarification:write"
    CONFIRM_KNOCK_OUT = "appraisal:knock_out:confirm"
    ASSIGN_MEMBERS = "appraisal:member:assign"
    READ_SECOND_LOOKS = "appraisal:second_look:read"
    ASK_SECOND_LOOK = "appraisal:second_look:ask"
    ANSWER_SECOND_LOOK = "appraisal:second_look:write"
    SEND_APPRAISAL = "appraisal:appraisal:send"
    REOPEN_APPRAISAL = "appraisal:appraisal:reopen"
    EXTEND_PHASE = "appraisal:phase:extend"
    READ_LOG = "appraisal:log:read"
    READ_OWN_LOG = "appraisal:own_log:read"


RULES = AccessRules(
    granted={
        "appraisal": frozenset(
            {
                Right.READ_APPRAISAL,
                Right.READ_PROGRESS,
                Right.READ_SHEET,
                Right.READ_EVIDENCE,
                Right.SCORE_ITEM,
                Right.ASK_CLARIFICATION,
                Right.READ_SECOND_LOOKS,
                Right.ANSWER_SECOND_LOOK,
            },
        ),
        "data_entry": frozenset({Right.READ_SHEET}),
        "management": frozenset(
            {
                Right.READ_APPRAISAL,
                Right.READ_PROGRESS,
                Right.READ_MATRIX,
                Right.READ_SHEET,
                Right.READ_EVIDENCE,
                Right.REOPEN_APPRAISAL,
                Right.EXTEND_PHASE,
                Right.READ_LOG,
            }
        ),
    },
    granted_by_role={
        LEAD: frozenset({Right.CONFIRM_KNOCK_OUT, Right.ASSIGN_MEMBERS, Right.ASK_SECOND_LOOK, Right.SEND_APPRAISAL}),
        COUNCIL: frozenset({Right.READ_SHEET}),
    },
    every_account=frozenset({Right.READ_CLOCK, Right.READ_OWN_LOG}),
)

MayReadClock = Annotated[Actor, Security(permitted, scopes=[Right.READ_CLOCK])]
MayReadAppraisal = Annotated[Actor, Security(permitted, scopes=[Right.READ_APPRAISAL])]
MayReadProgress = Annotated[Actor, Security(permitted, scopes=[Right.READ_PROGRESS])]
MayReadMatrix = Annotated[Actor, Security(permitted, scopes=[Right.READ_MATRIX])]
MayReadSheet = Annotated[Actor, Security(permitted, scopes=[Right.READ_SHEET])]
MayReadEvidence = Annotated[Actor, Security(permitted, scopes=[Right.READ_EVIDENCE])]
MayScore = Annotated[Actor, Security(permitted, scopes=[Right.SCORE_ITEM])]
MayAsk = Annotated[Actor, Security(permitted, scopes=[Right.ASK_CLARIFICATION])]
MayConfirmKnockOut = Annotated[Actor, Security(permitted, scopes=[Right.CONFIRM_KNOCK_OUT])]
MayAssignMembers = Annotated[Actor, Security(permitted, scopes=[Right.ASSIGN_MEMBERS])]
MayReadSecondLooks = Annotated[Actor, Security(permitted, scopes=[Right.READ_SECOND_LOOKS])]
MayAskSecondLook = Annotated[Actor, Security(permitted, scopes=[Right.ASK_SECOND_LOOK])]
MayAnswerSecondLook = Annotated[Actor, Security(permitted, scopes=[Right.ANSWER_SECOND_LOOK])]
MaySendAppraisal = Annotated[Actor, Security(permitted, scopes=[Right.SEND_APPRAISAL])]
MayReopen = Annotated[Actor, Security(permitted, scopes=[Right.REOPEN_APPRAISAL])]
MayExtendPhase = Annotated[Actor, Security(permitted, scopes=[Right.EXTEND_PHASE])]
MayReadLog = Annotated[Actor, Security(permitted, scopes=[Right.READ_LOG])]
MayReadOwnLog = Annotated[Actor, Security(permitted, scopes=[Right.READ_OWN_LOG])]


@dataclass(frozen=True)
class Sight:
    """What of this service exists for an account; its fields are the parameters of the WHERE clauses.

    `sees_all` is Home Affairs' leaders; `agency` an appraiser's own; `in_council` sees all scores once the result is aggregated;
    `only_unit` is the unit an account is good for, where it is good for one only; `own_unit` sees its own sheets' scores once the period's
    `unit_sees_scores` lets it. Second looks exist for the lead, and for the account `asked` that was asked for them.
    """

    sees_all: bool
    agency: str | None
    in_council: bool
    only_unit: str | None
    own_unit: str | None
    is_lead: bool
    asked: UUID | None

    @property
    def parameters(self) -> dict[str, Any]:
        """For the SQL."""
        return asdict(self)


def sight_of(actor: Actor) -> Sight:
    """What exists for the account that acts."""
    return Sight(
        sees_all=actor.kind == "management",
        agency=actor.appraiser_code if actor.kind == "appraisal" else None,
        in_council=COUNCIL in actor.roles,
        only_unit=actor.only_for_unit,
        own_unit=actor.unit_code if actor.kind == "data_entry" else None,
        is_lead=actor.kind == "appraisal" and LEAD in actor.roles,
        asked=actor.account_id if actor.kind == "appraisal" else None,
    )
