"""What the officers of the example province enter."""

from decimal import Decimal

import pytest

from chamdiem.cycle.people import Person
from chamdiem.demo.answers import answers_of
from chamdiem.demo.documents import Documents
from chamdiem.demo.people import company_of, shown_people
from chamdiem_rules.complete import AnswerState, missing_items
from chamdiem_rules.methods import Band, CountLevels
from chamdiem_rules.set_types import Leaf

DOCUMENTS = Documents()


@pytest.mark.parametrize("code", list(DOCUMENTS.sets))
def test_an_officer_leaves_nothing_out_and_enters_the_same_again_on_another_day(code: str) -> None:
    criteria = DOCUMENTS.sets[code].criteria
    for unit in DOCUMENTS.units:
        lines = answers_of(criteria, unit, 2021)
        states = {
            line["item"]: AnswerState(has_value=True, has_explanation=bool(line["explanation"]), claimed_count=int(line.get("count", "0")))
            for line in lines
        }
        assert missing_items(criteria, states) == ()
        assert lines == answers_of(criteria, unit, 2021)
    assert len({str(answers_of(criteria, unit, 2021)) for unit in DOCUMENTS.units}) == len(DOCUMENTS.units)


def test_a_count_lies_in_a_level_and_nobody_achieves_more_than_there_was_to_do() -> None:
    for document in DOCUMENTS.sets.values():
        for unit in DOCUMENTS.units:
            for line in answers_of(document.criteria, unit, 2021):
                item = document.criteria.items[line["item"]]
                if isinstance(item, Leaf) and isinstance(item.scoring, CountLevels):
                    assert any(_holds(level, Decimal(line["count"])) for level in item.scoring.levels)
                if "denominator" in line:
                    assert Decimal(0) <= Decimal(line["numerator"]) <= Decimal(line["denominator"])


def _holds(level: Band, count: Decimal) -> bool:
    return level.minimum <= count and (level.below is None or count < level.below)


def test_everybody_shown_at_the_end_is_granted_an_account_and_no_two_people_bear_one_name() -> None:
    company = company_of(DOCUMENTS.units, Person("quan-tri", "Quản trị", "administration"))
    assert {shown.username for shown in shown_people(2021)} <= company.by_name.keys()
    names = [person.holder_name for person in company.by_name.values()]
    assert len(set(names)) == len(names)
