"""Valid things for assessment's tests: small criteria sets, units, periods. A test names only what it is about."""

from dataclasses import dataclass
from typing import Any

import httpx
from tests.support.house import House, an_account

from chamdiem_contracts.identity import UnitChangedV1

DECISION = {"decision": {"number": "123/QĐ-UBND", "issued_on": "2021-11-30"}}

FORMS = """
schema_version: 1
scales:
  S:
    title: "Thang"
    options:
      - {value: 2, label: "Tốt", weight: 100, positive: true}
      - {value: 1, label: "Chưa tốt", weight: 0, positive: false}
      - {value: 0, label: "Không ý kiến", excluded: true}
forms:
  - code: F1
    title: "Phiếu một"
    assesses: [department]
    program: par_index
    min_responses: 1
    questions:
      - {code: Q1, scale: S, text: "Hỏi một?"}
      - {code: Q2, scale: S, text: "Hỏi hai?"}
      - {code: Q9, scored: false, type: text, text: "Ý kiến khác?"}
  - code: F2
    title: "Phiếu hai"
    assesses: [district]
    program: par_index
    min_responses: 1
    questions:
      - {code: Q1, scale: S, text: "Hỏi một?"}
"""


def a_set(
    code: str = "PAR-SO", *, program: str = "par_index", unit_types: str = "[department]", ranking: str = "", with_survey: bool = False
) -> str:
    """A criteria set of two leaves with the agencies SNV and STC; with a survey leaf asking form F1 if wanted."""
    survey = """
        - code: "1.3"
          title: "Khảo sát"
          max_score: 5
          scoring: {method: survey, sources: [{form: F1, weight: 1, questions: [Q1, Q2]}]}"""
    grades = """
    - {code: A, title: "Tốt", min_percent: 80}
    - {code: D, title: "Yếu", min_percent: 0}"""
    levels = f"grades:{grades}" if program == "par_index" else "classification:\n    levels:" + grades.replace("\n    -", "\n      -")
    return f"""
schema_version: 1
criteria_set:
  code: "{code}"
  program: {program}
  title: "Bộ tiêu chí thử"
  unit_types: {unit_types}
  max_score: {15 if with_survey else 10}
  appraised_max: 10
  survey_max: {5 if with_survey else 0}
  score_decimals: 2
  appraisers:
    SNV: {{unit: so-noi-vu, title: "Sở Nội vụ"}}
    STC: {{unit: so-tai-chinh, title: "Sở Tài chính"}}
  fields:
    - code: "1"
      title: "Lĩnh vực"
      max_score: {15 if with_survey else 10}
      criteria:
        - code: "1.1"
          title: "Kế hoạch"
          max_score: 4
          appraiser: SNV
          self_scored: true
          not_applicable_allowed: false
          scoring: {{method: yes_no, options: [{{id: "co", label: "Có", score: 4}}, {{id: "khong", label: "Không", score: 0}}]}}
        - code: "1.2"
          title: "Tỷ lệ"
          max_score: 6
          appraiser: STC
          self_scored: true
          not_applicable_allowed: false
          scoring: {{method: ratio, zero_denominator: zero}}{survey if with_survey else ""}
  {levels}
{ranking}"""


def a_unit(code: str, unit_type: str = "department", **fields: Any) -> UnitChangedV1:
    """A unit of that code, valid for ever unless said otherwise."""
    usual: dict[str, Any] = {"version": 1, "code": code, "name": f"Đơn vị {code}", "unit_type": unit_type, "ranking_group": unit_type}
    return UnitChangedV1.model_validate({**usual, **fields})


def a_period(*set_ids: str, **fields: Any) -> dict[str, Any]:
    """The body that plans a rehearsal of the PAR index whose clock stands at the phase's beginning."""
    usual: dict[str, Any] = {
        "program": "par_index",
        "year": 2021,
        "rehearsal": True,
        "clock_at": "2021-12-01T00:00:00+07:00",
        "criteria_set_ids": list(set_ids),
        "phases": {
            "self_assessment": {
                "from": "2021-12-01T00:00:00+07:00",
                "to": "2021-12-31T17:00:00+07:00",
                "late_until": "2022-01-15T17:00:00+07:00",
            },
            "appraisal": {"from": "2022-01-16T00:00:00+07:00", "to": "2022-02-28T17:00:00+07:00"},
        },
        "conflict_appraiser": {"enabled": True, "replacements": {"SNV": "STC", "STC": "SNV"}},
    }
    return {**usual, **fields}


def ok(answer: httpx.Response, status: int = 200) -> Any:
    """The body of an answer that has to have this status."""
    assert answer.status_code == status, answer.text
    return answer.json()


@dataclass
class World:
    """A running assessment with one manager and one administrator."""

    house: House
    manager: httpx.AsyncClient
    administrator: httpx.AsyncClient

    @classmethod
    async def begin(cls, house: House) -> "World":
        """A service that nobody has used yet."""
        return cls(house, await house.told(an_account("management")), await house.told(an_account("administration")))

    async def client(self, kind: str, *roles: str, **fields: Any) -> httpx.AsyncClient:
        """A client signed in as a new account."""
        return await self.house.told(an_account(kind, *roles, **fields))

    async def forms(self, source: str = FORMS) -> str:
        """The id of published survey forms."""
        draft = ok(await self.manager.post("/survey-forms", json={"document": source, "media_type": "yaml"}), 201)
        return str(ok(await self.manager.post(f"/survey-forms/{draft['id']}/publish", json=DECISION))["id"])

    async def criteria_set(self, source: str | None = None, *, forms: str | None = None) -> str:
        """The id of a published criteria set."""
        body = {"document": source or a_set(), "media_type": "yaml", "survey_forms_id": forms}
        draft = ok(await self.manager.post("/criteria-sets", json=body), 201)
        return str(ok(await self.manager.post(f"/criteria-sets/{draft['id']}/publish", json=DECISION))["id"])

    async def departments(self, *codes: str) -> None:
        """Units of type department."""
        await self.house.tell(*(a_unit(code) for code in codes))

    async def planned(self, *set_ids: str, **fields: Any) -> str:
        """The id of a planned period; without sets with one of its own."""
        sets = set_ids or (await self.criteria_set(),)
        return str(ok(await self.manager.post("/periods", json=a_period(*sets, **fields)), 201)["id"])

    async def opened(self, *set_ids: str, **fields: Any) -> str:
        """The id of an open period."""
        period_id = await self.planned(*set_ids, **fields)
        ok(await self.manager.post(f"/periods/{period_id}/open"))
        return period_id
