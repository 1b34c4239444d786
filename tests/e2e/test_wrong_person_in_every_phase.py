"""A period from before its first day to its agreement: in each phase the right person gets on, all others learn and change nothing."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.e2e.live import ok, open_live, problem
from tests.e2e.operations import MANAGERS, UNIT_ITSELF, Operation, operations_on, tells_of_the_unit
from tests.e2e.period_world import (
    AFTER,
    APPRAISAL,
    KINDS,
    LATE,
    OPENS,
    OTHER,
    SILENT,
    SUB,
    UNIT,
    PeriodWorld,
)
from tests.rights.matrix import MATRIX
from tests.support.eventually import eventually

PHASES = ("before", "begun", "filled", "approved", "sent", "late", "over", "appraising", "appraised", "aggregated", "agreed")
AT_APPRAISAL_SHEET = frozenset({"snv_lead", "snv_member", "stc_lead", "council"}) | MANAGERS | UNIT_ITSELF


@dataclass
class Walk:
    """The period on its way; `reach` goes forward only, so the tests below stand in the order of the phases."""

    world: PeriodWorld
    phase: str = "before"
    notes: dict[str, Any] = field(default_factory=dict)

    def past(self, phase: str) -> bool:
        return PHASES.index(self.phase) >= PHASES.index(phase)

    async def reach(self, phase: str) -> PeriodWorld:
        """Walk on to the phase, every step by the right person."""
        for following in PHASES[PHASES.index(self.phase) + 1 : PHASES.index(phase) + 1]:
            step: Callable[[], Awaitable[None]] = getattr(self, f"_to_{following}")
            await step()
            self.phase = following
        assert self.phase == phase, "these tests run in the order of the phases"
        return self.world

    async def _to_begun(self) -> None:
        await self.world.at(OPENS)

    async def _to_filled(self) -> None:
        await self.world.fill(UNIT, "officer")
        await self.world.fill(OTHER, "other_officer")
        ok(await self.world.people["officer"].post(self.world.sheet("/submit")))

    async def _to_approved(self) -> None:
        await self.world.approve(UNIT, "head")

    async def _to_sent(self) -> None:
        assert (await self.world.send(UNIT, "head"))["late"] is False

    async def _to_late(self) -> None:
        await self.world.at(LATE)
        await self.world.approve(OTHER, "other_head")
        assert (await self.world.send(OTHER, "other_head"))["late"] is True

    async def _to_over(self) -> None:
        await self.world.at(AFTER)

    async def _to_appraising(self) -> None:
        await self.world.at(APPRAISAL)
        people, world = self.world.people, self.world
        work = {"lines": [{"account_id": world.accounts["snv_member"].id, "sheets": [world.sheets[OTHER]]}]}
        ok(await people["snv_lead"].put(f"/appraisal/appraisals/{world.appraisals['SNV']}/members", json=work, headers={"If-Match": '"0"'}))
        score = f"/appraisal/appraisals/{world.appraisals['SNV']}/sheets/{world.sheets[UNIT]}/items/1.1/score"
        ok(await people["snv_lead"].put(score, json={"score": "4"}, headers={"If-Match": '"0"'}))

    async def _to_appraised(self) -> None:
        await self._score_all("SNV", "snv_lead")
        ok(await self.world.people["snv_lead"].post(f"/appraisal/appraisals/{self.world.appraisals['SNV']}/send"))

    async def _to_aggregated(self) -> None:
        await self._score_all("STC", "stc_lead")
        ok(await self.world.people["stc_lead"].post(f"/appraisal/appraisals/{self.world.appraisals['STC']}/send"))

        async def aggregated() -> bool:
            result: dict[str, Any] = ok(await self.world.people["manager"].get(f"/ranking/periods/{self.world.period_id}"))
            return bool(result["status"] == "aggregated")

        async def told_back() -> bool:
            return (await self.world.people["head"].get(f"/appraisal/sheets/{self.world.sheets[UNIT]}")).is_success

        await eventually(aggregated)
        await eventually(told_back)

    async def _to_agreed(self) -> None:
        manager, period = self.world.people["manager"], f"/ranking/periods/{self.world.period_id}"
        tag = (await manager.get(period)).headers["ETag"]
        ok(await manager.post(f"{period}/agree", json={"note": ""}, headers={"If-Match": tag}))

    async def _score_all(self, agency: str, lead: str) -> None:
        client, id_ = self.world.people[lead], self.world.appraisals[agency]
        missing = ok(await client.get(f"/appraisal/appraisals/{id_}/missing"))["items"]
        lines = [{"sheet_id": m["sheet_id"], "item": m["item"], "score": "0", "reason": "Không đủ căn cứ"} for m in missing]
        saved = ok(await client.patch(f"/appraisal/appraisals/{id_}/scores", json={"lines": lines}))
        assert saved["refused"] == [], saved

    def hidden_from(self, operation: Operation) -> frozenset[str]:
        """Those of `exists_for` for whom it does not exist yet."""
        if operation.service == "assessment":
            return frozenset() if self.past("sent") else MANAGERS
        if operation.service == "appraisal":
            of_sheet = operation.row.startswith("GET /sheets/")
            early = frozenset() if self.past("aggregated") else UNIT_ITSELF | {"council"}
            return (early if self.past("sent") else AT_APPRAISAL_SHEET) if of_sheet else frozenset()
        if self.past("aggregated"):
            return frozenset()
        return UNIT_ITSELF | {"other_head"} | ({"council"} if operation.row.endswith("/why") else frozenset())


@pytest.fixture(scope="module")
async def walk() -> AsyncIterator[Walk]:
    async with open_live() as live:
        yield Walk(await PeriodWorld.begin(live))


async def standing(world: PeriodWorld) -> dict[tuple[str, str], Any]:
    """All that a stranger could have changed, as those see it who may."""
    period, agencies = world.period_id, world.appraisals
    asked = [
        *((who, world.sheet(rest)) for who in ("officer",) for rest in ("", "/history", "/missing", "/items/1.1/history")),
        ("officer", f"/assessment/evidence?period_id={period}"),
        ("other_officer", world.sheet("", OTHER)),
        ("other_officer", f"/assessment/evidence?period_id={period}"),
        ("manager", f"/assessment/periods/{period}"),
        ("manager", f"/assessment/periods/{period}/extensions"),
        ("manager", f"/assessment/periods/{period}/history"),
        *(
            ("manager", f"/appraisal/appraisals/{id_}{rest}")
            for id_ in agencies.values()
            for rest in ("", "/items", "/knock-outs", "/members")
        ),
        *(("manager", f"/ranking/periods/{period}{rest}") for rest in ("", "/results", "/history", "/council-sessions")),
        ("administrator", "/identity/accounts"),
        ("administrator", "/identity/units"),
    ]
    found = {}
    for who, path in asked:
        answer = await world.people[who].get(path)
        found[who, path] = (answer.status_code, {k: v for k, v in answer.json().items() if k != "trace"})
    return found


# Whom their kind alone keeps out, in every phase alike, is asked in these; whom unit, agency or phase keep out, in each.
EVERYBODY_IN = ("filled", "agreed")


async def wrong_people(walk: Walk) -> list[tuple[Any, ...]]:
    """Who of all that may not got something else than they should, or a word about the unit."""
    wrong: list[tuple[Any, ...]] = []
    for operation in operations_on(walk.world):
        hidden = walk.hidden_from(operation)
        for who, client in walk.world.people.items():
            may_ask = who in KINDS and KINDS[who] in MATRIX[operation.service][operation.row]
            if who in operation.exists_for - hidden and may_ask:
                continue
            due = operation.refusal(who)
            if due[0] != 404 and walk.phase not in EVERYBODY_IN:
                continue
            answer = await operation.ask(client)
            got = problem(answer)
            if got != due or tells_of_the_unit(walk.world, answer.text):
                wrong.append((operation.row, who, got, due))
    return wrong


OUTSIDERS = frozenset({"anonymous", "locked", "support", "administrator"})
_APPRAISERS = {"snv_lead": "SNV", "snv_member": "SNV", "stc_lead": "STC"}


async def leaks(walk: Walk) -> list[tuple[Any, ...]]:
    """What lists, counts and records of all kinds tell of the unit to whom they should not."""
    world, period = walk.world, walk.world.period_id
    lists = [
        "/identity/accounts",
        "/identity/units",
        "/identity/me",
        "/assessment/periods",
        f"/assessment/periods/{period}",
        f"/assessment/periods/{period}/sheets",
        f"/assessment/periods/{period}/extensions",
        f"/assessment/periods/{period}/history",
        f"/assessment/evidence?period_id={period}",
        f"/appraisal/appraisals?period_id={period}",
        f"/appraisal/periods/{period}/progress",
        *(f"/appraisal/appraisals/{id_}/{rest}" for id_ in world.appraisals.values() for rest in ("items", "missing", "knock-outs")),
        "/ranking/periods",
        f"/ranking/periods/{period}/results",
        f"/ranking/periods/{period}/scores",
        "/ranking/published",
    ]
    sheet = world.sheets[UNIT]
    may_see_sheet = MANAGERS | UNIT_ITSELF
    may_read = UNIT_ITSELF
    # What is assigned to an agency and has no score yet is its own business from the first day on; nothing stands there but the code.
    assigned = {(who, f"/appraisal/appraisals/{world.appraisals[a]}/missing") for who, a in _APPRAISERS.items()}
    if walk.past("sent"):
        may_see_sheet |= {"snv_lead", "snv_member", "stc_lead"}
        may_read |= MANAGERS | {"snv_lead", "snv_member"}
    if walk.past("aggregated"):
        may_see_sheet |= {"council"}
    found = []
    for who, client in world.people.items():
        if who in may_read or (who in OUTSIDERS and walk.phase not in EVERYBODY_IN):
            continue
        for path in lists:
            known = tells_of_the_unit(world, (await client.get(path)).text)
            seen_too_early = sheet in known and who not in may_see_sheet and (who, path) not in assigned
            if seen_too_early or set(known) - {sheet}:
                found.append((who, path, known))
    seen = tells_of_the_unit(world, (await world.people["officer"].get(world.sheet())).text)
    assert len(seen) == (5 if walk.past("filled") else 1), "it would be found"
    return found


async def nothing_for_strangers(walk: Walk) -> None:
    before = await standing(walk.world)
    assert await wrong_people(walk) == []
    assert await leaks(walk) == []
    assert await standing(walk.world) == before


Refusals = list[tuple[str, str, str, Any, tuple[int, str]]]


async def refused(walk: Walk, *asked: tuple[str, str, str, Any, tuple[int, str]]) -> None:
    """The right people in the wrong phase: who, method, path, body, what they are told; nothing changes."""
    before = await standing(walk.world)
    got = []
    for who, method, path, body, _ in asked:
        sent = {} if body is None else {"json": body}
        answer = await walk.world.people[who].request(method, path, headers={"If-Match": '"0"'}, **sent)
        got.append((who, method, path, problem(answer)))
    assert got == [(who, method, path, due) for who, method, path, _, due in asked]
    assert await standing(walk.world) == before


def saving(world: PeriodWorld, who: str, due: tuple[int, str], unit: str = UNIT) -> list[tuple[str, str, str, Any, tuple[int, str]]]:
    """Every way in which a unit writes, all refused alike."""
    item = {"option": "khong"}
    return [
        (who, "PUT", world.sheet("/items/1.1", unit), item, due),
        (who, "PATCH", world.sheet("/items", unit), {"lines": [{"item": "1.1", **item}]}, due),
        (who, "POST", world.sheet("/submit", unit), None, due),
    ]


def scoring(world: PeriodWorld, who: str, agency: str, due: tuple[int, str]) -> list[tuple[str, str, str, Any, tuple[int, str]]]:
    """Every way in which an agency writes, all refused alike."""
    appraisal, sheet = f"/appraisal/appraisals/{world.appraisals[agency]}", world.sheets[UNIT]
    return [
        (who, "PUT", f"{appraisal}/sheets/{sheet}/items/1.1/score", {"score": "4"}, due),
        (who, "PATCH", f"{appraisal}/scores", {"lines": [{"sheet_id": sheet, "item": "1.1", "score": "4"}]}, due),
        (who, "POST", f"{appraisal}/agree", {"lines": [{"sheet_id": sheet, "item": "1.1"}]}, due),
        (who, "PATCH", f"{appraisal}/knock-outs", {"lines": [{"sheet_id": sheet, "code": "KL", "confirmed": True}]}, due),
        (who, "POST", f"{appraisal}/send", None, due),
    ]


async def test_before_the_first_day_nobody_enters_anything(walk: Walk) -> None:
    world = await walk.reach("before")
    early = (409, "assessment/too-early")
    await refused(
        walk,
        *saving(world, "officer", early),
        ("head", "POST", world.sheet("/approve"), {"fingerprint": "a" * 64}, early),
        ("head", "POST", world.sheet("/send"), None, early),
        ("officer", "POST", "/assessment/evidence", {"period_id": world.period_id, "name": "a.pdf", "size_bytes": 10}, early),
        *scoring(world, "snv_lead", "SNV", (409, "appraisal/phase-not-begun")),
    )
    await nothing_for_strangers(walk)


async def test_the_clock_is_moved_by_an_administrator_only_and_never_back(walk: Walk) -> None:
    world = await walk.reach("before")
    clock, at = f"/assessment/periods/{world.period_id}/clock", {"at": OPENS}
    others = [(who, "PUT", clock, at, (403, "access/not-permitted")) for who in KINDS if who != "administrator"]
    await refused(walk, *others, ("administrator", "PUT", clock, {"at": "2021-01-01T00:00:00+07:00"}, (409, "assessment/clock-backwards")))


async def test_nobody_decides_for_a_unit_they_belong_to(walk: Walk) -> None:
    world = await walk.reach("before")
    path = f"/assessment/periods/{world.period_id}/extensions"
    body = {"to": "2022-01-31T17:00:00+07:00", "reason": "Bão lũ"}
    await refused(
        walk,
        ("own_manager", "POST", path, {"unit_code": UNIT, **body}, (403, "assessment/own-unit")),
        ("stand_in", "POST", path, {"unit_code": UNIT, **body}, (403, "assessment/own-unit")),
        ("manager", "POST", path, {"unit_code": "so-noi-vu", **body}, (403, "assessment/own-unit")),
        ("manager", "POST", path, {"unit_code": SUB, **body}, (404, "assessment/unit-not-in-set")),
        *(
            (who, "POST", path, {"unit_code": UNIT, **body}, (403, "access/not-permitted"))
            for who in ("head", "snv_lead", "administrator", "support")
        ),
    )


async def test_in_the_self_assessment_phase_only_the_unit_enters_and_nobody_appraises(walk: Walk) -> None:
    world = await walk.reach("begun")
    await refused(
        walk,
        ("officer", "POST", world.sheet("/approve"), {"fingerprint": "a" * 64}, (403, "access/not-permitted")),
        ("head", "POST", world.sheet("/send"), None, (409, "assessment/incomplete")),
        ("head", "POST", world.sheet("/recall"), {"reason": "Sửa"}, (409, "assessment/not-sent")),
        *scoring(world, "snv_lead", "SNV", (409, "appraisal/phase-not-begun")),
    )
    await nothing_for_strangers(walk)


async def test_what_a_unit_entered_exists_for_it_alone_until_it_is_sent(walk: Walk) -> None:
    world = await walk.reach("filled")
    foreign, unknown = (
        {"option": "co", "evidence": [id_]} for id_ in (world.evidence[OTHER]["id"], "01a20c8c-baa7-72c3-92f1-79eb3c956e54")
    )
    told = []
    for line in (foreign, unknown):
        answer = await world.people["officer"].put(world.sheet("/items/1.1"), json=line, headers={"If-Match": '"1"'})
        told.append({key: value for key, value in answer.json().items() if key != "trace"})
    assert told[0] == told[1], "another unit's file and one that never was are refused in the same words"
    await refused(walk, ("officer", "PUT", world.sheet("/items/1.1"), foreign, (422, "assessment/evidence-missing")))
    await nothing_for_strangers(walk)


async def test_an_approved_report_is_not_written_to(walk: Walk) -> None:
    world = await walk.reach("approved")
    await refused(
        walk,
        *saving(world, "officer", (409, "assessment/already-approved")),
        *saving(world, "head", (409, "assessment/already-approved")),
        ("officer", "POST", world.sheet("/send"), None, (403, "access/not-permitted")),
        (
            "head",
            "PUT",
            world.sheet("/signed-report"),
            {"evidence_id": world.evidence[OTHER]["id"]},
            (422, "assessment/signed-report-refused"),
        ),
    )
    await nothing_for_strangers(walk)


async def test_a_sent_sheet_is_closed_to_its_unit_and_read_by_managers_and_its_agencies(walk: Walk) -> None:
    world = await walk.reach("sent")
    sent = (409, "assessment/already-sent")
    await refused(
        walk,
        *saving(world, "officer", sent),
        ("head", "POST", world.sheet("/send"), None, sent),
        ("officer", "POST", world.sheet("/recall"), {"reason": "Sửa"}, (403, "access/not-permitted")),
        *scoring(world, "snv_lead", "SNV", (409, "appraisal/phase-not-begun")),
    )
    for who in ("snv_lead", "snv_member", "stc_lead"):
        seen = ok(await world.people[who].get(f"/appraisal/sheets/{world.sheets[UNIT]}"))
        assert {item["item"] for item in seen["items"]} == ({"1.2"} if who == "stc_lead" else {"1.1"}), who
    await nothing_for_strangers(walk)


async def test_after_the_deadline_a_sheet_is_sent_late_but_not_recalled(walk: Walk) -> None:
    world = await walk.reach("late")
    await refused(walk, ("other_head", "POST", world.sheet("/recall", OTHER), {"reason": "Sửa"}, (409, "assessment/too-late")))
    await nothing_for_strangers(walk)


async def test_after_the_last_instant_nothing_is_entered_or_sent_by_anybody(walk: Walk) -> None:
    world = await walk.reach("over")
    silent = (await world.live.grant(silent_head={"kind": "data_entry", "unit_code": SILENT, "roles": [{"role": "unit_approver"}]}))[
        "silent_head"
    ]
    world.people["silent_head"] = world.live.client(silent)
    try:
        late = (409, "assessment/too-late")
        await refused(
            walk,
            *saving(world, "silent_head", late, SILENT),
            ("silent_head", "POST", world.sheet("/send", SILENT), None, late),
            ("silent_head", "POST", "/assessment/evidence", {"period_id": world.period_id, "name": "a.pdf", "size_bytes": 10}, late),
        )
    finally:
        del world.people["silent_head"]
    await nothing_for_strangers(walk)


async def test_in_the_appraisal_phase_an_agency_scores_its_own_items_and_a_member_what_was_given(walk: Walk) -> None:
    world = await walk.reach("appraising")
    appraisal, sheet = f"/appraisal/appraisals/{world.appraisals['SNV']}", world.sheets[UNIT]
    not_mine = (404, "appraisal/not-assigned")
    await refused(
        walk,
        ("snv_member", "PUT", f"{appraisal}/sheets/{sheet}/items/1.1/score", {"score": "4"}, not_mine),
        ("snv_lead", "PUT", f"{appraisal}/sheets/{sheet}/items/1.2/score", {"score": "3"}, not_mine),
        ("snv_lead", "PUT", f"{appraisal}/sheets/{world.sheets['so-noi-vu']}/items/1.1/score", {"score": "4"}, not_mine),
        ("snv_lead", "POST", f"{appraisal}/send", None, (409, "appraisal/scores-missing")),
        ("head", "POST", world.sheet("/recall"), {"reason": "Sửa"}, (409, "assessment/appraisal-begun")),
        ("manager", "POST", f"{appraisal}/reopen", {"reason": "Soát lại"}, (409, "appraisal/not-sent")),
    )
    await nothing_for_strangers(walk)


async def test_after_sending_an_agency_writes_nothing_more_and_the_unit_does_not_see_its_scores(walk: Walk) -> None:
    world = await walk.reach("appraised")

    async def locked() -> bool:
        return problem(await world.people["snv_lead"].post(f"/appraisal/appraisals/{world.appraisals['SNV']}/send"))[0] == 403

    await eventually(locked)
    locked_out = (403, "access/appraisal-locked")
    await refused(walk, *scoring(world, "snv_lead", "SNV", locked_out), *scoring(world, "snv_member", "SNV", locked_out))
    walk.notes["locked"] = {who: world.people.pop(who) for who in ("snv_lead", "snv_member")}
    await nothing_for_strangers(walk)


async def test_an_aggregated_result_is_seen_by_council_and_managers_and_each_head_sees_one_line(walk: Walk) -> None:
    world = await walk.reach("aggregated")
    period = f"/ranking/periods/{world.period_id}"
    seen = {}
    for who in ("manager", "own_manager", "council", "head", "other_head", "stand_in"):
        lines = ok(await world.people[who].get(f"{period}/results"))["items"]
        sheets = ok(await world.people[who].get(f"{period}/scores"))["items"]
        assert {line["unit_code"] for line in lines} == {s["unit_code"] for s in sheets}, who
        seen[who] = {line["unit_code"] for line in lines}
    everyone = {UNIT, OTHER, SILENT, "so-noi-vu"}
    assert seen == {
        "manager": everyone,
        "own_manager": everyone,
        "council": everyone,
        "head": {UNIT},
        "other_head": {OTHER},
        "stand_in": {"so-noi-vu"},
    }
    conclusions = [(f"{period}/agree", {"note": ""}), (f"{period}/council-sessions", None)]
    await refused(
        walk,
        *(("stand_in", "POST", path, body, (403, "access/not-permitted")) for path, body in conclusions),
        *(("council", "POST", path, body, (403, "access/not-permitted")) for path, body in conclusions),
    )
    walk.notes["locked"] |= {who: world.people.pop(who) for who in ("stc_lead",) if who in world.people}
    await nothing_for_strangers(walk)


async def test_a_rehearsal_is_agreed_on_but_never_published_and_the_public_sees_nothing(walk: Walk) -> None:
    world = await walk.reach("agreed")
    period, decision = f"/ranking/periods/{world.period_id}", {"decision": {"number": "1", "issued_on": "2022-03-01"}}
    tag = (await world.people["manager"].get(period)).headers["ETag"]
    before = await standing(world)
    for path, body in (("publish", decision), ("corrections", {**decision, "reason": "Sửa"})):
        answer = await world.people["manager"].post(f"{period}/{path}", json=body, headers={"If-Match": tag})
        assert problem(answer) == (409, "ranking/rehearsal")
    assert await standing(world) == before
    assert ok(await world.people["anonymous"].get("/ranking/published"))["items"] == []
    assert problem(await world.people["anonymous"].get(f"/ranking/published/{world.period_id}"))[0] == 404
    await nothing_for_strangers(walk)
