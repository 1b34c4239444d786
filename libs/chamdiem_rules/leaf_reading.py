"""Reading one leaf of a criteria set: who enters and appraises it, and its scoring by method (scoring-rules.md sections 2 and 3)."""

from collections.abc import Mapping as Lookup
from decimal import Decimal
from typing import Final

from chamdiem_rules.band_reading import read_bands, read_options
from chamdiem_rules.document import join_place
from chamdiem_rules.methods import (
    AutoSource,
    Choice,
    Conversion,
    CountLevels,
    DeductionLeaf,
    DelayBand,
    Floor,
    PercentLevels,
    Ratio,
    Scoring,
    SurveyScoring,
    SurveySource,
    YesNo,
    ZeroDenominator,
)
from chamdiem_rules.reading import Mapping, Reading
from chamdiem_rules.set_types import Appraiser, Leaf, Program
from chamdiem_rules.survey_types import Form, SurveyForms

_LEAF_KEYS: Final = frozenset(
    {"code", "title", "max_score", "appraiser", "self_scored", "not_applicable_allowed", "scoring", "evidence", "basis", "sub_criteria"}
)
_METHODS: Final = ("yes_no", "levels", "ratio", "deduction", "survey")
_INPUTS: Final = ("choice", "percent", "count")
_MOST_DAYS: Final = 10**15 - 1
_NO_SCORING: Final = YesNo(())


def read_evidence(reading: Reading, node: Mapping, place: str) -> tuple[str, ...]:
    """The kinds of evidence expected; none where the key is absent."""
    return reading.texts(node, "evidence", place, required=False)


class LeafReading:
    """Reads leaves against the agencies and survey forms that the set may name."""

    def __init__(self, reading: Reading, appraisers: Lookup[str, Appraiser], forms: SurveyForms | None, program: Program | None) -> None:
        self.reading = reading
        self.appraisers = appraisers
        self.forms = forms
        self.program = program

    def read(self, node: Mapping, place: str, code: str, field_code: str, criterion_code: str) -> Leaf:
        """The leaf at `place`."""
        reading = self.reading
        reading.known_keys(node, place, _LEAF_KEYS)
        max_score = reading.number(node, "max_score", place)
        where = join_place(place, "scoring")
        written = reading.mapping(node.get("scoring"), where)
        allowed = reading.boolean(node, "not_applicable_allowed", place, default=False)
        scoring = self._scoring(written, where, max_score, allowed) if written else _NO_SCORING
        source, bands = self._auto_source(written, where, scoring)
        is_system = written.get("auto_source") is not None or written.get("method") == "survey"
        return Leaf(
            code=code,
            title=reading.text(node, "title", place),
            field_code=field_code,
            criterion_code=criterion_code,
            max_score=max_score,
            appraiser=self._appraiser(node, place, is_system),
            self_scored=self._self_scored(node, place, is_system),
            not_applicable_allowed=allowed and not is_system,
            scoring=scoring,
            auto_source=source,
            delay_bands=bands,
            evidence=read_evidence(reading, node, place),
        )

    def _appraiser(self, node: Mapping, place: str, is_system: bool) -> str | None:
        if is_system:
            if node.get("appraiser") is not None:
                self.reading.fault(join_place(place, "appraiser"), "tiêu chí do hệ thống tính không có cơ quan thẩm định.")
            return None
        appraiser = self.reading.text(node, "appraiser", place)
        if appraiser and appraiser not in self.appraisers:
            self.reading.fault(join_place(place, "appraiser"), f"không có cơ quan thẩm định {appraiser} trong appraisers.")
        return appraiser or None

    def _self_scored(self, node: Mapping, place: str, is_system: bool) -> bool:
        self_scored = self.reading.boolean(node, "self_scored", place, default=False if is_system else None)
        if self_scored and is_system:
            self.reading.fault(join_place(place, "self_scored"), "tiêu chí do hệ thống tính không được tự chấm; hãy ghi false.")
            return False
        return self_scored

    def _scoring(self, node: Mapping, place: str, max_score: Decimal, allowed: bool) -> Scoring:
        reading = self.reading
        method = node.get("method")
        match method:
            case "yes_no":
                reading.known_keys(node, place, {"method", "options", "auto_source"})
                return YesNo(read_options(reading, node, "options", place, max_score))
            case "levels":
                return self._levels(node, place, max_score, allowed)
            case "ratio":
                return self._ratio(node, place, max_score, allowed)
            case "deduction":
                return self._deduction(node, place, max_score)
            case "survey":
                return self._survey(node, place)
        reading.fault(join_place(place, "method"), f"phương pháp chấm không có; hãy ghi một trong: {', '.join(_METHODS)}.")
        return _NO_SCORING

    def _levels(self, node: Mapping, place: str, max_score: Decimal, allowed: bool) -> Scoring:
        reading = self.reading
        common = {"method", "input", "levels"}
        match node.get("input"):
            case "choice":
                reading.known_keys(node, place, common | {"auto_source", "delay_bands", "unit"})
                return Choice(read_options(reading, node, "levels", place, max_score))
            case "percent":
                reading.known_keys(node, place, common | {"numerator", "denominator", "zero_denominator", "unit"})
                return PercentLevels(
                    levels=read_bands(reading, node, place, max_score),
                    zero_denominator=self._zero_denominator(node, place, allowed) or ZeroDenominator.ZERO,
                    numerator_label=self._label(node, "numerator", place),
                    denominator_label=self._label(node, "denominator", place),
                )
            case "count":
                reading.known_keys(node, place, common | {"unit"})
                return CountLevels(read_bands(reading, node, place, max_score), reading.text(node, "unit", place, required=False))
        reading.fault(join_place(place, "input"), f"cách nhập của bậc thang không có; hãy ghi một trong: {', '.join(_INPUTS)}.")
        return _NO_SCORING

    def _ratio(self, node: Mapping, place: str, max_score: Decimal, allowed: bool) -> Ratio:
        reading = self.reading
        keys = {"method", "formula", "numerator", "denominator", "floor", "zero_denominator", "auto_source", "unit"}
        reading.known_keys(node, place, keys)
        constant = None
        if isinstance(node.get("denominator"), dict):
            where = join_place(place, "denominator")
            denominator = reading.mapping(node["denominator"], where)
            constant = reading.optional_number(denominator, "constant", where)
            if constant == 0 and not reading.faults_at(join_place(where, "constant")):
                reading.fault(join_place(where, "constant"), "mẫu số cố định phải lớn hơn 0.")
        zero = None
        if constant is None or node.get("zero_denominator") is not None:
            zero = self._zero_denominator(node, place, allowed)
        return Ratio(
            constant=constant,
            floor=self._floor(node, place, max_score),
            zero_denominator=zero,
            numerator_label=self._label(node, "numerator", place),
            denominator_label=self._label(node, "denominator", place, frozenset({"constant"})),
        )

    def _floor(self, node: Mapping, place: str, max_score: Decimal) -> Floor | None:
        if node.get("floor") is None:
            return None
        where = join_place(place, "floor")
        floor = self.reading.mapping(node["floor"], where)
        self.reading.known_keys(floor, where, {"below_percent", "score"})
        score = self.reading.number(floor, "score", where)
        if score > max_score:
            self.reading.fault(join_place(where, "score"), f"điểm phải từ 0 đến {max_score:f}.")
        return Floor(self.reading.number(floor, "below_percent", where), score)

    def _zero_denominator(self, node: Mapping, place: str, allowed: bool) -> ZeroDenominator | None:
        rule = self.reading.member_of(ZeroDenominator, node, "zero_denominator", place)
        if rule is ZeroDenominator.NOT_APPLICABLE and not allowed:
            self.reading.fault(
                join_place(place, "zero_denominator"), "not_applicable chỉ dùng khi tiêu chí có not_applicable_allowed: true."
            )
        return rule

    def _label(self, node: Mapping, key: str, place: str, more: frozenset[str] = frozenset()) -> str:
        if node.get(key) is None:
            return ""
        where = join_place(place, key)
        part = self.reading.mapping(node[key], where)
        self.reading.known_keys(part, where, more | {"symbol", "label"})
        return self.reading.text(part, "label", where, required=False)

    def _deduction(self, node: Mapping, place: str, max_score: Decimal) -> DeductionLeaf:
        reading = self.reading
        reading.known_keys(node, place, {"method", "start_score", "per_occurrence", "unit", "min_score", "auto_source"})
        start = reading.number(node, "start_score", place)
        least = reading.number(node, "min_score", place, default=Decimal(0))
        if start > max_score:
            reading.fault(join_place(place, "start_score"), f"điểm bắt đầu phải từ 0 đến {max_score:f}.")
        if least > start:
            reading.fault(join_place(place, "min_score"), f"điểm thấp nhất phải từ 0 đến điểm bắt đầu {start:f}.")
        return DeductionLeaf(start, reading.number(node, "per_occurrence", place), least, reading.text(node, "unit", place, required=False))

    def _survey(self, node: Mapping, place: str) -> SurveyScoring:
        reading = self.reading
        reading.known_keys(node, place, {"method", "conversion", "sources"})
        default = self.forms.conversion if self.forms else Conversion.MEAN_WEIGHT
        conversion = reading.member_of(Conversion, node, "conversion", place, default=default) or default
        sources = tuple(self._source(reading.mapping(member, where), where) for member, where in reading.members(node, "sources", place))
        total = sum((source.weight for source in sources), Decimal(0))
        if total > 1:
            reading.fault(
                join_place(place, "sources"), f"tổng trọng số các phiếu là {total:f}, lớn hơn 1 nên điểm có thể vượt điểm tối đa."
            )
        elif total < 1:
            reading.warn(join_place(place, "sources"), f"tổng trọng số các phiếu là {total:f}, nhỏ hơn 1.")
        return SurveyScoring(conversion, sources)

    def _source(self, node: Mapping, place: str) -> SurveySource:
        reading = self.reading
        reading.known_keys(node, place, {"form", "questions", "weight"})
        code = reading.text(node, "form", place)
        form = self.forms.form(code) if self.forms else None
        if form is None and code:
            reading.fault(join_place(place, "form"), f"không có phiếu khảo sát {code}.")
        weight = reading.number(node, "weight", place)
        if weight == 0 and not reading.faults_at(join_place(place, "weight")):
            reading.fault(join_place(place, "weight"), "trọng số phải lớn hơn 0.")
        questions = reading.texts(node, "questions", place)
        if form is not None:
            self._check_questions(form, questions, join_place(place, "questions"))
        return SurveySource(code, questions, weight)

    def _check_questions(self, form: Form, codes: tuple[str, ...], place: str) -> None:
        for index, code in enumerate(codes):
            where = join_place(place, index)
            question = form.question(code)
            if question is None:
                self.reading.fault(where, f"phiếu {form.code} không có câu hỏi {code}.")
            elif question.scale is None:
                self.reading.fault(where, f"câu hỏi {code} không có thang đo nên không quy đổi ra điểm được.")
            elif not question.scored:
                self.reading.warn(where, f"câu hỏi {code} ghi scored: false nhưng được dùng để tính điểm.")
            if code in codes[:index]:
                self.reading.fault(where, f"câu hỏi {code} lặp lại.")

    def _auto_source(self, node: Mapping, place: str, scoring: Scoring) -> tuple[AutoSource | None, tuple[DelayBand, ...]]:
        reading = self.reading
        if node.get("auto_source") is None:
            if node.get("delay_bands") is not None:
                reading.fault(join_place(place, "delay_bands"), "delay_bands chỉ dùng cùng auto_source.")
            return None, ()
        where = join_place(place, "auto_source")
        source = reading.member_of(AutoSource, node, "auto_source", place)
        if source is None or scoring is _NO_SCORING:
            return source, ()
        if source is AutoSource.PAR_INDEX and self.program is Program.PAR_INDEX:
            reading.fault(where, "bộ tiêu chí CCHC không thể dùng chính chỉ số CCHC.")
        match scoring:
            case Ratio(constant=None):
                reading.fault(where, "tỷ lệ lấy số liệu từ hệ thống phải có denominator.constant.")
            case Ratio():
                return source, ()
            case DeductionLeaf() if source is not AutoSource.PAR_INDEX:
                return source, ()
            case Choice() if source is not AutoSource.PAR_INDEX:
                return source, self._delay_bands(node, place, scoring)
            case _:
                reading.fault(where, f"{source} không dùng được với phương pháp này.")
        return source, ()

    def _delay_bands(self, node: Mapping, place: str, scoring: Choice) -> tuple[DelayBand, ...]:
        reading = self.reading
        levels = {option.id for option in scoring.options}
        bands = []
        for member, where in reading.members(node, "delay_bands", place):
            band = reading.mapping(member, where)
            reading.known_keys(band, where, {"max_days", "level"})
            level = reading.text(band, "level", where)
            if level and level not in levels:
                reading.fault(join_place(where, "level"), f"không có bậc {level}.")
            days = None if band.get("max_days") is None else reading.count(band, "max_days", where, most=_MOST_DAYS)
            bands.append(DelayBand(days, level))
        if bands and all(band.max_days is not None for band in bands):
            reading.fault(join_place(place, "delay_bands"), "phải có một bậc với max_days: null cho trường hợp chậm không giới hạn.")
        return tuple(bands)
