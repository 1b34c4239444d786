"""An agency's lead who scores, sends, and is let in again by the manager, again and again."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.faults.people import PATIENCE_S, Answer, Person
from tests.support.eventually import eventually
from tests.support.state import connected, count

SCORES_PER_SEND = 6
POSSIBLE = {"1.1": (Decimal(0), Decimal(2)), "1.2": tuple(Decimal(n) / 100 for n in range(300)), "1.3": (Decimal(1), Decimal(3))}
"""The scores that the way of scoring each leaf of the story can come to, in points."""


@dataclass
class Given:
    """What was acknowledged last of one score."""

    version: int
    score: Decimal = Decimal(0)
    reason: str = ""


class Appraiser:
    """Between steps the appraisal is open; `finish` leaves it sent."""

    def __init__(self, lead: Person, manager: Person, appraisal_id: str, account_id: str, items: Sequence[Mapping[str, Any]]) -> None:
        self.lead, self.manager, self.appraisal_id, self.account_id = lead, manager, appraisal_id, account_id
        self.scores = {(str(item["sheet_id"]), str(item["item"])): Given(int(item["version"])) for item in items}
        self.first = {key: given.version for key, given in self.scores.items()}
        self.saves = self.sends = self.reopenings = 0
        self._chance = random.Random(appraisal_id)

    @property
    def acknowledged(self) -> int:
        """How many sends."""
        return self.sends

    async def step(self) -> None:
        """Score some, send, and wait to be let in again."""
        await self._score(self._chance.sample(sorted(self.scores), SCORES_PER_SEND))
        await self._send()
        await self._reopened()

    async def score_all(self) -> None:
        """So that it can be sent."""
        await self._score(sorted(self.scores))

    async def finish(self) -> None:
        """Send for good."""
        await self.score_all()
        await self._send()

    async def check(self) -> None:
        """Every score is the last that was acknowledged, saved as often as that, and the appraisal was sent and reopened as often."""
        found = {(item["sheet_id"], item["item"]): item for item in await self.items()}
        for key, given in self.scores.items():
            item = found[key]
            assert (item["version"], Decimal(item["score"]), item["reason"]) == (given.version, given.score, given.reason), (key, item)
        changes = await self._history()
        assert (changes["sent"], changes["reopened"]) == (self.sends, self.reopenings), changes

    async def check_told(self, databases: Mapping[str, str]) -> None:
        """Nothing was kept or told twice, and identity closed and opened the lead's access as often as it was told."""
        async with connected(databases["appraisal"]) as database:
            for (sheet, item), given in self.scores.items():
                kept = await database.fetchval(
                    "SELECT array_agg(version ORDER BY version) FROM appraised_score_history WHERE sheet_id = $1 AND item = $2", sheet, item
                )
                assert kept == list(range(1, given.version + 1)), (sheet, item)
        told = f"FROM outbox WHERE data::json->>'appraisal_id' = '{self.appraisal_id}' AND type = 'appraisal.appraisal.%s.v1'"
        for event, times in (("sent", self.sends), ("reopened", self.reopenings)):
            assert await count(databases["appraisal"], f"SELECT count(*) {told % event}") == times, event
        locked = f"SELECT count(*) FROM account_history WHERE act = 'appraisal_locked' AND account_id = '{self.account_id}'"
        assert await count(databases["identity"], locked) == self.sends

    async def check_ranked(self, url: str) -> None:
        """The result is made of the scores that were sent last."""
        async with connected(url) as database:
            for (sheet, item), given in self.scores.items():
                wanted = "SELECT appraised_score_micro FROM item_result WHERE sheet_id = $1 AND item = $2"
                assert await database.fetchval(wanted, sheet, item) == given.score * 1_000_000, (sheet, item, given)

    async def items(self) -> list[dict[str, Any]]:
        """What the agency appraises, page by page."""
        found: list[dict[str, Any]] = []
        after: dict[str, str] = {}
        while True:
            page = await self.manager.get(self._place("/items"), limit=100, **after)
            found += page["items"]
            if not page["next"]:
                return found
            after = {"after": page["next"]}

    async def _score(self, keys: Sequence[tuple[str, str]]) -> None:
        for sheet, item in keys:
            given = self.scores[sheet, item]
            score = self._chance.choice(POSSIBLE[item])
            body = {"score": f"{score:f}", "reason": f"Lần {given.version + 1}"}
            place = self._place(f"/sheets/{sheet}/items/{item}/score")
            answer = await self.lead.ask("PUT", place, json=body, headers={"If-Match": f'"{given.version}"'})
            present = answer.body["present"] if answer.status == 412 else answer.ok()
            assert (present["version"], present["reason"]) == (given.version + 1, body["reason"]), (sheet, item, answer, body)
            self.scores[sheet, item] = Given(given.version + 1, score, body["reason"])
            self.saves += 1

    async def _send(self) -> None:
        answer = await self.lead.ask("POST", self._place("/send"))
        if not answer.done:
            # It was sent, and who sent may already be shut out.
            assert answer.again and answer.problem in ("appraisal/already-sent", "access/appraisal-locked"), answer
            assert (await self.manager.get(self._place()))["status"] == "sent"
        self.sends += 1
        # Over identity and back: the sending has gone out, and the lock has come in.
        await eventually(self._is_shut_out, within_s=PATIENCE_S)

    async def _reopened(self) -> None:
        answer = await self.manager.ask("POST", self._place("/reopen"), json={"reason": "Chấm lại"})
        if not answer.done:
            assert answer.again and (await self.manager.get(self._place()))["status"] != "sent", answer
        self.reopenings += 1

        await eventually(self._may_write, within_s=PATIENCE_S)

    async def _is_shut_out(self) -> bool:
        return (await self._tried()).problem == "access/appraisal-locked"

    async def _may_write(self) -> bool:
        return (await self._tried()).status in (200, 422)

    async def _tried(self) -> Answer:
        return await self.lead.ask("PATCH", self._place("/scores"), json={"lines": []})

    async def _history(self) -> Counter[str]:
        acts: Counter[str] = Counter()
        after: dict[str, str] = {}
        while True:
            page = await self.manager.get(self._place("/history"), limit=100, **after)
            acts.update(change["act"] for change in page["items"])
            if not page["next"]:
                return acts
            after = {"after": page["next"]}

    def _place(self, rest: str = "") -> str:
        return f"/appraisal/appraisals/{self.appraisal_id}{rest}"
