"""The declared values of many units as one table, so that they can be counted anew without the scores. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from chamdiem_assessment.sheet.answer import Answer
from chamdiem_assessment.spreadsheet.columns import COLUMNS as OF_ONE_SHEET
from chamdiem_assessment.spreadsheet.columns import options_of
from chamdiem_kit.tables import Cell, Column
from chamdiem_rules.set_types import CriteriaSet


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """What one unit declared for one item."""

    criteria_set_id: UUID
    unit_code: str
    unit_name: str
    ranking_group: str
    sent_at: datetime
    answer: Answer


COLUMNS: Sequence[Column] = (
    Column("Nhóm xếp hạng", 18),
    Column("Mã đơn vị", 18),
    Column("Đơn vị", 36),
    Column("Bộ tiêu chí", 18),
    Column("Mã tiêu chí", 10),
    Column("Tiêu chí, mục điểm", 48),
    Column(OF_ONE_SHEET["option"][0], 24),
    Column(OF_ONE_SHEET["numerator"][0], 14),
    Column(OF_ONE_SHEET["denominator"][0], 14),
    Column(OF_ONE_SHEET["count"][0], 10),
    Column(OF_ONE_SHEET["not_applicable"][0], 12),
    Column(OF_ONE_SHEET["self_score"][0], 10),
    Column(OF_ONE_SHEET["explanation"][0], 60),
    Column("Số tài liệu kiểm chứng", 12),
    Column("Gửi lúc", 20),
)


def table_of(lines: Iterable[DeclaredLine], sets: Mapping[UUID, CriteriaSet]) -> Iterator[Sequence[Cell]]:
    """A row for each item that a unit declared, in the order of the units and of their sets."""
    order = {set_id: {code: place for place, code in enumerate(one.items)} for set_id, one in sets.items()}
    ordered = sorted(lines, key=lambda line: (line.ranking_group, line.unit_code, order[line.criteria_set_id][line.answer.item]))
    for line in ordered:
        criteria_set, answer = sets[line.criteria_set_id], line.answer
        item = criteria_set.items[answer.item]
        yield (
            line.ranking_group,
            line.unit_code,
            line.unit_name,
            criteria_set.code,
            item.code,
            item.title,
            options_of(item).get(answer.option, answer.option) if answer.option else None,
            _number(answer.numerator),
            _number(answer.denominator),
            _number(answer.count),
            "x" if answer.not_applicable else None,
            answer.self_score,
            answer.explanation,
            len(answer.evidence_ids),
            line.sent_at,
        )


def _number(given: str | None) -> Decimal | None:
    return Decimal(given) if given else None
