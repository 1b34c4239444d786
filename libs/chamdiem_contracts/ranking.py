"""What ranking tells: the life of a result (Điều 11) and council sessions."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from chamdiem_contracts.assessment import Decision
from chamdiem_contracts.base import Event, Part, Points


class RankedUnit(Part):
    sheet_id: UUID
    unit_code: str
    ranking_group: str
    rank: int
    final_score: Points
    applicable_max: Points
    level: str


class ResultState(Event):
    """The result of one period as it stands (rules §7); all `ranking.result.*` events carry it."""

    period_id: UUID
    result_version: int
    status: Literal["provisional", "aggregated", "agreed", "published"]
    rows: tuple[RankedUnit, ...] = ()
    aggregated_at: AwareDatetime | None = None
    decision: Decision | None = None

    @property
    def subject(self) -> str:
        return str(self.period_id)


class ResultAggregatedV1(ResultState):
    """All appraisals are sent and all surveys closed; nobody pressed a button (Điều 11.1)."""

    type: ClassVar[str] = "ranking.result.aggregated.v1"


class ResultReopenedV1(ResultState):
    """The result became provisional again because what it stands on was reopened."""

    type: ClassVar[str] = "ranking.result.reopened.v1"


class ResultAgreedV1(ResultState):
    """The council agreed on the result (Điều 11.2)."""

    type: ClassVar[str] = "ranking.result.agreed.v1"


class ResultPublishedV1(ResultState):
    """The result was published with a decision; only published is final."""

    type: ClassVar[str] = "ranking.result.published.v1"


class CouncilSessionState(Event):
    """A council session in which locked members may read and agree (rules §4)."""

    session_id: UUID
    period_id: UUID
    open: bool

    @property
    def subject(self) -> str:
        return str(self.session_id)


class CouncilSessionOpenedV1(CouncilSessionState):
    """Home Affairs opened a council session."""

    type: ClassVar[str] = "ranking.council_session.opened.v1"


class CouncilSessionClosedV1(CouncilSessionState):
    """The session was closed; locks hold fully again."""

    type: ClassVar[str] = "ranking.council_session.closed.v1"


class AppealState(Event):
    """A unit's appeal against a published result; what it says and why it was answered so is read at ranking."""

    appeal_id: UUID
    period_id: UUID
    unit_code: str
    unit_name: str
    result_version: int
    asked_at: AwareDatetime
    outcome: Literal["upheld", "corrected"] | None = None
    answered_at: AwareDatetime | None = None

    @property
    def subject(self) -> str:
        return str(self.appeal_id)


class AppealAskedV1(AppealState):
    """A head appealed against the published result of the own unit."""

    type: ClassVar[str] = "ranking.appeal.asked.v1"


class AppealAnsweredV1(AppealState):
    """Home Affairs answered an appeal, by a reason or a published correction."""

    type: ClassVar[str] = "ranking.appeal.answered.v1"
