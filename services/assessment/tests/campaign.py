"""A survey campaign as its manager works with it."""

from typing import Any

import httpx
from services.assessment.tests.world import World, a_set, a_unit, ok


class Campaign:
    """A campaign of one open period over the units `a` (department) and `h` (district)."""

    def __init__(self, world: World, campaign_id: str) -> None:
        self.world, self.id = world, campaign_id

    @property
    def path(self) -> str:
        return f"/survey-campaigns/{self.id}"

    async def responses(self, *lines: tuple[str, str, str]) -> Any:
        body = {"lines": [dict(zip(("unit_code", "form", "valid"), line, strict=True)) for line in lines]}
        return ok(await self.world.manager.patch(f"{self.path}/responses", json=body))

    async def totals(self, *lines: tuple[str, str, str, str, str]) -> Any:
        names = ("unit_code", "form", "question", "option", "count")
        body = {"lines": [dict(zip(names, line, strict=True)) for line in lines]}
        return ok(await self.world.manager.patch(f"{self.path}/totals", json=body))

    async def close(self, form: str | None = None) -> httpx.Response:
        return await self.world.manager.post(f"{self.path}/forms/{form}/close" if form else f"{self.path}/close")


async def begin_campaign(world: World) -> Campaign:
    """A campaign with forms F1 and F2, of one open period."""
    await world.house.tell(a_unit("a"), a_unit("h", "district"))
    forms = await world.forms()
    period = await world.opened(await world.criteria_set(a_set(with_survey=True), forms=forms), survey_forms_id=forms)
    made = ok(await world.manager.post("/survey-campaigns", json={"survey_forms_id": forms, "period_ids": [period]}), 201)
    assert [(f["code"], f["status"]) for f in made["forms"]] == [("F1", "open"), ("F2", "open")]
    return Campaign(world, made["id"])


def codes(answer: dict[str, Any]) -> list[tuple[int, str, str]]:
    """Index, column and the last part of the problem's type of each refused line."""
    return [(r["index"], r["column"], r["problem"]["type"].rsplit("/", 1)[1]) for r in answer["refused"]]
