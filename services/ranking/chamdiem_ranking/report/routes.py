"""The ranking of one group as PDF, DOCX or XLSX."""

import asyncio
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Path, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_ranking.access import MayReadResult
from chamdiem_ranking.earlier import store as earlier
from chamdiem_ranking.matrix.routes import MOST_LINES, GroupUnknown, TableTooLong
from chamdiem_ranking.publication import store as publications
from chamdiem_ranking.report import store
from chamdiem_ranking.report.composing import GroupTable, IssuedSet, compose_table
from chamdiem_ranking.result import reading
from chamdiem_reports.rendering import FORMATS, render

router = service_router("ranking", "/periods", tags=["report"])

_PRINTED: dict[int | str, dict[str, Any]] = {200: {"content": {f.media_type: {} for f in FORMATS.values()}}}


@router.get("/{period_id}/groups/{group:path}/ranking.{file_format}", response_class=Response, responses=_PRINTED)
async def print_ranking(
    period_id: UUID,
    group: Annotated[str, Path(max_length=200, pattern=r"^[^\x00]*$")],
    file_format: Literal["pdf", "docx", "xlsx"],
    actor: MayReadResult,
    ctx: Ctx,
) -> Response:
    """Bảng tổng hợp và xếp hạng của một nhóm kèm số liệu phục vụ Hội đồng; mỗi trang có mã kiểm tra của đúng nội dung in."""
    async with ctx.snapshot() as tx:
        period = await reading.period(tx, period_id, reading.reader_of(actor))
        table = await _table(tx, period, group, reading.reader_of(actor))
    printed = compose_table(
        table, parent_body=ctx.settings.province_body, place=ctx.settings.province_place, public_url=ctx.settings.public_url
    )
    content = await ctx.parts.cpu.run(render, printed, file_format)
    async with ctx.transaction() as tx:
        await publications.keep_fingerprint(
            tx, printed.seal.fingerprint, "ranking", period_id, subject=group, result_version=period.result_version
        )
    name = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in f"{table.program}-{group}-ranking")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{file_format}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=FORMATS[file_format].media_type, headers=headers)


async def hold_printing(service: Service) -> None:
    """The background task that ends the printing process with the service."""
    try:
        await asyncio.Event().wait()
    finally:
        await service.parts.cpu.close()


async def _table(tx: AsyncConnection, period: Any, group: str, reader: reading.Reader) -> GroupTable:
    period_id = period.period_id
    lines = await reading.lines_of_group(tx, period_id, group, reader, limit=MOST_LINES + 1)
    if not lines:
        raise GroupUnknown("Hãy kiểm tra lại mã nhóm; kết quả có thể chưa được tổng hợp.")
    if len(lines) > MOST_LINES:
        raise TableTooLong(f"Nhóm có hơn {MOST_LINES} đơn vị; hãy lấy danh sách kết quả qua API.")
    rules = await reading.rules_of_period(tx, period_id)
    publication = await publications.of_period(tx, period_id, period.result_version) if period.status == "published" else None
    ranks_before = await earlier.previous_ranks(tx, period.program, period.year, group)
    return GroupTable(
        program=period.program,
        year=period.year,
        rehearsal=period.rehearsal,
        status=period.status,
        ranking_group=group,
        lines=lines,
        sets={
            id_: IssuedSet(issued.criteria_set, f"Quyết định số {issued.decision.number} ngày {issued.decision.issued_on:%d/%m/%Y}")
            for id_, issued in rules.issued.items()
        },
        sent_at=await store.sent_at(tx, period_id, group),
        previous_ranks={unit: rank for (_, unit), rank in ranks_before.items()},
        published_by="" if publication is None else _published_by(publication),
    )


def _published_by(publication: Any) -> str:
    day = date.fromisoformat(publication.decision["issued_on"])
    again = " (đính chính)" if publication.result_version > 1 else ""
    return f"Công bố{again} theo Quyết định số {publication.decision['number']} ngày {day:%d/%m/%Y}."
