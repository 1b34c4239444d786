"""A unit with its sheet, its officer and its head, over a real object store; what the tests of sheets begin with."""

from dataclasses import dataclass
from typing import Any

import httpx
from services.assessment.tests.world import World, a_set, ok
from tests.support.house import an_account

UNIT = "so-noi-vu"
OTHER = "so-tai-chinh"
PDF = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
OPENS, DEADLINE, LAST = "2021-12-01T00:00:00+07:00", "2021-12-31T17:00:00+07:00", "2022-01-15T17:00:00+07:00"


def a_wide_set() -> str:
    """Every way of declaring: yes or no, choice, percent levels, count, ratio with constant, deduction, claims, evidence, adjustments."""
    leaf = "appraiser: SNV, self_scored: true, not_applicable_allowed"
    return f"""
schema_version: 1
criteria_set:
  code: "PAR-RONG"
  program: par_index
  title: "Bộ tiêu chí thử đủ cách chấm"
  unit_types: [department]
  max_score: 12
  appraised_max: 12
  survey_max: 0
  score_decimals: 2
  appraisers:
    SNV: {{unit: so-noi-vu, title: "Sở Nội vụ"}}
    STC: {{unit: so-tai-chinh, title: "Sở Tài chính"}}
  fields:
    - code: "1"
      title: "Lĩnh vực một"
      max_score: 8
      criteria:
        - {{code: "1.1", title: "Kế hoạch", max_score: 2, {leaf}: false, evidence: ["Kế hoạch"],
            scoring: {{method: yes_no, options: [{{id: co, label: "Có", score: 2}}, {{id: khong, label: "Không", score: 0}}]}}}}
        - code: "1.2"
          title: "Thực hiện"
          max_score: 6
          sub_criteria:
            - {{code: "1.2.1", title: "Tỷ lệ", max_score: 3, {leaf}: true, scoring: {{method: ratio, zero_denominator: not_applicable}}}}
            - {{code: "1.2.2", title: "Số đợt", max_score: 3, {leaf}: true,
                scoring: {{method: levels, input: count, levels: [{{id: a, label: "Ít", score: 1, below: 3}},
                {{id: b, label: "Nhiều", score: 3, min: 3}}]}}}}
    - code: "2"
      title: "Lĩnh vực hai"
      max_score: 4
      criteria:
        - {{code: "2.1", title: "Vi phạm", max_score: 4, {leaf}: false,
            scoring: {{method: deduction, start_score: 4, per_occurrence: 0.5, min_score: 0}}}}
  adjustments:
    bonus_cap: 1
    deduction_cap: 1
    items:
      - {{code: B1, kind: bonus, method: bonus, title: "Sáng kiến", per_occurrence: 0.5, unit: "mô hình", cap: 1, appraiser: SNV,
          evidence: ["Văn bản"]}}
      - {{code: T1, kind: deduction, method: deduction, title: "Gửi chậm", per_occurrence: 0.25, unit: "ngày", cap: 1,
          auto_source: workflow.submission_delay}}
  grades:
    - {{code: A, title: "Tốt", min_percent: 80}}
    - {{code: D, title: "Yếu", min_percent: 0}}
"""


COMPLETE = [
    {"item": "1.1", "option": "co", "explanation": "Kế hoạch số 12/KH-SNV"},
    {"item": "1.2.1", "numerator": "1", "denominator": "3"},
    {"item": "1.2.2", "count": "2"},
    {"item": "2.1", "count": "3"},
]
"""Lines that complete a sheet of `a_wide_set`: 2 + 1.00 + 1 + 2.5 points."""


@dataclass
class Desk:
    """One unit's sheet and the people who may work on it."""

    world: World
    period_id: str
    sheet_id: str
    officer: httpx.AsyncClient
    head: httpx.AsyncClient

    @classmethod
    async def begin(cls, world: World, source: str | None = None, **period: Any) -> "Desk":
        """An open rehearsal with a sheet of `source`, its clock at the phase's beginning."""
        await world.departments(UNIT, OTHER)
        period_id = await world.opened(await world.criteria_set(source or a_wide_set()), **period)
        sheets = ok(await world.manager.get(f"/periods/{period_id}"))["sheets"]
        sheet = next(s for s in sheets if s["unit_code"] == UNIT)
        officer = await world.client("data_entry", unit_code=UNIT)
        head = await world.client("data_entry", "unit_approver", unit_code=UNIT)
        return cls(world, period_id, sheet["sheet_id"], officer, head)

    def path(self, rest: str = "") -> str:
        """An address below the sheet's."""
        return f"/sheets/{self.sheet_id}{rest}"

    async def sheet(self) -> dict[str, Any]:
        """The sheet as the officer sees it."""
        found: dict[str, Any] = ok(await self.officer.get(self.path()))
        return found

    async def fill(self, lines: list[dict[str, Any]] | None = None) -> None:
        """Save lines, all good."""
        body = ok(await self.officer.patch(self.path("/items"), json={"lines": lines or COMPLETE}))
        assert body["refused"] == []

    async def at(self, instant: str) -> None:
        """Move the period's clock."""
        ok(await self.world.administrator.put(f"/periods/{self.period_id}/clock", json={"at": instant}))

    async def upload(self, name: str, content: bytes, client: httpx.AsyncClient | None = None, *, wait_s: float = 10) -> dict[str, Any]:
        """A file brought through the object store and judged, if that takes no longer than `wait_s`."""
        client = client or self.officer
        body = {"period_id": self.period_id, "name": name, "size_bytes": len(content)}
        announced = ok(await client.post("/evidence", json=body), 201)
        async with httpx.AsyncClient() as browser:
            answer = await browser.put(announced["upload"]["url"], headers=announced["upload"]["headers"], content=content)
            assert answer.status_code in (200, 204), answer.text
        judged: dict[str, Any] = ok(await client.post(f"/evidence/{announced['id']}/uploaded", params={"wait_s": wait_s}))
        return judged

    async def approve(self) -> str:
        """Export and approve; the fingerprint."""
        fingerprint: str = ok(await self.head.post(self.path("/report")))["fingerprint"]
        ok(await self.head.post(self.path("/approve"), json={"fingerprint": fingerprint}))
        return fingerprint

    async def attach(self) -> str:
        """Attach a signed report; its id."""
        signed = await self.upload("Báo cáo đã ký.pdf", PDF, self.head)
        ok(await self.head.put(self.path("/signed-report"), json={"evidence_id": signed["id"]}))
        return str(signed["id"])

    async def ready(self) -> str:
        """Filled, approved and signed; the fingerprint."""
        await self.fill()
        fingerprint = await self.approve()
        await self.attach()
        return fingerprint

    async def send(self) -> dict[str, Any]:
        """Send; the receipt."""
        receipt: dict[str, Any] = ok(await self.head.post(self.path("/send")))
        return receipt


__all__ = ["COMPLETE", "DEADLINE", "LAST", "OPENS", "OTHER", "PDF", "UNIT", "Desk", "a_set", "a_wide_set", "an_account"]
