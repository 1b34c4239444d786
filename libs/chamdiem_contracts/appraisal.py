"""What appraisal tells: appraisals opened, sent and reopened, and what each gave to each sheet."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from chamdiem_contracts.base import Event, Part, Points


class AppraisedSheetVersion(Part):
    """Names the `AppraisedSheetChangedV1` an appraisal closes with."""

    sheet_id: UUID
    version: int


class AppraisalState(Event):
    """One agency's appraisal of one period in its present round (rules §4); all `appraisal.appraisal.*` events carry it.

    A sent round below `last_round` asked units something: the next one begins when they have answered or their window is over.
    `open` says whether an assignment of the agency is still open: an account is locked when none of its agency's appraisals is.
    """

    appraisal_id: UUID
    period_id: UUID
    appraiser_code: str
    round: int = Field(ge=1, le=3)
    last_round: int = Field(ge=1, le=3)
    status: Literal["pending", "in_progress", "sent", "reopened"]
    open: bool
    lock_scope: Literal["sign_in", "writing"] = "sign_in"
    sent_at: AwareDatetime | None = None
    sheets: tuple[AppraisedSheetVersion, ...] = ()
    reason: str = ""

    @property
    def subject(self) -> str:
        return str(self.appraisal_id)


class AppraisalOpenedV1(AppraisalState):
    """An agency has items to score in a period that was opened."""

    type: ClassVar[str] = "appraisal.appraisal.opened.v1"


class AppraisalSentV1(AppraisalState):
    """One agency has sent one round (Điều 10.3). Identity locks its members, ranking closes with the scores of the sheets named here."""

    type: ClassVar[str] = "appraisal.appraisal.sent.v1"


class AppraisalReopenedV1(AppraisalState):
    """A manager reopened an appraisal, or a late extension did (rules §4); its lock is lifted."""

    type: ClassVar[str] = "appraisal.appraisal.reopened.v1"


class AppraisedItem(Part):
    """A leaf's score or agreed claim, or an adjustment's confirmed count."""

    item: str
    score: Points | None = None
    not_applicable: bool = False
    count: int | None = None
    reason: str = ""
    scored_by: UUID
    scored_at: AwareDatetime


class AppraisedSheetChangedV1(Event):
    """All that one agency gave to one sheet, told when it sends and whenever a sent appraisal loses scores."""

    type: ClassVar[str] = "appraisal.appraised_sheet.changed.v1"
    appraisal_id: UUID
    period_id: UUID
    sheet_id: UUID
    appraiser_code: str
    items: tuple[AppraisedItem, ...] = ()
    knock_outs: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        return f"{self.appraisal_id}/{self.sheet_id}"


class ClarificationQuestion(Part):
    """What one round of appraisal asked about a leaf."""

    round: int
    item: str
    question: str
    asked_at: AwareDatetime


class ClarificationRequestedV1(Event):
    """An agency sent a round with questions about a sheet; with all it ever asked about it. What was sent never changes."""

    type: ClassVar[str] = "appraisal.clarification.requested.v1"
    appraisal_id: UUID
    period_id: UUID
    sheet_id: UUID
    appraiser_code: str
    questions: tuple[ClarificationQuestion, ...]

    @property
    def subject(self) -> str:
        return f"{self.appraisal_id}/{self.sheet_id}"


class RecordPrintedV1(Event):
    """An appraisal record was printed that says something no earlier one said; its fingerprint can be checked from now on.

    `appraiser_code` names the agency whose items it holds, None: the whole sheet. It never changes, so its version is 1.
    """

    type: ClassVar[str] = "appraisal.record.printed.v1"
    fingerprint: str
    period_id: UUID
    sheet_id: UUID
    unit_code: str
    appraiser_code: str | None = None
    printed_at: AwareDatetime

    @property
    def subject(self) -> str:
        return self.fingerprint
