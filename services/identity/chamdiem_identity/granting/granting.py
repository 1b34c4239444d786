"""Granting accounts, one or many at once: judged on what is loaded, kept in a handful of statements."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account import events, persons
from chamdiem_identity.account import store as accounts
from chamdiem_identity.account.domain import Account, Grant, Person, UnknownPerson, check_grant, person_of
from chamdiem_identity.lock import domain as locks
from chamdiem_identity.lock import store as lock_store
from chamdiem_identity.provider import store as provider
from chamdiem_identity.provider.domain import TaskKind, new_password
from chamdiem_identity.provider.store import NewTask
from chamdiem_identity.unit import store as units
from chamdiem_kit import outbox
from chamdiem_kit.errors import DomainError, FieldError
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import is_storable, nfc


@dataclass(frozen=True)
class Asked:
    """One line: the account asked for, and the password the caller gives (embedded profile only)."""

    grant: Grant
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Granted:
    """An account that was granted. `task_id`: the person is still to be made; `password`: to be shown once."""

    index: int
    account: Account
    task_id: int | None = None
    password: str | None = field(default=None, repr=False)


async def grant_all(
    tx: AsyncConnection, asked: Sequence[Asked], not_at_provider: set[str], by: UUID
) -> tuple[list[Granted], list[tuple[int, DomainError]]]:
    """Grant every good line, refuse every bad one; a later line sees what an earlier one was granted."""
    await accounts.begin_writing(tx)
    wanted_units = _texts(c for a in asked for c in (a.grant.unit_code, a.grant.only_for_unit))
    known_units = await units.known_codes(tx, wanted_units) if wanted_units else set()
    retired = await units.retired_codes(tx, wanted_units) if wanted_units else set()
    known = await persons.known(tx, _texts(a.grant.username for a in asked), _texts(a.grant.sub for a in asked))
    people = _People(known)
    granted: list[Granted] = []
    refused: list[tuple[int, DomainError]] = []
    for index, line in enumerate(asked):
        try:
            grant = _checked(line, known_units.__contains__, retired.__contains__)
            person = people.of(grant, not_at_provider)
        except DomainError as fault:
            refused.append((index, fault))
            continue
        made_now = person.sub is None
        password = (line.password or new_password()) if made_now else None
        granted.append(Granted(index, _account(grant, person), password=password))
    return await _keep(tx, granted, people.new, by), refused


class _People:
    """The persons known before and those the earlier lines made."""

    def __init__(self, known: Sequence[Person]) -> None:
        self._by_name = {p.username.lower(): p for p in known}
        self._by_sub = {p.sub: p for p in known if p.sub}
        self.new: dict[UUID, Person] = {}

    def of(self, grant: Grant, not_at_provider: set[str]) -> Person:
        found = person_of(grant, self._by_name.get(grant.username.lower()), self._by_sub.get(grant.sub) if grant.sub else None)
        if found is None:
            if grant.sub in not_at_provider:
                detail = "Hãy kiểm tra lại sub, hoặc bỏ trống để tạo người mới ở máy chủ đăng nhập."
                raise UnknownPerson(detail, errors=(FieldError("/sub", detail),))
            found = Person(uuid4(), grant.username, grant.sub)
            self.new[found.id] = found
        kept = replace(found, grants=found.grants | {grant.key})
        self._by_name[kept.username.lower()] = kept
        if kept.sub:
            self._by_sub[kept.sub] = kept
        return kept


async def _keep(tx: AsyncConnection, granted: Sequence[Granted], new: dict[UUID, Person], by: UUID) -> list[Granted]:
    agencies = await lock_store.agency_locks(tx, {g.account.appraiser_code for g in granted if g.account.appraiser_code})
    session_open = await lock_store.session_open(tx)
    kept = [replace(g, account=_as_others(g.account, agencies, session_open)) for g in granted]
    await persons.add(tx, list(new.values()))
    await accounts.add(tx, [g.account for g in kept], by)
    to_make = [g for g in kept if g.password is not None]
    tasks = [NewTask(g.account.person_id, TaskKind.CREATE_USER, g.account.holder_name, g.password) for g in to_make]
    ids = dict(zip((g.index for g in to_make), await provider.add(tx, tasks), strict=True))
    await outbox.add_all(tx, events.all_changed(g.account for g in kept))
    return [replace(g, task_id=ids.get(g.index)) for g in kept]


def _as_others(account: Account, agencies: dict[str, locks.AgencyLock], session_open: bool) -> Account:
    """A new appraisal account stands where its agency's others stand."""
    if account.appraiser_code is None:
        return account
    scope = agencies[account.appraiser_code].scope
    return replace(account, appraisal_lock=scope, council_session_open=session_open)


def _account(grant: Grant, person: Person) -> Account:
    return Account(
        id=uuid4(),
        person_id=person.id,
        username=person.username,
        sub=person.sub,
        holder_name=grant.holder_name,
        kind=grant.kind,
        roles=grant.roles,
        unit_code=grant.unit_code,
        appraiser_code=grant.appraiser_code,
        only_for_unit=grant.only_for_unit,
    )


def _checked(line: Asked, is_unit: Callable[[str], bool], is_retired: Callable[[str], bool]) -> Grant:
    try:
        grant = check_grant(line.grant, is_unit, is_retired)
        if line.password is not None and grant.sub is not None:
            raise Refused("value-not-allowed", "Người này đã có mật khẩu ở máy chủ đăng nhập; hãy bỏ trống.", "password")
    except Refused as refused:
        raise as_invalid("identity", refused) from refused
    return grant


def _texts(values: Iterable[str | None]) -> set[str]:
    """What may be looked up: in NFC, and only what the database can be asked for."""
    return {nfc(v) for v in values if v and is_storable(v)}
