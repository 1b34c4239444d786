"""The first administration account, made on start where no account was ever granted; everybody else is granted by it."""

from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account import events, persons, store
from chamdiem_identity.account.domain import Account, Person
from chamdiem_kit import outbox


@dataclass(frozen=True)
class FirstAdministrator:
    """A person who is already at the identity provider."""

    username: str
    holder_name: str
    sub: str


async def ensure_first_administrator(tx: AsyncConnection, first: FirstAdministrator) -> bool:
    """Grant the account unless some account exists; whether it was granted now. Several replicas may call it at once."""
    await store.begin_writing(tx)
    if await store.any_account(tx):
        return False
    person = Person(uuid4(), first.username, first.sub)
    account = Account(uuid4(), person.id, first.username, first.sub, first.holder_name, "administration")
    await persons.add(tx, [person])
    await store.add(tx, [account], None)
    await outbox.add_all(tx, events.all_changed([account]))
    return True
