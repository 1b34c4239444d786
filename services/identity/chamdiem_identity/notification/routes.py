"""HTTP operations on what a person is told, and on reminding units and appraisers (rights.md "Identity")."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from chamdiem_identity.access import MayAcknowledgeNotifications, MayReadNotifications, MayRemind
from chamdiem_identity.notification import domain, store
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, after_id, page_by_id
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused

router = service_router("identity", tags=["notifications"])


Code = Annotated[str, Field(max_length=400, pattern=r"^[^\x00]*$")]


class ReminderIn(BaseModel):
    """`path`: the page of ours where the work waits."""

    model_config = ConfigDict(extra="forbid")

    units: list[Code] = Field(default=[], max_length=domain.ADDRESSEES_LIMIT)
    appraisers: list[Code] = Field(default=[], max_length=domain.ADDRESSEES_LIMIT)
    text: str
    path: str = "/"


class ReminderOut(BaseModel):
    """`without_account`: the chosen units and agencies where nobody has an account to be told by."""

    reminded: int
    without_account: list[str]


class NotificationOut(BaseModel):
    id: UUID
    kind: Literal["reminder", "appeal"]
    text: str
    path: str
    sent_by_name: str | None
    sent_at: datetime
    read_at: datetime | None


class NotificationsOut(BaseModel):
    items: list[NotificationOut]
    next: str | None
    unread: int


@router.post("/reminders", status_code=201)
async def remind(body: ReminderIn, actor: MayRemind, ctx: Ctx, retry: RetryProtection) -> ReminderOut:
    """Nhắc các đơn vị hoặc cơ quan thẩm định; mọi tài khoản của nơi nhận thấy lời nhắc khi mở hệ thống."""
    try:
        wanted = domain.reminder(body.units, body.appraisers, body.text, body.path)
    except Refused as refused:
        raise as_invalid("identity", refused) from refused
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return ReminderOut.model_validate(earlier)
        told = await store.remind(tx, wanted, actor.account_id)
        reached = {code for pair in told for code in pair}
        without = [code for code in (*wanted.units, *wanted.appraisers) if code not in reached]
        answer = ReminderOut(reminded=len(told), without_account=without)
        await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
    return answer


@router.get("/notifications")
async def list_notifications(
    actor: MayReadNotifications,
    ctx: Ctx,
    limit: Limit = 100,
    after: After = None,
    only_unread: Annotated[bool, Query()] = False,
) -> NotificationsOut:
    """Thông báo của tài khoản mình, mới nhất trước, kèm số chưa đọc."""
    async with ctx.snapshot() as tx:
        found = await store.page(tx, actor.account_id, only_unread=only_unread, after=after_id(after), limit=limit + 1)
        unread = await store.count_unread(tx, actor.account_id)
    rows, following = page_by_id(found, limit, lambda row: row["id"])
    return NotificationsOut(items=[NotificationOut.model_validate(row) for row in rows], next=following, unread=unread)


@router.post("/notifications/{notification_id}/read", status_code=204)
async def read_notification(notification_id: UUID, actor: MayAcknowledgeNotifications, ctx: Ctx) -> None:
    """Đánh dấu đã đọc một thông báo của mình."""
    async with ctx.transaction() as tx:
        if not await store.mark_read(tx, actor.account_id, notification_id):
            raise domain.NotificationNotFound("Hãy tải lại danh sách thông báo.")
