"""What assessment tells: published sets and forms, periods, sheets that were sent, surveys that were closed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from chamdiem_contracts.base import Event, Part, Points

Program = Literal["par_index", "task_completion"]
PeriodStatus = Literal["planned", "open", "self_assessment_closed", "appraisal_closed", "published", "archived"]


class Decision(Part):
    """An issuing, amending or publication decision: number, date, signed file's SHA-256 where there is one."""

    number: str
    issued_on: date
    file_sha256: str | None = None


class CriteriaSetPublishedV1(Event):
    """A version of a criteria set was published; it never changes after (rules §2).

    `document` is the canonical tree under `criteria_set`: every plain decimal a string. `version` is the version number of the code.
    """

    type: ClassVar[str] = "assessment.criteria_set.published.v1"
    criteria_set_id: UUID
    code: str
    fingerprint: str
    decision: Decision
    document: Mapping[str, Any]

    @property
    def subject(self) -> str:
        return str(self.criteria_set_id)


class SurveyFormsPublishedV1(Event):
    """A version of the survey forms with their scales was published; frozen like a criteria set (rules §2)."""

    type: ClassVar[str] = "assessment.survey_forms.published.v1"
    survey_forms_id: UUID
    fingerprint: str
    document: Mapping[str, Any]

    @property
    def subject(self) -> str:
        return str(self.survey_forms_id)


class SetOfPeriod(Part):
    criteria_set_id: UUID
    code: str
    fingerprint: str


class SheetOfPeriod(Part):
    """One sheet: one unit, one set; name, type and group of the unit as they were when the period opened."""

    sheet_id: UUID
    criteria_set_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    unit_type: str
    ranking_group: str


class Extension(Part):
    unit_code: str
    to: AwareDatetime
    reason: str
    given_at: AwareDatetime
    given_by: UUID


class ClarificationWindow(Part):
    """When units answer what one round of appraisal asked, both ends inclusive."""

    opens_at: AwareDatetime
    closes_at: AwareDatetime


class PeriodState(Event):
    """The whole present state of an assessment period (rules §2-§4, §9); all `period.*` events carry it.

    Self-assessment runs from `self_assessment_from` to the deadline `self_assessment_to`, late sending to `late_until`, all inclusive.
    A rehearsal has `clock_at`, which stands still until an administrator moves it; a normal period has none. `clarifications` are in the
    order of the rounds they follow.
    """

    period_id: UUID
    program: Program
    year: int
    rehearsal: bool
    status: PeriodStatus
    criteria_sets: tuple[SetOfPeriod, ...]
    survey_forms_id: UUID | None = None
    par_period_id: UUID | None = None
    self_assessment_from: AwareDatetime
    self_assessment_to: AwareDatetime
    late_until: AwareDatetime
    appraisal_from: AwareDatetime
    appraisal_to: AwareDatetime | None = None
    holidays: tuple[date, ...] = ()
    extensions: tuple[Extension, ...] = ()
    conflict_enabled: bool = True
    conflict_replacements: Mapping[str, str] = {}
    lock_scope: Literal["sign_in", "writing"] = "sign_in"
    clarification_rounds: int = 0
    clarifications: tuple[ClarificationWindow, ...] = ()
    unit_sees_scores: Literal["clarification", "aggregated", "published"] = "aggregated"
    sheets: tuple[SheetOfPeriod, ...] = ()
    clock_at: AwareDatetime | None = None
    clock_version: int = 0

    @property
    def subject(self) -> str:
        return str(self.period_id)


class PeriodOpenedV1(PeriodState):
    """A period was opened: its sets are fixed, its sheets exist."""

    type: ClassVar[str] = "assessment.period.opened.v1"


class PeriodChangedV1(PeriodState):
    """Phases, holidays, extensions, replacements or the status of an open period changed, or the version of a set, by an amending decision.

    Then its sheets name that version; those that went back to their units are told of by `self_assessment.recalled` after it.
    """

    type: ClassVar[str] = "assessment.period.changed.v1"


class PeriodClockMovedV1(PeriodState):
    """An administrator moved a rehearsal's clock forward (rules §9)."""

    type: ClassVar[str] = "assessment.period.clock_moved.v1"


class EvidenceOfItem(Part):
    """A file of the evidence bucket; its object key is the digest."""

    name: str
    sha256: str
    size_bytes: int
    media_type: str


class AnswerOfSheet(Part):
    """What a unit declared for one item; numbers as the text the unit gave. `self_score` is None for claims and adjustments."""

    item: str
    option: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    count: int | None = None
    is_claim: bool = False
    self_score: Points | None = None
    explanation: str = ""
    evidence: tuple[EvidenceOfItem, ...] = ()


class SelfAssessmentState(Event):
    """The frozen snapshot of a sheet, or the fact that it was recalled (rules §4)."""

    sheet_id: UUID
    period_id: UUID
    set_code: str
    unit_code: str
    status: Literal["sent", "recalled"]
    sent_at: AwareDatetime | None = None
    late: bool = False
    report_fingerprint: str | None = None
    answers: tuple[AnswerOfSheet, ...] = ()

    @property
    def subject(self) -> str:
        return str(self.sheet_id)


class SelfAssessmentSentV1(SelfAssessmentState):
    """A unit's head sent the approved sheet (Điều 9.3); editing ended. Told again where an amending decision gives other scores."""

    type: ClassVar[str] = "assessment.self_assessment.sent.v1"


class SelfAssessmentRecalledV1(SelfAssessmentState):
    """A sent sheet is with its unit again: its head took it back before appraisal began, or an amending decision changed what it asks."""

    type: ClassVar[str] = "assessment.self_assessment.recalled.v1"


class ClarificationAnswer(Part):
    """What a unit answered to one question that a round of appraisal asked about a leaf."""

    round: int
    item: str
    text: str
    evidence: tuple[EvidenceOfItem, ...] = ()
    answered_at: AwareDatetime


class ClarificationSentV1(Event):
    """A unit's head sent answers; with all answers ever sent of the sheet. What was sent never changes."""

    type: ClassVar[str] = "assessment.clarification.sent.v1"
    sheet_id: UUID
    period_id: UUID
    unit_code: str
    sent_at: AwareDatetime
    answers: tuple[ClarificationAnswer, ...]

    @property
    def subject(self) -> str:
        return str(self.sheet_id)


class AnswerCount(Part):
    question: str
    option: str
    count: int


class SurveyOfUnit(Part):
    unit_code: str
    valid: int | None = None
    counts: tuple[AnswerCount, ...] = ()


class SurveyClosedV1(Event):
    """A form of a survey campaign was closed; its totals are final for the periods it serves (rules §5)."""

    type: ClassVar[str] = "assessment.survey.closed.v1"
    campaign_id: UUID
    form: str
    survey_forms_id: UUID
    period_ids: tuple[UUID, ...]
    units: tuple[SurveyOfUnit, ...]

    @property
    def subject(self) -> str:
        return f"{self.campaign_id}/{self.form}"


class SurveyReopenedV1(Event):
    """A closed form of a survey campaign is open again: the totals told when it was closed hold no more (rules §7)."""

    type: ClassVar[str] = "assessment.survey.reopened.v1"
    campaign_id: UUID
    form: str
    period_ids: tuple[UUID, ...]

    @property
    def subject(self) -> str:
        return f"{self.campaign_id}/{self.form}"
