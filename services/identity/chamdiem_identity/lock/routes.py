"""HTTP operations that lock, unlock and end accounts."""

from uuid import UUID

from fastapi import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.access import MayEndAccounts, MayLockAccounts, MayUnlockAccounts
from chamdiem_identity.account import store as accounts
from chamdiem_identity.account.domain import Account, AccountNotFound
from chamdiem_identity.account.shapes import AccountOut, Reason, seen_by
from chamdiem_identity.lock import domain, store
from chamdiem_identity.lock.keeping import keep
from chamdiem_identity.provider.reconciling import carry_out_now
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import set_etag

router = service_router("identity", "/accounts/{account_id}", tags=["accounts"])


@router.post("/lock")
async def lock_account(account_id: UUID, body: Reason, actor: MayLockAccounts, ctx: Ctx, response: Response) -> AccountOut:
    """Khóa tài khoản; mọi dịch vụ từ chối tài khoản ngay."""
    reason = body.cleaned()
    async with ctx.transaction() as tx:
        await accounts.begin_writing(tx)
        present = await accounts.load_to_change(tx, account_id)
        account = domain.lock(present, reason, await real_now(tx), await accounts.active_administrators(tx))
        tasks = await keep(tx, account, "locked", reason, actor.account_id)
    await carry_out_now(ctx, tasks)
    set_etag(response, account.version)
    return seen_by(actor, account)


@router.post("/unlock")
async def unlock_account(account_id: UUID, body: Reason, actor: MayUnlockAccounts, ctx: Ctx, response: Response) -> AccountOut:
    """Mở khóa tài khoản (quản trị); mở khóa sau thẩm định (lãnh đạo Sở Nội vụ)."""
    reason = body.cleaned()
    async with ctx.transaction() as tx:
        await accounts.begin_writing(tx)
        present = await accounts.load_to_change(tx, account_id)
        if actor.kind == "management":
            account, act = await _lifted(tx, present, actor), "appraisal_unlocked"
        else:
            account, act = domain.unlock(present), "unlocked"
        tasks = await keep(tx, account, act, reason, actor.account_id)
    await carry_out_now(ctx, tasks)
    set_etag(response, account.version)
    return seen_by(actor, account)


@router.post("/end")
async def end_account(account_id: UUID, body: Reason, actor: MayEndAccounts, ctx: Ctx, response: Response) -> AccountOut:
    """Kết thúc tài khoản khi người giữ thôi nhiệm vụ (Điều 8.1); lịch sử vẫn được giữ."""
    reason = body.cleaned()
    async with ctx.transaction() as tx:
        await accounts.begin_writing(tx)
        present = await accounts.load_to_change(tx, account_id)
        account = domain.end(present, await accounts.active_administrators(tx))
        tasks = await keep(tx, account, "ended", reason, actor.account_id)
    await carry_out_now(ctx, tasks)
    set_etag(response, account.version)
    return seen_by(actor, account)


async def _lifted(tx: AsyncConnection, present: Account, actor: Actor) -> Account:
    if present.appraisal_lock is None or present.appraiser_code is None:
        raise AccountNotFound("Hãy kiểm tra lại tài khoản.")  # a manager sees no other accounts
    if present.sub == actor.sub:
        raise domain.OwnLock("Hãy đề nghị một lãnh đạo khác mở khóa.")
    return domain.lift_appraisal_lock(present, (await store.agency_locks(tx, [present.appraiser_code]))[present.appraiser_code])
