"""What may be done with a sheet now, and of all else which rule stands against it, since when, and who can lift it. Pure.

Each act is tried on the loaded sheet as its own operation does it: no rule stands here a second time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from chamdiem_assessment.report import domain as report
from chamdiem_assessment.report.domain import Present
from chamdiem_assessment.sending.domain import recall_self_assessment, send_self_assessment
from chamdiem_assessment.sheet import domain as sheets
from chamdiem_assessment.sheet.domain import Sheet
from chamdiem_kit.errors import DomainError
from chamdiem_rules.instants import working_days_late

_REASON = "–"


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a sheet; `refusal` None: it may be done now."""

    act: str
    refusal: DomainError | None


@dataclass(frozen=True, slots=True)
class Prospect:
    """What sending now would mean; `recall_until` None: what was sent can no longer be taken back, or nothing was."""

    days_late: int
    recall_until: datetime | None


def steps_of(sheet: Sheet, present: Present, rights: Mapping[str, DomainError | None]) -> list[Step]:
    """Every act with what stands against it; `rights` says for each act why the account may not do it at all, None: it may."""
    by = sheet.of.sheet_id
    tried: dict[str, Callable[[], object]] = {
        "save": lambda: sheets.require_editable(sheet),
        "submit": lambda: sheets.submit_for_approval(sheet),
        "return": lambda: sheets.return_for_revision(sheet, _REASON),
        "approve": lambda: report.require_approvable(sheet, present),
        "void_approval": lambda: report.void_approval(sheet, _REASON),
        "attach_signed_report": lambda: report.require_signable(sheet),
        "send": lambda: send_self_assessment(sheet, present, by),
        "recall": lambda: recall_self_assessment(sheet, _REASON),
    }
    return [Step(act, rights[act] or _refusal(attempt)) for act, attempt in tried.items()]


def prospect_of(sheet: Sheet) -> Prospect:
    """How late a sheet sent now would be in working days, and until when it could be taken back."""
    window = sheet.window
    until = min(window.deadline, window.appraisal_from)
    return Prospect(working_days_late(window.deadline, window.now, window.holidays), until if window.now <= until else None)


def _refusal(attempt: Callable[[], object]) -> DomainError | None:
    try:
        attempt()
    except DomainError as refusal:
        return refusal
    return None
