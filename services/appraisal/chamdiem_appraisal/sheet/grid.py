"""One agency's whole work as a grid: its units down, its leaves and adjustments across, a few facts a cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from chamdiem_appraisal.sheet.comparing import labels_of
from chamdiem_appraisal.sheet.views import figures_of, points_text
from chamdiem_rules.criteria_set import Adjustment, CriteriaSet, Leaf
from chamdiem_rules.methods import Choice, CountLevels, PercentLevels, YesNo
from chamdiem_rules.score import possible_scores

Mark = Literal["differs", "no_evidence", "late", "unscored", "claimed", "asked", "may_write", "reason_due"]


class GridSheetOut(BaseModel):
    """Một phiếu mà cơ quan có mục để thẩm định; `is_final`: đã gửi hoặc hết hạn gửi, nên được chấm."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    ranking_group: str
    is_sent: bool
    is_final: bool
    late: bool
    sent_at: datetime | None
    last_instant: datetime


class GridChoiceOut(BaseModel):
    """Một bậc hoặc phương án của cách chấm."""

    label: str
    score: str


class GridLeafOut(BaseModel):
    """Một tiêu chí hoặc mục thưởng, trừ; `possible_scores`: những điểm cách chấm cho ra, trống khi mọi điểm đến tối đa đều được."""

    set_code: str
    item: str
    kind: str
    title: str
    field: str
    field_title: str
    max_score: str | None
    method: str
    choices: Sequence[GridChoiceOut]
    numerator_label: str
    denominator_label: str
    possible_scores: Sequence[str] | None
    evidence: Sequence[str]


class GridCellOut(BaseModel):
    """Một ô: chỉ số của phiếu và của tiêu chí trong hai danh sách trên, điểm hai bên, và những dấu cần để lọc."""

    sheet: int
    leaf: int
    self_score: str | None
    score: str | None
    not_applicable: bool
    difference: str | None
    marks: Sequence[Mark]
    assigned_to: Sequence[UUID]


class GridOut(BaseModel):
    """Lưới thẩm định của một cơ quan."""

    appraiser_code: str
    appraiser_title: str
    sheets: Sequence[GridSheetOut]
    leaves: Sequence[GridLeafOut]
    cells: Sequence[GridCellOut]


def grid_values(appraiser_code: str, sheets: Sequence[Any], cells: Sequence[Any], sets: Mapping[str, CriteriaSet]) -> dict[str, Any]:
    """The fields of `GridOut` from rows of the store; cells stand by sheet and place in the set."""
    sheet_place = {sheet.sheet_id: place for place, sheet in enumerate(sheets)}
    set_of = {sheet.sheet_id: sheet.set_code for sheet in sheets}
    late = {sheet.sheet_id for sheet in sheets if sheet.late}
    wanted = {(set_of[cell.sheet_id], cell.item) for cell in cells}
    leaves = [leaf for code in sorted(sets) for leaf in _leaves(code, sets[code], wanted)]
    leaf_place = {(leaf["set_code"], leaf["item"]): place for place, leaf in enumerate(leaves)}
    titles = (s.appraisers[appraiser_code].title for s in sets.values() if appraiser_code in s.appraisers)
    needs = {(leaf["set_code"], leaf["item"]) for leaf in leaves if leaf["evidence"]}
    return {
        "appraiser_code": appraiser_code,
        "appraiser_title": next(titles, appraiser_code),
        "sheets": [{name: getattr(sheet, name) for name in GridSheetOut.model_fields} for sheet in sheets],
        "leaves": leaves,
        "cells": [
            _cell(
                cell,
                sheet_place[cell.sheet_id],
                leaf_place[set_of[cell.sheet_id], cell.item],
                late=cell.sheet_id in late,
                needs_evidence=(set_of[cell.sheet_id], cell.item) in needs,
            )
            for cell in cells
        ],
    }


def _cell(row: Any, sheet: int, leaf: int, *, late: bool, needs_evidence: bool) -> dict[str, Any]:
    figures = figures_of(row)
    is_leaf = row.kind == "leaf"
    marks = {
        "differs": figures.differs,
        "no_evidence": needs_evidence and row.files == 0,
        "late": late,
        "unscored": not figures.is_answered,
        "claimed": row.is_claim or bool(row.claimed_count),
        "asked": row.asked,
        "may_write": row.may_write,
        "reason_due": figures.reason_due,
    }
    return {
        "sheet": sheet,
        "leaf": leaf,
        "self_score": points_text(row.self_score) if is_leaf else _count(row.claimed_count),
        "score": points_text(row.score) if is_leaf else _count(row.count),
        "not_applicable": row.not_applicable,
        "difference": points_text(figures.difference),
        "marks": [mark for mark, holds in marks.items() if holds],
        "assigned_to": row.assigned_to,
    }


def _leaves(set_code: str, criteria_set: CriteriaSet, wanted: set[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    fields = {field.code: field.title for field in criteria_set.fields}
    for code, rule in criteria_set.items.items():
        if (set_code, code) not in wanted:
            continue
        field = rule.field_code if isinstance(rule, Leaf) else ""
        numerator, denominator = labels_of(rule)
        scores = possible_scores(rule) if isinstance(rule, Leaf) else None
        yield {
            "set_code": set_code,
            "item": code,
            "kind": "leaf" if isinstance(rule, Leaf) else "adjustment",
            "title": rule.title,
            "field": field,
            "field_title": fields.get(field, ""),
            "max_score": points_text(rule.max_score) if isinstance(rule, Leaf) else None,
            "method": _method(rule),
            "choices": _choices(rule),
            "numerator_label": numerator,
            "denominator_label": denominator,
            "possible_scores": None if scores is None else [points_text(score) for score in scores],
            "evidence": rule.evidence,
        }


def _method(rule: Leaf | Adjustment) -> str:
    if isinstance(rule, Adjustment):
        return rule.kind.value
    names = {"YesNo": "yes_no", "Choice": "choice", "PercentLevels": "percent", "CountLevels": "count", "Ratio": "ratio"}
    return names.get(type(rule.scoring).__name__, "deduction")


def _choices(rule: Leaf | Adjustment) -> list[dict[str, str | None]]:
    scoring = rule.scoring if isinstance(rule, Leaf) else None
    if isinstance(scoring, YesNo | Choice):
        return [{"label": option.label, "score": points_text(option.score)} for option in scoring.options]
    if isinstance(scoring, PercentLevels | CountLevels):
        return [{"label": band.label, "score": points_text(band.score)} for band in scoring.levels]
    return []


def _count(value: int | None) -> str | None:
    return None if value is None else str(value)
