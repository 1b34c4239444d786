"""HTTP operations on sending."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import AwareDatetime, BaseModel

from chamdiem_assessment.access import MayExportReport, MayReadReceipt, MayRecallSheet, MaySendSheet
from chamdiem_assessment.evidence.store import reader_of
from chamdiem_assessment.report.store import present_answers
from chamdiem_assessment.sending import domain, events, steps, store
from chamdiem_assessment.sheet import store as sheets
from chamdiem_assessment.sheet.acts import ACTS
from chamdiem_assessment.sheet.bodies import ReasonIn, StateOut, clean_reason, state_out
from chamdiem_kit import outbox
from chamdiem_kit.access import NotPermitted
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import DomainError
from chamdiem_kit.etag import set_etag

router: APIRouter = service_router("assessment", "/sheets", tags=["sending"])
_NOT_HIS = NotPermitted("Việc này của lãnh đạo đơn vị, hoặc cấp phó được giao quyền phê duyệt (Điều 9.2).")


class ReceiptOut(BaseModel):
    """Biên nhận: đã gửi gì, lúc nào, muộn bao nhiêu ngày làm việc, mã kiểm tra của báo cáo."""

    sheet_id: UUID
    version: int
    sent_at: AwareDatetime
    received_at: AwareDatetime
    late: bool
    days_late: int
    fingerprint: str
    receipt_number: str


class RefusalOut(BaseModel):
    """Vì sao chưa làm được: quy tắc nào, từ khi nào, ai gỡ được."""

    type: str
    title: str
    detail: str


class StepOut(BaseModel):
    """Một việc với phiếu; `refusal` trống: làm được ngay."""

    act: str
    refusal: RefusalOut | None


class StepsOut(BaseModel):
    """Những việc với phiếu lúc này; `days_late` là số ngày làm việc bị coi là muộn nếu gửi ngay, `recall_until` là hạn thu hồi."""

    sheet_id: UUID
    now: AwareDatetime
    days_late: int
    recall_until: AwareDatetime | None
    steps: list[StepOut]


@router.get("/{sheet_id}/steps")
async def list_steps(sheet_id: UUID, actor: MayExportReport, ctx: Ctx) -> StepsOut:
    """Từng việc với phiếu: làm được ngay, hoặc vì sao chưa làm được; gửi lúc này thì muộn bao nhiêu ngày làm việc."""
    async with ctx.snapshot() as tx:
        sheet = await sheets.load_readable(tx, sheet_id, reader_of(actor))
        present = await present_answers(tx, sheet)
    held = {act: None if actor.may(right) else _NOT_HIS for act, right in ACTS.items()}
    prospect = steps.prospect_of(sheet)
    return StepsOut(
        sheet_id=sheet_id,
        now=sheet.window.now,
        days_late=prospect.days_late,
        recall_until=prospect.recall_until,
        steps=[StepOut(act=s.act, refusal=_refusal(s.refusal)) for s in steps.steps_of(sheet, present, held)],
    )


@router.post("/{sheet_id}/send")
async def send_sheet(sheet_id: UUID, actor: MaySendSheet, ctx: Ctx, response: Response) -> ReceiptOut:
    """Gửi kết quả tự đánh giá đã phê duyệt và nhận biên nhận; gửi xong thì hết quyền sửa (Điều 9.3)."""
    async with ctx.transaction() as tx:
        sheet = await sheets.load_own(tx, sheet_id, actor.unit_code, "update")
        present = await present_answers(tx, sheet)
        sent, receipt = domain.send_self_assessment(sheet, present, actor.account_id)
        await sheets.save_state(tx, sent, act="sent", by=actor.account_id)
        await store.keep(tx, receipt, sent.signed_report_id)
        await outbox.add(tx, events.sent(sheet.of, receipt, present))
    set_etag(response, receipt.version)
    return _out(receipt)


@router.post("/{sheet_id}/recall")
async def recall_sheet(sheet_id: UUID, body: ReasonIn, actor: MayRecallSheet, ctx: Ctx, response: Response) -> StateOut:
    """Thu hồi kết quả đã gửi, đến hết thời hạn và trước khi bắt đầu thẩm định, kèm lý do."""
    reason = clean_reason(body.reason)
    async with ctx.transaction() as tx:
        sheet = await sheets.load_own(tx, sheet_id, actor.unit_code, "update")
        recalled = domain.recall_self_assessment(sheet, reason)
        await sheets.save_state(tx, recalled, act="recalled", by=actor.account_id, reason=reason)
        await outbox.add(tx, events.recalled(sheet.of, recalled))
    set_etag(response, recalled.version)
    return state_out(recalled)


@router.get("/{sheet_id}/receipt")
async def show_receipt(sheet_id: UUID, actor: MayReadReceipt, ctx: Ctx) -> ReceiptOut:
    """Biên nhận của lần gửi gần nhất."""
    async with ctx.transaction() as tx:
        await sheets.load_readable(tx, sheet_id, reader_of(actor))
        receipt = await store.newest_receipt(tx, sheet_id)
    return _out(receipt)


def _refusal(refusal: DomainError | None) -> RefusalOut | None:
    if refusal is None:
        return None
    return RefusalOut(type=f"/problems/{refusal.problem_type}", title=refusal.problem_title, detail=refusal.detail)


def _out(receipt: domain.Receipt) -> ReceiptOut:
    return ReceiptOut(
        sheet_id=receipt.sheet_id,
        version=receipt.version,
        sent_at=receipt.sent_at,
        received_at=receipt.received_at,
        late=receipt.late,
        days_late=receipt.days_late,
        fingerprint=receipt.report_fingerprint,
        receipt_number=receipt.receipt_number,
    )
