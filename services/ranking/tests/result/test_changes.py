"""What a change makes of a result: only a number that really changed drops an agreement (rules §7)."""

from uuid import uuid4

from services.ranking.tests.world import DAY, DEADLINE, UNITS, XAY_DUNG, Y_TE, World, manager
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import text
from tests.support.eventually import eventually
from tests.support.house import House, ids

from chamdiem_contracts.assessment import SetOfPeriod, SheetOfPeriod
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_ranking.app import create_service

AGREE = {"minutes_sha256": "ab" * 32, "note": "Biên bản số 3"}


async def agreed(par: World, world: World) -> tuple[object, dict[str, object]]:
    """A task result that the council agreed on, as its manager sees it."""
    boss = await world.house.told(manager())
    await par.tell(*par.everything())
    await world.tell(*world.everything())
    result = await world.result(boss)
    answer = await boss.post(f"/periods/{world.period_id}/agree", json=AGREE, headers={"If-Match": f'"{result["version"]}"'})
    assert answer.status_code == 200, answer.text
    return boss, answer.json()


async def test_a_period_event_that_changes_no_number_keeps_the_agreement(par: World, world: World) -> None:
    boss, before = await agreed(par, world)
    told = len(await world.house.outbox())
    await world.tell(
        world.period(status="appraisal_closed"),
        world.period(clock_at=DEADLINE + 60 * DAY),
        world.period(lock_scope="writing"),
        world.period(holidays=((DEADLINE + 6 * DAY).date(),)),  # a Sunday after everybody has sent
        world.extended(Y_TE, DEADLINE + DAY),
    )
    assert await world.result(boss) == before  # type: ignore[arg-type]
    assert len(await world.house.outbox()) == told


async def test_scores_told_again_without_a_change_keep_the_agreement(par: World, world: World) -> None:
    boss, before = await agreed(par, world)
    await world.tell(world.appraised("SNV", Y_TE, i1_1="2.00"), world.survey())
    assert await world.result(boss) == before  # type: ignore[arg-type]


async def test_a_survey_form_opened_again_makes_the_result_wait_for_it_and_closing_brings_the_new_points(par: World, world: World) -> None:
    boss, before = await agreed(par, world)
    await world.tell(world.survey_reopened())
    result = await world.result(boss)  # type: ignore[arg-type]
    assert (result["status"], [(w["kind"], w["form"]) for w in result["waiting_for"]]) == ("provisional", [("survey", "F1")])
    assert await world.house.rows("SELECT 1 FROM known_survey_of_unit") == []
    await world.tell(world.survey(so_y_te={"Q1": {"1": 4}, "Q2": {"1": 4}}))
    result = await world.result(boss)  # type: ignore[arg-type]
    assert (result["status"], result["waiting_for"]) == ("aggregated", [])
    assert result["version"] > before["version"]  # type: ignore[operator]


async def test_a_reopening_that_arrives_after_its_closing_changes_nothing(par: World, world: World) -> None:
    late = world.survey_reopened()
    boss, before = await agreed(par, world)
    await world.tell(late)
    assert await world.result(boss) == before  # type: ignore[arg-type]


async def test_a_changed_number_needs_a_new_agreement_and_the_history_says_why(par: World, world: World) -> None:
    boss, before = await agreed(par, world)
    await world.tell(world.survey(so_y_te={"Q1": {"1": 4}, "Q2": {"1": 4}}))
    result = await world.result(boss)  # type: ignore[arg-type]
    assert (result["status"], result["version"], result["result_version"]) == ("aggregated", before["version"] + 1, 1)  # type: ignore[operator]
    changes = (await boss.get(f"/periods/{world.period_id}/history")).json()["items"]  # type: ignore[attr-defined]
    assert [(c["status"], c["reason"]) for c in changes] == [
        ("aggregated", "Đủ kết quả thẩm định và khảo sát; hệ thống tự tổng hợp."),
        ("agreed", "Biên bản số 3"),
        ("aggregated", "Số liệu thay đổi sau khi Hội đồng thống nhất; cần thống nhất lại."),
    ]
    assert changes[1]["minutes_sha256"] == "ab" * 32
    assert changes[2]["changed_by"] is None
    assert ids(await world.house.outbox())[-2:] == ["ranking.result.agreed.v1", "ranking.result.aggregated.v1"]


async def test_a_replacement_takes_away_what_the_agency_before_had_given(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    units = {**UNITS, "so-noi-vu": "Sở Nội vụ"}
    mine = World(world.house, par_period_id=par.period_id, units=units)
    await mine.tell(*par.everything(), *mine.everything())
    assert (await mine.scores(boss, "so-noi-vu"))["1.1"]["appraised_score"] == "2.00"
    await mine.tell(mine.period(conflict_enabled=True, conflict_replacements={"SNV": "STC", "STC": "SNV"}))
    assert (await mine.scores(boss, "so-noi-vu"))["1.1"]["appraised_score"] is None
    await mine.tell(mine.reopened("STC"), mine.appraised("STC", "so-noi-vu", i1_1="0.5", i1_2=None), mine.closed("STC"))
    assert (await mine.scores(boss, "so-noi-vu"))["1.1"]["appraised_score"] == "0.50"
    assert (await mine.scores(boss, Y_TE))["1.1"]["appraised_score"] == "2.00"


async def test_a_period_with_another_version_of_its_set_is_computed_by_that(par: World) -> None:
    boss = await par.house.told(manager())
    await par.tell(*par.everything())
    assert {line["level"] for line in (await boss.get(f"/periods/{par.period_id}/results")).json()["items"]} == {"A"}
    new_id = uuid4()
    grades = [{"code": "S", "title": "Xuất sắc", "min_percent": "95"}, *par.document["grades"]]
    amended = par.the_set().model_copy(update={"criteria_set_id": new_id, "version": 2, "document": {**par.document, "grades": grades}})
    used = (SetOfPeriod(criteria_set_id=new_id, code=par.document["code"], fingerprint="ce" * 32),)
    sheets = tuple(SheetOfPeriod.model_validate({**dict(sheet), "criteria_set_id": new_id}) for sheet in par.state["sheets"])
    await par.tell(par.period(criteria_sets=used, sheets=sheets), amended)
    lines = (await boss.get(f"/periods/{par.period_id}/results")).json()["items"]
    assert [(line["level"], line["index_percent"]) for line in lines] == [("S", "100.00")] * 3


async def test_a_round_that_is_followed_by_another_closes_nothing_and_the_last_ones_scores_count(par: World) -> None:
    boss = await par.house.told(manager())
    *told, snv, stc = par.everything()
    between = {"last_round": 2, "open": True}
    await par.tell(*told, snv.model_copy(update={**between, "round": 2, "open": False}), stc.model_copy(update=between))
    result = await par.result(boss)
    assert (result["status"], [w["appraiser_code"] for w in result["waiting_for"]]) == ("provisional", ["STC"])
    assert (await par.scores(boss, Y_TE))["1.2"]["appraised_score"] == "3.00"
    again = par.appraised("STC", Y_TE, i1_2="1")
    await par.tell(again, par.closed("STC").model_copy(update={"round": 2, "last_round": 2}))
    assert (await par.result(boss))["status"] == "aggregated"
    assert (await par.scores(boss, Y_TE))["1.2"]["appraised_score"] == "1.00"


async def test_one_changed_score_computes_one_sheet_and_ranks_its_group(house: House, par: World) -> None:
    boss = await house.told(manager())
    counts = []
    for size in (3, 60):
        world = World(house, program="par_index", document=par.document, units={f"so-{n:02}": f"Sở {n:02}" for n in range(size)})
        await world.tell(*world.everything())
        written = "SELECT item_result.sheet_id, item_result.xmin::text AS written FROM item_result JOIN known_sheet USING (sheet_id)"
        before = {r["sheet_id"]: r["written"] for r in await house.rows(f"{written} WHERE period_id = :p", p=world.period_id)}
        statements: list[str] = []

        def note(_c: object, _k: object, statement: str, *_: object, kept: list[str] = statements) -> None:
            kept.append(statement)

        engine = house.service.database.engine.sync_engine
        event = world.appraised("STC", "so-01", i1_2="1")
        async with house.service.transaction() as held:
            await held.execute(text("SELECT 1 FROM result WHERE period_id = :p FOR UPDATE"), {"p": world.period_id})
            await house.tell(event)
            marked = await house.rows("SELECT sheet_id FROM stale_sheet WHERE period_id = :p", p=world.period_id)
            assert [m["sheet_id"] for m in marked] == [world.sheets["so-01"]]
            sqlalchemy_event.listen(engine, "before_cursor_execute", note)
        await world.judged()
        sqlalchemy_event.remove(engine, "before_cursor_execute", note)
        counts.append(sum("sheet_result" in s or "item_result" in s or "known_" in s for s in statements))
        after = {r["sheet_id"]: r["written"] for r in await house.rows(f"{written} WHERE period_id = :p", p=world.period_id)}
        assert {s for s in after if after[s] != before[s]} == {world.sheets["so-01"]}
        lines = (await boss.get(f"/periods/{world.period_id}/results", params={"limit": 500})).json()["items"]
        assert [(line["unit_code"], line["rank"]) for line in lines if line["rank"] > 1] == [("so-01", 2)]
    assert counts[0] == counts[1] > 0, "the number of statements does not grow with the number of units"


async def test_two_replicas_tell_one_result_once(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    replica = create_service(world.house.service.settings, InProcessBus())
    async with replica.running():
        for told in [*par.everything(), *world.everything()]:
            await world.house.tell(told)
        for n in range(6):
            await world.house.tell(world.survey(so_y_te={"Q1": {"1": 4, "2": n}, "Q2": {"1": 4}}))
        await world.judged()
    result = await world.result(boss)
    assert result["status"] == "aggregated"
    told = [e for e in await world.house.outbox() if e.subject == str(world.period_id)]
    versions = [e.version for e in told]
    assert versions == sorted(set(versions))
    assert versions[-1] == result["version"]
    history = await world.house.rows("SELECT version FROM result_history WHERE period_id = :p ORDER BY version", p=world.period_id)
    assert [h["version"] for h in history] == list(range(1, result["version"] + 1))
    # 3 · (Q1 (4·50 + 5·100)/9 + Q2 50)/2 % = 3 · 63.89 %
    assert (await world.scores(boss, Y_TE))["2.1"]["final_score"] == "1.92"


async def test_a_period_that_cannot_be_judged_keeps_no_other_waiting(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    unknown = World(world.house, par_period_id=uuid4())
    await world.house.tell(*(e for e in unknown.everything() if "criteria_set" not in e.type))
    await world.house.tell(*par.everything(), *world.everything())

    async def aggregated() -> bool:
        return bool((await world.result(boss))["status"] == "aggregated")

    await eventually(aggregated)
    await unknown.tell(unknown.the_set())
    assert [w["kind"] for w in (await unknown.result(boss))["waiting_for"]] == ["par_index"]
    assert (await unknown.lines(boss))[XAY_DUNG]["unscored"] == ["2.3"]
