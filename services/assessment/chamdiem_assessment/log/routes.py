"""HTTP operations that read the log of assessment (rights.md: manager; units' lines without values: administrator; the own: everyone)."""

from typing import Any, Literal

from fastapi import Response

from chamdiem_assessment.access import MayReadLog, MayReadOwnLog
from chamdiem_assessment.log import store
from chamdiem_kit.access import Actor
from chamdiem_kit.act_log import ActLog, LogLine, WantedLines
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.paging import After, Limit, Page

router = service_router("assessment", "/log", tags=["log"])


@router.get("")
async def read_log(actor: MayReadLog, ctx: Ctx, wanted: WantedLines, limit: Limit = 100, after: After = None) -> Page[LogLine]:
    """Nhật ký tự đánh giá: ai, việc gì, lúc nào, đơn vị nào; dòng mới nhất trước, không có số liệu."""
    log, scope = _seen_by(actor)
    async with ctx.snapshot() as tx:
        return await log.page(tx, wanted, scope, after=after, limit=limit)


@router.get("/file.{kind}", response_class=Response)
async def export_log(kind: Literal["csv", "xlsx"], actor: MayReadLog, ctx: Ctx, wanted: WantedLines) -> Response:
    """Xuất nhật ký đang lọc ra CSV hoặc XLSX."""
    log, scope = _seen_by(actor)
    async with ctx.snapshot() as tx:
        return await log.file(tx, wanted, scope, kind, "nhat-ky-tu-danh-gia")


@router.get("/own")
async def read_own_log(actor: MayReadOwnLog, ctx: Ctx, wanted: WantedLines, limit: Limit = 100, after: After = None) -> Page[LogLine]:
    """Nhật ký của tôi trong việc tự đánh giá và quản lý kỳ."""
    async with ctx.snapshot() as tx:
        return await store.OWN.page(tx, wanted, {"sub": actor.sub}, after=after, limit=limit)


def _seen_by(actor: Actor) -> tuple[ActLog, dict[str, Any]]:
    if actor.kind == "administration":
        return store.UNITS_BARE, {"only": None}
    return (store.WHOLE if actor.only_for_unit is None else store.UNITS), {"only": actor.only_for_unit}
