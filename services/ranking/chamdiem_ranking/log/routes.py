"""HTTP operations that read the log of results: managers all, everyone the own."""

from typing import Literal

from fastapi import Response

from chamdiem_kit.act_log import LogLine, WantedLines
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.paging import After, Limit, Page
from chamdiem_ranking.access import MayReadLog, MayReadOwnLog, require_for_all
from chamdiem_ranking.log import store

router = service_router("ranking", "/log", tags=["log"])


@router.get("")
async def read_log(actor: MayReadLog, ctx: Ctx, wanted: WantedLines, limit: Limit = 100, after: After = None) -> Page[LogLine]:
    """Nhật ký tổng hợp, hội đồng và công bố: ai, việc gì, lúc nào; dòng mới nhất trước."""
    require_for_all(actor)
    async with ctx.snapshot() as tx:
        return await store.WHOLE.page(tx, wanted, {}, after=after, limit=limit)


@router.get("/file.{kind}", response_class=Response)
async def export_log(kind: Literal["csv", "xlsx"], actor: MayReadLog, ctx: Ctx, wanted: WantedLines) -> Response:
    """Xuất nhật ký đang lọc ra CSV hoặc XLSX."""
    require_for_all(actor)
    async with ctx.snapshot() as tx:
        return await store.WHOLE.file(tx, wanted, {}, kind, "nhat-ky-ket-qua")


@router.get("/own")
async def read_own_log(actor: MayReadOwnLog, ctx: Ctx, wanted: WantedLines, limit: Limit = 100, after: After = None) -> Page[LogLine]:
    """Nhật ký của tôi trong việc tổng hợp, hội đồng và công bố."""
    async with ctx.snapshot() as tx:
        return await store.OWN.page(tx, wanted, {"sub": actor.sub}, after=after, limit=limit)
