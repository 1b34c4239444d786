"""What a period needs before it opens, and the sheets that it opens with (rules §2 to §4, §7)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chamdiem_assessment.period.domain import Period, Stage
from chamdiem_rules.assign import conflict_faults
from chamdiem_rules.criteria_set import CriteriaSet, Program
from chamdiem_rules.fault import Fault
from chamdiem_rules.period_check import PlannedUnit, phase_faults, program_faults, ranking_faults, set_faults, sheets_of


@dataclass(frozen=True)
class UnitToAssess:
    """A unit that is valid when the self-assessment phase begins, and of a type that a set covers."""

    code: str
    name: str
    unit_type: str
    ranking_group: str


@dataclass(frozen=True)
class Opening:
    """A period and all that its rules are judged by.

    `sets` are the period's in its order, `par_sets` those of the PAR period it names; `other_sets` only say which unit a replacement is.
    `form_faults` are what the period's survey forms lack, by the place of the set.
    """

    period: Period
    sets: Sequence[CriteriaSet]
    units: Sequence[UnitToAssess]
    par_period: Period | None = None
    par_sets: Sequence[CriteriaSet] = ()
    other_sets: Sequence[CriteriaSet] = ()
    form_faults: Sequence[Fault] = ()


def opening_faults(opening: Opening) -> tuple[Fault, ...]:
    """Every reason to refuse the period, by its place; empty when it may open."""
    period, units = opening.period, _planned(opening.units)
    return (
        *program_faults([period.program], opening.sets),
        *_set_faults(opening),
        *_par_faults(opening),
        *opening.form_faults,
        *ranking_faults(opening.sets, units),
        *phase_faults(period.phases),
        *_round_faults(period),
        *_replacement_faults(opening),
    )


def amendment_faults(opening: Opening) -> tuple[Fault, ...]:
    """Why an open period may not have these versions of its sets; `opening.units` are those that have a sheet."""
    period, units = opening.period, _planned(opening.units)
    return (
        *program_faults([period.program], opening.sets),
        *_set_faults(opening),
        *_par_faults(opening),
        *opening.form_faults,
        *ranking_faults(opening.sets, units),
        *_replacement_faults(opening),
    )


def unknown_set_faults(wanted: Sequence[UUID], known: Collection[UUID]) -> tuple[Fault, ...]:
    """Sets that are not published or stand twice."""
    faults = []
    for place, set_id in enumerate(wanted):
        if set_id not in known:
            faults.append(Fault(f"criteria_set_ids[{place}]", "không có bộ tiêu chí đã ban hành với mã định danh này."))
        elif set_id in wanted[:place]:
            faults.append(Fault(f"criteria_set_ids[{place}]", "bộ tiêu chí lặp lại."))
    return tuple(faults)


def change_faults(opening: Opening) -> tuple[Fault, ...]:
    """Why an open period's new phases or replacements are refused; `opening.units` are those that have a sheet."""
    return (*phase_faults(opening.period.phases), *_round_faults(opening.period), *_replacement_faults(opening))


def sheets_to_make(opening: Opening) -> list[Mapping[str, Any]]:
    """The sheets of the period, sets in their order, with what is kept of each unit as it is on this day."""
    ids: dict[str, UUID] = {s.code: s.criteria_set_id for s in opening.period.sets}
    units = {u.code: u for u in opening.units}
    return [
        {
            "criteria_set_id": ids[criteria_set.code],
            "set_code": criteria_set.code,
            "unit_code": unit_code,
            "unit_name": units[unit_code].name,
            "unit_type": units[unit_code].unit_type,
            "ranking_group": units[unit_code].ranking_group,
        }
        for criteria_set, unit_code in sheets_of(opening.sets, _planned(opening.units))
    ]


def _round_faults(period: Period) -> Iterable[Fault]:
    if len(period.phases.clarifications) > period.clarification_rounds:
        yield Fault("phases.clarification", f"kỳ có {period.clarification_rounds} lần giải trình; hãy bỏ bớt thời gian giải trình.")


def _planned(units: Sequence[UnitToAssess]) -> list[PlannedUnit]:
    return [PlannedUnit(u.code, u.unit_type, u.ranking_group) for u in units]


def _set_faults(opening: Opening) -> Iterable[Fault]:
    # The PAR period's sets stand behind the own ones, so that its types count and its own faults, judged when it opened, are left out.
    own = len(opening.sets)
    places = {f"criteria_sets[{i}]" for i in range(own)}
    return (f for f in set_faults([*opening.sets, *opening.par_sets]) if f.place in places)


def _par_faults(opening: Opening) -> Iterable[Fault]:
    period, par = opening.period, opening.par_period
    place = "par_period_id"
    if period.par_period_id is None:
        if any(s.uses_par_index for s in opening.sets):
            yield Fault(place, "bộ tiêu chí dùng chỉ số CCHC; hãy chọn kỳ chấm điểm CCHC.")
        return
    if period.program != Program.TASK_COMPLETION:
        yield Fault(place, "chỉ kỳ hoàn thành nhiệm vụ mới dùng kỳ chấm điểm CCHC khác.")
    if par is None:
        yield Fault(place, "không có kỳ đánh giá này.")
        return
    if par.program != Program.PAR_INDEX:
        yield Fault(place, "kỳ được chọn không phải kỳ chấm điểm CCHC.")
    if par.rehearsal != period.rehearsal:
        yield Fault(place, "kỳ diễn tập chỉ dùng kỳ CCHC diễn tập, kỳ chính thức chỉ dùng kỳ CCHC chính thức.")
    if par.stage is Stage.PLANNED:
        yield Fault(place, "kỳ chấm điểm CCHC chưa mở; hãy mở kỳ đó trước.")


def _replacement_faults(opening: Opening) -> Iterable[Fault]:
    pairs = sheets_of(opening.sets, _planned(opening.units))
    # Other sets stand first, without a unit of their own, so that what the period's sets say of an agency holds.
    return conflict_faults([*((s, "") for s in opening.other_sets), *pairs], opening.period.conflict)
