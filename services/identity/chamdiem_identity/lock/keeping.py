"""Keeping an account that was locked, unlocked or ended: saved, told, and what follows at the identity provider."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account import events
from chamdiem_identity.account import store as accounts
from chamdiem_identity.account.domain import Account
from chamdiem_identity.lock.domain import enabled_at_provider
from chamdiem_identity.provider import store as provider
from chamdiem_identity.provider.domain import TaskKind
from chamdiem_identity.provider.store import NewTask
from chamdiem_kit import outbox


async def keep(tx: AsyncConnection, account: Account, act: str, reason: str, by: UUID) -> list[int]:
    """Save and tell; the changes at the provider that follow, to be carried out after the commit."""
    await accounts.save(tx, [account], act, reason, by)
    await outbox.add_all(tx, events.all_changed([account]))
    if account.kind == "client":
        return []
    enabled = enabled_at_provider(await accounts.of_person_to_change(tx, account.person_id))
    if enabled is None or not await accounts.set_enabled(tx, account.person_id, enabled):
        return []
    tasks = [NewTask(account.person_id, TaskKind.SET_ENABLED)]
    if not enabled:
        tasks.append(NewTask(account.person_id, TaskKind.END_SESSIONS))
    return await provider.add(tx, tasks)
