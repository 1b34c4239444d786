"""What the rules refuse in an assessment period before it opens (scoring-rules.md sections 3, 4, 7; cycle-folder.md)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from chamdiem_rules.assign import ConflictRule, conflict_faults
from chamdiem_rules.fault import Fault
from chamdiem_rules.set_types import CriteriaSet, Program


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """A unit as far as a period's plan needs it."""

    code: str
    unit_type: str
    ranking_group: str


@dataclass(frozen=True, slots=True)
class PlannedExtension:
    """A longer deadline of one unit in one program."""

    unit_code: str
    program: str
    to: datetime


@dataclass(frozen=True, slots=True)
class ClarificationWindow:
    """When units answer what one round of appraisal asked, both ends inclusive."""

    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Phases:
    """The dated parts of a period. `late_until` is the last instant to send; without `appraisal_to` the appraisal has no end.

    `clarifications` stand in the order of the rounds they follow; a round without one can ask nothing.
    """

    self_assessment_from: datetime
    self_assessment_to: datetime
    late_until: datetime
    appraisal_from: datetime
    appraisal_to: datetime | None = None
    clarifications: tuple[ClarificationWindow, ...] = ()

    def deadline(self, extension: datetime | None) -> datetime:
        """A unit's deadline: its extension where it has one."""
        return extension or self.self_assessment_to

    def last_instant(self, extension: datetime | None) -> datetime:
        """The last instant at which the unit may send: `late_until` or the extension, the later."""
        return max(self.late_until, extension) if extension else self.late_until


@dataclass(frozen=True, slots=True)
class PeriodPlan:
    """A period as planned, of one program or of both.

    `par_sets` are the sets of the PAR period that a task period names, where that is another period; `par_is_rehearsal` tells of it.
    """

    programs: Sequence[str]
    sets: Sequence[CriteriaSet]
    units: Sequence[PlannedUnit]
    phases: Phases
    extensions: Sequence[PlannedExtension] = ()
    conflict: ConflictRule = field(default_factory=ConflictRule)
    par_sets: Sequence[CriteriaSet] = ()
    is_rehearsal: bool = False
    par_is_rehearsal: bool | None = None


def period_faults(plan: PeriodPlan) -> tuple[Fault, ...]:
    """Every reason to refuse the plan, in the order of the period's keys; empty when it may open."""
    return (
        *program_faults(plan.programs, plan.sets),
        *set_faults(plan.sets, plan.par_sets),
        *ranking_faults(plan.sets, plan.units),
        *rehearsal_faults(plan),
        *phase_faults(plan.phases),
        *extension_faults(plan),
        *conflict_faults(sheets_of(plan.sets, plan.units), plan.conflict),
    )


def sheets_of(sets: Sequence[CriteriaSet], units: Sequence[PlannedUnit]) -> list[tuple[CriteriaSet, str]]:
    """Every sheet of a period: sets in their order, and for each the units of its types in theirs."""
    return [(s, unit.code) for s in sets for unit in units if unit.unit_type in s.unit_types]


def program_faults(programs: Sequence[str], sets: Sequence[CriteriaSet]) -> Iterable[Fault]:
    """Programs that do not exist or stand twice, and sets of a program that the period does not run."""
    known = {str(p) for p in Program}
    for place, program in enumerate(programs):
        if program not in known:
            yield Fault(f"programs[{place}]", f"chương trình {program!r} không có; chỉ có {', '.join(sorted(known))}.")
        elif program in programs[:place]:
            yield Fault(f"programs[{place}]", f"chương trình {program} lặp lại.")
    for place, criteria_set in enumerate(sets):
        if criteria_set.program not in programs:
            yield Fault(
                f"criteria_sets[{place}]", f"bộ tiêu chí {criteria_set.code} thuộc chương trình {criteria_set.program} không có trong kỳ."
            )


def set_faults(sets: Sequence[CriteriaSet], par_sets: Sequence[CriteriaSet] = ()) -> Iterable[Fault]:
    """Set codes that repeat, two sets of one program for a unit type, and sets that use the PAR index for a type without a PAR set."""
    par_types = {unit_type for s in (*sets, *par_sets) if s.program is Program.PAR_INDEX for unit_type in s.unit_types}
    covered: dict[tuple[str, str], str] = {}
    codes: Counter[str] = Counter()
    for place, s in enumerate(sets):
        where = f"criteria_sets[{place}]"
        codes[s.code] += 1
        if codes[s.code] > 1:
            yield Fault(where, f"mã bộ tiêu chí {s.code} lặp lại.")
        for unit_type in dict.fromkeys(s.unit_types):
            other = covered.setdefault((s.program, unit_type), s.code)
            if other != s.code:
                yield Fault(where, f"loại hình đơn vị {unit_type} đã có bộ tiêu chí {other} cùng chương trình {s.program}.")
            if s.uses_par_index and unit_type not in par_types:
                yield Fault(where, f"bộ tiêu chí {s.code} dùng chỉ số CCHC nhưng loại hình {unit_type} không có bộ tiêu chí CCHC trong kỳ.")


def ranking_faults(sets: Sequence[CriteriaSet], units: Sequence[PlannedUnit]) -> Iterable[Fault]:
    """Sets of one program whose units share a ranking group but that do not agree in `ranking`."""
    first: dict[tuple[str, str], CriteriaSet] = {}
    told: set[tuple[str, str, str]] = set()
    for place, s in enumerate(sets):
        for group in dict.fromkeys(unit.ranking_group for unit in units if unit.unit_type in s.unit_types):
            other = first.setdefault((s.program, group), s)
            if other.ranking.effective != s.ranking.effective and (s.code, group, other.code) not in told:
                told.add((s.code, group, other.code))
                yield Fault(
                    f"criteria_sets[{place}]",
                    f"bộ tiêu chí {s.code} và {other.code} cùng nhóm xếp hạng {group} nhưng khác quy tắc ranking.",
                )


def rehearsal_faults(plan: PeriodPlan) -> Iterable[Fault]:
    """A rehearsal that leans on a real PAR period, or a real period on a rehearsal."""
    if plan.par_is_rehearsal is not None and plan.par_is_rehearsal != plan.is_rehearsal and any(s.uses_par_index for s in plan.sets):
        yield Fault("par_period", "kỳ này và kỳ CCHC phải cùng là diễn tập hoặc cùng là kỳ thật.")


def phase_faults(phases: Phases) -> Iterable[Fault]:
    """Phases that end before they begin, and a last instant before the deadline."""
    if phases.self_assessment_to < phases.self_assessment_from:
        yield Fault("phases.self_assessment.to", "thời hạn tự đánh giá phải sau thời điểm bắt đầu.")
    if phases.late_until < phases.self_assessment_to:
        yield Fault("phases.self_assessment.late_until", "thời điểm cuối nhận nộp chậm không được trước thời hạn tự đánh giá.")
    if phases.appraisal_to is not None and phases.appraisal_to < phases.appraisal_from:
        yield Fault("phases.appraisal.to", "thời hạn thẩm định phải sau thời điểm bắt đầu.")
    if phases.appraisal_from < phases.self_assessment_from:
        yield Fault("phases.appraisal.from", "giai đoạn thẩm định không được bắt đầu trước giai đoạn tự đánh giá.")
    yield from _window_faults(phases)


def _window_faults(phases: Phases) -> Iterable[Fault]:
    earlier = phases.appraisal_from
    for place, window in enumerate(phases.clarifications):
        where = f"phases.clarification[{place}]"
        if window.opens_at < earlier:
            what = "thời gian giải trình lần trước kết thúc" if place else "giai đoạn thẩm định bắt đầu"
            yield Fault(f"{where}.from", f"thời gian giải trình không được bắt đầu trước khi {what}.")
        if window.closes_at < window.opens_at:
            yield Fault(f"{where}.to", "thời điểm kết thúc giải trình phải sau thời điểm bắt đầu.")
        if phases.appraisal_to is not None and phases.appraisal_to < window.closes_at:
            yield Fault(f"{where}.to", "thời gian giải trình phải kết thúc trong giai đoạn thẩm định, để còn thẩm định lại.")
        earlier = max(earlier, window.closes_at)


def extension_faults(plan: PeriodPlan) -> Iterable[Fault]:
    """Two extensions of one unit and program, and one not later than the deadline. One for a unit or program that is not there is
    passed over.
    """
    codes = {unit.code for unit in plan.units}
    seen: set[tuple[str, str]] = set()
    for place, extension in enumerate(plan.extensions):
        key = (extension.unit_code, extension.program)
        if key in seen:
            yield Fault(f"extensions[{place}]", f"đơn vị {extension.unit_code} có hai lần gia hạn trong chương trình {extension.program}.")
        seen.add(key)
        is_there = extension.unit_code in codes and extension.program in plan.programs
        if is_there and extension.to <= plan.phases.self_assessment_to:
            yield Fault(f"extensions[{place}].to", f"gia hạn của {extension.unit_code} phải sau thời hạn tự đánh giá.")
