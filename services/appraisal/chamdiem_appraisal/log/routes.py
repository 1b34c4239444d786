"""HTTP operations that read the log of appraisal: managers all, everyone the own."""

from typing import Any, Literal

from fastapi import Response

from chamdiem_appraisal.access import MayReadLog, MayReadOwnLog
from chamdiem_appraisal.log import store
from chamdiem_kit.access import Actor
from chamdiem_kit.act_log import ActLog, LogLine, WantedLines
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.paging import After, Limit, Page

router = service_router("appraisal", "/log", tags=["log"])


@router.get("")
async def read_log(actor: MayReadLog, ctx: Ctx, wanted: WantedLines, limit: Limit = 100, after: After = None) -> Page[LogLine]:
    """Nhật ký thẩm định: ai, việc gì, lúc nào, đơn vị nào; dòng mới nhất trước, không có điểm."""
    log, scope = _seen_by(actor)
    async with ctx.snapshot() as tx:
        return await log.page(tx, wanted, scope, after=after, limit=limit)


@router.get("/file.{kind}", response_class=Response)
async def export_log(kind: Literal["csv", "xlsx"], actor: MayReadLog, ctx: Ctx, wanted: WantedLines) -> Response:
    """Xuất nhật ký đang lọc ra CSV hoặc XLSX."""
    log, scope = _seen_by(actor)
    async with ctx.snapshot() as tx:
        return await log.file(tx, wanted, scope, kind, "nhat-ky-tham-dinh")


@router.get("/own")
async def read_own_log(actor: MayReadOwnLog, ctx: Ctx, wanted: WantedLines, limit: Limit = 100, after: After = None) -> Page[LogLine]:
    """Nhật ký của tôi trong việc thẩm định."""
    async with ctx.snapshot() as tx:
        return await store.OWN.page(tx, wanted, {"sub": actor.sub}, after=after, limit=limit)


def _seen_by(actor: Actor) -> tuple[ActLog, dict[str, Any]]:
    return (store.WHOLE, {}) if actor.only_for_unit is None else (store.UNIT, {"only": actor.only_for_unit})
