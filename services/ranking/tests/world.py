"""Valid things for ranking's tests, told as the other services tell them. A test names only what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import httpx
from services.ranking.tests import documents
from tests.support.eventually import eventually
from tests.support.house import House, an_account

from chamdiem_contracts.appraisal import (
    AppraisalOpenedV1,
    AppraisalReopenedV1,
    AppraisalSentV1,
    AppraisalState,
    AppraisedItem,
    AppraisedSheetChangedV1,
    AppraisedSheetVersion,
)
from chamdiem_contracts.assessment import (
    AnswerCount,
    AnswerOfSheet,
    CriteriaSetPublishedV1,
    Decision,
    Extension,
    PeriodChangedV1,
    PeriodClockMovedV1,
    PeriodOpenedV1,
    PeriodState,
    SelfAssessmentSentV1,
    SetOfPeriod,
    SheetOfPeriod,
    SurveyClosedV1,
    SurveyFormsPublishedV1,
    SurveyOfUnit,
    SurveyReopenedV1,
)
from chamdiem_contracts.identity import AccountChangedV1
from chamdiem_rules.instants import VIETNAM

DEADLINE = datetime(2022, 1, 31, 17, 0, tzinfo=VIETNAM)  # a Monday
DAY = timedelta(days=1)
UNITS = {"so-y-te": "Sở Y tế", "so-xay-dung": "Sở Xây dựng", "so-du-lich": "Sở Du lịch"}
Y_TE, XAY_DUNG, DU_LICH = UNITS


@dataclass
class World:
    """One period in the house. `house.tell(world.…())` brings it an event; `told_all` brings all that aggregation needs."""

    house: House
    program: str = "task_completion"
    document: Mapping[str, Any] = field(default_factory=documents.tasks)
    par_period_id: UUID | None = None
    units: Mapping[str, str] = field(default_factory=lambda: dict(UNITS))
    period_id: UUID = field(default_factory=uuid4)
    set_id: UUID = field(default_factory=uuid4)
    forms_id: UUID = field(default_factory=uuid4)
    campaign_id: UUID = field(default_factory=uuid4)
    sheets: dict[str, UUID] = field(default_factory=dict)
    appraisals: dict[str, AppraisalState] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)
    versions: dict[Any, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sheets = {unit: uuid4() for unit in self.units}

    def next_version(self, key: Any) -> int:
        """Versions of a subject, from 1."""
        self.versions[key] = self.versions.get(key, 0) + 1
        return self.versions[key]

    # what assessment tells
    def the_set(self) -> CriteriaSetPublishedV1:
        decision = Decision(number="12/QĐ-UBND", issued_on=date(2021, 1, 15))
        return CriteriaSetPublishedV1(
            version=1,
            criteria_set_id=self.set_id,
            code=self.document["code"],
            fingerprint="cd" * 32,
            decision=decision,
            document=self.document,
        )

    def the_forms(self) -> SurveyFormsPublishedV1:
        return SurveyFormsPublishedV1(version=1, survey_forms_id=self.forms_id, fingerprint="ef" * 32, document=documents.FORMS)

    def period(self, **changes: Any) -> PeriodState:
        """The period as opened, a rehearsal whose clock stands ten days after its last instant; with `changes` its next state."""
        if not self.state:
            code = self.document["code"]
            self.state = {
                "period_id": self.period_id,
                "program": self.program,
                "year": 2021,
                "rehearsal": True,
                "status": "open",
                "criteria_sets": (SetOfPeriod(criteria_set_id=self.set_id, code=code, fingerprint="cd" * 32),),
                "survey_forms_id": self.forms_id,
                "par_period_id": self.par_period_id,
                "self_assessment_from": DEADLINE - 30 * DAY,
                "self_assessment_to": DEADLINE,
                "late_until": DEADLINE + 20 * DAY,
                "appraisal_from": DEADLINE,
                "conflict_enabled": False,
                "clock_at": DEADLINE + 30 * DAY,
                "clock_version": 1,
                "sheets": tuple(
                    SheetOfPeriod(
                        sheet_id=self.sheets[unit],
                        criteria_set_id=self.set_id,
                        set_code=code,
                        unit_code=unit,
                        unit_name=name,
                        unit_type="department",
                        ranking_group="department",
                    )
                    for unit, name in self.units.items()
                ),
            }
        cls: type[PeriodState] = PeriodOpenedV1 if "version" not in self.state else PeriodChangedV1
        if changes.keys() == {"clock_at"}:
            cls = PeriodClockMovedV1
            changes["clock_version"] = self.state["clock_version"] + 1
        self.state = {**self.state, **changes, "version": self.next_version("period")}
        return cls.model_validate(self.state)

    def extended(self, unit: str, to: datetime) -> PeriodState:
        """A manager gave a unit more time."""
        given = Extension(unit_code=unit, to=to, reason="Bão lũ", given_at=datetime.now(UTC), given_by=uuid4())
        return self.period(extensions=(*self.state.get("extensions", ()), given))

    def sent(self, unit: str, sent_at: datetime = DEADLINE, **self_scores: str | None) -> SelfAssessmentSentV1:
        """A unit's snapshot: 1.1 "yes" (2 points), 1.2 claimed not applicable; `self_scores` by item with `_` for the dot overrule."""
        scores: dict[str, str | None] = {
            "1.1": "2",
            "1.2": None,
            **{k.replace("i", "").replace("_", "."): v for k, v in self_scores.items()},
        }
        answers = [
            AnswerOfSheet(
                item=item,
                option="yes" if item == "1.1" else None,
                numerator="0" if score is None else score,
                denominator="0" if score is None else "3",
                is_claim=score is None,
                self_score=None if score is None else Decimal(score),
                explanation="Theo báo cáo năm.",
            )
            for item, score in scores.items()
        ]
        return SelfAssessmentSentV1(
            version=self.next_version(("sheet", unit)),
            sheet_id=self.sheets[unit],
            period_id=self.period_id,
            set_code=self.document["code"],
            unit_code=unit,
            status="sent",
            sent_at=sent_at,
            late=sent_at > DEADLINE,
            report_fingerprint=uuid4().hex * 2,
            answers=tuple(answers),
        )

    def survey_reopened(self) -> SurveyReopenedV1:
        """The form is open again."""
        version = self.next_version("survey")
        return SurveyReopenedV1(version=version, campaign_id=self.campaign_id, form="F1", period_ids=(self.period_id,))

    def survey(self, *, valid: int | None = 4, **counts: Mapping[str, Mapping[str, int]]) -> SurveyClosedV1:
        """Form F1 closed: by default every unit has four answers "Hài lòng" on Q1 and two of them on Q2 (100 %, 100 %)."""
        usual = {"Q1": {"2": 4}, "Q2": {"2": 2}}
        units = tuple(
            SurveyOfUnit(
                unit_code=unit,
                valid=valid,
                counts=tuple(
                    AnswerCount(question=question, option=option, count=count)
                    for question, options in counts.get(unit.replace("-", "_"), usual).items()
                    for option, count in options.items()
                ),
            )
            for unit in self.units
        )
        return SurveyClosedV1(
            version=self.next_version("survey"),
            campaign_id=self.campaign_id,
            form="F1",
            survey_forms_id=self.forms_id,
            period_ids=(self.period_id,),
            units=units,
        )

    # what appraisal tells
    def appraised(self, agency: str, unit: str, knock_outs: tuple[str, ...] = (), **given: str | int | None) -> AppraisedSheetChangedV1:
        """What an agency gave to a sheet: `i1_1="2"` a score, `i1_2=None` an agreed claim, `iB1=3` a count."""
        items = []
        for key, value in given.items():
            item = key.removeprefix("i").replace("_", ".")
            score = Decimal(value) if isinstance(value, str) else None
            count = value if isinstance(value, int) else None
            items.append(
                AppraisedItem(
                    item=item, score=score, count=count, not_applicable=value is None, scored_by=uuid4(), scored_at=datetime.now(UTC)
                )
            )
        return AppraisedSheetChangedV1(
            version=self.next_version((agency, unit)),
            appraisal_id=self._appraisal(agency).appraisal_id,
            period_id=self.period_id,
            sheet_id=self.sheets[unit],
            appraiser_code=agency,
            items=tuple(items),
            knock_outs=knock_outs,
        )

    def opened(self, agency: str) -> AppraisalState:
        return self._next(agency, AppraisalOpenedV1, status="in_progress", open=True, sheets=())

    def closed(self, agency: str) -> AppraisalState:
        """The agency has sent; it names the newest version of each sheet it gave something to."""
        sheets = tuple(
            AppraisedSheetVersion(sheet_id=self.sheets[unit], version=self.versions[agency, unit])
            for unit in self.units
            if (agency, unit) in self.versions
        )
        return self._next(agency, AppraisalSentV1, status="sent", open=False, sheets=sheets, sent_at=datetime.now(UTC))

    def reopened(self, agency: str) -> AppraisalState:
        return self._next(agency, AppraisalReopenedV1, status="reopened", open=True, sheets=(), reason="Chấm nhầm")

    def _appraisal(self, agency: str) -> AppraisalState:
        if agency not in self.appraisals:
            self.appraisals[agency] = AppraisalOpenedV1(
                version=0,
                appraisal_id=uuid4(),
                period_id=self.period_id,
                appraiser_code=agency,
                round=1,
                last_round=1,
                status="pending",
                open=True,
            )
        return self.appraisals[agency]

    def _next(self, agency: str, cls: type[AppraisalState], **changes: Any) -> AppraisalState:
        before = self._appraisal(agency)
        self.appraisals[agency] = cls.model_validate({**before.model_dump(), **changes, "version": before.version + 1})
        return self.appraisals[agency]

    # whole stories
    def everything(self) -> list[Any]:
        """All that aggregation needs: three sheets sent in time, everything appraised with full marks, the survey closed."""
        told: list[Any] = [self.the_set(), self.the_forms(), self.period(), self.opened("SNV"), self.opened("STC")]
        told += [self.sent(unit) for unit in self.units]
        told += [self.appraised("SNV", unit, i1_1="2") for unit in self.units]
        told += [self.appraised("STC", unit, i1_2="3" if self.program == "par_index" else None) for unit in self.units]
        told += [self.closed("SNV"), self.closed("STC")]
        return [*told, self.survey()] if self.program == "task_completion" else told

    async def tell(self, *events: Any) -> None:
        """Bring events and wait until all they mark was judged."""
        await self.house.tell(*events)
        await self.judged()

    async def judged(self) -> None:
        """Wait until nothing is marked any more."""

        async def nothing_marked() -> bool:
            return not await self.house.rows("SELECT 1 FROM stale_period LIMIT 1")

        await eventually(nothing_marked)

    # what people see
    async def result(self, client: httpx.AsyncClient) -> dict[str, Any]:
        answer = await client.get(f"/periods/{self.period_id}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def lines(self, client: httpx.AsyncClient) -> dict[str, dict[str, Any]]:
        """Lines by unit, in the order answered."""
        answer = await client.get(f"/periods/{self.period_id}/results")
        assert answer.status_code == 200, answer.text
        return {line["unit_code"]: line for line in answer.json()["items"]}

    async def scores(self, client: httpx.AsyncClient, unit: str) -> dict[str, dict[str, Any]]:
        """A unit's items by code."""
        answer = await client.get(f"/periods/{self.period_id}/scores")
        assert answer.status_code == 200, answer.text
        sheet = next(s for s in answer.json()["items"] if s["unit_code"] == unit)
        return {item["item"]: item for item in sheet["items"]}


def manager() -> AccountChangedV1:
    return an_account("management")


def council_member() -> AccountChangedV1:
    return an_account("appraisal", "council_member", appraiser_code="SNV")


def head(unit: str) -> AccountChangedV1:
    return an_account("data_entry", "unit_approver", unit_code=unit)


def officer(unit: str) -> AccountChangedV1:
    return an_account("data_entry", unit_code=unit)
