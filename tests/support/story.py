"""A small cycle over the public HTTP APIs of a running platform, act by act: what tests interrupt and rebuilds must find again."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

import httpx
from services.assessment.tests.sheets import PDF
from services.assessment.tests.world import DECISION, FORMS, a_period
from tests.support.eventually import eventually

from chamdiem.embedded.nanoidp import CLI_CLIENT, CLI_REDIRECT
from chamdiem.sign_in.code_flow import sign_in

UNITS = ("don-vi-mot", "don-vi-hai", "don-vi-ba", "don-vi-tu-phap")
AGENCIES = ("STP", "VP")
AFTER_ALL = "2022-01-20T00:00:00+07:00"
SET = """
schema_version: 1
criteria_set:
  code: "PAR-DON-VI"
  program: par_index
  title: "Bộ tiêu chí của đơn vị sự nghiệp"
  unit_types: [service_unit]
  max_score: 10
  appraised_max: 8
  survey_max: 2
  score_decimals: 2
  appraisers:
    STP: {unit: don-vi-tu-phap, title: "Sở Tư pháp"}
    VP: {unit: van-phong, title: "Văn phòng"}
  fields:
    - code: "1"
      title: "Lĩnh vực một"
      max_score: 10
      criteria:
        - {code: "1.1", title: "Kế hoạch", max_score: 2, appraiser: STP, self_scored: true, not_applicable_allowed: false,
            scoring: {method: yes_no, options: [{id: co, label: "Có", score: 2}, {id: khong, label: "Không", score: 0}]}}
        - {code: "1.2", title: "Tỷ lệ", max_score: 3, appraiser: VP, self_scored: true, not_applicable_allowed: true,
            scoring: {method: ratio, zero_denominator: not_applicable}}
        - {code: "1.3", title: "Số đợt", max_score: 3, appraiser: STP, self_scored: true, not_applicable_allowed: false,
            scoring: {method: levels, input: count, levels: [{id: a, label: "Ít", score: 1, below: 3},
            {id: b, label: "Nhiều", score: 3, min: 3}]}}
        - {code: "1.4", title: "Khảo sát", max_score: 2, scoring: {method: survey, sources: [{form: F1, weight: 1, questions: [Q1, Q2]}]}}
  grades:
    - {code: A, title: "Tốt", min_percent: 80}
    - {code: D, title: "Yếu", min_percent: 0}
"""
ANSWERS = (
    {"item": "1.1", "option": "co", "explanation": "Kế hoạch số 12/KH"},
    {"item": "1.2", "numerator": "1", "denominator": "3"},
    {"item": "1.3", "count": "4"},
)
Enter = Callable[[str, str], Awaitable[str]]
"""Signs a person in by name and password; the access token."""
LOW, HIGH = {"1.1": "0", "1.2": "1", "1.3": "1"}, {"1.1": "2", "1.2": "2.5", "1.3": "3"}


def ok(answer: httpx.Response) -> Any:
    """The body of an answer that has to be a success."""
    assert answer.is_success, (answer.request.method, answer.request.url.path, answer.status_code, answer.text)
    return answer.json() if answer.content else None


@dataclass
class Story:
    """The people by name, the period and what is in it. The people stay the same over restarts; `meet` signs them in."""

    url: str
    enter: Enter
    passwords: dict[str, str]
    units: tuple[str, ...] = UNITS
    agencies: tuple[str, ...] = AGENCIES
    criteria_set: str = SET
    takes_passwords: bool = True
    """Whether accounts may be granted with a password; elsewhere each person is handed a one-time password."""
    one_a_unit: bool = False
    """Whether the head of a unit enters the values too, where many people would take long to come in."""
    clients: dict[str, httpx.AsyncClient] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    forms_id: str = ""
    set_id: str = ""
    period: str = ""
    sheets: dict[str, str] = field(default_factory=dict)
    appraisals: dict[str, str] = field(default_factory=dict)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    def beside(self, agencies: tuple[str, str]) -> "Story":
        """Another period of the same people and units, whose appraisers are these two agencies. It ends with this story."""
        document = self.criteria_set.replace("PAR-DON-VI", "PAR-DON-VI-HAI")
        for mine, other in zip(self.agencies, agencies, strict=True):
            document = document.replace(f"appraiser: {mine}", f"appraiser: {other}").replace(f"    {mine}: ", f"    {other}: ")
        return replace(self, agencies=agencies, criteria_set=document, set_id="", period="", sheets={}, appraisals={})

    async def close(self) -> None:
        """Let all connections go."""
        self.clients.clear()
        await self._stack.aclose()

    async def meet(self, *names: str) -> None:
        """Sign these people in, or all."""
        few = asyncio.Semaphore(4)

        async def come_in(name: str) -> None:
            async with few:
                token = self.tokens[name] = await self.enter(name, self.passwords[name])
            self.clients[name] = await self._stack.enter_async_context(
                httpx.AsyncClient(
                    base_url=f"{self.url}/api",
                    headers={"Authorization": f"Bearer {token}"},
                    # Shorter than the server's five seconds, so that no request meets a connection that is being closed.
                    limits=httpx.Limits(max_connections=20, keepalive_expiry=2),
                    timeout=60,
                )
            )

        await asyncio.gather(*(come_in(name) for name in names or tuple(self.passwords)))

    @property
    def manager(self) -> httpx.AsyncClient:
        return self.clients["quan-ly"]

    @property
    def administrator(self) -> httpx.AsyncClient:
        return self.clients["quan-tri"]

    async def people(self) -> None:
        """Register units and grant an account to everybody; every service knows them afterwards."""
        units = [
            {"code": code, "name": f"Đơn vị {code}", "unit_type": "service_unit", "ranking_group": "service_unit"} for code in self.units
        ]
        units.append({"code": "van-phong", "name": "Văn phòng", "unit_type": "department", "ranking_group": "department"})
        assert ok(await self.administrator.patch("/identity/units", json={"lines": units}))["refused"] == []
        grants: dict[str, dict[str, Any]] = {"quan-ly": {"kind": "management"}}
        for unit in self.units:
            if not self.one_a_unit:
                grants[f"nhap-{unit}"] = {"kind": "data_entry", "unit_code": unit}
            grants[f"duyet-{unit}"] = {"kind": "data_entry", "unit_code": unit, "roles": [{"role": "unit_approver"}]}
        for agency in self.agencies:
            grants[f"dau-moi-{agency}"] = {"kind": "appraisal", "appraiser_code": agency, "roles": [{"role": "appraisal_lead"}]}
        grants["hoi-dong"] = {"kind": "appraisal", "appraiser_code": self.agencies[0], "roles": [{"role": "council_member"}]}
        await self.grant(**grants)

    async def grant(self, **grants: Mapping[str, Any]) -> None:
        """Accounts of new people, signed in and known to every service."""
        for name, grant in grants.items():
            line = {"username": name, "holder_name": f"Người {name}", **grant}
            if self.takes_passwords:
                line["password"] = uuid4().hex
            told = ok(await self.administrator.patch("/identity/accounts", json={"lines": [line]}))
            assert told["refused"] == [], told
            (granted,) = told["accounts"]
            self.passwords[name] = granted["initial_password"] or line["password"]
            self.accounts[name] = granted["id"]
        await self.meet(*grants)

        async def known() -> bool:
            places = [f"/{service}/periods/{uuid4()}/clock" for service in ("assessment", "appraisal", "ranking")]
            answers = await asyncio.gather(*(self.clients[name].get(place) for name in grants for place in places))
            return {answer.status_code for answer in answers} == {404}

        await eventually(known, within_s=30)

    async def open_period(self, **period: Any) -> None:
        """Publish forms and set where that was not done yet, and open a rehearsal of the four units; the appraisals are there afterwards.

        `period` overrules.
        """
        await self.publish_documents()
        set_id, forms = self.set_id, self.forms_id
        one, two = self.agencies
        conflict = {"enabled": True, "replacements": {one: two, two: one}}
        body = a_period(set_id, survey_forms_id=forms, conflict_appraiser=conflict, **period)
        self.period = ok(await self.manager.post("/assessment/periods", json=body))["id"]
        await eventually(self._can_open, within_s=30)
        opened = ok(await self.manager.post(f"/assessment/periods/{self.period}/open"))
        self.sheets = {sheet["unit_code"]: sheet["sheet_id"] for sheet in opened["sheets"]}
        await eventually(self._has_appraisals, within_s=30)

    async def publish_documents(self) -> None:
        """Publish survey forms and criteria set where that was not done yet."""
        if not self.forms_id:
            self.forms_id = await self._published("survey-forms", {"document": FORMS.replace("[department]", "[service_unit]")})
        if not self.set_id:
            body = {"document": self.criteria_set, "survey_forms_id": self.forms_id}
            self.set_id = await self._published("criteria-sets", body)

    async def _published(self, kind: str, body: Mapping[str, Any]) -> str:
        draft = ok(await self.manager.post(f"/assessment/{kind}", json={"media_type": "yaml", **body}))
        return str(ok(await self.manager.post(f"/assessment/{kind}/{draft['id']}/publish", json=DECISION))["id"])

    async def _can_open(self) -> bool:
        opening = ok(await self.manager.get(f"/assessment/periods/{self.period}/opening"))
        return {sheet["unit_code"] for sheet in opening["sheets"]} == set(self.units)

    async def _has_appraisals(self) -> bool:
        answer = await self.manager.get("/appraisal/appraisals", params={"period_id": self.period})
        self.appraisals = {row["appraiser_code"]: row["id"] for row in answer.json().get("items", ())}
        return self.appraisals.keys() == set(self.agencies)

    def officer(self, unit: str) -> httpx.AsyncClient:
        return self.clients[f"{'duyet' if self.one_a_unit else 'nhap'}-{unit}"]

    def head(self, unit: str) -> httpx.AsyncClient:
        return self.clients[f"duyet-{unit}"]

    def lead(self, agency: str) -> httpx.AsyncClient:
        return self.clients[f"dau-moi-{agency}"]

    def sheet(self, unit: str, rest: str = "") -> str:
        return f"/assessment/sheets/{self.sheets[unit]}{rest}"

    async def fill(self, unit: str) -> None:
        """Save a complete sheet."""
        told = ok(await self.officer(unit).patch(self.sheet(unit, "/items"), json={"lines": ANSWERS}))
        assert told["refused"] == []

    async def announce(self, unit: str, name: str) -> str:
        """A file announced and brought into the receiving bucket, not yet told of; its id."""
        head = self.head(unit)
        asked = {"period_id": self.period, "name": name, "size_bytes": len(PDF)}
        announced = ok(await head.post("/assessment/evidence", json=asked))
        async with httpx.AsyncClient(timeout=30) as browser:
            upload = announced["upload"]
            ok(await browser.put(upload["url"], headers=upload["headers"], content=PDF))
        return str(announced["id"])

    async def approve(self, unit: str) -> None:
        """Approve what stands there, with the signed report attached."""
        head = self.head(unit)
        seen = ok(await head.post(self.sheet(unit, "/report")))["fingerprint"]
        ok(await head.post(self.sheet(unit, "/approve"), json={"fingerprint": seen}))
        file = await self.announce(unit, "Báo cáo đã ký.pdf")
        assert ok(await head.post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 20}))["status"] == "accepted"
        ok(await head.put(self.sheet(unit, "/signed-report"), json={"evidence_id": file}))

    async def send(self, unit: str) -> dict[str, Any]:
        """Send; the receipt."""
        receipt: dict[str, Any] = ok(await self.head(unit).post(self.sheet(unit, "/send")))
        return receipt

    async def move_clock(self, at: str) -> None:
        """Move the rehearsal's clock; every service judges by it afterwards."""
        moved = ok(await self.administrator.put(f"/assessment/periods/{self.period}/clock", json={"at": at}))

        async def shown() -> bool:
            places = [f"/{service}/periods/{self.period}/clock" for service in ("appraisal", "ranking")]
            clocks = [(await self.administrator.get(place)).json() for place in places]
            return all(clock.get("clock_version", 0) >= moved["clock_version"] for clock in clocks)

        await eventually(shown, within_s=30)

    async def items(self, agency: str) -> list[dict[str, Any]]:
        """The items that an agency appraises."""
        found: list[dict[str, Any]] = ok(await self.lead(agency).get(f"/appraisal/appraisals/{self.appraisals[agency]}/items"))["items"]
        return found

    async def score(self, agency: str, scores: Mapping[str, str]) -> None:
        """A score by item for every item of an agency."""
        lines = [
            {"sheet_id": item["sheet_id"], "item": item["item"], "score": scores[item["item"]], "reason": "Theo hồ sơ."}
            for item in await self.items(agency)
        ]
        told = ok(await self.lead(agency).patch(f"/appraisal/appraisals/{self.appraisals[agency]}/scores", json={"lines": lines}))
        assert told["refused"] == [], told

    async def send_appraisal(self, agency: str) -> None:
        """The lead sends."""
        ok(await self.lead(agency).post(f"/appraisal/appraisals/{self.appraisals[agency]}/send"))

    async def hold_survey(self) -> None:
        """A survey of every unit, entered and closed."""
        period = ok(await self.manager.get(f"/assessment/periods/{self.period}"))
        asked = {"survey_forms_id": period["survey_forms_id"], "period_ids": [self.period]}
        campaign = ok(await self.manager.post("/assessment/survey-campaigns", json=asked))["id"]
        place = f"/assessment/survey-campaigns/{campaign}"
        valid = [{"unit_code": unit, "form": "F1", "valid": "5"} for unit in self.units]
        assert ok(await self.manager.patch(f"{place}/responses", json={"lines": valid}))["refused"] == []
        totals = [
            {"unit_code": unit, "form": "F1", "question": question, "option": "2", "count": str(min(n + 1, 5))}
            for n, unit in enumerate(self.units)
            for question in ("Q1", "Q2")
        ]
        assert ok(await self.manager.patch(f"{place}/totals", json={"lines": totals}))["refused"] == []
        ok(await self.manager.post(f"{place}/close"))

    async def until_result(self, status: str) -> dict[str, Any]:
        """Wait until the period's result has this status; the result."""

        async def there() -> bool:
            return (await self.manager.get(f"/ranking/periods/{self.period}")).json().get("status") == status

        await eventually(there, within_s=30)
        result: dict[str, Any] = ok(await self.manager.get(f"/ranking/periods/{self.period}"))
        return result


def provider_of_demo(issuer: str) -> Enter:
    """The way in at the embedded platform's provider."""

    async def enter(username: str, password: str) -> str:
        return (await sign_in(issuer, CLI_CLIENT, CLI_REDIRECT, username, password)).access_token

    return enter


async def begin(url: str, issuer: str, username: str, password: str) -> Story:
    """A story on an embedded platform whose first administrator is signed in."""
    story = Story(url, provider_of_demo(issuer), {username: password})
    await story.meet(username)
    return story
