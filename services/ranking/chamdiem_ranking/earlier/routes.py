"""The HTTP operation that sets years beside each other: only what was published, so for everybody."""

from fractions import Fraction
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel

from chamdiem_kit.access import PUBLIC
from chamdiem_kit.app import Ctx, service_router
from chamdiem_ranking.earlier import store
from chamdiem_rules.numbers import format_percent

router = service_router("ranking", "/published-years", tags=["earlier"])

_MOST = 500
_DECIMALS = 2
_Name = Query(max_length=200, pattern=r"^[^\x00]*$")


class UnitOfYearOut(BaseModel):
    """Kết quả của đơn vị được hỏi trong năm đó."""

    unit_name: str
    rank: int | None
    index_percent: str
    final_score: str | None
    applicable_max: str | None
    level_title: str


class YearOut(BaseModel):
    """Một năm, một nhóm xếp hạng: số đơn vị, chỉ số cao nhất, thấp nhất, trung bình."""

    period_id: UUID
    year: int
    imported: bool
    ranking_group: str
    units: int
    best: str
    worst: str
    mean: str
    unit: UnitOfYearOut | None


class YearsOut(BaseModel):
    """Các năm, cũ trước mới sau."""

    items: list[YearOut]


@router.get("", openapi_extra=PUBLIC)
async def compare_years(
    program: Literal["par_index", "task_completion"],
    ctx: Ctx,
    group: Annotated[str | None, _Name] = None,
    unit: Annotated[str | None, _Name] = None,
) -> YearsOut:
    """So sánh kết quả đã công bố qua các năm, của mọi nhóm hoặc của một đơn vị (`unit`)."""
    async with ctx.snapshot() as tx:
        rows = await store.years(tx, program, group=group, unit=unit, limit=_MOST)
    return YearsOut(items=[_year(row) for row in rows])


def _year(row: Any) -> YearOut:
    return YearOut(
        period_id=row.period_id,
        year=row.year,
        imported=row.imported,
        ranking_group=row.ranking_group,
        units=row.units,
        best=f"{row.best:f}",
        worst=f"{row.worst:f}",
        mean=format_percent(Fraction(row.mean), _DECIMALS),
        unit=None if row.own is None else UnitOfYearOut.model_validate(row.own),
    )
