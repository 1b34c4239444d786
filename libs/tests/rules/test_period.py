"""What refuses a period, who appraises whom, what a sheet lacks, what an amended set changes (scoring-rules.md sections 2, 3, 4, 7)."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from chamdiem_rules.assign import ConflictRule, appraiser_of, appraisers_of_sheet, conflict_faults, knock_out_appraiser_of
from chamdiem_rules.complete import AnswerState, Missing, missing_items
from chamdiem_rules.criteria_set import CriteriaSet, Leaf, RankBy, TieRule, read_criteria_set
from chamdiem_rules.difference import difference, keeps_appraised_score
from chamdiem_rules.document import load_yaml
from chamdiem_rules.instants import parse_instant
from chamdiem_rules.methods import Option, YesNo
from chamdiem_rules.period_check import PeriodPlan, Phases, PlannedExtension, PlannedUnit, period_faults, sheets_of
from chamdiem_rules.survey_forms import read_survey_forms

DATA = Path(__file__).parents[3] / "data"
FORMS = read_survey_forms(load_yaml((DATA / "survey-forms.yaml").read_text("utf-8")))
PAR, TASKS, PAR_DISTRICT = (
    read_criteria_set(load_yaml((DATA / "criteria" / f"{name}-2021.yaml").read_text("utf-8")), FORMS)
    for name in ("par-department", "tasks-department", "par-district")
)
AT = [parse_instant(f"2022-01-{day:02d}T17:00:00+07:00") for day in range(1, 29)]
PHASES = Phases(AT[0], AT[10], AT[12], AT[14], AT[20])
UNITS = (PlannedUnit("so-noi-vu", "department", "g1"), PlannedUnit("so-y-te", "department", "g1"), PlannedUnit("huyen-a", "district", "g2"))
PLAN = PeriodPlan(("par_index", "task_completion"), (PAR, TASKS, PAR_DISTRICT), UNITS, PHASES)
BY_SCORE = replace(PAR.ranking, rank_by=RankBy.FINAL_SCORE)
OTHER_KEYS = replace(PAR.ranking, tie_break_keys=("field_1_score",))


def test_a_sound_plan_has_no_fault() -> None:
    assert period_faults(PLAN) == ()
    assert [(s.code, unit) for s, unit in sheets_of((PAR, PAR_DISTRICT), UNITS)] == [
        ("PAR-SO-2021", "so-noi-vu"),
        ("PAR-SO-2021", "so-y-te"),
        ("PAR-HUYEN-2021", "huyen-a"),
    ]


def with_extensions(*extensions: tuple[str, str, int]) -> PeriodPlan:
    return replace(PLAN, extensions=[PlannedExtension(unit, program, AT[day]) for unit, program, day in extensions])


@pytest.mark.parametrize(
    ("plan", "places"),
    [
        (replace(PLAN, programs=("par_index", "sport", "par_index", "task_completion")), ["programs[1]", "programs[2]"]),
        (replace(PLAN, programs=("par_index",)), ["criteria_sets[1]"]),
        (replace(PLAN, sets=(PAR, replace(PAR, code="X"), TASKS)), ["criteria_sets[1]"]),
        (replace(PLAN, sets=(PAR, PAR_DISTRICT, replace(PAR_DISTRICT, unit_types=("ward",)))), ["criteria_sets[2]"]),
        (replace(PLAN, sets=(PAR_DISTRICT, TASKS)), ["criteria_sets[1]"]),
        (
            replace(PLAN, sets=(PAR, replace(PAR_DISTRICT, ranking=BY_SCORE)), units=[replace(u, ranking_group="g") for u in UNITS]),
            ["criteria_sets[1]"],
        ),
        (replace(PLAN, sets=(PAR, replace(PAR_DISTRICT, ranking=BY_SCORE))), []),
        (replace(PLAN, sets=(PAR, replace(PAR_DISTRICT, ranking=OTHER_KEYS)), units=[replace(u, ranking_group="g") for u in UNITS]), []),
        (replace(PLAN, phases=Phases(AT[10], AT[0], AT[12], AT[14])), ["phases.self_assessment.to"]),
        (replace(PLAN, phases=Phases(AT[0], AT[10], AT[9], AT[14])), ["phases.self_assessment.late_until"]),
        (replace(PLAN, phases=Phases(AT[0], AT[10], AT[10], AT[14], AT[13])), ["phases.appraisal.to"]),
        (with_extensions(("so-y-te", "par_index", 10)), ["extensions[0].to"]),
        (with_extensions(("so-y-te", "par_index", 11), ("so-y-te", "task_completion", 11), ("nobody", "par_index", 1)), []),
        (replace(with_extensions(("so-y-te", "task_completion", 1)), programs=["par_index"], sets=[PAR]), []),
        (with_extensions(("so-y-te", "par_index", 11), ("so-y-te", "par_index", 12)), ["extensions[1]"]),
        (replace(PLAN, conflict=ConflictRule(True, {"SNV": "SNV"})), ["conflict_appraiser.replacements.SNV"]),
        (replace(PLAN, conflict=ConflictRule(True, {"SNV": "XYZ"})), ["conflict_appraiser.replacements.SNV"]),
        (replace(PLAN, conflict=ConflictRule(True, {"SNV": "STC"})), []),
        (replace(PLAN, sets=(TASKS,), par_sets=(PAR,), is_rehearsal=True, par_is_rehearsal=True), []),
        (replace(PLAN, sets=(TASKS,), par_sets=(PAR_DISTRICT,)), ["criteria_sets[0]"]),
        (replace(PLAN, sets=(TASKS,), par_sets=(PAR,), par_is_rehearsal=True), ["par_period"]),
    ],
)
def test_a_plan_is_refused_with_its_place(plan: PeriodPlan, places: list[str]) -> None:
    assert [fault.place for fault in period_faults(plan)] == places


def test_the_last_instant_is_the_later_of_late_until_and_extension() -> None:
    assert (PHASES.deadline(None), PHASES.last_instant(None)) == (AT[10], AT[12])
    assert (PHASES.deadline(AT[11]), PHASES.last_instant(AT[11])) == (AT[11], AT[12])
    assert (PHASES.deadline(AT[15]), PHASES.last_instant(AT[15])) == (AT[15], AT[15])


def test_nobody_appraises_the_own_unit_while_the_rule_is_on() -> None:
    on, off = ConflictRule(True, {"SNV": "VPUBND"}), ConflictRule()
    assert [appraiser_of(PAR, "1.1.1", unit, rule) for unit in ("so-noi-vu", "so-y-te") for rule in (on, off)] == [
        "VPUBND",
        "SNV",
        "SNV",
        "SNV",
    ]
    assert appraiser_of(PAR, "1.7.1", "so-y-te", on) is None
    assert appraiser_of(PAR, "T1", "so-y-te", on) is None
    assert [knock_out_appraiser_of(TASKS, code, "so-noi-vu", on) for code in ("KO1", "KO4")] == ["VPUBND", None]
    with pytest.raises(KeyError):
        appraiser_of(PAR, "9.9", "so-y-te", on)
    with pytest.raises(KeyError):
        knock_out_appraiser_of(TASKS, "KO99", "so-y-te", on)
    shares = appraisers_of_sheet(PAR, "so-noi-vu", on)
    assert "SNV" not in shares and {"1.1.1", "1.6.2", "B1"} <= set(shares["VPUBND"])
    assert sum(map(len, shares.values())) == sum(not item.is_system for item in PAR.items.values())
    assert conflict_faults([(PAR, "so-y-te")], ConflictRule(True, {})) == ()


def test_a_sheet_lacks_values_and_evidence_until_each_is_given() -> None:
    everything = {leaf.code: AnswerState(has_value=True, has_evidence=True) for leaf in TASKS.leaves if leaf.self_scored}
    assert missing_items(TASKS, everything) == ()
    assert len(missing_items(TASKS, {})) == len(everything)
    answers = everything | {
        "1.1.1": AnswerState(has_value=True),
        "1.1.2": AnswerState(has_value=True, has_explanation=True),
        "B1": AnswerState(claimed_count=1),
    }
    assert missing_items(TASKS, answers) == (Missing("1.1.1", "evidence"), Missing("B1", "evidence"))
    del answers["2.2"]
    answers["B1"] = AnswerState(has_explanation=True, claimed_count=1)
    assert missing_items(TASKS, answers) == (Missing("1.1.1", "evidence"), Missing("2.2", "value"))
    first = TASKS.leaves[0]
    bare = with_leaf(TASKS, first.code, lambda leaf: replace(leaf, evidence=()))
    assert missing_items(bare, everything | {first.code: AnswerState(has_value=True)}) == ()


def with_leaf(s: CriteriaSet, code: str, change: Callable[[Leaf], Leaf | None]) -> CriteriaSet:
    def kept(leaves: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
        return tuple(new for leaf in leaves if (new := change(leaf) if leaf.code == code else leaf) is not None)

    return replace(s, fields=tuple(replace(f, criteria=tuple(replace(c, leaves=kept(c.leaves)) for c in f.criteria)) for f in s.fields))


def test_the_difference_names_what_was_added_removed_and_changed() -> None:
    assert difference(TASKS, replace(TASKS)).is_empty
    options = YesNo((Option("yes", "", Decimal(1)), Option("no", "", Decimal(0))))
    changed = with_leaf(TASKS, "1.1.1", lambda leaf: replace(leaf, scoring=options))
    changed = with_leaf(changed, "1.1.2", lambda leaf: replace(leaf, title="Khác"))
    changed = with_leaf(changed, "2.2", lambda leaf: None)
    changed = replace(changed, title="Tên mới", ranking=replace(TASKS.ranking, tie_rule=TieRule.TIE_BREAK))
    found = difference(TASKS, changed)
    assert (found.added, found.removed, found.declared_anew) == ((), ("2.2",), ("1.1.1",))
    assert [(c.code, c.attributes) for c in found.changed] == [("1.1.1", ("scoring",)), ("1.1.2", ("title",))]
    assert found.attributes == ("title", "ranking")
    assert difference(changed, TASKS).added == ("2.2",)
    renamed = replace(TASKS, fields=(replace(TASKS.fields[0], title="Khác"), *TASKS.fields[1:]))
    assert difference(TASKS, renamed).attributes == ("fields",)
    cheaper = replace(TASKS, adjustments=(replace(TASKS.adjustments[0], cap=Decimal(1)), *TASKS.adjustments[1:]))
    assert [(c.code, c.attributes, c.declared_anew) for c in difference(TASKS, cheaper).changed] == [("B1", ("cap",), False)]
    leaf = changed.item("1.1.1")
    assert isinstance(leaf, Leaf)
    assert keeps_appraised_score(leaf, Decimal(1)) and not keeps_appraised_score(leaf, Decimal("0.5"))
