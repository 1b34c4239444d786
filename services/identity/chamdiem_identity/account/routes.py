"""HTTP operations on accounts that exist: see, change, lend, history; and everyone's own."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Response, Security

from chamdiem_contracts.identity import AccountKind
from chamdiem_identity.access import MayGrantAccounts, MayLendApproval, MayReadAccounts, MayReadHistory
from chamdiem_identity.account import domain, events, store, visibility
from chamdiem_identity.account.shapes import (
    AccountChange,
    AccountOfMine,
    AccountOut,
    ChangeOut,
    Lending,
    LendingEnd,
    Me,
    roles_of,
    seen_by,
    shown,
    units_of,
)
from chamdiem_identity.unit import store as unit_store
from chamdiem_kit import outbox
from chamdiem_kit.access import signed_in
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.paging import After, BadCursor, Limit, Page, cursor_of, key_of
from chamdiem_kit.refusals import as_invalid
from chamdiem_kit.tokens import Token
from chamdiem_kit.word_search import Words
from chamdiem_rules.refusal import Refused

router = service_router("identity", tags=["accounts"])

_Filter = Annotated[str | None, Query(max_length=400, pattern=r"^[^\x00]*$")]


@router.get("/me")
async def who_am_i(token: Annotated[Token, Security(signed_in)], ctx: Ctx) -> Me:
    """Người đang đăng nhập và các tài khoản chưa kết thúc của người đó."""
    async with ctx.snapshot() as tx:
        mine = [a for a in await store.of_sub(tx, token.sub) if a.status != "ended"]
    return Me(sub=token.sub, username=token.username, accounts=[AccountOfMine.model_validate(a) for a in mine])


@router.get("/accounts")
async def list_accounts(
    actor: MayReadAccounts,
    ctx: Ctx,
    limit: Limit = 100,
    after: After = None,
    unit_code: _Filter = None,
    appraiser_code: _Filter = None,
    kind: AccountKind | None = None,
    status: Annotated[str | None, Query(pattern="^(active|locked|ended)$")] = None,
    usable: Annotated[bool, Query(description="Bỏ các tài khoản đã kết thúc")] = False,
    appraisal_lock: Annotated[bool, Query(description="Chỉ các tài khoản đang bị khóa sau thẩm định")] = False,
    words: Words = None,
) -> Page[AccountOut]:
    """Danh sách tài khoản được xem, theo thứ tự tên; `words` tìm trong tên, tên đăng nhập, đơn vị, có dấu hoặc không dấu."""
    filters = {"unit_code": unit_code, "appraiser_code": appraiser_code, "kind": kind, "status": status}
    flags = {"usable": usable, "appraisal_lock": appraisal_lock}
    async with ctx.snapshot() as tx:
        found = await visibility.page(tx, actor, {**filters, **flags}, words, after=_id_of(after), limit=limit + 1)
        names = await unit_store.names(tx, units_of(found))
    following = cursor_of(str(found[limit - 1].id)) if len(found) > limit else None
    return Page(items=[seen_by(actor, a, names) for a in found[:limit]], next=following)


@router.get("/accounts/{account_id}")
async def read_account(account_id: UUID, actor: MayReadAccounts, ctx: Ctx, response: Response) -> AccountOut:
    """Một tài khoản."""
    async with ctx.snapshot() as tx:
        account = await visibility.load(tx, actor, account_id)
        names = await unit_store.names(tx, units_of([account]))
    set_etag(response, account.version)
    return seen_by(actor, account, names)


@router.put("/accounts/{account_id}")
async def change_account(
    account_id: UUID, body: AccountChange, actor: MayGrantAccounts, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> AccountOut:
    """Sửa tên người giữ và các vai trò của tài khoản."""
    async with ctx.transaction() as tx:
        await store.begin_writing(tx)
        present = await store.load_to_change(tx, account_id)
        require_version(expected, present.version, shown(present))
        try:
            account = domain.change(present, body.holder_name, roles_of(body.roles))
        except Refused as refused:
            raise as_invalid("identity", refused) from refused
        await store.save(tx, [account], "changed", "", actor.account_id)
        await outbox.add_all(tx, events.all_changed([account]))
    set_etag(response, account.version)
    return seen_by(actor, account)


@router.post("/accounts/{account_id}/lend-approval")
async def lend_approval(account_id: UUID, body: Lending, actor: MayLendApproval, ctx: Ctx, response: Response) -> AccountOut:
    """Giao quyền phê duyệt báo cáo cho cấp phó của cùng đơn vị trong một thời gian."""
    async with ctx.transaction() as tx:
        await store.begin_writing(tx)
        if actor.kind != "administration" and account_id != actor.account_id:
            await visibility.load(tx, actor, account_id)
            raise domain.NotYours("Hãy dùng tài khoản của chính mình để giao quyền.")
        lender = await store.load_to_change(tx, account_id)
        if actor.kind != "administration":
            await visibility.load(tx, actor, body.to_account_id)
        deputy = await store.load_to_change(tx, body.to_account_id)
        account = domain.lend_approval(lender, deputy, body.valid_from, body.valid_to, await real_now(tx))
        await store.save(tx, [account], "approval_lent", "", actor.account_id)
        await outbox.add_all(tx, events.all_changed([account]))
    set_etag(response, account.version)
    return seen_by(actor, account)


@router.post("/accounts/{account_id}/end-lending")
async def end_lending(account_id: UUID, body: LendingEnd, actor: MayLendApproval, ctx: Ctx, response: Response) -> AccountOut:
    """Thu hồi trước hạn quyền phê duyệt đã giao cho tài khoản này; từ lúc đó tài khoản không phê duyệt được nữa."""
    reason = body.cleaned()
    async with ctx.transaction() as tx:
        await store.begin_writing(tx)
        by = None
        if actor.kind != "administration":
            await visibility.load(tx, actor, account_id)
            by = await store.load_to_change(tx, actor.account_id)
        deputy = await store.load_to_change(tx, account_id)
        if by is not None and deputy.unit_code != by.unit_code:
            raise domain.NotYours("Chỉ thu hồi được quyền trong đơn vị mình.")
        account = domain.end_lending(deputy, body.valid_from, body.valid_to, by, await real_now(tx))
        await store.save(tx, [account], "lending_ended", reason, actor.account_id)
        await outbox.add_all(tx, events.all_changed([account]))
    set_etag(response, account.version)
    return seen_by(actor, account)


@router.get("/accounts/{account_id}/history")
async def read_history(account_id: UUID, actor: MayReadHistory, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[ChangeOut]:
    """Nhật ký thay đổi của tài khoản: ai, lúc nào, trước và sau."""
    key: int = key_of(after, (int,))[0] if after else 0
    if not 0 <= key < 2**62:
        raise BadCursor("Hãy lấy lại trang từ đầu.")
    async with ctx.snapshot() as tx:
        await visibility.require_log_of(tx, actor, account_id)
        # One row earlier, for the state before the page's first change.
        rows = await store.history(tx, account_id, after=max(key - 1, 0), limit=limit + 2)
    before: dict[str, Any] | None = None
    changes: list[ChangeOut] = []
    for row in rows:
        state = row.pop("body")
        if row["version"] > key and len(changes) <= limit:
            changes.append(ChangeOut(**row, before=before, after=state))
        before = state
    following = cursor_of(changes[limit - 1].version) if len(changes) > limit else None
    return Page(items=changes[:limit], next=following)


def _id_of(after: str | None) -> UUID | None:
    if not after:
        return None
    try:
        return UUID(key_of(after, (str,))[0])
    except ValueError as fault:
        raise BadCursor("Hãy lấy lại trang từ đầu.") from fault
