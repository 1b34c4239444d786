"""Which rank of the year before a unit is compared with."""

from chamdiem_ranking.earlier.domain import Origin, RankBefore, rank_change, with_predecessors

RANKS = {("department", "old"): 3, ("department", "kept"): 1, ("commune", "old"): 7}


def test_a_units_own_rank_goes_before_its_predecessors() -> None:
    found = with_predecessors(RANKS, {"kept": Origin("old", "Sở cũ")})
    assert found["department", "kept"] == RankBefore(1)
    assert found["commune", "kept"] == RankBefore(7, "Sở cũ")


def test_a_new_unit_is_compared_with_the_one_it_came_from_and_that_with_the_one_before() -> None:
    found = with_predecessors(RANKS, {"new": Origin("mid", "Sở giữa"), "mid": Origin("old", "Sở cũ")})
    assert found["department", "new"] == RankBefore(3, "Sở cũ")
    assert rank_change(1, found["department", "new"]) == 2


def test_a_circle_of_units_ends() -> None:
    assert ("department", "a") not in with_predecessors(RANKS, {"a": Origin("b", "B"), "b": Origin("a", "A")})


def test_what_has_no_rank_is_compared_with_nothing() -> None:
    assert rank_change(None, RankBefore(1)) is None
    assert rank_change(1, None) is None
