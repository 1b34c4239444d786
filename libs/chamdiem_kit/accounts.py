"""What a service knows of accounts (by `identity.account.changed`): the table, its handler, and a cache that a notification empties."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.identity import AccountChangedV1
from chamdiem_kit.db import Database
from chamdiem_kit.inbox import Received
from chamdiem_kit.listener import Listener

CHANNEL = "chamdiem_account"

_SAVE = text("""
    INSERT INTO known_account (account_id, sub, version, body) VALUES (:account_id, :sub, :version, CAST(:body AS jsonb))
    ON CONFLICT (account_id) DO UPDATE SET sub = excluded.sub, version = excluded.version, body = excluded.body
     WHERE known_account.version < excluded.version""")
_NOTIFY = text(f"SELECT pg_notify('{CHANNEL}', :sub)")
_OF_PERSON = text("SELECT body FROM known_account WHERE sub = :sub ORDER BY account_id")
_OF_AGENCIES = text("SELECT body FROM known_account WHERE body ->> 'appraiser_code' = ANY(:codes) ORDER BY account_id")
_OF_ACCOUNTS = text("SELECT body FROM known_account WHERE account_id = ANY(:ids) ORDER BY account_id")


@dataclass(frozen=True)
class KnownAccount:
    """An account as every service knows it; roles with the dates they are lent for."""

    account_id: UUID
    sub: str
    username: str
    holder_name: str
    kind: str
    roles: tuple[tuple[str, datetime | None, datetime | None], ...]
    unit_code: str | None
    appraiser_code: str | None
    only_for_unit: str | None
    status: str
    locked_reason: str | None
    locked_at: datetime | None
    appraisal_lock: str | None
    council_session_open: bool
    version: int
    former_units: tuple[str, ...] = ()

    @property
    def own_units(self) -> frozenset[str]:
        """The unit the account belongs to, and those merged into it that it came from."""
        return frozenset((*([self.unit_code] if self.unit_code else []), *self.former_units))

    def roles_at(self, instant: datetime) -> frozenset[str]:
        """The roles that hold at an instant."""
        return frozenset(r for r, start, end in self.roles if (start is None or start <= instant) and (end is None or instant <= end))


def known_account(event: AccountChangedV1) -> KnownAccount:
    """The account an event tells of."""
    return KnownAccount(
        account_id=event.account_id,
        sub=event.sub,
        username=event.username,
        holder_name=event.holder_name,
        kind=event.kind,
        roles=tuple((r.role, r.valid_from, r.valid_to) for r in event.roles),
        unit_code=event.unit_code,
        appraiser_code=event.appraiser_code,
        only_for_unit=event.only_for_unit,
        status=event.status,
        locked_reason=event.locked_reason,
        locked_at=event.locked_at,
        appraisal_lock=event.appraisal_lock,
        council_session_open=event.council_session_open,
        version=event.version,
        former_units=event.former_units,
    )


async def save_known_account(tx: AsyncConnection, event: AccountChangedV1) -> None:
    """Keep an account unless a newer version is known; every replica forgets what it had cached of the person."""
    await tx.execute(_SAVE, {"account_id": event.account_id, "sub": event.sub, "version": event.version, "body": event.model_dump_json()})
    await tx.execute(_NOTIFY, {"sub": event.sub})


async def on_account_changed(tx: AsyncConnection, event: Received[AccountChangedV1]) -> None:
    """Handler of `identity.account.changed` for every service that has no account table of its own."""
    await save_known_account(tx, event.data)


async def accounts_of_person(tx: AsyncConnection, sub: str) -> list[KnownAccount]:
    """All accounts of a person, ended ones too."""
    return [_read(b) for b in (await tx.execute(_OF_PERSON, {"sub": sub})).scalars()]


async def accounts_by_id(tx: AsyncConnection, ids: Sequence[UUID]) -> list[KnownAccount]:
    """Accounts by their ids, those that are known."""
    return [_read(b) for b in (await tx.execute(_OF_ACCOUNTS, {"ids": list(ids)})).scalars()]


async def accounts_of_agencies(tx: AsyncConnection, codes: Sequence[str]) -> list[KnownAccount]:
    """The appraisal accounts of these agencies, ended ones too."""
    return [_read(b) for b in (await tx.execute(_OF_AGENCIES, {"codes": list(codes)})).scalars()]


def _read(body: Any) -> KnownAccount:
    return known_account(AccountChangedV1.model_validate(body))


LoadAccounts = Callable[[AsyncConnection, str], Awaitable[list[KnownAccount]]]
"""Reads all accounts of the person `sub`, by one statement."""


class AccountBook:
    """The accounts of a person, cached until a notification says that something changed."""

    def __init__(
        self,
        database: Database,
        listener: Listener,
        load: LoadAccounts = accounts_of_person,
    ) -> None:
        self._database, self._load = database, load
        self._cached: dict[str, list[KnownAccount]] = {}
        self._generation = 0
        listener.on(CHANNEL, self._forget)

    def _forget(self, sub: str) -> None:
        self._generation += 1
        if sub:
            self._cached.pop(sub, None)
        else:
            self._cached.clear()

    async def of_person(self, sub: str) -> list[KnownAccount]:
        """All accounts of the person `sub`."""
        found = self._cached.get(sub)
        if found is None:
            generation = self._generation
            async with self._database.one_read() as tx:
                found = await self._load(tx, sub)
            if generation == self._generation and found:
                self._cached[sub] = found
        return found
