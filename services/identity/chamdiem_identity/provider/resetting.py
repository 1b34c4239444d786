"""Giving a person a new one-time password: kept as pending at the provider, carried out at once, shown once."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account import domain, events
from chamdiem_identity.account import store as accounts
from chamdiem_identity.provider import store
from chamdiem_identity.provider.domain import PasswordRefused, ProviderSilent, TaskKind
from chamdiem_identity.provider.reconciling import carry_out_now
from chamdiem_identity.provider.store import NewTask
from chamdiem_kit import outbox
from chamdiem_kit.app import Service


async def ask_for_password(tx: AsyncConnection, account_id: UUID, password: str, reason: str, by: UUID) -> int:
    """Keep that the password is to be set; the number of what is pending. Raises `AccountNotFound`, `AccountEnded`, `PasswordRefused`."""
    await accounts.begin_writing(tx)
    account = await accounts.load_to_change(tx, account_id)
    domain.require_not_ended(account)
    if account.sub is None or account.kind == "client":
        raise PasswordRefused("Người này chưa có ở máy chủ đăng nhập; hãy thử lại sau.")
    account = domain.noted(account)
    await accounts.save(tx, [account], "password_reset", reason, by)
    ids = await store.add(tx, [NewTask(account.person_id, TaskKind.SET_PASSWORD, password=password)])
    await outbox.add_all(tx, events.all_changed([account]))
    return ids[0]


async def set_password_now(ctx: Service, task_id: int) -> None:
    """After the commit. Raises `ProviderSilent`, and nothing is set later; or `PasswordRefused`."""
    outcome = (await carry_out_now(ctx, [task_id])).get(task_id)
    if outcome is None:
        # Nobody would learn a password that is set later.
        async with ctx.transaction() as tx:
            await store.give_up(tx, task_id)
        raise ProviderSilent("Mật khẩu chưa được đổi; hãy thử lại sau ít phút.")
    if outcome.refusal is not None:
        raise PasswordRefused(outcome.refusal)
