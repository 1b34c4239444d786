"""What the three official documents say: plain frozen values, without any layout.

Scores are exact decimals in points; rounding happens only where they are written. Every tuple is in the order to be shown.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Level = Literal["field", "criterion", "sub_criterion", "adjustment"]
ClaimState = Literal["agreed", "refused", "open"]
AdjustmentKind = Literal["bonus", "deduction"]

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who issues the document, where and when (Nghị định 30/2020/NĐ-CP, Phụ lục I).

    `number` as it stands after "Số:" (`123/BC-SNV`); empty: room to write it. `dated_on` None: dots.
    """

    parent_body: str
    issuing_body: str
    abbreviation: str = ""
    number: str = ""
    place: str = ""
    dated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is scored, and by which criteria set; `issuing_decision` such as "Quyết định số 4606/QĐ-UBND ngày 06/11/2019", or empty."""

    program_title: str
    year: int
    criteria_set_title: str
    issuing_decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What every page carries: DIỄN TẬP for a rehearsal, the status, the fingerprint and the address to check it at (as a QR code).

    `fingerprint` is a SHA-256 in 64 lower-case hexadecimal digits; raises `ValueError` for anything else, and for an empty `check_url`.
    """

    rehearsal: bool
    status_label: str
    fingerprint: str
    check_url: str

    def __post_init__(self) -> None:
        if not _SHA256.fullmatch(self.fingerprint):
            raise ValueError("a fingerprint is 64 lower-case hexadecimal digits")
        if not self.check_url:
            raise ValueError("a document needs the address to check it at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs: `position` may hold several lines ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"); `name` empty: room to write it."""

    position: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSummary:
    """One field: `self_score` is the sum of the field's self-scores, from 0 to `max_score`."""

    title: str
    max_score: Decimal
    self_score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One evidence file of the snapshot; `sha256` may be empty for a link or a paper document."""

    name: str
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendixRow:
    """One line of the appendix. A score that is None leaves its cell blank (survey, not applicable, not appraised yet)."""

    number: str
    level: Level
    title: str
    max_score: Decimal | None = None
    declared: str = ""
    self_score: Decimal | None = None
    appraised_score: Decimal | None = None
    evidence: tuple[Evidence, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTotals:
    """Sums of the sheet; `appraised_score` None: not appraised yet."""

    max_score: Decimal
    self_score: Decimal
    appraised_score: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingEvidence:
    """A criterion whose evidence is missing or incomplete, with what the unit says about it."""

    number: str
    title: str
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessmentReport:
    """Báo cáo kết quả tự đánh giá, chấm điểm of one unit (Điều 9.2); empty `situation` or `difficulties`: dotted lines to write on."""

    head: Head
    subject: Subject
    seal: Seal
    unit_name: str
    situation: str = ""
    fields: tuple[FieldSummary, ...]
    rows: tuple[AppendixRow, ...]
    totals: SheetTotals
    missing_evidence: tuple[MissingEvidence, ...] = ()
    difficulties: str = ""
    recipients: tuple[str, ...] = ()
    signer: Signer
    score_decimals: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalRow:
    """One line of the appraisal record; `earlier_scores` are those of the rounds before the last, oldest first."""

    number: str
    level: Level
    title: str
    max_score: Decimal | None = None
    self_score: Decimal | None = None
    appraised_score: Decimal | None = None
    earlier_scores: tuple[Decimal | None, ...] = ()
    not_applicable: bool = False
    reason: str = ""
    appraiser: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer:
    """A claim of not applicable with what the appraiser answered."""

    number: str
    title: str
    max_score: Decimal
    state: ClaimState
    appraiser: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisedAdjustment:
    """A bonus or deduction item: counts claimed and confirmed (None: not yet), and its points before the common cap, positive."""

    code: str
    kind: AdjustmentKind
    title: str
    unit: str = ""
    claimed: int | None = None
    confirmed: int | None = None
    points: Decimal | None = None
    appraiser: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalTotals:
    """The totals of scoring rules section 6; None: not known before aggregation. `index_percent` is exact, from 0 to 100."""

    max_score: Decimal
    self_total: Decimal
    appraised_total: Decimal | None = None
    survey_total: Decimal | None = None
    bonus: Decimal | None = None
    deduction: Decimal | None = None
    final_score: Decimal | None = None
    applicable_max: Decimal | None = None
    index_percent: Decimal | None = None
    level_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """What one round asked about a leaf and what the unit answered; `answer` None: nothing."""

    number: str
    title: str
    round: int
    question: str
    answer: str | None = None
    files: tuple[str, ...] = ()
    appraiser: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyState:
    """How far one appraising agency is; `sent_at` with an offset, None: not sent."""

    name: str
    status_label: str
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalRecord:
    """Phiếu thẩm định of one unit: what every agency scored, why, and what it comes to (Điều 10)."""

    head: Head
    subject: Subject
    seal: Seal
    unit_name: str
    rows: tuple[AppraisalRow, ...]
    claims: tuple[ClaimAnswer, ...] = ()
    adjustments: tuple[AppraisedAdjustment, ...] = ()
    totals: AppraisalTotals
    agencies: tuple[AgencyState, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer
    level_heading: str = "Nhóm"
    score_decimals: int = 2
    index_decimals: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """One unit of the ranking; `rank` None: not ranked, `previous_rank` None: no comparable result last year."""

    rank: int | None
    unit: str
    appraised_total: Decimal | None = None
    survey_total: Decimal | None = None
    bonus: Decimal | None = None
    deduction: Decimal | None = None
    final_score: Decimal | None = None
    applicable_max: Decimal | None = None
    index_percent: Decimal | None = None
    level_title: str = ""
    previous_rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMaximum:
    """A field as a column of the matrix; the largest maximum where sets of one group differ."""

    title: str
    max_score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitByField:
    """The final scores of one unit, one for each field of the table; None: nothing of the field applies."""

    unit: str
    scores: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCount:
    """How many units reached a grade or classification."""

    title: str
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnockedOut:
    """A unit whose level by index was lowered, and by which conditions (scoring rules section 6)."""

    unit: str
    level_by_index: str
    level: str
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingTable:
    """Bảng tổng hợp và xếp hạng of one program and ranking group, with the data for the council (Điều 11).

    Every `by_field` row has as many scores as `fields`; raises `ValueError` otherwise.
    """

    head: Head
    subject: Subject
    seal: Seal
    group_title: str
    rows: tuple[RankingRow, ...]
    fields: tuple[FieldMaximum, ...] = ()
    by_field: tuple[UnitByField, ...] = ()
    levels: tuple[LevelCount, ...] = ()
    knocked_out: tuple[KnockedOut, ...] = ()
    notes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer
    level_heading: str = "Nhóm"
    score_decimals: int = 2
    index_decimals: int = 2

    def __post_init__(self) -> None:
        if any(len(row.scores) != len(self.fields) for row in self.by_field):
            raise ValueError("every unit needs one score for each field")


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilOpinion:
    """What one member said in a session; `item` empty: of the whole result."""

    member: str
    item: str
    agrees: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDraft:
    """Drafts before publication: tờ trình (`submission`), quyết định công bố (`decision`), biên bản họp (`minutes`), with all groups.

    `sessions` are sentences on when the council met; `opinions` are printed in the minutes.
    """

    kind: Literal["submission", "decision", "minutes"]
    head: Head
    subject: Subject
    seal: Seal
    groups: tuple[RankingTable, ...]
    sessions: tuple[str, ...] = ()
    opinions: tuple[CouncilOpinion, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer


Document = SelfAssessmentReport | AppraisalRecord | RankingTable | PublicationDraft
