"""HTTP operation that gives the declared values of a period's units on their own (practice.md section 10)."""

from asyncio import to_thread
from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from chamdiem_assessment.access import MayReadSheets, units_seen_by
from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.declared_values.domain import COLUMNS, table_of
from chamdiem_assessment.declared_values.store import declared_of_period
from chamdiem_assessment.period.domain import visible_to
from chamdiem_assessment.period.store import load_period
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.table_files import TABLE_ANSWER, Kind, TooMuchToExport, table_file
from chamdiem_kit.texts import CleanText

router = service_router("assessment", "/periods", tags=["progress"])

_MOST_LINES = 50_000


@router.get("/{period_id}/declared-values/file.{kind}", response_class=Response, responses=TABLE_ANSWER)
async def export_declared_values(
    period_id: UUID,
    kind: Kind,
    actor: MayReadSheets,
    ctx: Ctx,
    group: Annotated[CleanText | None, Query(description="Mã nhóm xếp hạng; trống là mọi nhóm")] = None,
) -> Response:
    """Số liệu kê khai của các phiếu đã gửi trong kỳ, mỗi tiêu chí một dòng.

    Của mọi đơn vị với lãnh đạo Sở Nội vụ, của đơn vị mình với tài khoản nhập liệu.
    """
    async with ctx.snapshot() as tx:
        period = visible_to(await load_period(tx, period_id), actor.kind)
        lines = await declared_of_period(tx, period_id, units_seen_by(actor), group, _MOST_LINES + 1)
        if len(lines) > _MOST_LINES:
            raise TooMuchToExport(f"Có hơn {_MOST_LINES // 1000}.000 dòng; hãy xuất từng nhóm xếp hạng.")
        used = {set_id: await sets.load_published(tx, set_id) for set_id in {line.criteria_set_id for line in lines}}
    name = f"{period.program}-{period.year}-so-lieu-ke-khai"
    return await to_thread(table_file, kind, name, "Số liệu kê khai", COLUMNS, table_of(lines, used))
