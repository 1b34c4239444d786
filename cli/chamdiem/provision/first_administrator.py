"""The first administrator of an empty province: made at the identity provider with a one-time password, granted at identity."""

from collections.abc import Callable
from dataclasses import dataclass, field

from chamdiem_identity.account import store as accounts
from chamdiem_identity.granting.first_administrator import FirstAdministrator, ensure_first_administrator
from chamdiem_identity.provider.domain import new_password
from chamdiem_identity.provider.port import IdentityProvider
from chamdiem_kit.db import Database


@dataclass(frozen=True)
class Handed:
    """What the first administrator is handed: a name, and a password to be changed at the first sign-in."""

    username: str
    holder_name: str
    password: str = field(repr=False)


async def make_first_administrator(database_url: str, provider: IdentityProvider, wanted: Handed, keep: Callable[[Handed], None]) -> bool:
    """Make and grant, unless some account was ever granted; whether it was made now. Several may call it at once.

    `keep` is called with what is to be handed over before anything is made: a password that nobody learnt would be of no use.
    Raises what `IdentityProvider` and the database raise.
    """
    database = Database(database_url, pool_size=1)
    try:
        async with database.transaction() as tx:
            if await accounts.any_account(tx):
                return False
        keep(wanted)
        sub = await provider.create_user(wanted.username, wanted.holder_name, wanted.password)
        async with database.transaction() as tx:
            return await ensure_first_administrator(tx, FirstAdministrator(wanted.username, wanted.holder_name, sub))
    finally:
        await database.close()


def handed(username: str, holder_name: str) -> Handed:
    """With a fresh one-time password."""
    return Handed(username, holder_name, new_password())
