"""Incidents and ideas (Điều 12.4, 13.2, 18): reported by anybody, answered by Home Affairs, or by support once passed on. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from chamdiem_kit.errors import Conflict, NotFound
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text, is_blank

About = Literal["incident", "feedback"]
TEXT_LIMIT = 5000
PAGE_LIMIT = 500


class IncidentNotFound(NotFound):
    type = "identity/incident-not-found"
    title = "Không tìm thấy sự cố, góp ý"


class AlreadyPassedOn(Conflict):
    type = "identity/incident-passed-on"
    title = "Đã chuyển cho đơn vị hỗ trợ kỹ thuật"


@dataclass(frozen=True)
class Incident:
    """One report; `page` is the address it was reported from, blank where none."""

    id: UUID
    about: About
    text: str
    page: str
    reported_by: UUID
    reported_at: datetime
    passed_on_at: datetime | None = None
    answer: str = ""
    answered_by: UUID | None = None
    answered_at: datetime | None = None
    version: int = 1


def pass_on(incident: Incident, now: datetime) -> Incident:
    """The report as support sees it. Raises `AlreadyPassedOn`."""
    if incident.passed_on_at is not None:
        raise AlreadyPassedOn("Hãy chờ đơn vị hỗ trợ kỹ thuật trả lời.")
    return replace(incident, passed_on_at=now, version=incident.version + 1)


def answer(incident: Incident, words: str, by: UUID, now: datetime) -> Incident:
    """The report with its answer; a later answer takes the place of an earlier one. Raises `Refused`."""
    kept = clean_words(words, "answer", TEXT_LIMIT)
    return replace(incident, answer=kept, answered_by=by, answered_at=now, version=incident.version + 1)


def clean_words(words: str, column: str, limit: int) -> str:
    """Some lines of text in NFC, not blank. Raises `Refused`."""
    if is_blank(words):
        raise Refused("value-missing", "Hãy điền nội dung; ô này không được để trống.", column)
    return clean_text(words, column, limit)
