"""HTTP operations that read the log of sign-ins and rights (rights.md: administrator; the own: everyone)."""

from typing import Literal

from fastapi import Response

from chamdiem_identity.access import MayReadLog, MayReadOwnLog
from chamdiem_identity.log import store
from chamdiem_kit.act_log import LogLine, WantedLines
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.paging import After, Limit, Page

router = service_router("identity", "/log", tags=["log"])


@router.get("")
async def read_log(_: MayReadLog, ctx: Ctx, wanted: WantedLines, limit: Limit = 100, after: After = None) -> Page[LogLine]:
    """Nhật ký đăng nhập, đơn vị, tài khoản và quyền; dòng mới nhất trước."""
    async with ctx.snapshot() as tx:
        return await store.WHOLE.page(tx, wanted, {}, after=after, limit=limit)


@router.get("/file.{kind}", response_class=Response)
async def export_log(kind: Literal["csv", "xlsx"], _: MayReadLog, ctx: Ctx, wanted: WantedLines) -> Response:
    """Xuất nhật ký đang lọc ra CSV hoặc XLSX."""
    async with ctx.snapshot() as tx:
        return await store.WHOLE.file(tx, wanted, {}, kind, "nhat-ky-tai-khoan")


@router.get("/own")
async def read_own_log(actor: MayReadOwnLog, ctx: Ctx, wanted: WantedLines, limit: Limit = 100, after: After = None) -> Page[LogLine]:
    """Nhật ký của tôi: việc mình đã làm và việc đã làm với tài khoản của mình."""
    async with ctx.snapshot() as tx:
        return await store.OWN.page(tx, wanted, {"sub": actor.sub}, after=after, limit=limit)
