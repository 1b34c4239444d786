"""A survey and those who answer it: by link, and from accounts."""

from dataclasses import dataclass
from typing import Any

import httpx
from services.assessment.tests.campaign import Campaign
from services.assessment.tests.world import World, ok

WHOLE = {"consent": True, "chosen": {"Q1": "2", "Q2": "1"}, "written": {"Q9": "  Mong trả lời sớm hơn. "}}


@dataclass
class Survey:
    """A campaign over the departments a, b, c."""

    campaign: Campaign
    period_id: str

    @property
    def world(self) -> World:
        return self.campaign.world

    async def make(self, *, form: str = "F1", units: tuple[str, ...] = ("a",), count: int = 1, **fields: Any) -> Any:
        body = {"form": form, "unit_codes": list(units), "count": count, **fields}
        return ok(await self.world.manager.post(f"{self.campaign.path}/links", json=body), 201)

    async def tokens(self, count: int = 1, **fields: Any) -> list[str]:
        made = await self.make(count=count, **fields)
        return [link["address"].partition("#")[2] for link in made["links"]]

    async def answer(self, token: str, body: Any = None, key: str | None = None) -> httpx.Response:
        headers = {"Survey-Token": token} | ({"Idempotency-Key": key} if key else {})
        return await self.world.house.anonymous.post("/survey-link/answer", json=body or WHOLE, headers=headers)

    async def look(self, token: str) -> httpx.Response:
        return await self.world.house.anonymous.get("/survey-link", headers={"Survey-Token": token})

    async def batches(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = ok(await self.world.manager.get(f"{self.campaign.path}/links"))["items"]
        return found

    async def of_unit(self, unit: str = "a", form: str = "F1") -> dict[str, Any]:
        """What was answered here about a unit by a form."""
        answered = ok(await self.world.manager.get(f"{self.campaign.path}/units/{unit}"))["answered"]
        found: dict[str, Any] = next(one for one in answered if one["form"] == form)
        return found

    async def dates(self, **dates: str | None) -> None:
        version = ok(await self.world.manager.get(self.campaign.path))["version"]
        ok(await self.world.manager.put(self.campaign.path, json=dates, headers={"If-Match": f'"{version}"'}))

    def own(self, form: str, unit: str) -> str:
        return f"/own-survey-forms/{self.campaign.id}/{form}/{unit}"
