"""Rounds explored by Hypothesis: whatever the order of scores, questions, sends, answers and the clock, service and model agree."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.appraisal.tests.clarification.rounds import Rounds
from services.appraisal.tests.world import PLAIN, SILENT, World
from tests.support.databases import Databases
from tests.support.house import open_house
from tests.support.issuer import Issuer

from chamdiem_appraisal.app import create_service
from chamdiem_contracts.appraisal import AppraisalReopenedV1, AppraisalSentV1, AppraisedSheetChangedV1, ClarificationRequestedV1

UNITS = (PLAIN, SILENT)
CLOCK = (0.0, 1.0, 2.5, 3.0, 4.5)
"""Before the first window, in it, between the windows, in the second, after it."""
CLOSES = {1: 2.0, 2: 4.0}
ACTIONS = st.one_of(
    st.tuples(st.just("score"), st.sampled_from(UNITS), st.sampled_from(["0.5", "2"])),
    st.tuples(st.just("ask"), st.sampled_from(UNITS)),
    st.tuples(st.just("withdraw"), st.sampled_from(UNITS)),
    st.tuples(st.just("send")),
    st.tuples(st.just("answer"), st.sampled_from(UNITS)),
    st.tuples(st.just("later")),
    st.tuples(st.just("reopen")),
)


@dataclass
class Model:
    """SNV's appraisal of two leaves in a period with `rounds` of clarification."""

    rounds: int
    clock: int = 0
    round: int = 1
    status: str = "writing"
    scores: dict[str, str] = field(default_factory=dict)
    given_in: dict[str, int] = field(default_factory=dict)
    drafts: set[str] = field(default_factory=set)
    known: dict[int, set[str]] = field(default_factory=lambda: {1: set(), 2: set(), 3: set()})
    answered: set[tuple[int, str]] = field(default_factory=set)
    sent_scores: dict[str, str] = field(default_factory=dict)

    @property
    def now(self) -> float:
        return CLOCK[self.clock]

    def _closed(self, round_: int) -> bool:
        return self.now > CLOSES[round_]

    def settle(self) -> None:
        """A sent round that asked is followed by the next once all is answered or the window is over."""
        if self.status == "sent" and self.round <= self.rounds:
            waiting = {(self.round, unit) for unit in self.known[self.round]} - self.answered
            if not waiting or self._closed(self.round):
                self.status, self.round = "writing", self.round + 1

    def score(self, unit: str, score: str) -> str:
        if self.status == "sent":
            return "already-sent"
        bound = self.status == "writing" and self.round > 1
        if bound and unit not in self.known[self.round - 1] and self.given_in.get(unit) != self.round:
            return "not-in-round"
        self.scores[unit], self.given_in[unit] = score, self.round
        return ""

    def ask(self, unit: str, *, withdraw: bool) -> str:
        if self.status == "sent":
            return "already-sent"
        if self.round > self.rounds:
            return "no-clarification"
        if self._closed(self.round):
            return "clarification-over"
        if unit in self.known[self.round]:
            return "question-sent"
        (self.drafts.discard if withdraw else self.drafts.add)(unit)
        return ""

    def send(self) -> str:
        if self.status == "sent":
            return "already-sent"
        if set(self.scores) != set(UNITS):
            return "scores-missing"
        if self.drafts and self._closed(self.round):
            return "clarification-over"
        asks = bool(self.drafts or (self.round <= self.rounds and self.known[self.round]))
        if asks:
            self.known[self.round] |= self.drafts
        else:
            self.round = self.rounds + 1
        self.drafts, self.status, self.sent_scores = set(), "sent", dict(self.scores)
        return ""

    def reopen(self) -> str:
        if self.status != "sent":
            return "not-sent"
        self.status = "reopened"
        return ""

    @property
    def open(self) -> bool:
        return self.status != "sent" or self.round <= self.rounds


async def _play(played: Rounds, model: Model, action: Sequence[Any]) -> None:
    world, (act, *what) = played.world, action
    path = f"/appraisals/{await world.id_of('SNV')}"
    line = {"sheet_id": str(world.sheets[what[0]]), "item": "1.1"} if what else {}
    if act == "later":
        model.clock = min(model.clock + 1, len(CLOCK) - 1)
        await played.at(model.now)
    elif act == "answer":
        sent = sorted({(r, unit) for r in (1, 2) for unit in model.known[r] if unit == what[0]})
        if sent:
            model.answered |= set(sent)
            await world.house.tell(played.answers([(r, "1.1") for r, _ in sent], what[0]))
    elif act == "score":
        body = {"lines": [{**line, "score": what[1], "reason": "Theo hồ sơ"}]}
        await _taken(world.clients["snv"].patch(f"{path}/scores", json=body), model.score(what[0], what[1]))
    elif act in ("ask", "withdraw"):
        body = {"lines": [{**line, "question": "" if act == "withdraw" else "Vì sao?"}]}
        refusal = model.ask(what[0], withdraw=act == "withdraw")
        await _taken(world.clients["snv"].patch(f"{path}/questions", json=body), refusal)
    elif act == "send":
        await _taken(world.clients["snv_lead"].post(f"{path}/send"), model.send())
    else:
        await _taken(world.clients["manager"].post(f"{path}/reopen", json={"reason": "Xem lại"}), model.reopen())


async def _taken(asking: Any, refusal: str) -> None:
    answer = await asking
    body = answer.json()
    found = body["refused"][0]["problem"] if body.get("refused") else body
    assert str(found.get("type", "")).removeprefix("/problems/appraisal/") == refusal, answer.text


async def _agree(world: World, model: Model) -> None:
    seen = await world.appraisal("SNV")
    given = model.round in model.given_in.values()
    status = {"writing": "in_progress" if given else "pending"}.get(model.status, model.status)
    assert (seen["status"], seen["round"], seen["last_round"]) == (status, model.round, model.rounds + 1)


async def _told_is_what_stands(world: World, model: Model) -> None:
    """Who follows the events knows the scores as they were sent last, whether the agency's work goes on, and every question units know."""
    scores, open_, asked = {}, True, set()
    unit_of = {sheet: unit for unit, sheet in world.sheets.items()}
    for event in await world.house.outbox():
        if isinstance(event, AppraisedSheetChangedV1) and event.appraiser_code == "SNV":
            scores[unit_of[event.sheet_id]] = {i.item: str(i.score) for i in event.items}.get("1.1")
        elif isinstance(event, AppraisalSentV1 | AppraisalReopenedV1):
            open_ = event.open
        elif isinstance(event, ClarificationRequestedV1):
            asked |= {(q.round, unit_of[event.sheet_id]) for q in event.questions}
    assert {unit: scores.get(unit) for unit in model.sent_scores} == model.sent_scores
    assert open_ is model.open
    assert asked == {(r, unit) for r, units in model.known.items() for unit in units}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rounds=st.integers(0, 2), actions=st.lists(ACTIONS, max_size=30))
async def test_every_history_of_rounds_ends_as_the_rules_say(databases: Databases, issuer: Issuer, rounds: int, actions: list[Any]) -> None:
    async with open_house(databases, issuer, "chamdiem_appraisal", create_service) as house:
        world, model = World(house), Model(rounds)
        await world.begin()
        played = await Rounds.of(world, rounds)
        for action in actions:
            await _play(played, model, action)
            model.settle()
            await _agree(world, model)
        await _told_is_what_stands(world, model)
