"""Valid things for appraisal's tests: one set, three sheets, agencies SNV and STC with lead and member. A test names what it is about."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import httpx
from tests.support.house import House, an_account

from chamdiem_contracts.assessment import (
    AnswerOfSheet,
    CriteriaSetPublishedV1,
    Decision,
    EvidenceOfItem,
    Extension,
    PeriodChangedV1,
    PeriodOpenedV1,
    PeriodState,
    SelfAssessmentRecalledV1,
    SelfAssessmentSentV1,
    SetOfPeriod,
    SheetOfPeriod,
    SurveyFormsPublishedV1,
)
from chamdiem_contracts.identity import AccountChangedV1

SHA = "ab" * 32
DAY = timedelta(days=1)
PLAIN = "khac"
OWN = "so-noi-vu"
SILENT = "khong-gui"


def a_leaf(code: str, appraiser: str | None, max_score: str, scoring: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A leaf's node; `more` overrules."""
    node = {
        "code": code,
        "title": f"Tiêu chí {code}",
        "max_score": max_score,
        "self_scored": True,
        "not_applicable_allowed": False,
        "scoring": scoring,
        "evidence": [],
    }
    return {**node, **({"appraiser": appraiser} if appraiser else {}), **more}


YES_NO = {
    "method": "yes_no",
    "options": [{"id": "yes", "label": "Có", "score": "2"}, {"id": "no", "label": "Không", "score": "0.5"}],
}
RATIO = {
    "method": "ratio",
    "numerator": {"symbol": "b", "label": "Đã làm"},
    "denominator": {"symbol": "a", "label": "Phải làm"},
    "zero_denominator": "not_applicable",
}
DELAY = {
    "method": "levels",
    "input": "choice",
    "auto_source": "workflow.submission_delay",
    "levels": [{"id": "a", "label": "Đúng hạn", "score": "1"}, {"id": "b", "label": "Chậm", "score": "0"}],
    "delay_bands": [{"max_days": "0", "level": "a"}, {"max_days": None, "level": "b"}],
}


def a_document(**more: Any) -> dict[str, Any]:
    """A set with a leaf of SNV, two of STC, one the system scores, a bonus of SNV, a deduction of the system, two knock-outs."""
    leaves = [
        a_leaf("1.1", "SNV", "2", YES_NO),
        a_leaf("1.2", "STC", "3", RATIO, not_applicable_allowed=True),
        a_leaf("1.3", "STC", "4", {**RATIO, "zero_denominator": "zero"}),
        a_leaf("1.4", None, "1", DELAY, self_scored=False),
    ]
    document = {
        "code": "NV-THU",
        "program": "task_completion",
        "title": "Bộ tiêu chí thử",
        "short_title": "Thử",
        "unit_types": ["department"],
        "assessment_year": "2021",
        "max_score": "10",
        "appraised_max": "10",
        "survey_max": "0",
        "score_decimals": "2",
        "appraisers": {
            "SNV": {"unit": OWN, "title": "Sở Nội vụ"},
            "STC": {"unit": "so-tai-chinh", "title": "Sở Tài chính"},
        },
        "fields": [
            {
                "code": "1",
                "title": "Lĩnh vực",
                "max_score": "10",
                "criteria": [{"code": "1.0", "title": "Nhóm", "max_score": "10", "sub_criteria": leaves}],
            }
        ],
        "adjustments": {
            "bonus_cap": "5",
            "deduction_cap": "10",
            "items": [
                _adjustment("B1", "bonus", appraiser="SNV"),
                _adjustment("T1", "deduction", auto_source="workflow.submission_delay"),
            ],
        },
        "classification": {
            "levels": [
                {"code": "GOOD", "title": "Tốt", "min_percent": "50"},
                {"code": "NOT_COMPLETED", "title": "Không hoàn thành", "min_percent": "0"},
            ],
            "knock_out_conditions": [
                {"code": "KO1", "title": "Kỷ luật", "max_level": "NOT_COMPLETED", "check": "manual"},
                {"code": "KO2", "title": "Gửi chậm", "max_level": "NOT_COMPLETED", "check": "workflow.submission_delay > 10"},
            ],
        },
        "index": {"decimals": "2"},
        "ranking": {"rank_by": "index", "tie_rule": "shared_rank_dense"},
    }
    return {**document, **more}


def _adjustment(code: str, kind: str, **more: Any) -> dict[str, Any]:
    node = {"code": code, "kind": kind, "method": kind, "title": f"Mục {code}", "per_occurrence": "0.5", "unit": "lần", "cap": "1"}
    return {**node, "evidence": [], **more}


@dataclass
class World:
    """The house and what it was told."""

    house: House
    period_id: UUID = field(default_factory=uuid4)
    set_id: UUID = field(default_factory=uuid4)
    sheets: dict[str, UUID] = field(default_factory=lambda: {PLAIN: uuid4(), OWN: uuid4(), SILENT: uuid4()})
    state: dict[str, Any] = field(default_factory=dict)
    clients: dict[str, httpx.AsyncClient] = field(default_factory=dict)
    accounts: dict[str, AccountChangedV1] = field(default_factory=dict)

    async def begin(self) -> None:
        """Set, period, sent sheets, accounts."""
        await self.house.tell(self.the_set(), self.the_period(), self.sent(PLAIN), self.sent(OWN))
        for name, account in {
            "snv_lead": an_account("appraisal", "appraisal_lead", appraiser_code="SNV"),
            "snv": an_account("appraisal", appraiser_code="SNV"),
            "stc_lead": an_account("appraisal", "appraisal_lead", appraiser_code="STC"),
            "stc": an_account("appraisal", appraiser_code="STC"),
            "manager": an_account("management"),
            "officer": an_account("data_entry", unit_code=PLAIN),
        }.items():
            await self.enter(name, account)

    async def enter(self, name: str, account: AccountChangedV1) -> httpx.AsyncClient:
        """An account with its client, by a name of the test's."""
        self.accounts[name] = account
        self.clients[name] = await self.house.told(account)
        return self.clients[name]

    def the_set(self, document: dict[str, Any] | None = None) -> CriteriaSetPublishedV1:
        """The set as published."""
        return CriteriaSetPublishedV1(
            version=1,
            criteria_set_id=self.set_id,
            code="NV-THU",
            fingerprint="cd" * 32,
            decision=Decision(number="1/QĐ-UBND", issued_on=date(2021, 1, 1)),
            document=document or a_document(),
        )

    def the_period(self, **changes: Any) -> PeriodState:
        """The period as opened: SNV is replaced by STC on its own unit's sheet. With `changes` the next state of it."""
        now = datetime.now(UTC)
        if not self.state:
            self.state = {
                "version": 0,
                "period_id": self.period_id,
                "program": "task_completion",
                "year": 2021,
                "rehearsal": False,
                "status": "open",
                "criteria_sets": (SetOfPeriod(criteria_set_id=self.set_id, code="NV-THU", fingerprint="cd" * 32),),
                "self_assessment_from": now - 30 * DAY,
                "self_assessment_to": now - 20 * DAY,
                "late_until": now - 10 * DAY,
                "appraisal_from": now - 5 * DAY,
                "appraisal_to": now + 5 * DAY,
                "conflict_replacements": {"SNV": "STC", "STC": "SNV"},
                "sheets": tuple(
                    SheetOfPeriod(
                        sheet_id=sheet_id,
                        criteria_set_id=self.set_id,
                        set_code="NV-THU",
                        unit_code=unit,
                        unit_name=f"Sở {unit}",
                        unit_type="department",
                        ranking_group="department",
                    )
                    for unit, sheet_id in self.sheets.items()
                ),
            }
        cls = PeriodOpenedV1 if self.state["version"] == 0 else PeriodChangedV1
        self.state = {**self.state, **changes, "version": self.state["version"] + 1}
        return cls.model_validate(self.state)

    async def change_period(self, **changes: Any) -> None:
        """Tell the period's next state."""
        await self.house.tell(self.the_period(**changes))

    async def extend(self, unit: str, to: datetime, given_at: datetime | None = None) -> None:
        """A manager gave a unit more time."""
        extension = Extension(unit_code=unit, to=to, reason="Bão lũ", given_at=given_at or datetime.now(UTC), given_by=uuid4())
        await self.change_period(extensions=(*self.state.get("extensions", ()), extension))

    def sent(self, unit: str, *, version: int = 1, sent_at: datetime | None = None, **answers: AnswerOfSheet) -> SelfAssessmentSentV1:
        """A unit's snapshot: 1.1 self-scored 2, 1.2 a claim, 1.3 self-scored 1.50 with a file, B1 claimed 3 times."""
        usual = {
            "1.1": AnswerOfSheet(item="1.1", option="yes", self_score=Decimal(2), explanation="Đã làm"),
            "1.2": AnswerOfSheet(item="1.2", numerator="0", denominator="0", is_claim=True),
            "1.3": AnswerOfSheet(
                item="1.3",
                numerator="3",
                denominator="8",
                self_score=Decimal("1.50"),
                evidence=(EvidenceOfItem(name="Kế hoạch.pdf", sha256=SHA, size_bytes=10, media_type="application/pdf"),),
            ),
            "B1": AnswerOfSheet(item="B1", count=3),
        }
        return SelfAssessmentSentV1(
            version=version,
            sheet_id=self.sheets[unit],
            period_id=self.period_id,
            set_code="NV-THU",
            unit_code=unit,
            status="sent",
            sent_at=sent_at or datetime.now(UTC) - 21 * DAY,
            answers=tuple({**usual, **answers}.values()),
        )

    def recalled(self, unit: str, *, version: int = 2) -> SelfAssessmentRecalledV1:
        """The unit took its sheet back."""
        return SelfAssessmentRecalledV1(
            version=version, sheet_id=self.sheets[unit], period_id=self.period_id, set_code="NV-THU", unit_code=unit, status="recalled"
        )

    def some_forms(self) -> SurveyFormsPublishedV1:
        """Survey forms without a form that counts."""
        return SurveyFormsPublishedV1(version=1, survey_forms_id=uuid4(), fingerprint="ef" * 32, document={})

    async def appraisal(self, agency: str) -> dict[str, Any]:
        """An agency's appraisal as a manager sees it."""
        found = (await self.clients["manager"].get("/appraisals", params={"period_id": str(self.period_id)})).json()["items"]
        return next(a for a in found if a["appraiser_code"] == agency)

    async def id_of(self, agency: str) -> str:
        """The id of an agency's appraisal."""
        return str((await self.appraisal(agency))["id"])

    async def score(self, who: str, *lines: dict[str, Any]) -> dict[str, Any]:
        """Score lines by `who`; the batch's answer. A line's `unit` stands for its sheet."""
        agency = who.split("_", maxsplit=1)[0].upper()
        body = [{"sheet_id": str(self.sheets[line["unit"]]), **{k: v for k, v in line.items() if k != "unit"}} for line in lines]
        answer = await self.clients[who].patch(f"/appraisals/{await self.id_of(agency)}/scores", json={"lines": body})
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()
        return result

    async def score_all(self) -> None:
        """Every leaf of both agencies gets an answer."""
        snv = await self.score(
            "snv_lead",
            {"unit": PLAIN, "item": "1.1", "score": "2"},
            {"unit": SILENT, "item": "1.1", "score": "0.5", "reason": "Không gửi"},
        )
        stc = await self.score(
            "stc_lead",
            {"unit": OWN, "item": "1.1", "score": "2"},
            *({"unit": u, "item": "1.2", "not_applicable": True} for u in (PLAIN, OWN)),
            {"unit": SILENT, "item": "1.2", "score": "0", "reason": "Không gửi"},
            *({"unit": u, "item": "1.3", "score": "1.5"} for u in (PLAIN, OWN)),
            {"unit": SILENT, "item": "1.3", "score": "0", "reason": "Không gửi"},
        )
        assert not snv["refused"], snv
        assert not stc["refused"], stc


def codes(answer: dict[str, Any]) -> list[tuple[int, str]]:
    """Index and type of each refused line."""
    return [(r["index"], r["problem"]["type"].removeprefix("/problems/")) for r in answer["refused"]]
