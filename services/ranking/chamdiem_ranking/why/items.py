"""Why an item has its points: what was declared, given, answered, or known by the system."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from chamdiem_ranking.result.computing import Computed
from chamdiem_ranking.why import wording
from chamdiem_ranking.why.bodies import WhyDeclaredOut, WhyFormOut, WhyGivenOut, WhyItemOut, WhyQuestionOut
from chamdiem_rules.methods import AutoSource
from chamdiem_rules.numbers import format_percent, format_score
from chamdiem_rules.set_types import Adjustment, Leaf
from chamdiem_rules.survey import FormCounts, SurveyWhy, explain_survey
from chamdiem_rules.survey_forms import SurveyForms
from chamdiem_rules.totals import AdjustmentResult, LeafResult

_EXACT = 12
_LEFT_OUT = {
    "too_few": "ít phiếu hợp lệ hơn mức tối thiểu nên bị bỏ, trọng số chia cho các phiếu còn lại",
    "no_answers": "không câu hỏi nào có trả lời được tính nên bị bỏ, trọng số chia cho các phiếu còn lại",
}
_SOURCES = {
    AutoSource.PAR_INDEX: "chỉ số cải cách hành chính của đơn vị",
    AutoSource.SUBMISSION_DELAY: "số ngày làm việc gửi chậm",
    AutoSource.GAP: "chênh lệch giữa điểm tự chấm và điểm thẩm định (1 khi vượt 10 % điểm tối đa)",
}


def why_items(computed: Computed, forms: SurveyForms | None, given: Mapping[str, WhyGivenOut], delay: str, par: str) -> list[WhyItemOut]:
    """Every leaf, then every adjustment, in the set's order. `delay` and `par` are the sentences on lateness and the PAR index."""
    answers = {a["item"]: a for a in computed.sheet.answers}
    known = {AutoSource.SUBMISSION_DELAY: delay, AutoSource.PAR_INDEX: par}
    items: list[WhyItemOut] = []
    for result in computed.result.leaves:
        leaf = computed.criteria_set.items[result.code]
        assert isinstance(leaf, Leaf)
        if leaf.is_survey:
            items.append(_survey_leaf(computed, leaf, result, forms))
        elif leaf.auto_source is not None:
            items.append(_system_leaf(computed, leaf, result, known.get(leaf.auto_source, "")))
        else:
            items.append(_appraised_leaf(computed, leaf, result, answers.get(leaf.code), given.get(leaf.code)))
    for adjusted in computed.result.adjustments:
        adjustment = computed.criteria_set.items[adjusted.code]
        assert isinstance(adjustment, Adjustment)
        fact = known.get(adjustment.auto_source, "") if adjustment.auto_source else ""
        items.append(_adjustment(computed, adjustment, adjusted, answers.get(adjusted.code), given.get(adjusted.code), fact))
    return items


def _leaf(computed: Computed, leaf: Leaf, result: LeafResult, **more: Any) -> WhyItemOut:
    decimals = computed.criteria_set.score_decimals

    def points(value: Decimal | None) -> str | None:
        return None if value is None else format_score(value, decimals)

    usual: dict[str, Any] = {"declared": None, "given": None, "survey": [], "source": "system"}
    return WhyItemOut(
        item=leaf.code,
        title=leaf.title,
        kind="leaf",
        max_score=format_score(leaf.max_score, decimals),
        self_score=points(result.self_score),
        appraised_score=points(result.appraised_score),
        final_score=points(result.final_score),
        not_applicable=result.not_applicable,
        count=None,
        **{**usual, **more},
    )


def _appraised_leaf(
    computed: Computed, leaf: Leaf, result: LeafResult, answer: Mapping[str, Any] | None, given: WhyGivenOut | None
) -> WhyItemOut:
    sentences = [_declared_sentence(computed, leaf, result, answer)]
    if given is None:
        sentences.append(f"Chưa có điểm thẩm định của {_agency(computed, leaf.appraiser or '')}; tạm tính 0 điểm.")
    elif result.not_applicable:
        most = wording.number(leaf.max_score)
        sentences.append(f"{_agency(computed, given.appraiser_code)} đồng ý không áp dụng; {most} điểm tối đa không tính vào mẫu số.")
    else:
        reason = f" Lý do: {given.reason}" if given.reason else ""
        sentences.append(f"{_agency(computed, given.appraiser_code)} thẩm định {wording.written(given.score)} điểm.{reason}")
    return _leaf(computed, leaf, result, source="appraisal", declared=_declared(answer), given=given, sentences=sentences)


def _declared_sentence(computed: Computed, leaf: Leaf, result: LeafResult, answer: Mapping[str, Any] | None) -> str:
    if computed.sheet.declared is None:
        return "Đơn vị không gửi kết quả tự đánh giá nên điểm tự chấm 0."
    if answer is None:
        return "Đơn vị không kê khai tiêu chí này nên điểm tự chấm 0."
    if answer["is_claim"]:
        return "Đơn vị đề nghị không áp dụng nên không có điểm tự chấm."
    return f"Cách chấm: {wording.method_name(leaf)}. {wording.declared_sentence(leaf, answer, result.self_score)}"


def _agency(computed: Computed, code: str) -> str:
    found = computed.criteria_set.appraisers.get(code)
    return found.title if found and found.title else code


def _declared(answer: Mapping[str, Any] | None) -> WhyDeclaredOut | None:
    if answer is None:
        return None
    return WhyDeclaredOut(
        option=answer["option"],
        numerator=answer["numerator"],
        denominator=answer["denominator"],
        count=answer["count"],
        is_claim=answer["is_claim"],
        explanation=answer["explanation"],
        evidence=[e["name"] for e in answer["evidence"]],
    )


def _system_leaf(computed: Computed, leaf: Leaf, result: LeafResult, fact: str) -> WhyItemOut:
    assert leaf.auto_source is not None
    sentences = [f"Hệ thống tự tính theo {_SOURCES[leaf.auto_source]}, cách chấm: {wording.method_name(leaf)}."]
    if fact:
        sentences.append(fact)
    sentences.append("Chưa biết nên tạm tính 0 điểm." if result.final_score is None else f"Điểm: {wording.number(result.final_score)}.")
    return _leaf(computed, leaf, result, sentences=sentences)


def _survey_leaf(computed: Computed, leaf: Leaf, result: LeafResult, forms: SurveyForms | None) -> WhyItemOut:
    if forms is None or leaf.code not in computed.given.survey_points:
        return _leaf(computed, leaf, result, source="survey", sentences=["Phiếu khảo sát chưa khóa; tạm tính 0 điểm."])
    why = explain_survey(leaf, computed.criteria_set.score_decimals, computed.counts, forms)
    sentences = [
        f"Phiếu {f.form}: {_LEFT_OUT[f.left_out]}."
        if f.left_out
        else f"Phiếu {f.form}: {f.valid} phiếu hợp lệ, đạt {wording.number(f.percent or 0)} %, trọng số {wording.number(f.used_weight)}."
        for f in why.forms
    ]
    if why.percent is None or why.points is None:
        sentences.append("Không còn phiếu nào được tính nên tiêu chí không áp dụng cho đơn vị.")
    else:
        percent, most = wording.number(why.percent), wording.number(leaf.max_score)
        sentences.append(f"Điểm = {most} · {percent} % = {wording.number(why.points)} (làm tròn một lần).")
    return _leaf(computed, leaf, result, source="survey", survey=_forms(why, computed.counts, forms), sentences=sentences)


def _forms(why: SurveyWhy, counts: Mapping[str, FormCounts], forms: SurveyForms) -> list[WhyFormOut]:
    found = []
    for f in why.forms:
        form = forms.form(f.form)
        assert form is not None
        answers = counts.get(f.form, FormCounts()).counts
        found.append(
            WhyFormOut(
                form=f.form,
                title=form.title,
                weight=format(f.weight, "f"),
                used_weight=str(f.used_weight),
                valid=f.valid,
                min_responses=form.min_responses,
                percent=None if f.percent is None else format_percent(f.percent, _EXACT),
                left_out=f.left_out,
                questions=[
                    WhyQuestionOut(
                        question=q.code,
                        text=question.text if (question := form.question(q.code)) else "",
                        counts=dict(answers.get(q.code, {})),
                        counted=q.answers,
                        percent=None if q.percent is None else format_percent(q.percent, _EXACT),
                    )
                    for q in f.questions
                ],
            )
        )
    return found


def _adjustment(
    computed: Computed,
    adjustment: Adjustment,
    result: AdjustmentResult,
    answer: Mapping[str, Any] | None,
    given: WhyGivenOut | None,
    fact: str,
) -> WhyItemOut:
    decimals = computed.criteria_set.score_decimals
    sentences = [fact] if fact else []
    if adjustment.auto_source is not None:
        sentences.insert(0, f"Hệ thống tự tính theo {_SOURCES[adjustment.auto_source]}.")
    else:
        claimed = answer["count"] if answer and answer["count"] is not None else 0
        sentences.append(f"Đơn vị kê khai {claimed}; {_agency(computed, adjustment.appraiser or '')} xác nhận {result.count or 0}.")
        if given is not None and given.reason:
            sentences.append(f"Lý do: {given.reason}")
    if result.points is None:
        sentences.append("Chưa biết nên tạm tính 0 điểm.")
    else:
        sentences.append(wording.adjustment_sentence(adjustment, result.count, result.points))
    return WhyItemOut(
        item=adjustment.code,
        title=adjustment.title,
        kind="bonus" if adjustment.kind == "bonus" else "deduction",
        source="system" if adjustment.is_system else "appraisal",
        max_score=format_score(adjustment.cap, decimals),
        self_score=None,
        appraised_score=None,
        final_score=None if result.points is None else format_score(result.points, decimals),
        not_applicable=False,
        count=result.count,
        declared=_declared(answer),
        given=given,
        survey=[],
        sentences=sentences,
    )
