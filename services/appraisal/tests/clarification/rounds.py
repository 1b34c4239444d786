"""A period with windows of clarification and a clock of its own; what the tests of rounds begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from services.appraisal.tests.world import DAY, PLAIN, World

from chamdiem_contracts.assessment import ClarificationAnswer, ClarificationSentV1, EvidenceOfItem

FILE = EvidenceOfItem(name="Bổ sung.pdf", sha256="cd" * 32, size_bytes=12, media_type="application/pdf")


@dataclass
class Rounds:
    """The world, the clock's beginning, and how often a unit has answered."""

    world: World
    begin: datetime
    told: int = 0

    @classmethod
    async def of(cls, world: World, rounds: int = 1, **period: Any) -> "Rounds":
        """Windows from the first to the second day after now, and from the third to the fourth."""
        begin = datetime.now(UTC).replace(microsecond=0)
        windows = [{"opens_at": begin + n * DAY, "closes_at": begin + (n + 1) * DAY} for n in (1, 3)][:rounds]
        usual = {"clarification_rounds": rounds, "clarifications": windows, "rehearsal": True, "clock_at": begin}
        await world.change_period(**{**usual, "unit_sees_scores": "clarification", **period})
        return cls(world, begin)

    async def at(self, days: float, moment: timedelta = timedelta(0)) -> None:
        """Move the clock."""
        await self.world.change_period(
            clock_at=self.begin + days * DAY + moment, clock_version=self.world.state.get("clock_version", 0) + 1
        )

    async def ask(self, who: str, *lines: tuple[str, str, str]) -> dict[str, Any]:
        """Ask by unit, item and question; the batch's answer."""
        agency = who.split("_", maxsplit=1)[0].upper()
        body = [{"sheet_id": str(self.world.sheets[unit]), "item": item, "question": question} for unit, item, question in lines]
        answer = await self.world.clients[who].patch(f"/appraisals/{await self.world.id_of(agency)}/questions", json={"lines": body})
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()
        return result

    async def send(self, agency: str) -> dict[str, Any]:
        """The lead sends; the appraisal after it."""
        answer = await self.world.clients[f"{agency.lower()}_lead"].post(f"/appraisals/{await self.world.id_of(agency)}/send")
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()
        return result

    def answers(self, answered: Sequence[tuple[int, str]], unit: str = PLAIN, **fields: Any) -> ClarificationSentV1:
        """What assessment tells once a unit's head sent answers, all of them ever, by round and item."""
        self.told += 1
        usual = {"text": "Xin giải trình", "evidence": (FILE,), "answered_at": self.begin}
        return ClarificationSentV1(
            version=self.told,
            sheet_id=self.world.sheets[unit],
            period_id=self.world.period_id,
            unit_code=unit,
            sent_at=self.begin,
            answers=tuple(ClarificationAnswer.model_validate({**usual, "round": r, "item": i, **fields}) for r, i in answered),
        )
