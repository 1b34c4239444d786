"""What the council looks at item by item: titles from the sets, and what units got for each."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from pydantic import BaseModel

from chamdiem_rules.criteria_set import CriteriaSet
from chamdiem_rules.numbers import MICRO, format_percent, format_score
from chamdiem_rules.set_types import Adjustment, AdjustmentKind, Leaf


class CouncilItemOut(BaseModel):
    """Một tiêu chí hoặc mục điểm và điểm các đơn vị đạt được; `differing`: số đơn vị có điểm thẩm định khác điểm tự chấm."""

    item: str
    title: str
    kind: Literal["leaf", "bonus", "deduction"]
    field_code: str | None
    field_title: str
    max_score: str
    units: int
    not_applicable: int
    differing: int
    count: int | None
    self_mean: str | None
    mean: str | None
    best: str | None
    worst: str | None


class CouncilSetOut(BaseModel):
    """Một bộ tiêu chí của kỳ với mọi mục theo thứ tự của bộ."""

    set_code: str
    title: str
    items: list[CouncilItemOut]


def council_set(criteria_set: CriteriaSet, rows: dict[str, Any]) -> CouncilSetOut:
    """`rows` of `store.items` by item; an item without a row was not computed yet and is passed over."""
    fields = {f.code: f.title for f in criteria_set.fields}
    items = [_item(item, rows[code], fields, criteria_set.score_decimals) for code, item in criteria_set.items.items() if code in rows]
    return CouncilSetOut(set_code=criteria_set.code, title=criteria_set.title, items=items)


def _item(item: Leaf | Adjustment, row: Any, fields: dict[str, str], decimals: int) -> CouncilItemOut:
    def points(micro: Decimal | None) -> str | None:
        # A mean is no decimal of the rules, so it is rounded as a fraction.
        return None if micro is None else format_percent(Fraction(micro) / MICRO, decimals)

    if isinstance(item, Leaf):
        what: dict[str, Any] = {"kind": "leaf", "field_code": item.field_code, "field_title": fields[item.field_code]}
        most = item.max_score
    else:
        what = {"kind": "bonus" if item.kind is AdjustmentKind.BONUS else "deduction", "field_code": None, "field_title": ""}
        most = item.cap
    return CouncilItemOut(
        item=item.code,
        title=item.title,
        **what,
        max_score=format_score(most, decimals),
        units=row.units,
        not_applicable=row.not_applicable,
        differing=row.differing,
        count=None if row.count is None else int(row.count),
        self_mean=points(row.self_mean),
        mean=points(row.mean),
        best=points(row.best),
        worst=points(row.worst),
    )
