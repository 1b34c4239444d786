"""From a snapshot to the document that is printed: titles come from the set the snapshot names by its fingerprint."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from chamdiem_assessment.report.domain import Snapshot
from chamdiem_reports.documents import (
    AppendixRow,
    Evidence,
    FieldSummary,
    Head,
    Level,
    MissingEvidence,
    Seal,
    SelfAssessmentReport,
    SheetTotals,
    Signer,
    Subject,
)
from chamdiem_reports.numbering import numbered
from chamdiem_rules.methods import Choice, CountLevels, DeductionLeaf, YesNo
from chamdiem_rules.set_types import Adjustment, CriteriaSet, Leaf
from chamdiem_rules.text import is_blank

PROGRAM_TITLES = {"par_index": "Chỉ số cải cách hành chính", "task_completion": "Mức độ hoàn thành nhiệm vụ"}
SIGNER = "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"
_CLAIMED = "Đề nghị không áp dụng"
_SURVEY = "Điều tra xã hội học"
_SYSTEM = "Hệ thống tự tính"
_Row = tuple[Level, str, Decimal | None, Decimal | None, Leaf | Adjustment | None]


def compose_report(snapshot: Snapshot, criteria_set: CriteriaSet, *, status_label: str, check_url: str) -> SelfAssessmentReport:
    """The self-assessment report (Điều 9.2); `criteria_set` is the version that the snapshot names."""
    tree = snapshot.tree
    answers: dict[str, Mapping[str, Any]] = {line["item"]: line for line in tree["answers"]}
    scores = {code: Decimal(line["self_score"]) for code, line in answers.items() if line["self_score"] is not None}
    rows = list(_rows(criteria_set, scores))
    numbers = list(numbered(row[0] for row in rows))
    appendix = tuple(_appendix_row(number, row, answers) for number, row in zip(numbers, rows, strict=True))
    return SelfAssessmentReport(
        head=Head(parent_body=tree["head"]["parent_body"], issuing_body=tree["unit"]["name"], place=tree["head"]["place"]),
        subject=Subject(
            program_title=PROGRAM_TITLES[tree["program"]],
            year=int(tree["year"]),
            criteria_set_title=criteria_set.title,
            issuing_decision=_decision(tree["set"]),
        ),
        seal=Seal(rehearsal=tree["rehearsal"], status_label=status_label, fingerprint=snapshot.fingerprint, check_url=check_url),
        unit_name=tree["unit"]["name"],
        fields=tuple(
            FieldSummary(title=f.title, max_score=f.max_score, self_score=_sum(scores, (leaf for c in f.criteria for leaf in c.leaves)))
            for f in criteria_set.fields
        ),
        rows=appendix,
        totals=SheetTotals(max_score=criteria_set.max_score, self_score=Decimal(tree["self_total"])),
        missing_evidence=tuple(_without_files(numbers, rows, answers)),
        signer=Signer(position=SIGNER),
        score_decimals=criteria_set.score_decimals,
    )


def item_codes(criteria_set: CriteriaSet) -> list[str | None]:
    """The items of the report's rows, in order; None for the rows that only sum up."""
    return [None if item is None else item.code for *_, item in _rows(criteria_set, {})]


def declared_in_words(item: Leaf | Adjustment, line: Mapping[str, Any] | None) -> str:
    """What a unit declared for one item, as the report prints it; `line` is the item's line of a snapshot, None: nothing."""
    return _declared(item, line)


def _decision(set_of: Mapping[str, str]) -> str:
    decided_on = date.fromisoformat(set_of["decided_on"])
    return f"Quyết định số {set_of['decision_number']} ngày {decided_on:%d/%m/%Y}"


def _rows(criteria_set: CriteriaSet, scores: Mapping[str, Decimal]) -> Iterator[_Row]:
    for field in criteria_set.fields:
        yield "field", field.title, field.max_score, _sum(scores, (leaf for c in field.criteria for leaf in c.leaves)), None
        for criterion in field.criteria:
            if [leaf.code for leaf in criterion.leaves] == [criterion.code]:
                leaf = criterion.leaves[0]
                yield "criterion", leaf.title, leaf.max_score, scores.get(leaf.code), leaf
                continue
            yield "criterion", criterion.title, criterion.max_score, _sum(scores, iter(criterion.leaves)), None
            for leaf in criterion.leaves:
                yield "sub_criterion", leaf.title, leaf.max_score, scores.get(leaf.code), leaf
    for adjustment in criteria_set.adjustments:
        yield "adjustment", adjustment.title, None, None, adjustment


def _sum(scores: Mapping[str, Decimal], leaves: Iterator[Leaf]) -> Decimal:
    return sum((scores.get(leaf.code, Decimal(0)) for leaf in leaves), Decimal(0))


def _appendix_row(number: str, row: _Row, answers: Mapping[str, Mapping[str, Any]]) -> AppendixRow:
    level, title, max_score, self_score, item = row
    answer = answers.get(item.code) if item is not None else None
    return AppendixRow(
        number=number,
        level=level,
        title=title,
        max_score=max_score,
        declared=_declared(item, answer),
        self_score=self_score,
        evidence=tuple(Evidence(name=e["name"], sha256=e["sha256"]) for e in answer["evidence"]) if answer else (),
        explanation=answer["explanation"] if answer else "",
    )


def _declared(item: Leaf | Adjustment | None, answer: Mapping[str, Any] | None) -> str:
    if item is None:
        return ""
    if isinstance(item, Leaf) and item.is_survey:
        return _SURVEY
    if item.is_system:
        return _SYSTEM
    if answer is None or not _is_whole(item, answer):
        return ""
    if answer["not_applicable"]:
        return _CLAIMED
    said = _value(item, answer)
    return f"{said}\n{_CLAIMED}" if answer["is_claim"] else said


def _is_whole(item: Leaf | Adjustment, answer: Mapping[str, Any]) -> bool:
    """Whether a value or claim was declared: an answer is kept from its first word on."""
    if isinstance(item, Adjustment):
        return answer["count"] is not None
    return answer["self_score"] is not None or answer["is_claim"]


def _value(item: Leaf | Adjustment, answer: Mapping[str, Any]) -> str:
    if isinstance(item, Adjustment):
        return f"{_number(answer['count'])} {item.unit}"
    match item.scoring:
        case YesNo(options) | Choice(options):
            return next((option.label for option in options if option.id == answer["option"]), str(answer["option"]))
        case CountLevels(unit=unit) | DeductionLeaf(unit=unit):
            return f"{_number(answer['count'])} {unit}".rstrip()
        case _:
            return "/".join(_number(part) for part in (answer["numerator"], answer["denominator"]) if part is not None)


def _number(text: str) -> str:
    """A number as the unit wrote it, with the decimal comma."""
    return text.replace(".", ",")


def _without_files(numbers: list[str], rows: list[_Row], answers: Mapping[str, Mapping[str, Any]]) -> Iterator[MissingEvidence]:
    """Leaves that need evidence and give only an explanation."""
    for number, row in zip(numbers, rows, strict=True):
        item = row[4]
        answer = answers.get(item.code) if item is not None else None
        if item is None or answer is None or not item.evidence or answer["evidence"]:
            continue
        if isinstance(item, Leaf) or not is_blank(answer["explanation"]):
            yield MissingEvidence(number=number, title=item.title, explanation=answer["explanation"])
