"""Reading survey forms with their scales (format of `survey-forms.yaml`; scoring-rules.md sections 2 and 5)."""

import unicodedata
from decimal import Decimal

from chamdiem_rules.document import Node, join_place
from chamdiem_rules.fault import Findings, SetRefused
from chamdiem_rules.methods import Conversion
from chamdiem_rules.reading import Mapping, Reading
from chamdiem_rules.survey_types import AnswerOption, Form, Question, Scale, SurveyForms

__all__ = ["AnswerOption", "Form", "Question", "Scale", "SurveyForms", "faults_of_forms", "read_survey_forms"]

_TOP = frozenset({"schema_version", "status", "code", "title", "issuing_decision", "scales", "factors", "forms"}) | frozenset(
    {"respondent_groups", "respondent_attributes", "collection", "conversion"}
)
_SCALE = frozenset({"title", "options"})
_OPTION = frozenset({"value", "label", "weight", "positive", "excluded"})
_FORM = frozenset({"code", "title", "assesses", "program", "min_responses", "questions"}) | frozenset(
    {"respondent_group", "target_responses", "screening"}
)
_QUESTION = frozenset({"code", "factor", "scale", "scored", "text", "type", "required", "options"})
_FULL = Decimal(100)


def read_survey_forms(document: Node) -> SurveyForms:
    """The forms of a document. Raises `SetRefused` with every fault."""
    reading = Reading()
    forms = _forms(reading, document)
    if reading.faults:
        raise SetRefused(tuple(reading.faults))
    return forms


def faults_of_forms(document: Node) -> Findings:
    """Every fault and warning of a document of survey forms, by its place."""
    reading = Reading()
    _forms(reading, document)
    return reading.findings


def _forms(reading: Reading, document: Node) -> SurveyForms:
    top = reading.mapping(document, "")
    reading.known_keys(top, "", _TOP)
    scales = {}
    written = top.get("scales")
    for code, node in (reading.mapping(written, "scales") if written is not None else {}).items():
        scales[code] = _scale(reading, code, node, join_place("scales", code))
    conversion = Conversion.MEAN_WEIGHT
    if top.get("conversion") is not None:
        named = reading.mapping(top["conversion"], "conversion")
        conversion = reading.member_of(Conversion, named, "default", "conversion", default=Conversion.MEAN_WEIGHT) or conversion
    form_codes: dict[str, str] = {}
    forms = []
    for node, place in reading.members(top, "forms", ""):
        forms.append(_form(reading, reading.mapping(node, place), place, scales))
        _refuse_unsafe(reading, forms[-1].code, join_place(place, "code"), in_addresses=True)
        reading.once(form_codes, forms[-1].code, place)
    return SurveyForms(tuple(forms), scales, conversion)


def _scale(reading: Reading, code: str, node: Node, place: str) -> Scale:
    scale = reading.mapping(node, place)
    reading.known_keys(scale, place, _SCALE)
    values: dict[str, str] = {}
    options = []
    for member, where in reading.members(scale, "options", place):
        option = _option(reading, reading.mapping(member, where), where)
        reading.once(values, option.value, where)
        options.append(option)
    return Scale(code, reading.text(scale, "title", place, required=False), tuple(options))


def _option(reading: Reading, option: Mapping, place: str) -> AnswerOption:
    reading.known_keys(option, place, _OPTION)
    excluded = reading.boolean(option, "excluded", place, default=False)
    weight = reading.number(option, "weight", place, default=Decimal(0) if excluded else None)
    if weight > _FULL:
        reading.fault(join_place(place, "weight"), "trọng số phương án phải từ 0 đến 100.")
    return AnswerOption(
        value=reading.text(option, "value", place),
        label=reading.text(option, "label", place, required=False),
        weight=weight,
        positive=reading.boolean(option, "positive", place, default=False),
        excluded=excluded,
    )


def _form(reading: Reading, form: Mapping, place: str, scales: dict[str, Scale]) -> Form:
    reading.known_keys(form, place, _FORM)
    codes: dict[str, str] = {}
    questions = []
    for node, where in reading.members(form, "questions", place):
        question = _question(reading, reading.mapping(node, where), where, scales)
        _refuse_unsafe(reading, question.code, join_place(where, "code"), in_addresses=False)
        reading.once(codes, question.code, where)
        questions.append(question)
    return Form(
        code=reading.text(form, "code", place),
        title=reading.text(form, "title", place, required=False),
        assesses=reading.texts(form, "assesses", place),
        program=reading.text(form, "program", place, required=False),
        min_responses=reading.count(form, "min_responses", place, most=10**15 - 1, default=0),
        questions=tuple(questions),
    )


def _refuse_unsafe(reading: Reading, code: str, place: str, *, in_addresses: bool) -> None:
    """A form is closed by its code in an address; a control character is seen in no list."""
    if any(unicodedata.category(c) == "Cc" for c in code):
        reading.fault(place, "mã không an toàn: có ký tự điều khiển (xuống dòng, tab); hãy xóa đi.")
    elif in_addresses and (code in {".", ".."} or any(c in "/\\" for c in code)):
        reading.fault(place, "mã không an toàn: không được là '.', '..' hay chứa '/', '\\'; hãy đổi mã.")


def _question(reading: Reading, question: Mapping, place: str, scales: dict[str, Scale]) -> Question:
    reading.known_keys(question, place, _QUESTION)
    scale = None
    if question.get("scale") is not None:
        name = reading.text(question, "scale", place)
        scale = scales.get(name)
        if scale is None and name:
            reading.fault(join_place(place, "scale"), f"không có thang đo {name}.")
    scored = reading.boolean(question, "scored", place, default=scale is not None)
    if scored and question.get("scale") is None:
        reading.fault(join_place(place, "scored"), "câu hỏi tính điểm phải có thang đo.")
    return Question(reading.text(question, "code", place), reading.text(question, "text", place, required=False), scale, scored)
