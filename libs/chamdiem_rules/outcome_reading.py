"""Reading what follows from an index: grades or classification, knock-outs, ranking (scoring-rules.md sections 2, 6, 7)."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from chamdiem_rules.document import join_place
from chamdiem_rules.methods import AutoSource
from chamdiem_rules.numbers import parse_number
from chamdiem_rules.rank import tie_break_field
from chamdiem_rules.reading import Mapping, Reading
from chamdiem_rules.set_types import HOME_AFFAIRS, CheckRule, KnockOut, Level, Operator, Program, RankBy, RankingRules, TieRule

_CHECK: Final = re.compile(r"(par_index\.index_percent|workflow\.submission_delay) *(<=|>=|<|>) *([0-9]{1,15}(?:\.[0-9]{1,6})?)", re.ASCII)
_CLASSIFICATION_KEYS: Final = frozenset({"levels", "knock_out_conditions", "threshold_note", "alternative_profiles", "excellent_quota"})
_KNOCK_OUT_KEYS: Final = frozenset({"code", "title", "max_level", "check", "appraiser"})


def read_levels(reading: Reading, top: Mapping, program: Program | None) -> tuple[Level, ...]:
    """Grades (PAR index) or classification levels (task completion), from high to low: one at 0 percent, no two at the same."""
    parent, key, place = _levels_at(reading, top, program)
    codes: dict[str, str] = {}
    percents: dict[str, str] = {}
    levels = []
    for member, where in reading.members(parent, key, place):
        node = reading.mapping(member, where)
        reading.known_keys(node, where, {"code", "title", "min_percent"})
        level = Level(reading.text(node, "code", where), reading.text(node, "title", where), reading.number(node, "min_percent", where))
        reading.once(codes, level.code, where)
        percent = f"{level.min_percent.normalize():f}"
        if percent in percents:
            reading.fault(join_place(where, "min_percent"), f"min_percent {percent} trùng với {percents[percent]}.")
        percents.setdefault(percent, where)
        levels.append(level)
    if levels and "0" not in percents:
        reading.fault(join_place(place, key), "phải có một mức với min_percent 0.")
    return tuple(sorted(levels, key=lambda level: level.min_percent, reverse=True))


def read_knock_outs(
    reading: Reading, top: Mapping, program: Program | None, levels: Sequence[Level], appraisers: Collection[str]
) -> tuple[KnockOut, ...]:
    """The knock-outs of the classification, in the set's order."""
    if not isinstance(top.get("classification"), dict):
        return ()
    parent = reading.mapping(top["classification"], "classification")
    reading.known_keys(parent, "classification", _CLASSIFICATION_KEYS)
    codes: dict[str, str] = {}
    known = {level.code for level in levels}
    found = []
    for member, where in reading.members(parent, "knock_out_conditions", "classification", required=False):
        node = reading.mapping(member, where)
        reading.known_keys(node, where, _KNOCK_OUT_KEYS)
        code = reading.text(node, "code", where)
        reading.once(codes, code, where)
        max_level = reading.text(node, "max_level", where)
        if max_level and max_level not in known:
            reading.fault(join_place(where, "max_level"), f"không có mức {max_level}.")
        check = reading.text(node, "check", where)
        rule = _rule(reading, check, join_place(where, "check"), program)
        appraiser = reading.text(node, "appraiser", where, required=False) or HOME_AFFAIRS
        if check == "manual" and appraiser not in appraisers:
            reading.fault(join_place(where, "appraiser"), f"không có cơ quan thẩm định {appraiser} trong appraisers.")
        found.append(KnockOut(code, reading.text(node, "title", where), max_level, check, appraiser, rule))
    return tuple(found)


def read_ranking(reading: Reading, top: Mapping, field_codes: Collection[str]) -> RankingRules:
    """How units are ranked. Absent keys: by index, equal units share a rank and the next follows."""
    node = reading.mapping(top["ranking"], "ranking") if top.get("ranking") is not None else {}
    reading.known_keys(node, "ranking", {"rank_by", "tie_rule", "tie_break_keys"})
    rank_by = reading.member_of(RankBy, node, "rank_by", "ranking", default=RankBy.INDEX) or RankBy.INDEX
    tie_rule = reading.member_of(TieRule, node, "tie_rule", "ranking", default=TieRule.SHARED_RANK_DENSE) or TieRule.SHARED_RANK_DENSE
    keys = reading.texts(node, "tie_break_keys", "ranking", required=False)
    for index, key in enumerate(keys):
        if key != "survey_score" and tie_break_field(key) not in field_codes:
            tell = reading.fault if tie_rule is TieRule.TIE_BREAK else reading.warn
            tell(f"ranking.tie_break_keys[{index}]", f"khóa {key} không có; hãy ghi survey_score hoặc field_N_score với N là mã lĩnh vực.")
    if tie_rule is TieRule.TIE_BREAK and not keys:
        reading.warn("ranking.tie_break_keys", "tie_rule là tie_break nhưng không có khóa nào để so.")
    return RankingRules(rank_by, tie_rule, keys)


def _levels_at(reading: Reading, top: Mapping, program: Program | None) -> tuple[Mapping, str, str]:
    """The mapping, key and place of the levels: the program's own kind where it is there, else the other."""
    has_grades, has_classification = top.get("grades") is not None, top.get("classification") is not None
    if has_classification and (program is not Program.PAR_INDEX or not has_grades):
        return reading.mapping(top["classification"], "classification"), "levels", "classification"
    return top, "grades", ""


def _rule(reading: Reading, check: str, where: str, program: Program | None) -> CheckRule | None:
    if check in ("", "manual"):
        return None
    match = _CHECK.fullmatch(check)
    if match is None:
        reading.fault(
            where,
            "không đọc được điều kiện; hãy ghi manual, hoặc par_index.index_percent hay workflow.submission_delay, <, <=, >, >= và một số.",
        )
        return None
    source = AutoSource(match[1])
    if source is AutoSource.PAR_INDEX and program is Program.PAR_INDEX:
        reading.fault(where, "bộ tiêu chí CCHC không thể dùng chính chỉ số CCHC.")
    return CheckRule(source, Operator(match[2]), parse_number(match[3], "check"))
