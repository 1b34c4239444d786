"""Reading a criteria set: every fault that scoring-rules.md section 2 refuses it for, with its place, and the set itself."""

from decimal import Decimal
from typing import Final

from chamdiem_rules.document import Node, join_place
from chamdiem_rules.fault import Findings, SetRefused
from chamdiem_rules.leaf_reading import LeafReading, read_evidence
from chamdiem_rules.methods import AutoSource
from chamdiem_rules.numbers import to_micro
from chamdiem_rules.outcome_reading import read_knock_outs, read_levels, read_ranking
from chamdiem_rules.reading import Mapping, Reading
from chamdiem_rules.refusal import Refused
from chamdiem_rules.set_types import Adjustment, AdjustmentKind, Appraiser, CriteriaSet, Criterion, Field, Leaf, Program
from chamdiem_rules.survey_types import SurveyForms
from chamdiem_rules.text import clean_file_name

_SET_KEYS: Final = frozenset(
    {"code", "program", "title", "short_title", "unit_types", "assessment_year", "status", "based_on", "max_score", "appraised_max"}
) | frozenset(
    {"survey_max", "score_decimals", "rounding", "appraisers", "fields", "adjustments", "index", "grades", "classification", "ranking"}
)
_FIELD_KEYS: Final = frozenset({"code", "title", "max_score", "criteria"})
_BRANCH_KEYS: Final = frozenset({"code", "title", "max_score", "sub_criteria"})
_ADJUSTMENT_KEYS: Final = frozenset(
    {"code", "kind", "method", "title", "per_occurrence", "unit", "cap", "appraiser", "auto_source", "evidence", "basis"}
)
_MOST_DECIMALS: Final = 6
_MOST_INDEX_DECIMALS: Final = 12


def read_criteria_set(document: Node, forms: SurveyForms | None) -> CriteriaSet:
    """The set of a document, whole or the mapping under `criteria_set`. Raises `SetRefused` with every fault."""
    reading = Reading()
    criteria_set = _SetReading(reading, forms).read(document)
    if criteria_set is None or reading.faults:
        raise SetRefused(tuple(reading.faults))
    return criteria_set


def faults_of(document: Node, forms: SurveyForms | None) -> Findings:
    """Every fault and warning of a document of a criteria set, by its place."""
    reading = Reading()
    _SetReading(reading, forms).read(document)
    return reading.findings


class _SetReading:
    def __init__(self, reading: Reading, forms: SurveyForms | None) -> None:
        self.reading = reading
        self.forms = forms
        self.appraisers: dict[str, Appraiser] = {}
        self.codes: dict[str, str] = {}

    def read(self, document: Node) -> CriteriaSet | None:
        reading = self.reading
        top = reading.mapping(document, "")
        if "criteria_set" in top:
            reading.known_keys(top, "", {"schema_version", "criteria_set"})
            top = reading.mapping(top["criteria_set"], "criteria_set")
        if not top:
            if not reading.faults:
                reading.fault("", "không có bộ tiêu chí.")
            return None
        reading.known_keys(top, "", _SET_KEYS)
        code = reading.text(top, "code", "")
        self._check_set_code(code)
        program = reading.member_of(Program, top, "program", "")
        score_decimals = reading.count(top, "score_decimals", "", most=_MOST_DECIMALS)
        if top.get("rounding") not in (None, "half_up"):
            reading.fault("rounding", "chỉ có cách làm tròn half_up.")
        self._read_appraisers(top)
        leaves = LeafReading(reading, self.appraisers, self.forms, program)
        fields = tuple(self._field(reading.mapping(node, place), place, leaves) for node, place in reading.members(top, "fields", ""))
        adjustments, bonus_cap, deduction_cap = self._adjustments(top)
        levels = read_levels(reading, top, program)
        index = reading.mapping(top["index"], "index") if top.get("index") is not None else {}
        reading.known_keys(index, "index", {"decimals"})
        criteria_set = CriteriaSet(
            code=code,
            program=program or Program.PAR_INDEX,
            title=reading.text(top, "title", ""),
            short_title=reading.text(top, "short_title", "", required=False),
            unit_types=reading.texts(top, "unit_types", ""),
            assessment_year=reading.text(top, "assessment_year", "", required=False),
            max_score=reading.number(top, "max_score", ""),
            appraised_max=reading.number(top, "appraised_max", ""),
            survey_max=reading.number(top, "survey_max", ""),
            score_decimals=score_decimals,
            appraisers=self.appraisers,
            fields=fields,
            adjustments=adjustments,
            bonus_cap=bonus_cap,
            deduction_cap=deduction_cap,
            index_decimals=reading.count(index, "decimals", "index", most=_MOST_INDEX_DECIMALS, default=2),
            levels=levels,
            knock_outs=read_knock_outs(reading, top, program, levels, self.appraisers),
            ranking=read_ranking(reading, top, [f.code for f in fields]),
        )
        self._check_sums(criteria_set)
        self._warn_of_digits(criteria_set)
        return criteria_set

    def _check_set_code(self, code: str) -> None:
        try:
            if code:
                clean_file_name(code)
        except Refused:
            # The code names the folder of the set's reports.
            self.reading.fault("code", "mã bộ tiêu chí không được có '/', '\\' hay ký tự điều khiển và không quá 255 byte.")

    def _read_appraisers(self, top: Mapping) -> None:
        if top.get("appraisers") is None:
            return
        for code, node in self.reading.mapping(top["appraisers"], "appraisers").items():
            place = join_place("appraisers", code)
            appraiser = self.reading.mapping(node, place)
            self.reading.known_keys(appraiser, place, {"unit", "title"})
            unit, title = self.reading.text(appraiser, "unit", place), self.reading.text(appraiser, "title", place, required=False)
            self.appraisers[code] = Appraiser(code, unit, title or code)

    def _field(self, node: Mapping, place: str, leaves: LeafReading) -> Field:
        reading = self.reading
        reading.known_keys(node, place, _FIELD_KEYS)
        self._refuse_scoring(node, place)
        code = self._code(node, place)
        max_score = reading.number(node, "max_score", place)
        criteria = tuple(
            self._criterion(reading.mapping(member, where), where, code, leaves)
            for member, where in reading.members(node, "criteria", place)
        )
        self._check_sum(place, max_score, [c.max_score for c in criteria], "criteria")
        return Field(code, reading.text(node, "title", place), max_score, criteria)

    def _criterion(self, node: Mapping, place: str, field_code: str, leaves: LeafReading) -> Criterion:
        reading = self.reading
        code = self._code(node, place)
        if node.get("sub_criteria") in (None, []):
            leaf = leaves.read(node, place, code, field_code, code)
            return Criterion(code, leaf.title, leaf.max_score, (leaf,))
        reading.known_keys(node, place, _BRANCH_KEYS)
        self._refuse_scoring(node, place)
        max_score = reading.number(node, "max_score", place)
        found: list[Leaf] = []
        for member, where in reading.members(node, "sub_criteria", place):
            sub = reading.mapping(member, where)
            found.append(leaves.read(sub, where, self._code(sub, where), field_code, code))
        self._check_sum(place, max_score, [leaf.max_score for leaf in found], "sub_criteria")
        return Criterion(code, reading.text(node, "title", place), max_score, tuple(found))

    def _adjustments(self, top: Mapping) -> tuple[tuple[Adjustment, ...], Decimal, Decimal]:
        reading = self.reading
        if top.get("adjustments") is None:
            return (), Decimal(0), Decimal(0)
        node = reading.mapping(top["adjustments"], "adjustments")
        reading.known_keys(node, "adjustments", {"bonus_cap", "deduction_cap", "items"})
        items = tuple(
            self._adjustment(reading.mapping(member, place), place)
            for member, place in reading.members(node, "items", "adjustments", required=False)
        )
        caps = []
        for kind in AdjustmentKind:
            needed = any(item.kind is kind for item in items)
            caps.append(reading.number(node, f"{kind}_cap", "adjustments", default=None if needed else Decimal(0)))
        return items, caps[0], caps[1]

    def _adjustment(self, node: Mapping, place: str) -> Adjustment:
        reading = self.reading
        reading.known_keys(node, place, _ADJUSTMENT_KEYS)
        kind = reading.member_of(AdjustmentKind, node, "kind", place)
        if kind and node.get("method") not in (None, kind):
            reading.fault(join_place(place, "method"), f"phương pháp của mục điểm loại {kind} phải là {kind}.")
        source = reading.member_of(AutoSource, node, "auto_source", place) if node.get("auto_source") is not None else None
        if source is AutoSource.PAR_INDEX:
            reading.fault(join_place(place, "auto_source"), f"{source} không phải là số lần nên không dùng cho mục điểm.")
        appraiser = None
        if node.get("auto_source") is not None:
            if node.get("appraiser") is not None:
                reading.fault(join_place(place, "appraiser"), "mục do hệ thống tính không có cơ quan thẩm định.")
        else:
            appraiser = reading.text(node, "appraiser", place)
            if appraiser and appraiser not in self.appraisers:
                reading.fault(join_place(place, "appraiser"), f"không có cơ quan thẩm định {appraiser} trong appraisers.")
        return Adjustment(
            code=self._code(node, place),
            title=reading.text(node, "title", place),
            kind=kind or AdjustmentKind.BONUS,
            per_occurrence=reading.number(node, "per_occurrence", place),
            cap=reading.number(node, "cap", place),
            unit=reading.text(node, "unit", place, required=False),
            appraiser=appraiser,
            auto_source=source,
            evidence=read_evidence(reading, node, place),
        )

    def _code(self, node: Mapping, place: str) -> str:
        code = self.reading.text(node, "code", place)
        self.reading.once(self.codes, code, place)
        return code

    def _refuse_scoring(self, node: Mapping, place: str) -> None:
        if node.get("scoring") is not None:
            self.reading.fault(join_place(place, "scoring"), "chỉ tiêu chí không có tiêu chí thành phần mới có cách chấm.")

    def _check_sum(self, place: str, total: Decimal, parts: list[Decimal], key: str) -> None:
        added = sum(map(to_micro, parts))
        if to_micro(total) != added:
            self.reading.fault(join_place(place, "max_score"), f"điểm tối đa {total:f} khác tổng điểm tối đa của {key}.")

    def _check_sums(self, s: CriteriaSet) -> None:
        self._check_sum("", s.max_score, [f.max_score for f in s.fields], "fields")
        if to_micro(s.max_score) != to_micro(s.appraised_max) + to_micro(s.survey_max):
            self.reading.fault("max_score", f"điểm tối đa {s.max_score:f} khác tổng appraised_max và survey_max.")
        survey = sum(to_micro(leaf.max_score) for leaf in s.leaves if leaf.is_survey)
        if survey != to_micro(s.survey_max):
            self.reading.warn("survey_max", "khác tổng điểm tối đa của các tiêu chí khảo sát.")

    def _warn_of_digits(self, s: CriteriaSet) -> None:
        unit = 10 ** (6 - s.score_decimals)
        if any(to_micro(leaf.max_score) % unit for leaf in s.leaves):
            self.reading.warn("score_decimals", "có điểm tối đa với nhiều chữ số hơn score_decimals.")
