"""Merging of units (rights.md): which unit follows which from a day on, and what becomes of the accounts of those that end. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final, Literal
from uuid import UUID

from chamdiem_identity.account.domain import Account
from chamdiem_identity.unit.domain import Unit
from chamdiem_kit.errors import Conflict, FieldError, Invalid

MOST_PREDECESSORS: Final = 50
AccountAct = Literal["move", "end", "keep"]


class MergerNotPossible(Invalid):
    type = "identity/merger-not-possible"
    title = "Không hợp nhất được các đơn vị này"


class AlreadyMerged(Conflict):
    type = "identity/already-merged"
    title = "Đơn vị đã được hợp nhất từ trước"


@dataclass(frozen=True)
class Merger:
    """`predecessors` follow into `successor_code` from `merged_on`, its first day with them. `account_acts`: what was chosen by account."""

    id: UUID
    successor_code: str
    predecessors: tuple[str, ...]
    merged_on: date
    reason: str
    decided_by: UUID
    account_acts: Mapping[UUID, AccountAct] = field(default_factory=dict)
    sub_units_follow: bool = True


@dataclass(frozen=True)
class Plan:
    """What a merger makes of the units at once: each that ends with its last day, and the one that follows."""

    successor: Unit
    ended: tuple[Unit, ...]
    is_new: bool


@dataclass(frozen=True)
class AccountPlan:
    """What becomes of one account on the day: it ends; before that `moved` of the same person is granted at the unit that follows."""

    account: Account
    act: AccountAct
    moved: Account | None = None


def plan_units(merger: Merger, successor: Unit, present: Sequence[Unit], *, is_new: bool) -> Plan:
    """The units after the merger. `successor` is the one that is there, or the new one as it is to be registered.

    Raises `MergerNotPossible` for dates that do not fit and a unit merged with itself, `AlreadyMerged` for one that has a successor.
    """
    day = merger.merged_on
    codes = [unit.code for unit in present]
    if successor.code in codes:
        raise _not_possible("Đơn vị kế thừa không thể nằm trong các đơn vị được sáp nhập vào nó.", "/successor/code")
    if successor.successor_code is not None:
        raise AlreadyMerged(f"{successor.name} đã sáp nhập vào đơn vị khác; hãy chọn đơn vị đó làm đơn vị kế thừa.")
    if (successor.valid_to and successor.valid_to < day) or (successor.valid_from and successor.valid_from > day):
        raise _not_possible("Vào ngày này đơn vị kế thừa không hoạt động; hãy sửa ngày hợp nhất hoặc ngày của đơn vị.", "/merged_on")
    ended = []
    for place, unit in enumerate(present):
        if unit.successor_code is not None:
            raise AlreadyMerged(f"{unit.name} đã sáp nhập vào {unit.successor_code}; hãy bỏ đơn vị này ra.")
        if unit.valid_from and unit.valid_from >= day:
            raise _not_possible(f"{unit.name} bắt đầu từ {unit.valid_from:%d/%m/%Y}, không trước ngày hợp nhất.", f"/predecessors/{place}")
        if unit.parent_code == successor.code or successor.parent_code == unit.code:
            raise _not_possible("Không hợp nhất một đơn vị với đơn vị cấp trên hay cấp dưới của nó ở đây.", f"/predecessors/{place}")
        last = day - timedelta(days=1)
        last = min(unit.valid_to, last) if unit.valid_to else last
        ended.append(replace(unit, valid_to=last, successor_code=successor.code, version=unit.version + 1))
    followed = tuple(dict.fromkeys((*successor.predecessors, *codes)))
    version = successor.version if is_new else successor.version + 1
    return Plan(replace(successor, predecessors=followed, version=version), tuple(ended), is_new)


def plan_accounts(
    merger: Merger, accounts: Sequence[Account], held_there: frozenset[tuple[object, ...]], ids: Sequence[UUID]
) -> list[AccountPlan]:
    """What becomes of the accounts of the units that end; ended ones are not among them.

    Without a choice an account that works moves; a locked one stays, and that of who decides. `held_there`: what persons hold at the unit
    that follows (`grant_key`): who holds the same there only ends here. `ids` are those of the new accounts, one for each account.
    """
    taken = set(held_there)
    plans = []
    for account, new_id in zip(accounts, ids, strict=True):
        works = account.status == "active"
        act = merger.account_acts.get(account.id, "move" if works and account.id != merger.decided_by else "keep")
        if act == "move" and not works:
            act = "keep"
        moved = _moved(account, merger, new_id) if act == "move" else None
        if moved is not None and grant_key(moved) in taken:
            moved = None
        if moved is not None:
            taken.add(grant_key(moved))
        plans.append(AccountPlan(account, act, moved))
    return plans


def grant_key(account: Account) -> tuple[object, ...]:
    """What one person may hold once only."""
    return (account.person_id, account.kind, account.unit_code, account.appraiser_code, account.only_for_unit)


def follow_parent(unit: Unit, successor: str) -> Unit:
    """A unit below one that ended, below the one that follows."""
    return replace(unit, parent_code=successor, version=unit.version + 1)


def _moved(account: Account, merger: Merger, new_id: UUID) -> Account:
    def following(code: str | None) -> str | None:
        return merger.successor_code if code in merger.predecessors else code

    left = {code for code in (account.unit_code, account.only_for_unit) if code in merger.predecessors}
    return replace(
        account,
        id=new_id,
        unit_code=following(account.unit_code),
        only_for_unit=following(account.only_for_unit),
        # What was lent was lent by the head of the unit that ends.
        roles=tuple(role for role in account.roles if not role.lent),
        # The sheets of the units that ended stay their people's own: nobody scores them who could not before.
        former_units=tuple(sorted({*account.former_units, *left})),
        version=1,
    )


def _not_possible(detail: str, pointer: str) -> MergerNotPossible:
    return MergerNotPossible(detail, errors=(FieldError(pointer, detail),))
