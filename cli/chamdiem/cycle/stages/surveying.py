"""Home Affairs keys in how many valid responses each form had and how many chose each option, as from paper forms (rules §5)."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from chamdiem.cycle.lines import ResponseLine, SurveyLine
from chamdiem.cycle.scene import Scene
from chamdiem.cycle.together import batches

RESPONSES, SURVEY = "responses.csv", "survey.csv"
_COLUMNS = {"unit_code": "unit"}
L = TypeVar("L", ResponseLine, SurveyLine)


async def enter_survey(scene: Scene) -> None:
    """Hand in the responses, then the totals, in their order."""
    await _enter(scene, RESPONSES, "responses", scene.folder.responses.lines, _response)
    await _enter(scene, SURVEY, "totals", scene.folder.survey.lines, _total)


async def close_survey(scene: Scene) -> None:
    """Close every form: its totals are final."""
    if scene.campaign_id is not None:
        await scene.api.post(scene.cast.manager, f"/assessment/survey-campaigns/{scene.campaign_id}/close")


async def _enter(scene: Scene, file: str, what: str, lines: Sequence[L], asked: Callable[[L], dict[str, str]]) -> None:
    if scene.campaign_id is None:  # a period without survey forms asks nobody anything
        for line in lines:
            scene.refuse_by_rule(file, line.line, "form", "unknown-form")
        return
    for batch in batches([(line, asked(line)) for line in lines], lambda entry: sum(map(len, entry[1].values()))):
        place = f"/assessment/survey-campaigns/{scene.campaign_id}/{what}"
        for problem in await scene.api.batch(scene.cast.manager, place, [values for _, values in batch]):
            scene.refuse_problem(file, batch[problem.index][0].line, problem, _COLUMNS.get(problem.column, problem.column))


def _response(line: ResponseLine) -> dict[str, str]:
    return {"unit_code": line.unit, "form": line.form, "valid": line.valid}


def _total(line: SurveyLine) -> dict[str, str]:
    return {"unit_code": line.unit, "form": line.form, "question": line.question, "option": line.option, "count": line.count}
