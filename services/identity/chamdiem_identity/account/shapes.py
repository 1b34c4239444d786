"""Accounts as they go over HTTP."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, computed_field

from chamdiem_contracts.identity import AccountKind
from chamdiem_contracts.identity import Role as RoleName
from chamdiem_identity.account.domain import REASON_LIMIT, Account, Role, clean_line
from chamdiem_kit.access import Actor
from chamdiem_kit.instants import Instant
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused

AccountAct = Literal[
    "change", "lock", "unlock", "lift_appraisal_lock", "end", "reset_password", "ask_password", "lend_approval", "end_lending", "history"
]


class RoleIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    role: RoleName
    valid_from: Instant | None = None
    valid_to: Instant | None = None


class RoleOut(BaseModel):
    """`over`: its time has passed."""

    model_config = ConfigDict(from_attributes=True)

    role: RoleName
    valid_from: datetime | None
    valid_to: datetime | None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def over(self) -> bool:
        return _over(self.valid_to)


class AccountOut(BaseModel):
    """Names of units are said where accounts are listed or read, and null elsewhere."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    username: str
    sub: str | None
    holder_name: str
    kind: AccountKind
    roles: list[RoleOut]
    unit_code: str | None
    appraiser_code: str | None
    only_for_unit: str | None
    unit_name: str | None = None
    only_for_unit_name: str | None = None
    status: Literal["active", "locked", "ended"]
    locked_reason: str | None
    locked_at: datetime | None
    appraisal_lock: Literal["sign_in", "writing"] | None
    council_session_open: bool
    version: int
    allowed_actions: list[AccountAct] = []


class AccountChange(BaseModel):
    model_config = ConfigDict(extra="forbid")

    holder_name: str
    roles: list[RoleIn] = Field(max_length=50)


class Lending(BaseModel):
    model_config = ConfigDict(extra="forbid")

    to_account_id: UUID
    valid_from: Instant
    valid_to: Instant


class Reason(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: str

    def cleaned(self) -> str:
        """The reason in NFC. Raises `identity/value-missing` and the like."""
        try:
            return clean_line(self.reason, "reason", REASON_LIMIT)
        except Refused as refused:
            raise as_invalid("identity", refused) from refused


class LendingEnd(Reason):
    """Which lending ends: by the dates it was given."""

    valid_from: Instant
    valid_to: Instant


class ChangeOut(BaseModel):
    """One change of an account; `before` and `after` are the whole state."""

    version: int
    act: str
    reason: str
    before: dict[str, Any] | None
    after: dict[str, Any]
    changed_by: UUID | None
    changed_at: datetime


class AccountOfMine(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    holder_name: str
    kind: AccountKind
    roles: list[RoleOut]
    unit_code: str | None
    appraiser_code: str | None
    only_for_unit: str | None
    status: Literal["active", "locked", "ended"]
    locked_reason: str | None
    appraisal_lock: Literal["sign_in", "writing"] | None
    council_session_open: bool


class Me(BaseModel):
    sub: str
    username: str
    accounts: list[AccountOfMine]


def roles_of(roles: list[RoleIn]) -> tuple[Role, ...]:
    """The roles as the domain takes them."""
    return tuple(Role(r.role, r.valid_from, r.valid_to) for r in roles)


def units_of(accounts: Iterable[Account]) -> set[str]:
    """The codes whose names are shown with the accounts."""
    return {code for a in accounts for code in (a.unit_code, a.only_for_unit) if code}


def seen_by(actor: Actor, account: Account, names: Mapping[str, str] = MappingProxyType({})) -> AccountOut:
    """The account with what the operations would let the actor do to it now; `names` of units by code."""
    out = AccountOut.model_validate(account)
    out.unit_name = names.get(account.unit_code or "")
    out.only_for_unit_name = names.get(account.only_for_unit or "")
    out.allowed_actions = _acts_of(actor, account)
    return out


def _acts_of(actor: Actor, account: Account) -> list[AccountAct]:
    administrator, ended = actor.kind == "administration", account.status == "ended"
    holds_approval = any(r.role == "unit_approver" for r in account.roles)
    may_lend = administrator or ("unit_approver" in actor.roles and account.id == actor.account_id)
    possible: dict[AccountAct, bool] = {
        "change": administrator,
        "lock": administrator and account.status == "active",
        "unlock": administrator and account.status == "locked",
        "lift_appraisal_lock": actor.kind == "management" and account.appraisal_lock is not None and account.sub != actor.sub,
        "end": administrator,
        "reset_password": administrator and account.kind != "client" and account.sub is not None,
        "ask_password": not administrator and bool(actor.roles & {"unit_approver", "appraisal_lead"}),
        "end_lending": any(r.lent and not _over(r.valid_to) for r in account.roles)
        and (administrator or ("unit_approver" in actor.roles and account.unit_code == actor.unit_code and account.id != actor.account_id)),
        "lend_approval": may_lend and holds_approval and account.status == "active",
    }
    acts = [act for act, allowed in possible.items() if allowed and not ended]
    return [*acts, "history"] if administrator or account.sub == actor.sub else acts


def shown(account: Account) -> dict[str, Any]:
    """The account as JSON, for a 412."""
    return AccountOut.model_validate(account).model_dump(mode="json")


def _over(end: datetime | None) -> bool:
    return end is not None and end <= datetime.now(UTC)
