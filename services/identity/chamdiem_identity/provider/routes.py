"""HTTP operation on what only the provider has: the password."""

from uuid import UUID

from pydantic import BaseModel, Field

from chamdiem_identity.access import MayResetPasswords
from chamdiem_identity.account import domain as accounts_domain
from chamdiem_identity.account import events
from chamdiem_identity.account import store as accounts
from chamdiem_identity.account.shapes import Reason
from chamdiem_identity.provider import store
from chamdiem_identity.provider.domain import PasswordRefused, ProviderSilent, TaskKind, new_password
from chamdiem_identity.provider.reconciling import carry_out_now
from chamdiem_identity.provider.store import NewTask
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router

router = service_router("identity", tags=["accounts"])


class PasswordOut(BaseModel):
    """Shown once; it is kept nowhere."""

    initial_password: str = Field(repr=False)


@router.post("/accounts/{account_id}/password")
async def reset_password(account_id: UUID, body: Reason, actor: MayResetPasswords, ctx: Ctx) -> PasswordOut:
    """Cấp lại mật khẩu dùng một lần theo đề nghị của người đứng đầu cơ quan (Điều 16.5); mật khẩu chỉ hiện một lần."""
    reason, password = body.cleaned(), new_password()
    async with ctx.transaction() as tx:
        await accounts.begin_writing(tx)
        account = await accounts.load_to_change(tx, account_id)
        accounts_domain.require_not_ended(account)
        if account.sub is None or account.kind == "client":
            raise PasswordRefused("Người này chưa có ở máy chủ đăng nhập; hãy thử lại sau.")
        account = accounts_domain.noted(account)
        await accounts.save(tx, [account], "password_reset", reason, actor.account_id)
        ids = await store.add(tx, [NewTask(account.person_id, TaskKind.SET_PASSWORD, password=password)])
        await outbox.add_all(tx, events.all_changed([account]))
    outcome = (await carry_out_now(ctx, ids)).get(ids[0])
    if outcome is None:
        # Nobody would learn a password that is set later.
        async with ctx.transaction() as tx:
            await store.give_up(tx, ids[0])
        raise ProviderSilent("Mật khẩu chưa được đổi; hãy thử lại sau ít phút.")
    if outcome.refusal is not None:
        raise PasswordRefused(outcome.refusal)
    return PasswordOut(initial_password=password)
