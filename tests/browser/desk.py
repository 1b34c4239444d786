"""A period of communes whose appraisal has begun: some have sent with files of every kind, one late, the rest never."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import httpx
from playwright.async_api import Locator, Page
from tests.browser.conftest import Ground, phases
from tests.browser.files import one_of_each
from tests.browser.visits import Visits, settled
from tests.support.eventually import eventually
from tests.support.story import Story, ok

PROGRAM = "task_completion"
COMMUNES = tuple(f"xa-{n:02}" for n in range(1, 13))
ON_TIME, LATE = "xa-01", "xa-02"
"""Two that send; the others never do. Names sort as the codes."""
LEAD, MEMBER, OTHER_MEMBER = "dau-moi-STP", "tham-dinh-mot", "tham-dinh-hai"
RATIOS = tuple(f"1.{n}" for n in range(1, 13))
"""Leaves of three points, any of them; each test types into one of its own."""
CLAIMED, YES_NO, BONUS, KNOCK_OUT = "2.1", "2.2", "B1", "KO1"
_NAMED = re.compile(r"(Alt\+|Control\+|Shift\+)?(Enter|Tab|Escape|End|F2|Arrow\w+|Page\w+)")
_LEAF = "appraiser: STP, self_scored: true"
_RATIOS = "\n".join(
    f'        - {{code: "{code}", title: "Tỷ lệ nhiệm vụ {code}", max_score: 3, {_LEAF}, not_applicable_allowed: false, '
    'evidence: ["Báo cáo kết quả"], scoring: {method: ratio, zero_denominator: zero}}'
    for code in RATIOS
)
SET = f"""
schema_version: 1
criteria_set:
  code: "NV-XA"
  program: {PROGRAM}
  title: "Bộ tiêu chí của xã, phường"
  unit_types: [commune]
  max_score: 42
  appraised_max: 42
  survey_max: 0
  score_decimals: 2
  appraisers:
    STP: {{unit: don-vi-tu-phap, title: "Sở Tư pháp"}}
    VP: {{unit: van-phong, title: "Văn phòng"}}
  fields:
    - code: "1"
      title: "Kết quả thực hiện nhiệm vụ"
      max_score: 36
      criteria:
{_RATIOS}
    - code: "2"
      title: "Kỷ luật, kỷ cương"
      max_score: 6
      criteria:
        - {{code: "{CLAIMED}", title: "Giải quyết đơn thư", max_score: 3, {_LEAF}, not_applicable_allowed: true,
            scoring: {{method: ratio, zero_denominator: not_applicable}}}}
        - {{code: "{YES_NO}", title: "Ban hành quy chế", max_score: 2, {_LEAF}, not_applicable_allowed: false,
            scoring: {{method: yes_no, options: [{{id: co, label: "Có", score: 2}}, {{id: khong, label: "Không", score: 0}}]}}}}
        - {{code: "2.3", title: "Của Văn phòng", max_score: 1, appraiser: VP, self_scored: true, not_applicable_allowed: false,
            scoring: {{method: yes_no, options: [{{id: co, label: "Có", score: 1}}, {{id: khong, label: "Không", score: 0}}]}}}}
  adjustments:
    bonus_cap: 2
    deduction_cap: 2
    items:
      - {{code: "{BONUS}", kind: bonus, method: bonus, title: "Sáng kiến được nhân rộng", per_occurrence: 0.5, unit: "lần", cap: 1,
          appraiser: STP, evidence: []}}
  classification:
    levels:
      - {{code: GOOD, title: "Hoàn thành tốt nhiệm vụ", min_percent: 50}}
      - {{code: NOT_COMPLETED, title: "Không hoàn thành nhiệm vụ", min_percent: 0}}
    knock_out_conditions:
      - {{code: {KNOCK_OUT}, title: "Có lãnh đạo bị kỷ luật", max_level: NOT_COMPLETED, check: manual, appraiser: STP}}
"""
ANSWERS: tuple[dict[str, Any], ...] = (
    *({"item": code, "numerator": "1", "denominator": "2", "explanation": "Theo báo cáo năm."} for code in RATIOS),
    {"item": CLAIMED, "not_applicable": True, "explanation": "Trong năm không phát sinh đơn thư."},
    {"item": YES_NO, "option": "co", "explanation": "Quy chế số 05/QĐ-UBND"},
    {"item": "2.3", "option": "co", "explanation": "Có."},
    {"item": BONUS, "count": "2", "explanation": "Hai sáng kiến."},
)


@dataclass
class Desk:
    """The period and its one appraisal that tests look at, that of the first of its agencies."""

    story: Story

    @property
    def sheets(self) -> Mapping[str, str]:
        return self.story.sheets

    @property
    def agency(self) -> str:
        return self.story.agencies[0]

    @property
    def lead_name(self) -> str:
        return f"dau-moi-{self.agency}"

    @property
    def appraisal(self) -> str:
        return self.story.appraisals[self.agency]

    @property
    def page(self) -> str:
        """Address of the appraisal's pages."""
        return f"/{PROGRAM}/appraisal/{self.appraisal}"

    def api(self, rest: str) -> str:
        return f"/appraisal/appraisals/{self.appraisal}{rest}"

    @property
    def lead(self) -> httpx.AsyncClient:
        return self.story.clients[self.lead_name]

    async def items(self, item: str) -> dict[str, dict[str, Any]]:
        """What the service has about one leaf, by unit."""
        found = ok(await self.lead.get(self.api("/items"), params={"item": item, "limit": 500}))["items"]
        return {one["unit_code"]: one for one in found}

    async def scores(self, item: str) -> list[str | None]:
        """Its appraised scores in the order of the grid."""
        found = await self.items(item)
        return [found[unit]["score"] for unit in sorted(found)]

    async def until_scores(self, item: str, wanted: list[str | None]) -> None:
        async def there() -> bool:
            return await self.scores(item) == wanted

        try:
            await eventually(there, within_s=20)
        except TimeoutError:
            assert await self.scores(item) == wanted

    async def score(self, *lines: Mapping[str, Any], by: str = LEAD) -> None:
        """Over the API: each line names `unit` and `item`."""
        body = [{"sheet_id": self.sheets[line["unit"]], **{k: v for k, v in line.items() if k != "unit"}} for line in lines]
        told = ok(await self.story.clients[by].patch(self.api("/scores"), json={"lines": body}))
        assert told["refused"] == [], told

    async def score_rest(self) -> None:
        """Give every leaf that has no score one."""
        items = ok(await self.lead.get(self.api("/items"), params={"limit": 500}))["items"]
        lines = [
            {"sheet_id": i["sheet_id"], "item": i["item"], "score": "0", "reason": "Không có hồ sơ."}
            for i in items
            if i["kind"] == "leaf" and i["score"] is None and not i["not_applicable"]
        ]
        told = ok(await self.lead.patch(self.api("/scores"), json={"lines": lines}))
        assert told["refused"] == [], told


async def the_desk(ground: Ground) -> Desk:
    """One period in its appraisal for many tests: each has leaves of its own. Two units have sent, one of them late, the rest never."""
    if "the desk" not in ground.kept:
        ground.kept["the desk"] = await open_desk(ground, senders=(ON_TIME, LATE))
    found: Desk = ground.kept["the desk"]
    return found


async def open_desk(ground: Ground, *, agencies: tuple[str, str] = ("STP", "VP"), senders: tuple[str, ...] = (), **fields: Any) -> Desk:
    """A fresh period of the communes in its appraisal; of two `senders` the second is late."""
    base = await _people(ground)
    document = SET
    if agencies != base.agencies:
        for mine, other in zip(base.agencies, agencies, strict=True):
            document = document.replace(f"appraiser: {mine}", f"appraiser: {other}").replace(f"    {mine}: ", f"    {other}: ")
        document = document.replace('code: "NV-XA"', f'code: "NV-XA-{agencies[0]}"')
    story = replace(base, agencies=agencies, criteria_set=document, period="", sheets={}, appraisals={})
    if agencies != base.agencies:
        story.set_id = ""
        for agency in agencies:
            await story.grant(
                **{f"dau-moi-{agency}": {"kind": "appraisal", "appraiser_code": agency, "roles": [{"role": "appraisal_lead"}]}}
            )
    usual = {"program": PROGRAM, "year": next(ground.years), "phases": phases(), "rehearsal": False, "clock_at": None}
    await story.open_period(**{**usual, **fields})
    base.forms_id = story.forms_id
    if agencies == base.agencies:
        base.set_id = story.set_id
    now = datetime.now(UTC)
    for place, unit in enumerate(senders):
        if place == 1:
            await move_phases(story, to=datetime.now(UTC), late_until=datetime.now(UTC) + timedelta(hours=1))
        await hand_in(story, unit, evidence=place == 0)
        now = datetime.now(UTC)
    await move_phases(story, to=now - timedelta(seconds=1), late_until=now)
    return Desk(story)


async def opened(visits: Visits, desk: Desk, item: str, *, by: str = LEAD) -> Page:
    """The grid of a leaf with the keyboard on the first unit's score."""
    page = await visits(by, f"{desk.page}/items/{item}")
    await settled(page)
    await cell(page, "score", 0).click()
    return page


def cell(page: Page, column: str, row: int) -> Locator:
    """A cell of the grid, the first row being 0."""
    return page.locator(f".rgCell.cell-{column}[data-rgrow='{row}']")


async def press(page: Page, keys: str) -> None:
    """Every sign and key at once, as fast as the browser takes them; keys with names stand between blanks."""
    for one in keys.split(" "):
        if _NAMED.fullmatch(one):
            await page.keyboard.press(one)
        else:
            await page.keyboard.type(one)


async def _people(ground: Ground) -> Story:
    if "desk" not in ground.kept:
        story = replace(ground.people, units=COMMUNES, criteria_set=SET, set_id="", period="", sheets={}, appraisals={})
        names = count(1)
        units = [{"code": code, "name": f"Xã số {next(names):02}", "unit_type": "commune", "ranking_group": "commune"} for code in COMMUNES]
        assert ok(await story.administrator.patch("/identity/units", json={"lines": units}))["refused"] == []
        grants: dict[str, dict[str, Any]] = {}
        for unit in (ON_TIME, LATE):
            grants[f"nhap-{unit}"] = {"kind": "data_entry", "unit_code": unit}
            grants[f"duyet-{unit}"] = {"kind": "data_entry", "unit_code": unit, "roles": [{"role": "unit_approver"}]}
        for member in (MEMBER, OTHER_MEMBER):
            grants[member] = {"kind": "appraisal", "appraiser_code": "STP"}
        await story.grant(**grants)
        ground.kept["desk"] = story
    found: Story = ground.kept["desk"]
    return found


async def hand_in(story: Story, unit: str, *, evidence: bool = False) -> None:
    """Save a complete sheet, approve, sign and send it."""
    lines: list[dict[str, Any]] = [dict(line) for line in ANSWERS]
    if evidence:
        lines[0]["evidence"] = [await upload(story, unit, name, data) for name, data in one_of_each().items()]
    told = ok(await story.officer(unit).patch(story.sheet(unit, "/items"), json={"lines": lines}))
    assert told["refused"] == [], told
    await story.approve(unit)
    await story.send(unit)


async def upload(story: Story, unit: str, name: str, data: bytes) -> str:
    """A file of the unit, accepted; its id."""
    officer = story.officer(unit)
    announced = ok(await officer.post("/assessment/evidence", json={"period_id": story.period, "name": name, "size_bytes": len(data)}))
    async with httpx.AsyncClient(timeout=30) as browser:
        ok(await browser.put(announced["upload"]["url"], headers=announced["upload"]["headers"], content=data))
    accepted = ok(await officer.post(f"/assessment/evidence/{announced['id']}/uploaded", params={"wait_s": 20}))
    assert accepted["status"] == "accepted", accepted
    return str(announced["id"])


async def move_phases(story: Story, *, to: datetime, late_until: datetime, **more: Any) -> None:
    """Home Affairs moves the end of self-assessment; appraisal, which begins then, knows it afterwards."""
    place = f"/assessment/periods/{story.period}"
    period = ok(await story.manager.get(place))
    planned = phases(begun=timedelta(days=10), left=timedelta(0), late=timedelta(0))
    begins = late_until
    planned["self_assessment"] |= {"to": to.isoformat(), "late_until": late_until.isoformat()}
    planned["appraisal"]["from"] = begins.isoformat()
    planned["clarification"] = [{"from": c["opens_at"], "to": c["closes_at"]} for c in period["clarifications"]]
    planned |= more
    one, two = story.agencies
    body = {
        "program": period["program"],
        "year": period["year"],
        "criteria_set_ids": [story.set_id],
        "survey_forms_id": period["survey_forms_id"],
        "phases": planned,
        "lock_scope": period["lock_scope"],
        "clarification_rounds": period["clarification_rounds"],
        "unit_sees_scores": period["unit_sees_scores"],
        "conflict_appraiser": {"enabled": True, "replacements": {one: two, two: one}},
    }
    ok(await story.manager.put(place, json=body, headers={"If-Match": f'"{period["version"]}"'}))

    async def known() -> bool:
        listed = ok(await story.manager.get("/appraisal/appraisals", params={"period_id": story.period}))["items"]
        return all(datetime.fromisoformat(appraisal["appraisal_from"]) == begins for appraisal in listed)

    await eventually(known, within_s=30)
