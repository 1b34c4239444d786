"""The three kinds of report of a cycle, each in three formats."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath
from typing import get_args

from chamdiem.cycle.api import part
from chamdiem.cycle.output_rows import ResultRow
from chamdiem.cycle.outputs import Outputs
from chamdiem.cycle.people import Person
from chamdiem.cycle.report_names import ReportFormat, appraisal_record, ranking_table, self_assessment_report
from chamdiem.cycle.scene import Scene
from chamdiem.cycle.stages.collecting import in_order
from chamdiem.cycle.together import each
from chamdiem_rules.set_types import Program

FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)
_AT_ONCE = 6


@dataclass(frozen=True)
class _Report:
    who: Person
    address: str
    name: PurePosixPath


async def write_reports(scene: Scene, outputs: Outputs, results: Iterable[ResultRow], aggregated: Mapping[Program, bool]) -> None:
    """Fetch and write every report. The ranking tables are those of aggregated programs."""
    groups = sorted({(Program(row.program), row.ranking_group) for row in results})

    async def write(report: _Report) -> None:
        outputs.write_report(report.name, await scene.api.file(report.who, report.address))

    rankings = _ranking_reports(scene, (group for group in groups if aggregated[group[0]]))
    await each(chain(rankings, _sheet_reports(scene)), write, at_once=_AT_ONCE)


def _sheet_reports(scene: Scene) -> Iterator[_Report]:
    for sheet in in_order(scene):
        head, code, unit = scene.cast.heads[sheet.unit_code], sheet.criteria.code, sheet.unit_code
        for form in FORMATS:
            # Two services print, each in a process of its own: in turn keeps both at work.
            yield _Report(head, f"/assessment/sheets/{sheet.id}/report.{form}", self_assessment_report(code, unit, form))
            yield _Report(scene.cast.manager, f"/appraisal/sheets/{sheet.id}/record.{form}", appraisal_record(code, unit, form))


def _ranking_reports(scene: Scene, groups: Iterable[tuple[Program, str]]) -> Iterator[_Report]:
    for program, group in groups:
        for form in FORMATS:
            place = f"/ranking/periods/{scene.periods[program].id}/groups/{part(group)}/ranking.{form}"
            yield _Report(scene.cast.manager, place, ranking_table(program.value, group, form))
