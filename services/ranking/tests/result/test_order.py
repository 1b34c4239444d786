"""Events may arrive in any order and more than once: the result is the same."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.ranking.tests import documents
from services.ranking.tests.world import DAY, DEADLINE, DU_LICH, XAY_DUNG, Y_TE, World, manager
from tests.support.house import House

_SHOWN = ("rank", "final_score", "applicable_max", "index_exact", "level", "knocked_out_by", "bonus", "deduction", "unscored")


def a_story(house: House) -> tuple[World, World, list[Any]]:
    """A PAR and a task period with a late and a silent unit, a reopened appraisal, an extension, a moved clock; all events of it."""
    par = World(house, program="par_index", document=documents.par())
    world = World(house, par_period_id=par.period_id)
    told = [e for e in world.everything() if getattr(e, "unit_code", "") != DU_LICH]
    told += [world.appraised("SNV", DU_LICH, i1_1="0.5"), world.appraised("STC", DU_LICH, i1_2="0")]
    told += [world.appraised("SNV", XAY_DUNG, ("KO1",), i1_1="0.5", iB1=3), world.reopened("STC"), world.closed("STC"), world.closed("SNV")]
    told += [world.sent(Y_TE, DEADLINE + 3 * DAY, i1_1="2", i1_2=None), world.extended(Y_TE, DEADLINE + DAY)]
    told += [world.period(clock_at=DEADLINE + 50 * DAY), world.survey(so_y_te={"Q1": {"1": 4}, "Q2": {"2": 1, "0": 3}})]
    return par, world, [*par.everything(), par.appraised("SNV", Y_TE, i1_1="0.5"), par.closed("SNV"), *told]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_every_order_gives_the_same_result(house: House, data: st.DataObject) -> None:
    boss = await house.told(manager())
    _, usual, events = a_story(house)
    await usual.tell(*events)
    _, shuffled, events = a_story(house)
    order = data.draw(st.permutations(events))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=4)))
    for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
        await house.tell(*order[start:end])
    await shuffled.judged()
    assert (await shuffled.result(boss))["status"] == "aggregated"
    expected, found = await usual.lines(boss), await shuffled.lines(boss)
    assert list(found) == list(expected)
    for unit, line in found.items():
        assert {k: line[k] for k in _SHOWN} == {k: expected[unit][k] for k in _SHOWN}
