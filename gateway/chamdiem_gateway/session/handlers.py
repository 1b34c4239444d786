"""A locked or ended account ends the browser sessions that act by it, at once (rights.md)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.identity import AccountChangedV1
from chamdiem_gateway.session import events, store
from chamdiem_gateway.session.domain import lock_of, may_act
from chamdiem_kit import outbox
from chamdiem_kit.accounts import accounts_by_id, accounts_of_person, known_account, save_known_account
from chamdiem_kit.inbox import Received


async def on_account_changed(tx: AsyncConnection, event: Received[AccountChangedV1]) -> None:
    """Keep the account; where the newest state says it may not act, end its sessions, and all of a person who can act by none any more.

    The tokens are refused too unless the person may still act by another account: at a provider with sessions of its own a new sign-in
    bears the same `sid`, and every service refuses the locked account by itself.
    """
    await save_known_account(tx, event.data)
    if event.replayed or may_act(known_account(event.data)):
        return
    (newest,) = await accounts_by_id(tx, [event.data.account_id])
    if may_act(newest):
        return
    lock = lock_of(newest)
    because = f"{lock.title}. {lock.detail}" if lock is not None and newest.status != "ended" else None
    if any(may_act(a) for a in await accounts_of_person(tx, newest.sub)):
        await store.end(tx, await store.of_account(tx, newest.account_id), because)
    else:
        tokens = await store.end(tx, await store.at_provider(tx, sid=None, sub=newest.sub), because)
        await outbox.add_all(tx, events.ended(tokens))
    if because is not None:
        await store.explain(tx, newest.sub, newest.account_id, because)
