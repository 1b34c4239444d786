"""A cycle through the pages alone; what is published is what the rules give."""

from dataclasses import replace

from tests.browser.conftest import Ground
from tests.browser.cycle import CYCLE_SET, DEPUTY, TWO, Cycle
from tests.browser.hands import MOUSE
from tests.browser.playing import compare, play
from tests.browser.visits import Visits


async def test_what_is_published_after_a_cycle_on_the_pages_is_what_the_rules_give(ground: Ground, visits: Visits) -> None:
    people = replace(ground.people, criteria_set=CYCLE_SET, set_id="")
    await people.publish_documents()
    ground.people.forms_id = people.forms_id
    await people.grant(**{DEPUTY: {"kind": "data_entry", "unit_code": TWO}})
    cycle = Cycle(visits, people, MOUSE, next(ground.years))
    await play(cycle)
    await compare(cycle)
