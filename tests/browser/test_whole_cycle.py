"""A cycle through the pages alone, with a mouse and with nothing but the keyboard; what is published is what the rules give."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.browser.conftest import Ground
from tests.browser.cycle import CYCLE_SET, DEPUTY, TWO, Cycle
from tests.browser.hands import Hand, Keys, Mouse
from tests.browser.playing import compare, play
from tests.browser.visits import Visits


@pytest.mark.parametrize("make_hand", [Mouse, Keys], ids=["mouse", "keyboard"])
async def test_what_is_published_after_a_cycle_on_the_pages_is_what_the_rules_give(
    make_hand: Callable[[], Hand], ground: Ground, visits: Visits
) -> None:
    hand = make_hand()
    people = replace(ground.people, criteria_set=CYCLE_SET, set_id=ground.kept.get("set_id", ""))
    await people.publish_documents()
    ground.kept["set_id"], ground.people.forms_id = people.set_id, people.forms_id
    if DEPUTY not in people.passwords:
        await people.grant(**{DEPUTY: {"kind": "data_entry", "unit_code": TWO}})
    cycle = Cycle(visits, people, hand, next(ground.years))
    await play(cycle)
    await compare(cycle)
    if isinstance(hand, Keys):
        assert hand.unseen == set()
