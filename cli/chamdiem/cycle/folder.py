"""The whole cycle folder, read and checked before anything is started (docs/design/cycle-folder.md)."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from chamdiem.cycle.evidence_files import evidence_files
from chamdiem.cycle.folder_files import check_folder, find_file
from chamdiem.cycle.lines import (
    AppraisedLine,
    DeclaredLine,
    KnockOutLine,
    L,
    Lines,
    ResponseLine,
    SentLine,
    SurveyLine,
    UnitLine,
    read_lines,
)
from chamdiem.cycle.plan import CyclePlan, read_plan
from chamdiem_rules.period_check import PlannedUnit
from chamdiem_rules.refusal import Refused
from chamdiem_rules.unit_texts import clean_code, clean_group, clean_unit_name

_COMPULSORY = ("period.yaml", "units.csv", "declared.csv", "sent.csv")


@dataclass(frozen=True, slots=True)
class CycleFolder:
    """Everything a player needs of the folder. `evidence`: file name in NFC → regular file."""

    path: Path
    plan: CyclePlan
    units: Lines[UnitLine]
    declared: Lines[DeclaredLine]
    sent: Lines[SentLine]
    appraised: Lines[AppraisedLine]
    responses: Lines[ResponseLine]
    survey: Lines[SurveyLine]
    knock_outs: Lines[KnockOutLine]
    evidence: Mapping[str, Path]


def read_folder(folder: Path) -> CycleFolder:
    """The folder, read. Raises `FolderFault` with the first fault in the order of the document's table of files."""
    check_folder(folder)
    for file in _COMPULSORY:
        find_file(folder, file)
    units = _read(folder, "units.csv", UnitLine)
    return CycleFolder(
        path=folder,
        plan=read_plan(folder, planned_units(units.lines)),
        units=units,
        declared=_read(folder, "declared.csv", DeclaredLine),
        sent=_read(folder, "sent.csv", SentLine),
        appraised=_read(folder, "appraised.csv", AppraisedLine),
        responses=_read(folder, "responses.csv", ResponseLine),
        survey=_read(folder, "survey.csv", SurveyLine),
        knock_outs=_read(folder, "knock_outs.csv", KnockOutLine),
        evidence=evidence_files(folder),
    )


def planned_units(lines: Iterable[UnitLine]) -> tuple[PlannedUnit, ...]:
    """The units that identity will take: no cell it refuses, the first of each code."""
    taken: dict[str, PlannedUnit] = {}
    for line in lines:
        try:
            clean_unit_name(line.name, "name")
            unit = PlannedUnit(
                clean_code(line.code, "code"),
                clean_code(line.unit_type, "unit_type"),
                clean_group(line.ranking_group, "ranking_group"),
            )
        except Refused:
            continue
        taken.setdefault(unit.code, unit)
    return tuple(taken.values())


def _read(folder: Path, file: str, kind: type[L]) -> Lines[L]:
    # A link to nowhere is a fault, not an absent file: its lines would be lost unseen.
    if file not in _COMPULSORY and not os.path.lexists(folder / file):
        return Lines(file)
    return read_lines(find_file(folder, file), kind, file=file)
