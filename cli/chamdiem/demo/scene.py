"""What the stages of the demonstration share."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from chamdiem.cycle.api import Api
from chamdiem.demo.calendar import Calendar
from chamdiem.demo.documents import Documents, Unit
from chamdiem.demo.people import Company
from chamdiem_rules.instants import VIETNAM
from chamdiem_rules.set_types import CriteriaSet, Program


@dataclass(frozen=True)
class SheetOfUnit:
    """One sheet that the platform made."""

    id: str
    unit: Unit
    criteria: CriteriaSet


@dataclass
class PlayedPeriod:
    """An open period. `body` is what it was planned with, `version` what a change has to name."""

    id: str
    program: Program
    year: int
    body: dict[str, Any]
    version: int
    sheets: dict[str, SheetOfUnit] = field(default_factory=dict)
    appraisals: dict[str, str] = field(default_factory=dict)

    def criteria(self, sheet_id: str) -> CriteriaSet:
        """The set of a sheet of this period."""
        return next(sheet.criteria for sheet in self.sheets.values() if sheet.id == sheet_id)


@dataclass
class Scene:
    """The platform as people reach it, what the province is made of, and what exists by now."""

    api: Api
    company: Company
    documents: Documents
    calendar: Calendar
    files: dict[str, bytes]
    """A few files to bring as evidence, by name."""
    signed_report: bytes
    forms_id: str = ""
    set_ids: dict[str, str] = field(default_factory=dict)
    # Reports are composed one at a time by the processor; more at once would only wait.
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(4))

    @staticmethod
    def instant() -> datetime:
        """Now."""
        return datetime.now(UTC).astimezone(VIETNAM)
