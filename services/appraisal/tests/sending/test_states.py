"""An appraisal explored by Hypothesis: whatever the order of scores, sends, reopenings and extensions, service and model agree."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.appraisal.tests.world import DAY, OWN, PLAIN, SILENT, World
from tests.support.databases import Databases
from tests.support.house import open_house
from tests.support.issuer import Issuer

from chamdiem_appraisal.app import create_service
from chamdiem_contracts.appraisal import AppraisalReopenedV1, AppraisalSentV1, AppraisedSheetChangedV1

LEAVES = {"SNV": {(PLAIN, "1.1"), (SILENT, "1.1")}, "STC": {(OWN, "1.1")} | {(u, i) for u in (PLAIN, OWN, SILENT) for i in ("1.2", "1.3")}}
AGENCIES = st.sampled_from(sorted(LEAVES))
ACTIONS = st.one_of(
    st.tuples(st.just("score"), AGENCIES, st.sampled_from([PLAIN, OWN, SILENT]), st.sampled_from(["1.1", "1.2", "1.3"])),
    st.tuples(st.just("score_all"), AGENCIES),
    st.tuples(st.just("send"), AGENCIES),
    st.tuples(st.just("reopen"), AGENCIES),
    st.tuples(st.just("extend")),
    st.tuples(st.just("silent_sends")),
)


@dataclass
class Model:
    """What has to be so."""

    sent: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(LEAVES, False))
    scored: set[tuple[str, str]] = field(default_factory=set)
    silent_is_open: bool = False
    silent_has_sent: bool = False

    def score(self, agency: str, leaf: tuple[str, str]) -> bool:
        """Whether the score is taken."""
        if self.sent[agency] or leaf not in LEAVES[agency] or (leaf[0] == SILENT and self.silent_is_open):
            return False
        self.scored.add(leaf)
        return True

    def send(self, agency: str) -> bool:
        """Whether the sending is taken."""
        if self.sent[agency] or self.silent_is_open or not LEAVES[agency] <= self.scored:
            return False
        self.sent[agency] = True
        return True

    def extend(self) -> None:
        """The silent unit gets more time: its scores go and its appraisals open, unless it has sent already."""
        if self.silent_has_sent or self.silent_is_open:
            return
        self.silent_is_open = True
        self.scored = {leaf for leaf in self.scored if leaf[0] != SILENT}
        self.sent = dict.fromkeys(LEAVES, False)


async def _play(world: World, model: Model, action: Sequence[Any]) -> None:
    act, *what = action
    if act == "score":
        agency, *leaf = what
        await _score(world, model, agency, [(leaf[0], leaf[1])])
    elif act == "score_all":
        await _score(world, model, what[0], sorted(LEAVES[what[0]]))
    elif act == "send":
        answer = await world.clients[f"{what[0].lower()}_lead"].post(f"/appraisals/{await world.id_of(what[0])}/send")
        assert answer.status_code == (200 if model.send(what[0]) else 409), answer.text
    elif act == "reopen":
        answer = await world.clients["manager"].post(f"/appraisals/{await world.id_of(what[0])}/reopen", json={"reason": "Xem lại"})
        assert answer.status_code == (200 if model.sent[what[0]] else 409), answer.text
        model.sent[what[0]] = False
    elif act == "extend" and not model.silent_is_open and not model.silent_has_sent:
        model.extend()
        await world.extend(SILENT, datetime.now(UTC) + DAY)
    elif act == "silent_sends" and model.silent_is_open:
        model.silent_is_open, model.silent_has_sent = False, True
        await world.house.tell(world.sent(SILENT, sent_at=datetime.now(UTC)))


async def _score(world: World, model: Model, agency: str, leaves: Sequence[tuple[str, str]]) -> None:
    lines = [{"sheet_id": str(world.sheets[u]), "item": i, "score": "2", "reason": "Theo hồ sơ"} for u, i in leaves]
    client = world.clients[agency.lower()]
    answer = await client.patch(f"/appraisals/{await world.id_of(agency)}/scores", json={"lines": lines})
    was_sent = model.sent[agency]
    taken = [model.score(agency, leaf) for leaf in leaves]
    assert answer.status_code == (409 if was_sent else 200), answer.text
    if not was_sent:
        assert [r["index"] for r in answer.json()["refused"]] == [place for place, good in enumerate(taken) if not good]


async def _agree(world: World, model: Model) -> None:
    for agency, leaves in LEAVES.items():
        seen = await world.appraisal(agency)
        assert (seen["status"] == "sent") == model.sent[agency]
        assert seen["scored"] == len(leaves & model.scored)


async def _told_is_what_stands(world: World, model: Model) -> None:
    """Who follows the events knows every score of every appraisal that is sent."""
    sheets: dict[Any, AppraisedSheetChangedV1] = {}
    open_: dict[str, bool] = {}
    for event in await world.house.outbox():
        if isinstance(event, AppraisedSheetChangedV1):
            assert event.version == (sheets[event.subject].version + 1 if event.subject in sheets else 1)
            sheets[event.subject] = event
        elif isinstance(event, AppraisalSentV1 | AppraisalReopenedV1):
            open_[event.appraiser_code] = event.open
            for named in event.sheets:
                assert sheets[f"{event.appraisal_id}/{named.sheet_id}"].version == named.version
    for agency, is_sent in model.sent.items():
        assert open_.get(agency, True) is not is_sent
        if is_sent:
            told = {(e.sheet_id, i.item) for e in sheets.values() if e.appraiser_code == agency for i in e.items}
            assert told == {(world.sheets[u], i) for u, i in LEAVES[agency]}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(actions=st.lists(ACTIONS, max_size=25))
async def test_every_history_of_an_appraisal_ends_as_the_rules_say(databases: Databases, issuer: Issuer, actions: list[Any]) -> None:
    async with open_house(databases, issuer, "chamdiem_appraisal", create_service) as house:
        world, model = World(house), Model()
        await world.begin()
        for action in actions:
            await _play(world, model, action)
            await _agree(world, model)
        await _told_is_what_stands(world, model)
