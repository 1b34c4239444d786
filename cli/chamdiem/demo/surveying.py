"""The survey: how many answered each form about each unit, and how."""

import random
from collections.abc import Sequence

from chamdiem.cycle.api import PlatformFault
from chamdiem.cycle.together import batches
from chamdiem.demo.documents import Unit
from chamdiem.demo.scene import PlayedPeriod, Scene
from chamdiem_rules.survey_types import Form, Question

_REMARKS = ("Trả kết quả đúng hẹn, nên có thêm ghế chờ.", "Mong nộp được mọi hồ sơ trên mạng.", "")


async def hold_survey(scene: Scene, periods: Sequence[PlayedPeriod], units: Sequence[Unit], *, close: bool) -> str:
    """A campaign whose answers about these units are keyed in, its id; closed: its totals are final."""
    manager = scene.company.manager
    asked = {"survey_forms_id": scene.forms_id, "period_ids": [period.id for period in periods]}
    campaign = await scene.api.post(manager, "/assessment/survey-campaigns", asked)
    place = f"/assessment/survey-campaigns/{campaign['id']}"
    programs = {period.program.value for period in periods}
    chance = random.Random(f"survey/{periods[0].year}")  # noqa: S311
    responses: list[dict[str, str]] = []
    totals: list[dict[str, str]] = []
    for unit in units:
        for form in scene.documents.forms.forms:
            if unit.unit_type in form.assesses and form.program in programs:
                _answer(unit, form, chance, responses, totals)
    for what, lines in (("responses", responses), ("totals", totals)):
        for batch in batches(lines, lambda line: sum(map(len, line.values()))):
            if refused := await scene.api.batch(manager, f"{place}/{what}", batch):
                raise PlatformFault(f"Không nhập được khảo sát: {refused[0].message}")
    if close:
        await scene.api.post(manager, f"{place}/close")
    return str(campaign["id"])


async def hand_out_links(scene: Scene, campaign: str, form_code: str, unit: str, *, made: int, answered: int) -> None:
    """Links about a unit, some of them answered by strangers."""
    body = {"form": form_code, "unit_codes": [unit], "count": made, "note": "Phát tại Bộ phận Một cửa"}
    handed = await scene.api.post(scene.company.manager, f"/assessment/survey-campaigns/{campaign}/links", body)
    form = next(form for form in scene.documents.forms.forms if form.code == form_code)
    chance = random.Random(f"links/{unit}")  # noqa: S311
    for link in handed["links"][:answered]:
        chosen = {question.code: chance.choice(question.scale.options[:3]).value for question in form.questions if question.scale}
        written = {question.code: chance.choice(_REMARKS) for question in form.questions if question.scale is None}
        answer = {"consent": True, "chosen": chosen, "written": written}
        token = {"Survey-Token": link["address"].partition("#")[2]}
        await scene.api.post_by_nobody("/assessment/survey-link/answer", answer, token)


def _answer(unit: Unit, form: Form, chance: random.Random, responses: list[dict[str, str]], totals: list[dict[str, str]]) -> None:
    valid = form.min_responses + chance.randint(4, 40)
    responses.append({"unit_code": unit.code, "form": form.code, "valid": str(valid)})
    for question in form.questions:
        for option, count in _chosen(question, valid, chance):
            totals.append({"unit_code": unit.code, "form": form.code, "question": question.code, "option": option, "count": str(count)})


def _chosen(question: Question, valid: int, chance: random.Random) -> list[tuple[str, int]]:
    """How many chose each option: the better ones most."""
    if question.scale is None or not question.scored:
        return []
    options = sorted(question.scale.options, key=lambda option: (option.excluded, -option.weight))
    left, chosen = valid, []
    for option in options[:-1]:
        count = round(left * chance.uniform(0.62, 0.82))
        chosen.append((option.value, count))
        left -= count
    return [*chosen, (options[-1].value, left)]
