"""Sums made by the database for a whole period give what was computed sheet by sheet (rules §6)."""

from services.ranking.tests.world import DAY, DEADLINE, DU_LICH, XAY_DUNG, Y_TE, World

from chamdiem_ranking.known import reading as known
from chamdiem_ranking.result.computing import computing
from chamdiem_ranking.result.whole_period import outcomes_of_period
from chamdiem_rules.totals import index_of


async def test_a_whole_period_summed_at_once_equals_its_sheets_computed_one_by_one(par: World, world: World) -> None:
    told = [e for e in world.everything() if e.type not in ("assessment.self_assessment.sent.v1", "appraisal.appraised_sheet.changed.v1")]
    sent = [world.sent(Y_TE), world.sent(XAY_DUNG, DEADLINE + 15 * DAY, i1_1="0.5", i1_2="1.25")]
    given = [
        world.appraised("SNV", Y_TE, knock_outs=("KO1",), i1_1="2", iB1=3),
        world.appraised("SNV", XAY_DUNG, i1_1="0.5", iB1=20),
        world.appraised("SNV", DU_LICH, i1_1="0.5"),
        world.appraised("STC", Y_TE, i1_2=None),
        world.appraised("STC", XAY_DUNG, i1_2="1.25"),
        world.appraised("STC", DU_LICH, i1_2="0"),
    ]
    await world.tell(*par.everything(), *told, *sent, *given, world.closed("SNV"), world.closed("STC"))
    async with world.house.service.transaction() as tx:
        period = await known.period_of(tx, world.period_id)
        assert period is not None
        rules = await known.rules_of(tx, period)
        assert rules is not None
        means = await computing(tx, period, rules)
        found = {id_: o async for batch in outcomes_of_period(tx, world.period_id, rules.sets, means.knock_out_facts) for id_, o in batch}
    stored = {r["sheet_id"]: r for r in await world.house.rows("SELECT * FROM sheet_result WHERE period_id = :id", id=world.period_id)}
    assert found.keys() == stored.keys() == set(world.sheets.values())
    assert {r["level"] for r in stored.values()} == {"COMPLETED", "NOT_COMPLETED"}, "knock-outs have to be among what is compared"
    for sheet_id, outcome in found.items():
        row = stored[sheet_id]
        assert (outcome.bonus, outcome.deduction, outcome.final_score) == (
            row["bonus_micro"],
            row["deduction_micro"],
            row["final_score_micro"],
        )
        assert outcome.applicable_max == row["applicable_max_micro"]
        assert outcome.index == index_of(outcome.final_score, outcome.applicable_max)
        assert (outcome.level, outcome.level_by_index, list(outcome.knocked_out_by)) == (
            row["level"],
            row["level_by_index"],
            row["knocked_out_by"],
        )
