"""The HTTP operation that sets units beside each other, field by field."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any
from uuid import UUID

from fastapi import Path
from pydantic import BaseModel

from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import Conflict, NotFound
from chamdiem_ranking.access import MayReadResult
from chamdiem_ranking.matrix.domain import Spread, bands_of, spread_of
from chamdiem_ranking.result import reading
from chamdiem_ranking.result.bodies import FieldOut, fields_of, level_title, points_text
from chamdiem_rules.criteria_set import CriteriaSet
from chamdiem_rules.numbers import format_percent, from_micro
from chamdiem_rules.totals import index_of

router = service_router("ranking", "/periods", tags=["matrix"])

MOST_LINES = 5_000
_PERCENT_DECIMALS = 2


class GroupUnknown(NotFound):
    type = "ranking/group-not-found"
    title = "Không có kết quả của nhóm xếp hạng này"


class TableTooLong(Conflict):
    type = "ranking/table-too-long"
    title = "Bảng quá dài để kết xuất"


class SpreadOut(BaseModel):
    """Cao nhất, thấp nhất và trung bình (làm tròn)."""

    best: str
    worst: str
    mean: str


class FieldOfMatrixOut(FieldOut):
    """Một lĩnh vực; `points` và `percent` (% điểm tối đa) trống khi chỉ được xem đơn vị của mình."""

    points: SpreadOut | None
    percent: SpreadOut | None


class CellOut(BaseModel):
    """Điểm của một đơn vị ở một lĩnh vực, và bao nhiêu phần trăm điểm tối đa."""

    points: str
    percent: str


class LineOfMatrixOut(BaseModel):
    """Một đơn vị; lĩnh vực không có trong bộ tiêu chí của đơn vị thì không có ô."""

    sheet_id: UUID
    unit_code: str
    unit_name: str
    rank: int | None
    index_percent: str
    cells: dict[str, CellOut]


class LevelCountOut(BaseModel):
    title: str
    units: int


class BandOut(BaseModel):
    """Số đơn vị có chỉ số từ `start` đến dưới `end` (%)."""

    start: int
    end: int
    units: int


class MatrixOut(BaseModel):
    """Đơn vị theo lĩnh vực, số đơn vị theo mức và theo khoảng chỉ số, của một nhóm xếp hạng."""

    ranking_group: str
    fields: list[FieldOfMatrixOut]
    lines: list[LineOfMatrixOut]
    index: SpreadOut | None
    levels: list[LevelCountOut]
    bands: list[BandOut]


@router.get("/{period_id}/groups/{group:path}/matrix")
async def get_matrix(
    period_id: UUID, group: Annotated[str, Path(max_length=200, pattern=r"^[^\x00]*$")], actor: MayReadResult, ctx: Ctx
) -> MatrixOut:
    """Bảng điểm theo lĩnh vực của một nhóm với cao nhất, thấp nhất, trung bình, và phân bố chỉ số, mức."""
    reader = reading.reader_of(actor)
    async with ctx.snapshot() as tx:
        await reading.period(tx, period_id, reader)
        rules = await reading.rules_of_period(tx, period_id)
        lines = await reading.lines_of_group(tx, period_id, group, reader, limit=MOST_LINES + 1)
    if not lines:
        raise GroupUnknown("Hãy kiểm tra lại mã nhóm; kết quả có thể chưa được tổng hợp.")
    if len(lines) > MOST_LINES:
        raise TableTooLong(f"Nhóm có hơn {MOST_LINES} đơn vị; hãy lấy danh sách kết quả qua API.")
    # Of one unit alone a mean would say nothing, and of others nothing may be said.
    return _matrix(group, lines, rules.sets, compared=reader.sees_all)


def _matrix(group: str, lines: list[Any], sets: Any, *, compared: bool) -> MatrixOut:
    used: list[CriteriaSet] = list({line.criteria_set_id: sets[line.criteria_set_id] for line in lines}.values())
    decimals = max(s.score_decimals for s in used)
    indexes = [index_of(int(line.final_score_micro), int(line.applicable_max_micro)) for line in lines]
    rows = [_line(line, sets[line.criteria_set_id]) for line in lines]
    fields = []
    for f in fields_of(used):
        told = [row.cells[f.code] for row in rows if f.code in row.cells]
        points = [from_micro(int(line.field_totals[f.code])) for line in lines if f.code in line.field_totals]
        fields.append(
            FieldOfMatrixOut(
                **f.model_dump(),
                points=_spread(spread_of(points, decimals)) if compared else None,
                percent=_percents([cell.percent for cell in told]) if compared else None,
            )
        )
    counts = {level.title: 0 for s in used for level in s.levels}
    for line in lines:
        counts[level_title(sets[line.criteria_set_id], line.level)] += 1
    return MatrixOut(
        ranking_group=group,
        fields=fields,
        lines=rows,
        index=_percents([row.index_percent for row in rows]) if compared else None,
        levels=[LevelCountOut(title=title, units=units) for title, units in counts.items()] if compared else [],
        bands=[BandOut(start=b.start, end=b.end, units=b.units) for b in bands_of(indexes)] if compared else [],
    )


def _line(line: Any, criteria_set: CriteriaSet) -> LineOfMatrixOut:
    index = index_of(int(line.final_score_micro), int(line.applicable_max_micro))
    most = {f.code: f.max_score for f in criteria_set.fields}
    return LineOfMatrixOut(
        sheet_id=line.sheet_id,
        unit_code=line.unit_code,
        unit_name=line.unit_name,
        rank=line.rank,
        index_percent=format_percent(index, criteria_set.index_decimals),
        cells={code: _cell(micro, most[code], criteria_set.score_decimals) for code, micro in line.field_totals.items()},
    )


def _cell(micro: Any, most: Decimal, decimals: int) -> CellOut:
    percent = Fraction(from_micro(int(micro))) / Fraction(most) * 100 if most else Fraction()
    return CellOut(points=points_text(micro, decimals), percent=format_percent(percent, _PERCENT_DECIMALS))


def _spread(spread: Spread | None) -> SpreadOut | None:
    return None if spread is None else SpreadOut(best=f"{spread.best:f}", worst=f"{spread.worst:f}", mean=f"{spread.mean:f}")


def _percents(told: list[str]) -> SpreadOut | None:
    """Of percentages as they are shown."""
    return _spread(spread_of([Decimal(percent) for percent in told], _PERCENT_DECIMALS))
