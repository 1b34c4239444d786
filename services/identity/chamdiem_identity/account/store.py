"""The SQL of accounts and persons; nobody else writes their tables."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account.domain import Account, AccountNotFound, Role
from chamdiem_kit.accounts import CHANNEL
from chamdiem_rules.name_order import name_sort_key

_OWN = (
    "a.holder_name, a.kind, a.roles, a.unit_code, a.appraiser_code, a.only_for_unit, a.status, a.locked_reason, a.locked_at, "
    "a.appraisal_lock, a.unlocked_of, a.council_session_open, a.former_units, a.version"
)
SELECT = f"SELECT a.id, a.person_id, p.username, p.sub, {_OWN} FROM account a JOIN person p ON p.id = a.person_id"

_LOAD_TO_CHANGE = text(f"{SELECT} WHERE a.id = :id FOR UPDATE OF p, a")
_OF_PERSON_TO_CHANGE = text(f"{SELECT} WHERE a.person_id = :person_id ORDER BY a.id FOR UPDATE OF a")
_OF_SUB = text(f"{SELECT} WHERE p.sub = :sub ORDER BY a.id")
_OF_PERSONS = text(f"{SELECT} WHERE a.person_id = ANY(:persons) ORDER BY a.id FOR UPDATE OF a")
_BY_IDS = text(f"{SELECT} WHERE a.id = ANY(:ids) ORDER BY a.id")
_APPRAISAL_TO_CHANGE = text(f"""
    {SELECT} WHERE a.kind = 'appraisal' AND a.status <> 'ended' AND (CAST(:agency AS text) IS NULL OR a.appraiser_code = :agency)
     ORDER BY p.id, a.id FOR UPDATE OF p, a""")
_OF_UNITS_TO_CHANGE = text(f"""
    {SELECT} WHERE a.status <> 'ended' AND (a.unit_code = ANY(:codes) OR a.only_for_unit = ANY(:codes))
     ORDER BY p.id, a.id FOR UPDATE OF p, a""")
_HISTORY = """
    INSERT INTO account_history (account_id, version, act, reason, body, changed_by)
    SELECT id, version, CAST(:act AS text), CAST(:reason AS text), to_jsonb(saved) - 'unlocked_of' - 'name_sort_key', CAST(:by AS uuid)
      FROM saved"""
_ADD = text(f"""
    WITH saved AS (
        INSERT INTO account (id, person_id, holder_name, kind, roles, unit_code, appraiser_code, only_for_unit, appraisal_lock,
                             council_session_open, name_sort_key, former_units)
        VALUES (:id, :person_id, :holder_name, :kind, CAST(:roles AS jsonb), :unit_code, :appraiser_code, :only_for_unit, :appraisal_lock,
                :council_session_open, :name_sort_key, :former_units)
        RETURNING *
    ) {_HISTORY}""")
_SAVE = text(f"""
    WITH saved AS (
        UPDATE account SET holder_name = :holder_name, name_sort_key = :name_sort_key, roles = CAST(:roles AS jsonb), status = :status,
               locked_reason = :locked_reason, locked_at = :locked_at, appraisal_lock = :appraisal_lock, unlocked_of = :unlocked_of,
               council_session_open = :council_session_open, version = :version
         WHERE id = :id RETURNING *
    ) {_HISTORY}""")
_FORGET_CACHED = text(f"SELECT pg_notify('{CHANNEL}', sub) FROM unnest(CAST(:subs AS text[])) AS sub")
# One writer of grants and locks at a time: whether a name is taken and an agency closed is decided on what is loaded.
_ONE_WRITER = text("SELECT pg_advisory_xact_lock(hashtext('identity.account'))")
_ACTIVE_ADMINISTRATORS = text("SELECT id FROM account WHERE kind = 'administration' AND status = 'active'")
_ANY_ACCOUNT = text("SELECT EXISTS (SELECT FROM account)")
_SET_ENABLED = text("UPDATE person SET enabled = :enabled WHERE id = :id AND enabled <> :enabled RETURNING id")
_HISTORY_OF = text("""
    SELECT version, act, reason, body, changed_by, changed_at FROM account_history
     WHERE account_id = :id AND version > :after ORDER BY version LIMIT :limit""")


async def begin_writing(tx: AsyncConnection) -> None:
    """Wait for other writers of accounts to end their transactions."""
    await tx.execute(_ONE_WRITER)


async def load_to_change(tx: AsyncConnection, account_id: UUID) -> Account:
    """One account with its person, locked. Raises `AccountNotFound`."""
    row = (await tx.execute(_LOAD_TO_CHANGE, {"id": account_id})).mappings().first()
    if row is None:
        raise AccountNotFound("Hãy kiểm tra lại tài khoản.")
    return read(row)


async def of_person_to_change(tx: AsyncConnection, person_id: UUID) -> list[Account]:
    """All accounts of a person, locked."""
    return [read(r) for r in (await tx.execute(_OF_PERSON_TO_CHANGE, {"person_id": person_id})).mappings()]


async def of_sub(tx: AsyncConnection, sub: str) -> list[Account]:
    """All accounts of the person `sub`, ended ones too."""
    return [read(r) for r in (await tx.execute(_OF_SUB, {"sub": sub})).mappings()]


async def of_persons(tx: AsyncConnection, persons: Iterable[UUID]) -> list[Account]:
    """All accounts of several persons, locked."""
    return [read(r) for r in (await tx.execute(_OF_PERSONS, {"persons": list(persons)})).mappings()]


async def by_ids(tx: AsyncConnection, ids: Iterable[UUID]) -> dict[UUID, Account]:
    """Accounts by their ids."""
    return {r["id"]: read(r) for r in (await tx.execute(_BY_IDS, {"ids": list(ids)})).mappings()}


async def appraisal_accounts_to_change(tx: AsyncConnection, agency: str | None = None) -> list[Account]:
    """The appraisal accounts of one agency, or of all, that have not ended; locked in one order."""
    return [read(r) for r in (await tx.execute(_APPRAISAL_TO_CHANGE, {"agency": agency})).mappings()]


async def of_units_to_change(tx: AsyncConnection, codes: Iterable[str]) -> list[Account]:
    """The accounts of these units, and those good for one of them only, that have not ended; locked in one order."""
    return [read(r) for r in (await tx.execute(_OF_UNITS_TO_CHANGE, {"codes": list(codes)})).mappings()]


async def add(tx: AsyncConnection, accounts: Sequence[Account], by: UUID | None) -> None:
    """Keep newly granted accounts with their history."""
    if accounts:
        await tx.execute(_ADD, [_row(a, "granted", "", by) for a in accounts])
        await forget_cached(tx, accounts)


async def save(tx: AsyncConnection, accounts: Sequence[Account], act: str, reason: str, by: UUID | None) -> None:
    """Keep changed accounts with their history; every replica forgets what it had cached of the persons. `by` None: by an event."""
    if accounts:
        await tx.execute(_SAVE, [_row(a, act, reason, by) for a in accounts])
        await forget_cached(tx, accounts)


async def forget_cached(tx: AsyncConnection, accounts: Iterable[Account]) -> None:
    """Make every replica read the persons' accounts again."""
    subs = sorted({a.sub for a in accounts if a.sub})
    if subs:
        await tx.execute(_FORGET_CACHED, {"subs": subs})


async def active_administrators(tx: AsyncConnection) -> set[UUID]:
    """The administration accounts that are neither locked nor ended."""
    return set((await tx.execute(_ACTIVE_ADMINISTRATORS)).scalars())


async def any_account(tx: AsyncConnection) -> bool:
    """Whether any account was ever granted."""
    return bool((await tx.execute(_ANY_ACCOUNT)).scalar_one())


async def set_enabled(tx: AsyncConnection, person_id: UUID, enabled: bool) -> bool:
    """Keep whether the person is to be enabled at the provider; whether that is a change."""
    return (await tx.execute(_SET_ENABLED, {"id": person_id, "enabled": enabled})).first() is not None


async def history(tx: AsyncConnection, account_id: UUID, *, after: int, limit: int) -> list[dict[str, Any]]:
    """The account's changes after a version, each with the whole state it left."""
    return [dict(r) for r in (await tx.execute(_HISTORY_OF, {"id": account_id, "after": after, "limit": limit})).mappings()]


def read(row: Any) -> Account:
    """A row of `SELECT` as an account."""
    fields = dict(row)
    fields["former_units"] = tuple(fields["former_units"])
    fields["roles"] = tuple(Role(r["role"], _instant(r.get("valid_from")), _instant(r.get("valid_to"))) for r in fields["roles"])
    return Account(**fields)


def _instant(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _row(account: Account, act: str, reason: str, by: UUID | None) -> dict[str, Any]:
    fields = {name: getattr(account, name) for name in account.__dataclass_fields__ if name not in ("username", "sub", "roles")}
    roles = orjson.dumps([{"role": r.role, "valid_from": r.valid_from, "valid_to": r.valid_to} for r in account.roles]).decode()
    key = name_sort_key(account.holder_name, str(account.id))
    return {
        **fields,
        "roles": roles,
        "former_units": list(account.former_units),
        "name_sort_key": key,
        "act": act,
        "reason": reason,
        "by": by,
    }
