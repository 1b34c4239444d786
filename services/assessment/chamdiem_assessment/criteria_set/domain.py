"""Judging a criteria set together with the survey forms that it names (rules §2)."""

from collections.abc import Iterator
from typing import Any, Final

from chamdiem_assessment.document.domain import Document, Finding, Review, code_faults, review_again, review_document
from chamdiem_rules.criteria_set import faults_of, read_criteria_set
from chamdiem_rules.document import Node
from chamdiem_rules.fault import Fault, Findings
from chamdiem_rules.survey_forms import SurveyForms

_WITH_CODES: Final = frozenset({"fields", "criteria", "sub_criteria", "adjustments", "items", "classification", "knock_out_conditions"})


def review_set(source: str, media_type: str, forms: SurveyForms | None) -> Review:
    """Read and judge a criteria set; without forms a survey leaf is a fault."""
    return review_document(source, media_type, lambda tree: _judge(tree, forms))


def review_draft(draft: Document, forms: SurveyForms | None) -> Review:
    """Judge a stored draft again, by the forms as they are now."""
    return review_again(draft, lambda tree: _judge(tree, forms))


def faults_before_publishing(review: Review, forms: Document | None) -> tuple[Finding, ...]:
    """The review's faults, and that the survey forms it was judged by are a draft still."""
    if forms is not None and not forms.is_published:
        return (*review.faults, Finding("survey_forms_id", "phiếu khảo sát đi kèm chưa ban hành; hãy ban hành phiếu trước."))
    return review.faults


def _judge(tree: Node, forms: SurveyForms | None) -> Findings:
    found = faults_of(tree, forms)
    if found.faults:
        return found
    criteria_set = read_criteria_set(tree, forms)
    knock_outs = (k.code for k in criteria_set.knock_outs)
    faults = (*code_faults((*criteria_set.items, *criteria_set.appraisers, *knock_outs)), *_address_faults(tree))
    return Findings(faults, found.warnings)


def _address_faults(tree: Node) -> Iterator[Fault]:
    """Codes that no address could hold: of items and conditions, by their places. Versions issued before stay as they are."""
    for place, code in _coded(tree.get("criteria_set", tree) if isinstance(tree, dict) else tree):
        if "/" in code:
            yield Fault(place, f"mã {code} có dấu “/” nên không dùng được trong địa chỉ; hãy bỏ dấu đó, ví dụ thay bằng dấu chấm.")


def _coded(node: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every code in a tree with its place."""
    if isinstance(node, list):
        for n, child in enumerate(node):
            yield from _coded(child, f"{place}[{n}]")
    elif isinstance(node, dict):
        for key, child in node.items():
            where = f"{place}.{key}" if place else str(key)
            if key == "code" and isinstance(child, str):
                yield where, child
            elif key in _WITH_CODES:
                yield from _coded(child, where)
