"""A small rehearsal on a real platform with one account of everybody, walked from phase to phase by its own clock."""

import json
from dataclasses import dataclass, field
from typing import Any

import httpx
from tests.e2e.live import Account, Live, ok
from tests.support.eventually import eventually

UNIT, OTHER, SILENT, HOME, SUB = "so-y-te", "so-xay-dung", "so-tai-chinh", "so-noi-vu", "trung-tam-y-te"
OPENS, DEADLINE, LAST = "2021-12-01T00:00:00+07:00", "2021-12-31T17:00:00+07:00", "2022-01-15T17:00:00+07:00"
BEFORE, LATE, AFTER = "2021-11-30T00:00:00+07:00", "2022-01-10T09:00:00+07:00", "2022-01-15T17:00:01+07:00"
APPRAISAL, APPRAISAL_ENDS = "2022-01-16T00:00:00+07:00", "2022-02-28T17:00:00+07:00"
SECRETS = {UNIT: "Bi mat cua y te 7041", OTHER: "Bi mat cua xay dung 7042"}
"""What each unit explains, so that it can be found where it must not be."""


def _leaf(code: str, appraiser: str, max_score: int, scoring: dict[str, Any]) -> dict[str, Any]:
    kept = {"self_scored": True, "not_applicable_allowed": False}
    return {"code": code, "title": f"Tiêu chí {code}", "max_score": max_score, "appraiser": appraiser, **kept, "scoring": scoring}


CRITERIA_SET = {
    "schema_version": 1,
    "criteria_set": {
        "code": "NV-THU",
        "program": "task_completion",
        "title": "Bộ tiêu chí thử",
        "unit_types": ["department"],
        "max_score": 10,
        "appraised_max": 10,
        "survey_max": 0,
        "score_decimals": 2,
        "appraisers": {"SNV": {"unit": HOME, "title": "Sở Nội vụ"}, "STC": {"unit": SILENT, "title": "Sở Tài chính"}},
        "fields": [
            {
                "code": "1",
                "title": "Lĩnh vực",
                "max_score": 10,
                "criteria": [
                    _leaf(
                        "1.1",
                        "SNV",
                        4,
                        {
                            "method": "yes_no",
                            "options": [{"id": "co", "label": "Có", "score": 4}, {"id": "khong", "label": "Không", "score": 0}],
                        },
                    ),
                    _leaf("1.2", "STC", 6, {"method": "ratio", "zero_denominator": "zero"}),
                ],
            }
        ],
        "classification": {
            "levels": [{"code": "TOT", "title": "Tốt", "min_percent": 50}, {"code": "CHUA", "title": "Chưa tốt", "min_percent": 0}],
            "knock_out_conditions": [{"code": "KL", "title": "Kỷ luật", "max_level": "CHUA", "check": "manual", "appraiser": "SNV"}],
        },
        "ranking": {"rank_by": "index", "tie_rule": "shared_rank_dense"},
    },
}

ACCOUNTS: dict[str, dict[str, Any]] = {
    "officer": {"kind": "data_entry", "unit_code": UNIT},
    "head": {"kind": "data_entry", "unit_code": UNIT, "roles": [{"role": "unit_approver"}]},
    "other_officer": {"kind": "data_entry", "unit_code": OTHER},
    "other_head": {"kind": "data_entry", "unit_code": OTHER, "roles": [{"role": "unit_approver"}]},
    "sub_officer": {"kind": "data_entry", "unit_code": SUB},
    "snv_lead": {"kind": "appraisal", "appraiser_code": "SNV", "unit_code": HOME, "roles": [{"role": "appraisal_lead"}]},
    "snv_member": {"kind": "appraisal", "appraiser_code": "SNV", "unit_code": HOME},
    "stc_lead": {"kind": "appraisal", "appraiser_code": "STC", "unit_code": SILENT, "roles": [{"role": "appraisal_lead"}]},
    "council": {"kind": "appraisal", "appraiser_code": "TTR", "roles": [{"role": "council_member"}]},
    "manager": {"kind": "management", "unit_code": HOME},
    "stand_in": {"kind": "management", "only_for_unit": HOME},
    "support": {"kind": "support"},
    "locked": {"kind": "data_entry", "unit_code": UNIT, "roles": [{"role": "unit_approver"}]},
}
KINDS = {
    "officer": "officer",
    "head": "head",
    "other_officer": "officer",
    "other_head": "head",
    "sub_officer": "officer",
    "snv_lead": "lead",
    "snv_member": "member",
    "stc_lead": "lead",
    "council": "council_appraiser",
    "manager": "manager",
    "stand_in": "manager",
    "own_manager": "manager",
    "administrator": "administrator",
    "support": "support",
}
"""Whose row of the matrix of rights an account is; `own_manager` is a manager whose person also enters data for the unit."""


@dataclass
class PeriodWorld:
    """The rehearsal. `sheets` by unit, `appraisals` by agency; `people` are clients below `/api`, `anonymous` among them."""

    live: Live
    accounts: dict[str, Account]
    people: dict[str, httpx.AsyncClient]
    period_id: str = ""
    sheets: dict[str, str] = field(default_factory=dict)
    appraisals: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    async def begin(cls, live: Live) -> "PeriodWorld":
        """Everybody is there, the period is open and its clock stands before the first phase."""
        departments = [{"code": code, "name": f"Cơ quan {code}", "unit_type": "department"} for code in (UNIT, OTHER, SILENT, HOME)]
        await live.units(*departments, {"code": SUB, "name": "Trung tâm", "unit_type": "sub_unit", "parent_code": UNIT})
        accounts = await live.grant(**ACCOUNTS)
        accounts |= await live.grant(own_manager={"kind": "management", "sub": "officer"})
        people = {name: live.client(account) for name, account in accounts.items()}
        people |= {"anonymous": live.client(), "administrator": live.administrator}
        world = cls(live, accounts, people)
        ok(await live.administrator.post(f"/identity/accounts/{accounts['locked'].id}/lock", json={"reason": "Thôi việc"}))
        await world._open()
        return world

    async def _open(self) -> None:
        manager = self.people["manager"]
        drafted = await manager.post(
            "/assessment/criteria-sets", json={"document": json.dumps(CRITERIA_SET, ensure_ascii=False), "media_type": "json"}
        )
        published = f"/assessment/criteria-sets/{ok(drafted)['id']}/publish"
        set_id = ok(await manager.post(published, json={"decision": {"number": "1/QĐ", "issued_on": "2021-11-01"}}))["id"]
        asked = {
            "program": "task_completion",
            "year": 2021,
            "rehearsal": True,
            "clock_at": BEFORE,
            "criteria_set_ids": [set_id],
            "phases": {
                "self_assessment": {"from": OPENS, "to": DEADLINE, "late_until": LAST},
                "appraisal": {"from": APPRAISAL, "to": APPRAISAL_ENDS},
            },
            "conflict_appraiser": {"enabled": True, "replacements": {"SNV": "STC", "STC": "SNV"}},
        }
        self.period_id = ok(await manager.post("/assessment/periods", json=asked))["id"]

        async def units_arrived() -> bool:
            return len(ok(await manager.get(f"/assessment/periods/{self.period_id}/opening"))["sheets"]) == 4

        await eventually(units_arrived)
        ok(await manager.post(f"/assessment/periods/{self.period_id}/open"))
        listed = ok(await manager.get(f"/assessment/periods/{self.period_id}/sheets"))["items"]
        self.sheets = {sheet["unit_code"]: sheet["sheet_id"] for sheet in listed}

        async def appraisals_opened() -> bool:
            found = ok(await manager.get("/appraisal/appraisals", params={"period_id": self.period_id}))["items"]
            self.appraisals = {a["appraiser_code"]: a["id"] for a in found}
            return self.appraisals.keys() == {"SNV", "STC"}

        await eventually(appraisals_opened)

    async def at(self, instant: str) -> None:
        """Move the clock; every service judges by it."""
        moved = ok(await self.live.administrator.put(f"/assessment/periods/{self.period_id}/clock", json={"at": instant}))

        async def everywhere() -> bool:
            asked = [f"/{service}/periods/{self.period_id}/clock" for service in ("assessment", "appraisal", "ranking")]
            clocks = [await self.live.administrator.get(path) for path in asked]
            return all(c.is_success and c.json()["clock_version"] >= moved["clock_version"] for c in clocks)

        await eventually(everywhere)

    def sheet(self, rest: str = "", unit: str = UNIT) -> str:
        """An address below a unit's sheet at assessment."""
        return f"/assessment/sheets/{self.sheets[unit]}{rest}"

    async def upload(self, who: str, name: str) -> dict[str, Any]:
        """A file of its own content brought through the object store and accepted."""
        client, content = self.people[who], _pdf(name)
        announced = ok(
            await client.post("/assessment/evidence", json={"period_id": self.period_id, "name": name, "size_bytes": len(content)})
        )
        async with httpx.AsyncClient() as browser:
            sent = await browser.put(announced["upload"]["url"], headers=announced["upload"]["headers"], content=content)
            assert sent.is_success, sent.text
        judged: dict[str, Any] = ok(await client.post(f"/assessment/evidence/{announced['id']}/uploaded", params={"wait_s": 20}))
        assert judged["status"] == "accepted", judged
        return judged

    async def fill(self, unit: str, officer: str) -> None:
        """Upload a file and save every line."""
        self.evidence[unit] = await self.upload(officer, f"Kế hoạch {unit}.pdf")
        lines = [
            {"item": "1.1", "option": "co", "explanation": SECRETS[unit], "evidence": [self.evidence[unit]["id"]]},
            {"item": "1.2", "numerator": "1", "denominator": "2"},
        ]
        assert ok(await self.people[officer].patch(self.sheet("/items", unit), json={"lines": lines}))["refused"] == []

    async def approve(self, unit: str, head: str) -> None:
        """Export, approve, attach signed."""
        client = self.people[head]
        fingerprint = ok(await client.post(self.sheet("/report", unit)))["fingerprint"]
        ok(await client.post(self.sheet("/approve", unit), json={"fingerprint": fingerprint}))
        signed = await self.upload(head, "Báo cáo đã ký.pdf")
        ok(await client.put(self.sheet("/signed-report", unit), json={"evidence_id": signed["id"]}))

    async def send(self, unit: str, head: str) -> dict[str, Any]:
        """Send, and wait until the appraisers' side has it."""
        receipt: dict[str, Any] = ok(await self.people[head].post(self.sheet("/send", unit)))

        async def arrived() -> bool:
            seen = await self.people["manager"].get(f"/appraisal/sheets/{self.sheets[unit]}")
            return seen.is_success and seen.json()["is_sent"]

        await eventually(arrived)
        return receipt


def _pdf(title: str) -> bytes:
    return f"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n% {title}\n%%EOF\n".encode()
