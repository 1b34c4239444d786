"""A table of results made elsewhere is judged cell by cell and kept as it was published."""

from typing import Any

from chamdiem_ranking.imported.domain import GivenLine, Judged, KnownUnits, code_of_name, judge_table

NOBODY = KnownUnits({}, {})


def a_line(**cells: Any) -> GivenLine:
    usual: dict[str, Any] = {
        "unit_code": "so-y-te",
        "unit_name": "Sở Y tế",
        "ranking_group": "department",
        "rank": "1",
        "index_percent": "90.05",
        "level": "Tốt",
        "points": {},
        "field_totals": {},
    }
    return GivenLine(**{**usual, **cells})


def judged(*lines: GivenLine, known: KnownUnits = NOBODY, fields: dict[str, str | None] | None = None) -> Judged:
    return judge_table(lines, fields or {}, known, {"sở, ban, ngành": "department"})


def faults(*lines: GivenLine, **more: Any) -> list[tuple[int, str, str]]:
    return [(f.index, f.column, f.refused.code) for f in judged(*lines, **more).faults]


def test_a_good_line_is_kept_with_its_digits_as_they_were_published() -> None:
    ((place, body),) = judged(a_line(points={"final_score": "68.32", "applicable_max": "84"}, index_percent="81.33")).lines
    assert (place, body["final_score"], body["applicable_max"], body["index_percent"]) == (1, "68.32", "84", "81.33")
    assert body["index_exact"] == "81.333333333333"
    assert (body["level_title"], body["set_code"], body["survey_total"]) == ("Tốt", "", None)


def test_an_index_that_was_not_published_is_counted_from_the_points() -> None:
    ((_, body),) = judged(a_line(points={"final_score": "68.32", "applicable_max": "84"}, index_percent="")).lines
    assert body["index_percent"] == "81.33"


def test_an_index_that_the_points_do_not_give_is_a_remark_and_no_fault() -> None:
    found = judged(a_line(points={"final_score": "68.32", "applicable_max": "84"}, index_percent="81.4"))
    assert not found.faults
    assert [(r.index, r.column) for r in found.remarks] == [(0, "index_percent")]
    assert found.lines[0][1]["index_percent"] == "81.4"


def test_every_cell_that_cannot_be_kept_is_named() -> None:
    assert faults(
        a_line(rank="một"),
        a_line(unit_code="b", rank="0"),
        a_line(unit_code="c", index_percent="101"),
        a_line(unit_code="d", index_percent=""),
        a_line(unit_code="e", index_percent="90,5"),
        a_line(unit_code="f", ranking_group=" "),
        a_line(unit_code="g", points={"final_score": "90", "applicable_max": "84"}),
        a_line(unit_code="", unit_name=""),
        a_line(unit_code="a/b"),
        a_line(unit_code="h", field_totals={"1": "12"}),
        fields={"1": "10"},
    ) == [
        (0, "rank", "not-a-number"),
        (1, "rank", "out-of-range"),
        (2, "index_percent", "out-of-range"),
        (3, "index_percent", "value-missing"),
        (4, "index_percent", "not-a-number"),
        (5, "ranking_group", "value-missing"),
        (6, "final_score", "out-of-range"),
        (7, "unit_name", "value-missing"),
        (8, "unit_code", "value-not-allowed"),
        (9, "field_totals/1", "out-of-range"),
    ]


def test_a_unit_stands_once_in_its_group() -> None:
    assert faults(a_line(), a_line(rank="2")) == [(1, "unit_code", "duplicate")]
    assert faults(a_line(), a_line(ranking_group="district")) == []


def test_a_unit_given_by_name_gets_the_code_it_is_known_by() -> None:
    known = KnownUnits({"Sở Y tế": frozenset({"syt"})}, {"syt": "Sở Y tế"})
    assert judged(a_line(unit_code=""), known=known).lines[0][1]["unit_code"] == "syt"
    assert judged(a_line(unit_code="syt", unit_name=""), known=known).lines[0][1]["unit_name"] == "Sở Y tế"


def test_a_name_that_two_units_bear_has_to_come_with_a_code() -> None:
    known = KnownUnits({"Xã Hải Long": frozenset({"a", "b"})}, {})
    assert faults(a_line(unit_code="", unit_name="Xã Hải Long"), known=known) == [(0, "unit_name", "unknown-unit")]


def test_a_unit_nobody_knows_is_kept_by_a_code_made_of_its_name() -> None:
    found = judged(a_line(unit_code="", unit_name="Sở Lao động - Thương binh và Xã hội"))
    assert found.lines[0][1]["unit_code"] == "so-lao-dong-thuong-binh-va-xa-hoi"
    assert [r.column for r in found.remarks] == ["unit_name"]
    assert faults(a_line(unit_code="x", unit_name="")) == [(0, "unit_code", "unknown-unit")]
    assert code_of_name("…") == "don-vi"


def test_places_go_by_group_rank_and_name_and_units_without_a_rank_come_last() -> None:
    lines = judged(
        a_line(unit_code="b", unit_name="Sở Đ", rank="", index_percent="10"),
        a_line(unit_code="c", unit_name="Sở C", rank="2", index_percent="80"),
        a_line(unit_code="d", unit_name="Sở D", rank="1"),
        a_line(unit_code="a", unit_name="Sở Ă", rank="1"),
        a_line(unit_code="z", ranking_group="Sở, ban, ngành", rank="3", index_percent="70"),
        a_line(unit_code="h", ranking_group="district"),
    ).lines
    assert [(place, body["unit_code"]) for place, body in lines] == [(1, "a"), (2, "d"), (3, "c"), (4, "z"), (5, "b"), (1, "h")]


def test_a_higher_index_below_a_lower_one_is_a_remark() -> None:
    found = judged(a_line(), a_line(unit_code="b", unit_name="Sở B", rank="2", index_percent="95"))
    assert [(r.index, r.column) for r in found.remarks] == [(1, "rank")]
