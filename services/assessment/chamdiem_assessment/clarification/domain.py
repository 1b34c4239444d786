"""Answering what a round of appraisal asked: on these leaves only, while the round's window is open (rules §4, rounds). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.phase.domain import shown
from chamdiem_assessment.sheet.answer import Owner, usable_files
from chamdiem_kit.errors import Conflict, FieldError, Invalid, NotFound
from chamdiem_rules.refusal import TITLES
from chamdiem_rules.text import clean_text, is_blank


class QuestionNotFound(NotFound):
    type = "assessment/question-not-found"
    title = "Không có yêu cầu giải trình này"


class ClarificationNotOpen(Conflict):
    type = "assessment/clarification-not-open"
    title = "Chưa đến thời gian giải trình"


class ClarificationOver(Conflict):
    type = "assessment/clarification-over"
    title = "Đã hết thời gian giải trình"


class AnswerSent(Conflict):
    type = "assessment/answer-sent"
    title = "Giải trình đã được gửi"


class AnswersMissing(Conflict):
    type = "assessment/answers-missing"
    title = "Còn yêu cầu giải trình chưa trả lời"


class NothingToSend(Conflict):
    type = "assessment/nothing-to-send"
    title = "Không có giải trình để gửi"


class AnswerEmpty(Invalid):
    type = "assessment/value-missing"
    title = TITLES["value-missing"]


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """When units answer one round, both ends inclusive."""

    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Times:
    """The windows of a sheet's period by round from 1; `now` is the judged instant, `real_now` the database's clock."""

    windows: tuple[AnswerWindow, ...]
    is_open: bool
    now: datetime
    real_now: datetime

    def window(self, round_: int) -> AnswerWindow | None:
        """The window after that round; None where the period has none."""
        return self.windows[round_ - 1] if 0 < round_ <= len(self.windows) else None

    def has_begun(self, round_: int) -> bool:
        """Whether units may know what that round asked."""
        window = self.window(round_)
        return window is not None and window.opens_at <= self.now

    def may_answer(self, round_: int) -> bool:
        """Whether what that round asked may be answered now."""
        window = self.window(round_)
        return window is not None and self.is_open and window.opens_at <= self.now <= window.closes_at


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as it stands; `sent_at` None: with the unit still."""

    text: str
    evidence_ids: tuple[UUID, ...]
    version: int
    saved_by: UUID
    saved_by_name: str
    saved_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one leaf with the unit's answer, None: none yet."""

    round: int
    item: str
    appraiser_code: str
    question: str
    asked_at: datetime
    answer: GivenAnswer | None

    @property
    def is_sent(self) -> bool:
        """Whether its answer was sent."""
        return self.answer is not None and self.answer.sent_at is not None


def require_window(times: Times, round_: int) -> None:
    """Raise `ClarificationNotOpen` or `ClarificationOver` outside the round's window."""
    window = times.window(round_)
    if window is None or times.now < window.opens_at:
        raise ClarificationNotOpen(
            f"Giải trình từ {shown(window.opens_at)}." if window else "Kỳ đánh giá không có thời gian giải trình này."
        )
    if not times.may_answer(round_):
        raise ClarificationOver(f"Thời gian giải trình kết thúc lúc {shown(window.closes_at)}.")


def question_of(asked: Sequence[Asked], times: Times, round_: int, item: str) -> Asked:
    """The question to answer. Raises `QuestionNotFound`, also before its window, `ClarificationOver`, `AnswerSent`."""
    found = next((a for a in asked if (a.round, a.item) == (round_, item)), None)
    if found is None or not times.has_begun(round_):
        raise QuestionNotFound("Chỉ giải trình những tiêu chí được yêu cầu, trong thời gian giải trình.")
    require_window(times, round_)
    if found.is_sent:
        raise AnswerSent("Giải trình đã gửi không sửa được.")
    return found


def judge_answer(text: str, evidence: Sequence[str], files: Mapping[UUID, Evidence], owner: Owner) -> tuple[str, tuple[UUID, ...]]:
    """The cleaned text and the files of an answer.

    Raises `AnswerEmpty` where it has neither. Refused: `text-too-long`, `evidence-missing`, `evidence-refused`.
    """
    cleaned = clean_text(text, "text")
    named = tuple(usable_files(files, tuple(evidence), owner))
    if is_blank(cleaned) and not named:
        raise AnswerEmpty("Hãy giải trình, hoặc gửi kèm tài liệu.", errors=(FieldError("/text", "Hãy giải trình."),))
    return ("" if is_blank(cleaned) else cleaned), named


def answers_to_send(asked: Sequence[Asked], times: Times) -> list[Asked]:
    """The answers that the head sends now: to every question whose window is open, of which none may be missing.

    Raises `AnswersMissing` naming them, `NothingToSend`; `ClarificationNotOpen` or `ClarificationOver` where no window is open.
    """
    if not any(times.may_answer(round_) for round_ in range(1, len(times.windows) + 1)):
        coming = [w for w in times.windows if w.opens_at > times.now]
        if coming and times.is_open:
            raise ClarificationNotOpen(f"Giải trình từ {shown(coming[0].opens_at)}.")
        raise ClarificationOver("Không gửi giải trình được nữa.")
    unsent = [a for a in asked if times.may_answer(a.round) and not a.is_sent]
    missing = [a for a in unsent if a.answer is None]
    if missing:
        errors = tuple(FieldError(f"/{a.round}/{a.item}", f"Tiêu chí {a.item} chưa được giải trình.") for a in missing)
        raise AnswersMissing(f"Còn {len(missing)} yêu cầu chưa trả lời; hãy giải trình rồi gửi.", errors=errors)
    if not unsent:
        raise NothingToSend("Mọi yêu cầu giải trình đã được trả lời.")
    return unsent
