"""The ranking of one group as a file: what stands, and what was published."""

import asyncio
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Path, Query, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.access import PUBLIC, Actor
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_ranking.access import MayReadCouncil, MayReadResult, require_for_all
from chamdiem_ranking.council import store as council
from chamdiem_ranking.council.domain import require_aggregated
from chamdiem_ranking.earlier import store as earlier
from chamdiem_ranking.matrix.routes import MOST_LINES, GroupUnknown, TableTooLong
from chamdiem_ranking.publication import store as publications
from chamdiem_ranking.publication.bodies import publication_out, published_line
from chamdiem_ranking.publication.domain import PublicationUnknown
from chamdiem_ranking.publication.fields import fields_published
from chamdiem_ranking.report import store
from chamdiem_ranking.report.composing import GroupTable, IssuedSet, PublishedTable, compose_published, compose_table
from chamdiem_ranking.report.data_files import MEDIA_TYPES, csv_file, json_file
from chamdiem_ranking.report.drafting import DraftKind, compose_draft
from chamdiem_ranking.result import reading
from chamdiem_ranking.result.bodies import fields_of, line_out
from chamdiem_ranking.result.domain import ResultStatus
from chamdiem_reports.rendering import FORMATS, render

router = service_router("ranking", tags=["report"])

Group = Annotated[str, Path(max_length=200, pattern=r"^[^\x00]*$")]

_DATA: dict[str, Any] = {"text/csv": {}, "application/json": {}}
_PRINTED: dict[int | str, dict[str, Any]] = {200: {"content": {**{f.media_type: {} for f in FORMATS.values()}, **_DATA}}}
_DRAFTED: dict[int | str, dict[str, Any]] = {200: {"content": {FORMATS[f].media_type: {} for f in ("pdf", "docx")}}}
_MOST_SESSIONS, _MOST_OPINIONS = 100, 1000
_PUBLIC: dict[int | str, dict[str, Any]] = {200: {"content": {FORMATS["xlsx"].media_type: {}, **_DATA}}}


@router.get("/periods/{period_id}/groups/{group:path}/ranking.{file_format}", response_class=Response, responses=_PRINTED)
async def print_ranking(
    period_id: UUID,
    group: Group,
    file_format: Literal["pdf", "docx", "xlsx", "csv", "json"],
    actor: MayReadResult,
    ctx: Ctx,
) -> Response:
    """Bảng tổng hợp và xếp hạng của một nhóm kèm số liệu phục vụ Hội đồng; mỗi trang có mã kiểm tra của đúng nội dung in.

    `csv`, `json`: số liệu của bảng, không có mã kiểm tra.
    """
    if file_format in {"csv", "json"}:
        return await _data(ctx, period_id, group, actor, file_format)
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
    return _file(content, FORMATS[file_format].media_type, f"{table.program}-{table.year}-{group}-ranking.{file_format}")


@router.get("/periods/{period_id}/drafts/{kind}.{file_format}", response_class=Response, responses=_DRAFTED)
async def print_draft(period_id: UUID, kind: DraftKind, file_format: Literal["pdf", "docx"], actor: MayReadCouncil, ctx: Ctx) -> Response:
    """Dự thảo tờ trình (`submission`), quyết định công bố (`decision`) hoặc biên bản họp (`minutes`) của kỳ đã tổng hợp, đủ mọi nhóm."""
    require_for_all(actor)
    reader = reading.reader_of(actor)
    async with ctx.snapshot() as tx:
        period = await reading.period(tx, period_id, reader)
        require_aggregated(ResultStatus(period.status))
        tables = [await _table(tx, period, group, reader) for group in await store.groups(tx, period_id)]
        if not tables:
            raise GroupUnknown("Kỳ này không có đơn vị nào.")
        sessions = await council.list_of_period(tx, period_id, after=None, limit=_MOST_SESSIONS)
        opinions = await council.agreements(tx, sessions[-1].id, after=None, limit=_MOST_OPINIONS) if sessions else []
    settings = ctx.settings
    draft = compose_draft(
        kind,
        tables,
        sessions,
        opinions,
        parent_body=settings.province_body,
        place=settings.province_place,
        public_url=settings.public_url,
    )
    content = await ctx.parts.cpu.run(render, draft, file_format)
    async with ctx.transaction() as tx:
        await publications.keep_fingerprint(tx, draft.seal.fingerprint, kind, period_id, subject="", result_version=period.result_version)
    return _file(content, FORMATS[file_format].media_type, f"{period.program}-{period.year}-{kind}.{file_format}")


@router.get(
    "/published/{period_id}/groups/{group:path}/ranking.{file_format}", response_class=Response, responses=_PUBLIC, openapi_extra=PUBLIC
)
async def download_published(
    period_id: UUID,
    group: Group,
    file_format: Literal["xlsx", "csv", "json"],
    ctx: Ctx,
    version: Annotated[int | None, Query(ge=1, lt=2**31, description="Bản công bố; trống là bản mới nhất")] = None,
) -> Response:
    """Bảng xếp hạng đã công bố của một nhóm thành tệp."""
    async with ctx.snapshot() as tx:
        publication = await publications.of_period(tx, period_id, version)
        if publication is None:
            raise PublicationUnknown("Kỳ này chưa được công bố, hoặc không có bản công bố này.")
        rows = await publications.lines(tx, publication, group=group, after=("", 0), limit=MOST_LINES + 1)
        fields = [f.model_dump() for f in await fields_published(tx, publication)]
        ranks_before = await earlier.previous_ranks(tx, publication.program, publication.year, group)
    if not rows:
        raise GroupUnknown("Hãy kiểm tra lại mã nhóm xếp hạng.")
    if len(rows) > MOST_LINES:
        raise TableTooLong(f"Nhóm có hơn {MOST_LINES} đơn vị; hãy lấy danh sách kết quả qua API.")
    name = f"{publication.program}-{publication.year}-{group}-ranking.{file_format}"
    if file_format == "xlsx":
        table = PublishedTable(
            program=publication.program,
            year=publication.year,
            ranking_group=group,
            imported=publication.imported,
            decision=_published_by(publication),
            fields=fields,
            lines=[row.body for row in rows],
            previous_ranks={unit: before.rank for (_, unit), before in ranks_before.items()},
            fingerprint=publication.fingerprint,
        )
        printed = compose_published(
            table, parent_body=ctx.settings.province_body, place=ctx.settings.province_place, public_url=ctx.settings.public_url
        )
        return _file(await ctx.parts.cpu.run(render, printed, "xlsx"), FORMATS["xlsx"].media_type, name)
    lines = [published_line(row.body, ranks_before).model_dump() for row in rows]
    head = {"publication": publication_out(publication).model_dump(mode="json"), "ranking_group": group}
    content = csv_file(lines, fields) if file_format == "csv" else json_file(head, lines, fields)
    return _file(content, MEDIA_TYPES[file_format], name)


async def _data(ctx: Service, period_id: UUID, group: str, actor: Actor, file_format: str) -> Response:
    reader = reading.reader_of(actor)
    async with ctx.snapshot() as tx:
        period = await reading.period(tx, period_id, reader)
        rules = await reading.rules_of_period(tx, period_id)
        rows = await _lines(tx, period_id, group, reader)
        ranks_before = await earlier.previous_ranks(tx, period.program, period.year, group)
    lines = [line_out(row, rules.sets[row.criteria_set_id], ranks_before).model_dump(mode="json") for row in rows]
    fields = [f.model_dump() for f in fields_of({row.criteria_set_id: rules.sets[row.criteria_set_id] for row in rows}.values())]
    head = {
        "program": period.program,
        "year": period.year,
        "rehearsal": period.rehearsal,
        "status": period.status,
        "result_version": period.result_version,
        "ranking_group": group,
    }
    content = csv_file(lines, fields) if file_format == "csv" else json_file(head, lines, fields)
    return _file(content, MEDIA_TYPES[file_format], f"{period.program}-{period.year}-{group}-ranking.{file_format}")


def _file(content: bytes, media_type: str, name: str) -> Response:
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "_" for c in name)
    headers = {"Content-Disposition": f'attachment; filename="{safe}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=media_type, headers=headers)


async def hold_printing(service: Service) -> None:
    """The background task that ends the printing process with the service."""
    try:
        await asyncio.Event().wait()
    finally:
        await service.parts.cpu.close()


async def _table(tx: AsyncConnection, period: Any, group: str, reader: reading.Reader) -> GroupTable:
    period_id = period.period_id
    lines = await _lines(tx, period_id, group, reader)
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
        previous_ranks={unit: before.rank for (_, unit), before in ranks_before.items()},
        published_by="" if publication is None else _published_by(publication),
    )


async def _lines(tx: AsyncConnection, period_id: UUID, group: str, reader: reading.Reader) -> list[Any]:
    lines = await reading.lines_of_group(tx, period_id, group, reader, limit=MOST_LINES + 1)
    if not lines:
        raise GroupUnknown("Hãy kiểm tra lại mã nhóm; kết quả có thể chưa được tổng hợp.")
    if len(lines) > MOST_LINES:
        raise TableTooLong(f"Nhóm có hơn {MOST_LINES} đơn vị; hãy lấy danh sách kết quả qua API.")
    return lines


def _published_by(publication: Any) -> str:
    day = date.fromisoformat(publication.decision["issued_on"])
    again = " (đính chính)" if publication.result_version > 1 else ""
    return f"Công bố{again} theo Quyết định số {publication.decision['number']} ngày {day:%d/%m/%Y}."
