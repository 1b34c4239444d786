"""The appraisal record as PDF, DOCX or XLSX."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from fastapi import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import MayReadSheet, Sight, sight_of
from chamdiem_appraisal.assignment.domain import Appraisal, AppraisalStatus, SheetNotFound
from chamdiem_appraisal.clarification import store as clarification
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.known import store as known
from chamdiem_appraisal.known.domain import Period
from chamdiem_appraisal.record import store as record_store
from chamdiem_appraisal.record.composing import compose_record
from chamdiem_appraisal.record.domain import RecordedClarification, RecordedItem, RecordedSheet
from chamdiem_appraisal.sheet import store
from chamdiem_contracts.appraisal import RecordPrintedV1
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_reports.rendering import FORMATS, render
from chamdiem_rules.criteria_set import CriteriaSet

router = service_router("appraisal", "/sheets", tags=["record"])

_PRINTED: dict[int | str, dict[str, Any]] = {200: {"content": {f.media_type: {} for f in FORMATS.values()}}}


@router.get("/{sheet_id}/record.{file_format}", response_class=Response, responses=_PRINTED)
async def print_record(sheet_id: UUID, file_format: Literal["pdf", "docx", "xlsx"], actor: MayReadSheet, ctx: Ctx) -> Response:
    """Phiếu thẩm định dạng PDF, DOCX hoặc XLSX; cơ quan thẩm định nhận phần tiêu chí của mình, lãnh đạo Sở Nội vụ nhận toàn bộ."""
    async with ctx.snapshot() as tx:
        sheet, criteria_set = await _recorded(tx, sight_of(actor), sheet_id)
    record = compose_record(
        sheet,
        criteria_set,
        parent_body=ctx.settings.province_body,
        place=ctx.settings.province_place,
        public_url=ctx.settings.public_url,
    )
    await _keep_printed(ctx, sheet_id, sheet, record.seal.fingerprint)
    content = await ctx.parts.cpu.run(render, record, file_format)
    name = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in f"{sheet.set_code}-{sheet.unit_code}-appraisal")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{file_format}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, media_type=FORMATS[file_format].media_type, headers=headers)


async def _keep_printed(ctx: Service, sheet_id: UUID, sheet: RecordedSheet, fingerprint: str) -> None:
    """Make the fingerprint known before anybody holds the page it stands on."""
    agency = None if sheet.whole else sheet.agency
    async with ctx.transaction() as tx:
        printed_at = await record_store.keep_printed(tx, fingerprint, sheet_id, agency)
        if printed_at is not None:
            told = RecordPrintedV1(
                version=1,
                fingerprint=fingerprint,
                period_id=sheet.period_id,
                sheet_id=sheet_id,
                unit_code=sheet.unit_code,
                appraiser_code=agency,
                printed_at=printed_at,
            )
            await outbox.add(tx, told)


async def hold_printing(service: Service) -> None:
    """The background task that ends the printing process with the service."""
    try:
        await asyncio.Event().wait()
    finally:
        await service.parts.cpu.close()


async def _recorded(tx: AsyncConnection, sight: Sight, sheet_id: UUID) -> tuple[RecordedSheet, CriteriaSet]:
    row = await store.sheet_in_sight(tx, sight.parameters, sheet_id)
    period = None if row is None else await known.load_period(tx, row.period_id)
    criteria_set = None if row is None else await criteria.criteria_set_of(tx, row.criteria_set_id, row.survey_forms_id)
    # From a window of clarification on a unit sees scores, and has no record before the whole sheet may be seen.
    if row is None or period is None or criteria_set is None or not (row.sees_whole or sight.agency):
        raise SheetNotFound("Phiếu không có, chưa được gửi, hoặc không có tiêu chí của cơ quan.")
    items = await store.items_of_sheet(tx, sight.parameters, sheet_id)
    agencies = await store.agencies_of_sheet(tx, sight.parameters, sheet_id)
    earlier, rounds = await _earlier(tx, sight, sheet_id, agencies)
    decision = known.read_json(row.decision)
    issued_on = date.fromisoformat(decision["issued_on"])
    recorded = RecordedSheet(
        period_id=row.period_id,
        set_code=row.set_code,
        unit_code=row.unit_code,
        unit_name=row.unit_name,
        program=period.program,
        year=period.year,
        rehearsal=period.rehearsal,
        decision=f"Quyết định số {decision['number']} ngày {issued_on:%d/%m/%Y}",
        deadline=row.deadline,
        sent_at=row.sent_at if row.is_sent else None,
        holidays=period.holidays,
        whole=row.sees_whole,
        agency=sight.agency,
        items={i.item: _item(i, earlier.get(i.item, {}), rounds) for i in items},
        agencies=tuple((a.appraiser_code, _told_status(a, p), a.sent_at) for a, p in agencies),
        earlier_rounds=rounds,
        clarifications=tuple(_asked(q) for q in await clarification.of_sheets(tx, [sheet_id], drafts=False)),
    )
    return recorded, criteria_set


async def _earlier(
    tx: AsyncConnection, sight: Sight, sheet_id: UUID, agencies: Sequence[tuple[Appraisal, Period]]
) -> tuple[dict[str, dict[int, Decimal | None]], int]:
    """Item → round → score, and how many rounds were sent before the present one of the agency that is furthest."""
    if not any(period.clarification_rounds for _, period in agencies):
        return {}, 0
    found: dict[str, dict[int, Decimal | None]] = {}
    sent = 0
    for row in await store.round_scores_of_sheet(tx, sight.parameters, sheet_id):
        found.setdefault(row.item, {})[row.round] = row.score
        sent = max(sent, row.round)
    # The last round stands in the column of what counts.
    ended = all(a.status is AppraisalStatus.SENT and not a.is_open(p.last_round) for a, p in agencies)
    return found, sent - 1 if ended else sent


def _told_status(appraisal: Appraisal, period: Period) -> str:
    """As the record's label: sent is locked only after the last round."""
    is_between = appraisal.status is AppraisalStatus.SENT and appraisal.is_open(period.last_round)
    return "clarifying" if is_between else appraisal.status.value


def _asked(row: Any) -> RecordedClarification:
    return RecordedClarification(row.item, row.round, row.question, row.answer, tuple(f["name"] for f in known.read_json(row.evidence)))


def _item(row: Any, earlier: Mapping[int, Decimal | None], rounds: int) -> RecordedItem:
    return RecordedItem(
        item=row.item,
        appraiser_code=row.appraiser_code,
        self_score=row.self_score,
        is_claim=row.is_claim,
        claimed_count=row.claimed_count,
        score=row.score,
        not_applicable=row.not_applicable,
        count=row.count,
        reason=row.reason,
        # An agency that asked nothing gave its last score in an earlier round: it stands in that column too.
        earlier_scores=tuple(earlier.get(round_) for round_ in range(1, rounds + 1)),
    )
