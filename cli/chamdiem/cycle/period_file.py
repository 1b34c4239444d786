"""`period.yaml` by its form: keys, types, times and dates, with the defaults of docs/design/cycle-folder.md."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.document import Node, join_place
from chamdiem_rules.fault import Findings
from chamdiem_rules.instants import parse_date, parse_instant
from chamdiem_rules.period_check import Phases, PlannedExtension
from chamdiem_rules.reading import Reading
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text

_KEYS = frozenset({"year", "programs", "criteria_sets", "survey_forms", "phases", "holidays", "extensions", "conflict_appraiser"})
_UNREAD = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Extension(PlannedExtension):
    """A longer deadline of one unit in one program, with the reason that is logged."""

    reason: str


@dataclass(frozen=True, slots=True)
class PeriodFile:
    """What `period.yaml` says; sets and forms by the paths as written. `survey_forms` is empty where the key is absent."""

    year: int
    programs: tuple[str, ...]
    criteria_sets: tuple[str, ...]
    survey_forms: str
    phases: Phases
    holidays: tuple[date, ...]
    extensions: tuple[Extension, ...]
    conflict: ConflictRule


def read_period_file(document: Node) -> tuple[PeriodFile, Findings]:
    """The period file and what was found on the way; with a fault among the findings its values mean nothing."""
    reading = Reading()
    top = reading.mapping(document, "")
    reading.known_keys(top, "", _KEYS)
    period = PeriodFile(
        year=_year(reading, top),
        programs=reading.texts(top, "programs", ""),
        criteria_sets=reading.texts(top, "criteria_sets", ""),
        survey_forms=reading.text(top, "survey_forms", "", required=False),
        phases=_phases(reading, top),
        holidays=_holidays(reading, top),
        extensions=_extensions(reading, top),
        conflict=_conflict(reading, top),
    )
    return period, reading.findings


def _year(reading: Reading, top: dict[str, Node]) -> int:
    before = len(reading.faults)
    year = reading.count(top, "year", "", most=9999)
    if len(reading.faults) == before and year < 1000:
        reading.fault("year", "năm đánh giá phải có bốn chữ số.")
    return year


def _phases(reading: Reading, top: dict[str, Node]) -> Phases:
    phases = reading.mapping(top.get("phases"), "phases")
    reading.known_keys(phases, "phases", {"self_assessment", "appraisal"})
    where = "phases.self_assessment"
    own = reading.mapping(phases.get("self_assessment"), where) if phases else {}
    reading.known_keys(own, where, {"from", "to", "late_until"})
    begins = _instant(reading, own, "from", where)
    ends = _instant(reading, own, "to", where)
    late_until = ends if own.get("late_until") is None else _instant(reading, own, "late_until", where)
    if phases.get("appraisal") is None:
        return Phases(begins, ends, late_until, late_until)
    where = "phases.appraisal"
    appraisal = reading.mapping(phases["appraisal"], where)
    reading.known_keys(appraisal, where, {"from", "to"})
    appraisal_to = None if appraisal.get("to") is None else _instant(reading, appraisal, "to", where)
    return Phases(begins, ends, late_until, _instant(reading, appraisal, "from", where), appraisal_to)


def _holidays(reading: Reading, top: dict[str, Node]) -> tuple[date, ...]:
    holidays = []
    for node, where in reading.members(top, "holidays", "", required=False):
        text = reading.text_of(node, where)
        if text is not None:
            try:
                holidays.append(parse_date(text))
            except Refused as bad:
                reading.fault(where, bad.detail)
    return tuple(holidays)


def _extensions(reading: Reading, top: dict[str, Node]) -> tuple[Extension, ...]:
    extensions = []
    for node, where in reading.members(top, "extensions", "", required=False):
        extension = reading.mapping(node, where)
        reading.known_keys(extension, where, {"unit", "program", "to", "reason"})
        reason = reading.text(extension, "reason", where)
        try:
            clean_text(reason, "reason")
        except Refused as bad:
            reading.fault(join_place(where, "reason"), bad.detail)
        unit, program = reading.text(extension, "unit", where), reading.text(extension, "program", where)
        extensions.append(Extension(unit, program, _instant(reading, extension, "to", where), reason))
    return tuple(extensions)


def _conflict(reading: Reading, top: dict[str, Node]) -> ConflictRule:
    where = "conflict_appraiser"
    if top.get(where) is None:
        return ConflictRule()
    conflict = reading.mapping(top[where], where)
    reading.known_keys(conflict, where, {"enabled", "replacements"})
    enabled = reading.boolean(conflict, "enabled", where, default=False)
    inner = join_place(where, "replacements")
    written = conflict.get("replacements")
    replacements = reading.mapping(written, inner) if written is not None else {}
    return ConflictRule(enabled, {agency: reading.text(replacements, agency, inner) for agency in replacements})


def _instant(reading: Reading, parent: dict[str, Node], key: str, place: str) -> datetime:
    where = join_place(place, key)
    text = reading.text_of(parent.get(key), where)
    if text is not None:
        try:
            return parse_instant(text)
        except Refused as bad:
            reading.fault(where, bad.detail)
    return _UNREAD
