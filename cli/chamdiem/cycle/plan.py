"""`period.yaml` with the sets and forms it names: the plan of a cycle that the rules take, or the first fault."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chamdiem.cycle.faults import FolderFault
from chamdiem.cycle.folder_files import find_file, read_text
from chamdiem.cycle.period_file import Extension, PeriodFile, read_period_file
from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.canonical import fingerprint
from chamdiem_rules.criteria_set import read_criteria_set
from chamdiem_rules.document import DocumentFault, Node, load_yaml
from chamdiem_rules.fault import Fault, SetRefused
from chamdiem_rules.period_check import PeriodPlan, Phases, PlannedUnit, period_faults
from chamdiem_rules.set_types import CriteriaSet, Program
from chamdiem_rules.survey_forms import read_survey_forms
from chamdiem_rules.survey_types import SurveyForms

PERIOD = "period.yaml"
SURVEY_FORMS_CODE = "SURVEY-FORMS"
"""The code under which the fingerprint of survey forms is told; the file has none of its own."""


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """One criteria set: its path as `period.yaml` writes it, its text to hand in, and what it says."""

    file: str
    text: str
    fingerprint: str
    criteria: CriteriaSet


@dataclass(frozen=True, slots=True)
class PlannedForms:
    """The survey forms, likewise."""

    file: str
    text: str
    fingerprint: str
    forms: SurveyForms


@dataclass(frozen=True, slots=True)
class CyclePlan:
    """A plan without faults. `sets` and `programs` in the file's order; `units` are those identity will take, in theirs; `forms` is
    None where `period.yaml` names none; `extensions` are those of units and programs that are there. `warnings`: keys without effect."""

    year: int
    programs: tuple[Program, ...]
    sets: tuple[PlannedSet, ...]
    forms: PlannedForms | None
    phases: Phases
    holidays: tuple[date, ...]
    extensions: tuple[Extension, ...]
    conflict: ConflictRule
    units: tuple[PlannedUnit, ...]
    warnings: tuple[Fault, ...]

    @property
    def fingerprints(self) -> dict[str, str]:
        """Code of each set, and of the survey forms → SHA-256."""
        sets = {planned.criteria.code: planned.fingerprint for planned in self.sets}
        return sets if self.forms is None else sets | {SURVEY_FORMS_CODE: self.forms.fingerprint}

    def set_of(self, code: str) -> CriteriaSet | None:
        """The criteria set of that code, None where there is none."""
        return next((planned.criteria for planned in self.sets if planned.criteria.code == code), None)


def read_plan(folder: Path, units: Sequence[PlannedUnit]) -> CyclePlan:
    """The plan in `folder` for the units that identity will take. Raises `FolderFault`: the first fault with its file and place."""
    document, _ = _document(folder, PERIOD)
    period, findings = read_period_file(document)
    if findings.faults:
        raise _first(PERIOD, findings.faults)
    forms = _forms(folder, period.survey_forms) if period.survey_forms else None
    sets = tuple(_set(folder, file, f"criteria_sets[{n}]", forms) for n, file in enumerate(period.criteria_sets))
    _check(period, sets, units)
    programs, codes = tuple(map(Program, period.programs)), {unit.code for unit in units}
    return CyclePlan(
        year=period.year,
        programs=programs,
        sets=sets,
        forms=forms,
        phases=period.phases,
        holidays=tuple(sorted(set(period.holidays))),
        extensions=tuple(e for e in period.extensions if e.unit_code in codes and e.program in programs),
        conflict=period.conflict,
        units=tuple(units),
        warnings=findings.warnings,
    )


def _check(period: PeriodFile, sets: Sequence[PlannedSet], units: Sequence[PlannedUnit]) -> None:
    faults = period_faults(
        PeriodPlan(
            programs=period.programs,
            sets=[planned.criteria for planned in sets],
            units=units,
            phases=period.phases,
            extensions=period.extensions,
            conflict=period.conflict,
        )
    )
    if faults:
        raise _first(PERIOD, faults)


def _forms(folder: Path, file: str) -> PlannedForms:
    document, text = _document(folder, file, told_by="survey_forms")
    try:
        return PlannedForms(file, text, fingerprint(document), read_survey_forms(document))
    except SetRefused as refused:
        raise _first(file, refused.faults) from refused


def _set(folder: Path, file: str, told_by: str, forms: PlannedForms | None) -> PlannedSet:
    document, text = _document(folder, file, told_by=told_by)
    try:
        return PlannedSet(file, text, fingerprint(document), read_criteria_set(document, forms.forms if forms else None))
    except SetRefused as refused:
        raise _first(file, refused.faults) from refused


def _document(folder: Path, file: str, *, told_by: str = "") -> tuple[Node, str]:
    text = read_text(find_file(folder, file, told_by=told_by), file)
    try:
        return load_yaml(text), text
    except DocumentFault as fault:
        raise FolderFault(file, fault.message, place=fault.place, line=fault.line or None) from fault


def _first(file: str, faults: Sequence[Fault]) -> FolderFault:
    more = f" (và {len(faults) - 1} lỗi khác)" if len(faults) > 1 else ""
    return FolderFault(file, faults[0].message + more, place=faults[0].place)
