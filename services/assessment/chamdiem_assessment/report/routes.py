"""HTTP operations on the self-assessment report: export, print, approve, void the approval, attach the signed file."""

from typing import Any, Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayApproveReport, MayAttachSignedReport, MayExportReport, MayReadReport, MayVoidApproval
from chamdiem_assessment.evidence import store as files
from chamdiem_assessment.evidence.store import reader_of
from chamdiem_assessment.report import domain, store
from chamdiem_assessment.report.bodies import ReportOut, report_out
from chamdiem_assessment.report.composing import compose_report, item_codes
from chamdiem_assessment.report.printing import head_of, printing_of
from chamdiem_assessment.sheet import store as sheets
from chamdiem_assessment.sheet.bodies import ReasonIn, StateOut, clean_reason, state_out
from chamdiem_assessment.sheet.domain import SelfAssessmentStatus, Sheet
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_kit.etag import set_etag
from chamdiem_reports.documents import SelfAssessmentReport
from chamdiem_reports.rendering import FORMATS
from chamdiem_rules.set_types import CriteriaSet

router: APIRouter = service_router("assessment", "/sheets", tags=["reports"])

# One label for both: a sent report is byte for byte the one that was approved and signed.
STATUS_LABELS = dict.fromkeys((SelfAssessmentStatus.APPROVED, SelfAssessmentStatus.SENT), "Lãnh đạo đã phê duyệt")
_FINGERPRINT = {"description": "Mã kiểm tra (SHA-256) của nội dung được in", "schema": {"type": "string"}}
_PRINTED: dict[int | str, dict[str, Any]] = {
    200: {"content": {f.media_type: {} for f in FORMATS.values()}, "headers": {"X-Report-Fingerprint": _FINGERPRINT}}
}
DRAFT_LABEL = "Dự thảo, chưa phê duyệt"


class ExportOut(BaseModel):
    """Mã kiểm tra (SHA-256) của nội dung báo cáo và thời điểm kết xuất."""

    fingerprint: str
    exported_at: AwareDatetime


class ApproveIn(BaseModel):
    """Mã kiểm tra của đúng báo cáo mà lãnh đạo đã xem."""

    model_config = ConfigDict(extra="forbid")

    fingerprint: str


class SignedReportIn(BaseModel):
    """Tệp PDF báo cáo đã ký, đã được nhận trong kho của đơn vị."""

    model_config = ConfigDict(extra="forbid")

    evidence_id: UUID


@router.post("/{sheet_id}/report")
async def export_report(sheet_id: UUID, actor: MayExportReport, ctx: Ctx) -> ExportOut:
    """Kết xuất báo cáo: mã kiểm tra của đúng nội dung hiện tại; ghi lại ai kết xuất, lúc nào."""
    async with ctx.transaction() as tx:
        sheet = await sheets.load_own(tx, sheet_id, actor.unit_code, "update")
        snapshot = await _snapshot(tx, sheet, ctx)
        if sheet.state.status not in (SelfAssessmentStatus.NOT_STARTED, *STATUS_LABELS):
            noted = domain.note_export(sheet, snapshot.fingerprint, actor.account_id)
            await sheets.save_state(tx, noted, act="exported", by=actor.account_id)
    return ExportOut(fingerprint=snapshot.fingerprint, exported_at=sheet.real_now)


@router.get("/{sheet_id}/report")
async def read_report(sheet_id: UUID, actor: MayReadReport, ctx: Ctx) -> ReportOut:
    """Nội dung báo cáo tự đánh giá đúng như bản in, để đọc ngay trên màn hình; phê duyệt bằng mã kiểm tra của nội dung này."""
    async with ctx.transaction() as tx:
        sheet = await sheets.load_readable(tx, sheet_id, reader_of(actor))
        snapshot = await _snapshot(tx, sheet, ctx)
        criteria_set = await store.set_of_snapshot(tx, sheet.of, snapshot)
    return report_out(_composed(sheet, snapshot, criteria_set, ctx), item_codes(criteria_set))


@router.get("/{sheet_id}/report.{file_format}", response_class=Response, responses=_PRINTED)
async def print_report(sheet_id: UUID, file_format: Literal["pdf", "docx", "xlsx"], actor: MayReadReport, ctx: Ctx) -> Response:
    """Báo cáo tự đánh giá dạng PDF, DOCX hoặc XLSX; của đơn vị mình, hoặc của phiếu đã gửi với lãnh đạo Sở Nội vụ."""
    async with ctx.transaction() as tx:
        sheet = await sheets.load_readable(tx, sheet_id, reader_of(actor))
        snapshot = await _snapshot(tx, sheet, ctx)
        criteria_set = await store.set_of_snapshot(tx, sheet.of, snapshot)
    report = _composed(sheet, snapshot, criteria_set, ctx)
    content = await printing_of(ctx).file(report, file_format)
    name = f"{sheet.of.set_code}-{sheet.of.unit_code}-self-assessment.{file_format}"
    headers = {
        "Content-Disposition": f'attachment; filename="{_ascii(name)}"',
        "X-Content-Type-Options": "nosniff",
        "X-Report-Fingerprint": snapshot.fingerprint,
    }
    return Response(content, media_type=FORMATS[file_format].media_type, headers=headers)


@router.post("/{sheet_id}/approve")
async def approve(sheet_id: UUID, body: ApproveIn, actor: MayApproveReport, ctx: Ctx, response: Response) -> StateOut:
    """Lãnh đạo phê duyệt đúng báo cáo đã xem (Điều 9.2); sau đó số liệu không sửa được cho đến khi hủy phê duyệt."""
    async with ctx.transaction() as tx:
        sheet = await sheets.load_own(tx, sheet_id, actor.unit_code, "update")
        # A sheet on which the unit has nothing to declare is complete without ever having been written to.
        sheet = await sheets.load_begun(tx, sheet, actor.account_id, "update")
        present = await store.present_answers(tx, sheet)
        snapshot = domain.snapshot_of(sheet.of, present, head_of(ctx))
        approved = domain.approve_report(sheet, body.fingerprint, snapshot, present, actor.account_id)
        await store.keep_snapshot(tx, sheet_id, snapshot, sheet.real_now)
        await sheets.save_state(tx, approved, act="approved", by=actor.account_id)
    set_etag(response, approved.version)
    return state_out(approved)


@router.post("/{sheet_id}/void-approval")
async def void(sheet_id: UUID, body: ReasonIn, actor: MayVoidApproval, ctx: Ctx, response: Response) -> StateOut:
    """Hủy phê duyệt khi chưa gửi, kèm lý do; phiếu trở lại trạng thái nhập liệu."""
    reason = clean_reason(body.reason)
    async with ctx.transaction() as tx:
        sheet = await sheets.load_own(tx, sheet_id, actor.unit_code, "update")
        voided = domain.void_approval(sheet, reason)
        await sheets.save_state(tx, voided, act="approval_voided", by=actor.account_id, reason=reason)
    set_etag(response, voided.version)
    return state_out(voided)


@router.put("/{sheet_id}/signed-report")
async def attach(sheet_id: UUID, body: SignedReportIn, actor: MayAttachSignedReport, ctx: Ctx, response: Response) -> StateOut:
    """Đính kèm báo cáo đã ký (PDF) sau khi phê duyệt; phải có trước khi gửi."""
    async with ctx.transaction() as tx:
        sheet = await sheets.load_own(tx, sheet_id, actor.unit_code, "update")
        found = await files.by_id(tx, [body.evidence_id])
        attached = domain.attach_signed_report(sheet, found.get(body.evidence_id))
        await sheets.save_state(tx, attached, act="signed_report_attached", by=actor.account_id)
    set_etag(response, attached.version)
    return state_out(attached)


def _composed(sheet: Sheet, snapshot: domain.Snapshot, criteria_set: CriteriaSet, service: Service) -> SelfAssessmentReport:
    return compose_report(
        snapshot,
        criteria_set,
        status_label=STATUS_LABELS.get(sheet.state.status, DRAFT_LABEL),
        check_url=f"{service.settings.public_url}/kiem-tra/{snapshot.fingerprint}",
    )


async def _snapshot(tx: AsyncConnection, sheet: Sheet, service: Service) -> domain.Snapshot:
    """What was approved, else what stands now."""
    if sheet.state.report_fingerprint is not None:
        return await store.load_snapshot(tx, sheet.of.sheet_id, sheet.state.report_fingerprint)
    return domain.snapshot_of(sheet.of, await store.present_answers(tx, sheet), head_of(service))


def _ascii(name: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "_" for c in name)
