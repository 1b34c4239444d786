"""A result is aggregated by itself, from exact numbers, whatever the order in which the others tell (rules §6, §7)."""

from fractions import Fraction

from services.ranking.tests.world import DAY, DEADLINE, DU_LICH, XAY_DUNG, Y_TE, World, manager
from sqlalchemy import text
from tests.support.eventually import eventually
from tests.support.house import ids

from chamdiem_ranking.known.store import save_survey


async def test_a_result_is_aggregated_by_itself_once_everything_is_there(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(*par.everything(), *world.everything())
    result = await world.result(boss)
    assert (result["status"], result["waiting_for"], result["result_version"]) == ("aggregated", [], 1)
    lines = await world.lines(boss)
    # 1.1 2, 1.2 not applicable, survey 3, in time 1, PAR index 100 % of 1: 7 of 7.
    assert [(line["unit_name"], line["rank"], line["final_score"], line["applicable_max"]) for line in lines.values()] == [
        ("Sở Du lịch", 1, "7.00", "7.00"),
        ("Sở Xây dựng", 1, "7.00", "7.00"),
        ("Sở Y tế", 1, "7.00", "7.00"),
    ]
    assert ids(await world.house.outbox()) == ["ranking.result.aggregated.v1"] * 2


async def test_what_a_result_waits_for_is_named(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(
        *(world.the_set(), world.the_forms(), world.period(), world.opened("SNV"), world.opened("STC")),
        *(world.sent(unit) for unit in world.units),
    )
    assert (await world.result(boss))["version"] == 0
    assert await world.lines(boss) == {}
    await world.tell(world.appraised("SNV", Y_TE, i1_1="2"), world.closed("SNV"))
    result = await world.result(boss)
    assert result["status"] == "provisional"
    assert [(w["kind"], w["name"]) for w in result["waiting_for"]] == [("appraisal", "STC"), ("survey", "F1"), ("par_index", "")]
    line = (await world.lines(boss))[Y_TE]
    assert line["unscored"] == ["1.2", "2.1", "2.3", "T2"]
    assert await world.house.outbox() == []


async def test_an_appraisal_counts_as_sent_only_with_the_sheets_it_names(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = [e for e in world.everything() if e.type != "appraisal.appraised_sheet.changed.v1"]
    late = [world.appraised("STC", unit, i1_2="1.5") for unit in world.units]
    scores = [world.appraised("SNV", unit, i1_1="0.5") for unit in world.units]
    await world.tell(*par.everything(), *told, *scores, late[0], late[1], world.closed("STC"), world.closed("SNV"))
    result = await world.result(boss)
    assert [(w["kind"], w["appraiser_code"]) for w in result["waiting_for"]] == [("appraisal", "STC")]
    await world.tell(late[2])
    assert (await world.result(boss))["status"] == "aggregated"


async def test_reopening_an_appraisal_makes_it_and_what_leans_on_it_provisional_again(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(*par.everything(), *world.everything())
    await par.tell(par.reopened("SNV"))
    await world.judged()
    assert (await par.result(boss))["status"] == "provisional"
    result = await world.result(boss)
    assert [w["kind"] for w in result["waiting_for"]] == ["par_index"]
    assert (await world.lines(boss))[Y_TE]["unscored"] == ["2.3"]
    await par.tell(par.appraised("SNV", Y_TE, i1_1="0.5"), par.closed("SNV"))
    await world.judged()
    assert (await world.result(boss))["status"] == "aggregated"
    # PAR index of Sở Y tế: 3.5 of 5 = 70 %, so 0.7 of 1 point.
    assert (await world.scores(boss, Y_TE))["2.3"]["final_score"] == "0.70"
    told = [(e.type.split(".")[2], e.period_id == par.period_id) for e in await world.house.outbox()]  # type: ignore[attr-defined]
    assert told[2:] == [("reopened", True), ("reopened", False), ("aggregated", True), ("aggregated", False)]


async def test_a_period_without_the_par_index_of_its_program_goes_on_when_that_is_aggregated(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(*world.everything())
    assert [w["kind"] for w in (await world.result(boss))["waiting_for"]] == ["par_index"]
    await par.tell(*par.everything())
    await world.judged()
    assert (await world.result(boss))["status"] == "aggregated"


async def test_a_survey_closed_late_brings_the_points_it_was_waited_for(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = world.everything()
    await world.tell(*par.everything(), *told[:-1])
    assert [w["form"] for w in (await world.result(boss))["waiting_for"]] == ["F1"]
    assert (await world.scores(boss, Y_TE))["2.1"]["final_score"] is None
    # Q1: 1 of 3 weight 100, 2 of 3 weight 50 = 66.67 %; Q2: nobody answered; 3 · 2/3 = 2 points. Too few at Sở Xây dựng.
    await world.tell(world.survey(so_y_te={"Q1": {"2": 1, "1": 2, "9": 5}, "Q2": {}}))
    assert (await world.result(boss))["status"] == "aggregated"
    assert (await world.scores(boss, Y_TE))["2.1"]["final_score"] == "2.00"


async def test_survey_points_are_known_before_any_appraisal_is_sent(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(
        *(world.the_set(), world.the_forms(), world.period(), world.opened("SNV"), world.opened("STC")),
        *(world.sent(unit) for unit in world.units),
    )
    assert await world.lines(boss) == {}
    await world.tell(world.survey(so_y_te={"Q1": {"2": 1, "1": 2, "9": 5}, "Q2": {}}))
    assert (await world.result(boss))["status"] == "provisional"
    assert (await world.scores(boss, Y_TE))["2.1"]["final_score"] == "2.00"


async def test_too_few_answers_make_a_survey_leaf_not_applicable(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = world.everything()
    await world.tell(*par.everything(), *told[:-1], world.survey(valid=1))
    line = (await world.lines(boss))[Y_TE]
    assert (line["final_score"], line["applicable_max"], line["index_percent"]) == ("4.00", "4.00", "100.00")
    assert (await world.scores(boss, Y_TE))["2.1"]["not_applicable"]


async def test_a_unit_that_sent_nothing_is_late_without_end(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = [e for e in world.everything() if getattr(e, "unit_code", "") != DU_LICH]
    none = [world.appraised("SNV", DU_LICH, i1_1="0.5"), world.appraised("STC", DU_LICH, i1_2="0")]
    await world.tell(*par.everything(), *told, *none, world.closed("SNV"), world.closed("STC"))
    line = (await world.lines(boss))[DU_LICH]
    assert (await world.result(boss))["status"] == "aggregated"
    # 0.5 + 0 + 3 + 0 + 1 less the cap of T1 = 3.5 of 10, and KO2 would cap where the index already lies.
    assert (line["final_score"], line["deduction"], line["level"], line["rank"]) == ("3.50", "1.00", "NOT_COMPLETED", 2)
    assert (line["self_total"], line["level_by_index"], line["knocked_out_by"]) == ("0.00", "NOT_COMPLETED", [])


async def test_a_sheet_that_can_still_be_sent_is_waited_for_until_the_clock_passes(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = [e for e in world.everything() if getattr(e, "unit_code", "") != DU_LICH]
    none = [world.appraised("SNV", DU_LICH, i1_1="0.5"), world.appraised("STC", DU_LICH, i1_2="0")]
    await world.tell(*par.everything(), *told, *none, world.closed("SNV"), world.closed("STC"), world.period(clock_at=DEADLINE + 20 * DAY))
    await world.tell(world.extended(DU_LICH, DEADLINE + 40 * DAY))
    assert [w["kind"] for w in (await world.result(boss))["waiting_for"]] == ["self_assessment"]
    await world.tell(world.period(clock_at=DEADLINE + 40 * DAY))
    assert (await world.result(boss))["status"] == "provisional"
    await world.tell(world.period(clock_at=DEADLINE + 41 * DAY))
    assert (await world.result(boss))["status"] == "aggregated"
    assert (await world.scores(boss, DU_LICH))["T1"]["final_score"] == "1.00"


async def test_lateness_goes_by_the_extension_and_the_holidays(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    told = [e for e in world.everything() if getattr(e, "unit_code", "") != XAY_DUNG]
    # Sent on Thursday: Tuesday to Thursday are three working days, one of them a holiday.
    await world.tell(*par.everything(), *told, world.sent(XAY_DUNG, DEADLINE + 3 * DAY))
    assert (await world.scores(boss, XAY_DUNG))["T1"]["count"] == 3
    await world.tell(world.period(holidays=((DEADLINE + 2 * DAY).date(),)))
    scores = await world.scores(boss, XAY_DUNG)
    assert (scores["T1"]["count"], scores["T1"]["final_score"], scores["2.2"]["final_score"]) == (2, "0.50", "0.00")
    assert (await world.lines(boss))[XAY_DUNG]["rank"] == 2
    await world.tell(world.extended(XAY_DUNG, DEADLINE + 3 * DAY))
    assert (await world.scores(boss, XAY_DUNG))["T1"]["count"] == 0
    assert {line["rank"] for line in (await world.lines(boss)).values()} == {1}


async def test_points_finer_than_shown_stay_exact_in_sums(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(*par.everything(), *world.everything())
    await world.tell(world.reopened("SNV"))
    await world.tell(*(world.appraised("SNV", unit, i1_1="0.5", iB1=n) for n, unit in enumerate(world.units, 1)), world.closed("SNV"))
    lines = await world.lines(boss)
    # B1 is 0.125 each: shown half-up with two digits, summed exactly; T2 (gap over 10 % of 2) takes 0.5.
    assert [lines[u]["bonus"] for u in world.units] == ["0.13", "0.25", "0.38"]
    assert [lines[u]["final_score"] for u in world.units] == ["5.13", "5.25", "5.38"]
    exact = [Fraction(100) * Fraction(x) / 7 for x in ("5.125", "5.25", "5.375")]
    assert [Fraction(lines[u]["index_exact"]) for u in world.units] == [Fraction(round(x * 10**12), 10**12) for x in exact]
    assert [lines[u]["rank"] for u in world.units] == [3, 2, 1]


async def test_a_set_with_points_of_fifteen_digits_is_aggregated_exactly(house: object, par: World) -> None:
    boss = await par.house.told(manager())
    huge, most = "999999999999999.999999", "999999999999999.999999"
    document = par.document
    leaf = document["fields"][0]["criteria"][0]["sub_criteria"][1]
    leaf["max_score"] = huge
    total = "1000000000000001.999999"
    leaf["max_score"] = "999999999999997.999999"
    total = "999999999999999.999999"
    for node in (document, document["fields"][0], document["fields"][0]["criteria"][0]):
        node["max_score"] = total
    document["appraised_max"] = total  # type: ignore[index]
    document["score_decimals"] = "6"  # type: ignore[index]
    told = [e for e in par.everything() if getattr(e, "appraiser_code", "") != "STC"]
    given = [par.appraised("STC", unit, i1_2="999999999999997.999999") for unit in par.units]
    await par.tell(*told, *given, par.closed("STC"))
    line = (await par.lines(boss))[Y_TE]
    assert (line["final_score"], line["index_exact"]) == (most, "100.000000000000")


async def test_what_arrives_while_a_result_is_judged_is_computed_too(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    *told, survey = world.everything()
    await world.tell(*par.everything(), *told)
    async with world.house.service.transaction() as tx:
        # Judging cannot take the marks of sheets before this transaction ends; what it read before is then old.
        await tx.execute(text("LOCK TABLE stale_sheet IN ACCESS EXCLUSIVE MODE"))
        await world.house.tell(world.period(clock_at=DEADLINE + 31 * DAY))

        async def judging() -> bool:
            return bool(await world.house.rows("SELECT 1 FROM pg_locks WHERE relation = 'stale_sheet'::regclass AND NOT granted"))

        await eventually(judging)
        await save_survey(tx, survey)
    await world.judged()
    assert (await world.result(boss))["status"] == "aggregated"
    assert (await world.scores(boss, Y_TE))["2.1"]["final_score"] == "3.00"
