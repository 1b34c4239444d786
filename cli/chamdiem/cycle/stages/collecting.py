"""What came out: results and scores of what was aggregated; of the rest what the agencies gave so far and the survey's points."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from chamdiem.cycle.output_rows import Missing, ResultRow, ScoreRow
from chamdiem.cycle.scene import PlayedPeriod, Scene, Sheet
from chamdiem.cycle.together import each
from chamdiem_rules.set_types import Leaf, Program

_SHEETS_A_PAGE = 50
Items = Mapping[str, dict[str, Any]]


async def collect_results(scene: Scene, aggregated: Mapping[Program, bool]) -> list[ResultRow]:
    """The rows of `results.csv`, in no order."""
    rows: list[ResultRow] = []
    for period in scene.periods.values():
        if aggregated[period.program]:
            rows += [_result_row(line) async for line in scene.api.pages(scene.cast.manager, f"/ranking/periods/{period.id}/results")]
    return rows


async def collect_scores(scene: Scene, aggregated: Mapping[Program, bool]) -> list[ScoreRow]:
    """The rows of `scores.csv`: sets as in `period.yaml`, units as in `units.csv`, leaves in the set's order, then adjustments."""
    ranked: dict[str, Items] = {}
    for period in scene.periods.values():
        ranked |= await _ranked(scene, period)
    unfinished = [sheet for sheet in scene.sheets.values() if not aggregated[sheet.program]]
    views = await each(unfinished, lambda sheet: scene.api.get(scene.cast.manager, f"/appraisal/sheets/{sheet.id}"))
    given = {sheet.id: {item["item"]: item for item in view["items"]} for sheet, view in zip(unfinished, views, strict=True)}
    rows: list[ScoreRow] = []
    for sheet in in_order(scene):
        if sheet.id in given:
            rows += unfinished_rows(sheet, given[sheet.id], ranked.get(sheet.id, {}))
        else:
            rows += _rows(sheet, ranked[sheet.id])
    return rows


def missing_of(scene: Scene) -> tuple[Missing, ...]:
    """Every item without a score that kept an appraisal from being sent."""
    return tuple(
        Missing(unsent.program.value, unsent.agency, set_code, unit, item)
        for unsent in sorted(scene.unsent, key=lambda u: (u.program, u.agency))
        for set_code, unit, item in unsent.missing
    )


def in_order(scene: Scene) -> Iterable[Sheet]:
    """Sheets by the sets' order in `period.yaml`, then the units' in `units.csv`."""
    for planned in scene.folder.plan.sets:
        for unit in scene.units:
            sheet = scene.sheets.get((planned.criteria.code, unit))
            if sheet is not None:
                yield sheet


async def _ranked(scene: Scene, period: PlayedPeriod) -> dict[str, Items]:
    pages = scene.api.pages(scene.cast.manager, f"/ranking/periods/{period.id}/scores", limit=_SHEETS_A_PAGE)
    return {sheet["sheet_id"]: {item["item"]: item for item in sheet["items"]} async for sheet in pages}


def _rows(sheet: Sheet, items: Items) -> Sequence[ScoreRow]:
    return [
        ScoreRow(
            set=sheet.criteria.code,
            unit=sheet.unit_code,
            item=code,
            self_score=_points(items[code]["self_score"]),
            appraised_score=_points(items[code]["appraised_score"]),
            final_score=_points(items[code]["final_score"]),
            not_applicable=items[code]["not_applicable"],
        )
        for code in sheet.criteria.items
    ]


def unfinished_rows(sheet: Sheet, given: Items, ranked: Items) -> Sequence[ScoreRow]:
    """A sheet's rows in a program that was not aggregated: `given` as appraisal tells it, `ranked` as ranking has it so far."""
    rows: list[ScoreRow] = []
    for code, rule in sheet.criteria.items.items():
        own, told = given.get(code, {}), ranked.get(code, {})
        self_score = appraised = None
        if not isinstance(rule, Leaf):
            final = None if rule.is_system else _points(own.get("points")) or Decimal(0)
            not_applicable = False
        elif rule.is_survey:
            final, not_applicable = _points(told.get("final_score")), bool(told.get("not_applicable"))
        elif rule.is_system:
            final, not_applicable = None, False
        else:
            not_applicable = bool(own.get("not_applicable"))
            self_score = None if own.get("is_claim") else _points(own.get("self_score")) or Decimal(0)
            appraised = final = None if not_applicable else _points(own.get("score"))
        rows.append(ScoreRow(sheet.criteria.code, sheet.unit_code, code, self_score, appraised, final, not_applicable))
    return rows


def _result_row(line: Mapping[str, Any]) -> ResultRow:
    return ResultRow(
        program=line["program"],
        ranking_group=line["ranking_group"],
        rank=line["rank"],
        unit=line["unit_code"],
        set=line["set_code"],
        self_total=Decimal(line["self_total"]),
        appraised_total=Decimal(line["appraised_total"]),
        survey_total=Decimal(line["survey_total"]),
        bonus=Decimal(line["bonus"]),
        deduction=Decimal(line["deduction"]),
        final_score=Decimal(line["final_score"]),
        applicable_max=Decimal(line["applicable_max"]),
        index_percent=line["index_percent"],
        index_exact=line["index_exact"],
        level=line["level"],
        knocked_out_by=tuple(line["knocked_out_by"]),
    )


def _points(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
