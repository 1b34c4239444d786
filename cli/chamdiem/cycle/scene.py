"""What a cycle knows while it is played: the folder, the people, the platform, and what came of each line so far."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from chamdiem.cycle.api import Api, LineProblem, Problem
from chamdiem.cycle.folder import CycleFolder
from chamdiem.cycle.lines import AppraisedLine, DeclaredLine, KnockOutLine, Refusal, SentLine
from chamdiem.cycle.people import Cast
from chamdiem_rules.refusal import TITLES
from chamdiem_rules.set_types import CriteriaSet, Program

SheetLine = DeclaredLine | SentLine | AppraisedLine | KnockOutLine


@dataclass
class PlayedPeriod:
    """One program's period: a rehearsal with its own clock."""

    id: str
    program: Program
    clock_at: datetime
    appraisal_to: datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that the platform made."""

    id: str
    criteria: CriteriaSet = field(compare=False)
    unit_code: str

    @property
    def program(self) -> Program:
        """The program whose period it stands in."""
        return self.criteria.program


@dataclass(frozen=True, slots=True)
class Unsent:
    """An appraisal that could not be sent, with the items that have no score: (set, unit, item)."""

    program: Program
    agency: str
    missing: tuple[tuple[str, str, str], ...]


@dataclass
class Scene:
    """Everything the stages share. `sheets` by set and unit; `refused` are the rows of `rejected.csv` in no order.

    `takes_passwords`: whether the platform lets an administrator say the passwords of the people he makes.
    """

    folder: CycleFolder
    api: Api
    cast: Cast
    takes_passwords: bool
    units: tuple[str, ...] = ()
    set_ids: dict[str, str] = field(default_factory=dict)
    survey_forms_id: str | None = None
    fingerprints: dict[str, str] = field(default_factory=dict)
    periods: dict[Program, PlayedPeriod] = field(default_factory=dict)
    sheets: dict[tuple[str, str], Sheet] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)
    campaign_id: str | None = None
    appraisals: dict[tuple[Program, str], str] = field(default_factory=dict)
    unsent: list[Unsent] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def refuse(self, file: str, line: int, column: str, type_: str, message: str) -> None:
        """Keep a refused line."""
        self.refused.append(Refusal(file, line, column, type_, message))

    def refuse_problem(self, file: str, line: int, problem: Problem | LineProblem, column: str | None = None) -> None:
        """Keep a line that the platform refused with a problem."""
        self.refuse(file, line, problem.column if column is None else column, problem.type, problem.message)

    def refuse_by_rule(self, file: str, line: int, column: str, type_: str) -> None:
        """Keep a line that names what the platform did not take, or fills a column as the folder's document does not allow."""
        self.refuse(file, line, column, type_, f"{TITLES[type_]}; hãy sửa hoặc bỏ dòng này.")

    def sheet_of(self, line: SheetLine) -> Sheet | None:
        """The sheet a line is about; None where there is none (`place_fault` says why)."""
        return self.sheets.get((line.set, line.unit))

    def last_instant_of(self, sheet: Sheet) -> datetime:
        """The last instant at which the sheet may be sent (rules §4)."""
        extended = (e.to for e in self.folder.plan.extensions if (e.unit_code, e.program) == (sheet.unit_code, sheet.program))
        return self.folder.plan.phases.last_instant(next(extended, None))

    def place_fault(self, line: SheetLine) -> tuple[str, str]:
        """Column and type of the refusal of a line without a sheet."""
        if line.set not in self.set_ids:
            return "set", "unknown-set"
        if line.unit not in self.units:
            return "unit", "unknown-unit"
        return "unit", "unit-not-in-set"
