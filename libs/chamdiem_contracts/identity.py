"""What identity tells: units and accounts (rights.md "Who")."""

from datetime import date
from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from chamdiem_contracts.base import Event, Part

AccountKind = Literal["data_entry", "appraisal", "management", "administration", "support", "client"]
Role = Literal["unit_approver", "appraisal_lead", "council_member"]
LockScope = Literal["sign_in", "writing"]


class UnitChangedV1(Event):
    """A unit was registered, changed, retired or merged; the newest version holds.

    `predecessors` were merged into it, `successor_code` is the unit that it was merged into.
    """

    type: ClassVar[str] = "identity.unit.changed.v1"
    code: str
    name: str
    unit_type: str
    ranking_group: str
    parent_code: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    predecessors: tuple[str, ...] = ()
    successor_code: str | None = None

    @property
    def subject(self) -> str:
        return self.code


class RoleGrant(Part):
    """A role on an account, without end or lent with dates (rights.md: `unit_approver` lent to a deputy)."""

    role: Role
    valid_from: AwareDatetime | None = None
    valid_to: AwareDatetime | None = None


class AccountChangedV1(Event):
    """An account was granted, restricted, widened, locked, unlocked or ended (Điều 8, 10.3, 16).

    `sub` is the person at the identity provider; one person may hold several accounts. `appraisal_lock` follows from sent appraisals;
    with `council_session_open` a member locked by it may read and agree. `former_units` were merged into the account's unit: it came from
    them, and they are still its person's own (rights.md "Who").
    """

    type: ClassVar[str] = "identity.account.changed.v1"
    account_id: UUID
    sub: str
    username: str
    holder_name: str
    kind: AccountKind
    roles: tuple[RoleGrant, ...] = ()
    unit_code: str | None = None
    appraiser_code: str | None = None
    only_for_unit: str | None = None
    former_units: tuple[str, ...] = ()
    status: Literal["active", "locked", "ended"]
    locked_reason: str | None = None
    locked_at: AwareDatetime | None = None
    appraisal_lock: LockScope | None = None
    council_session_open: bool = False

    @property
    def subject(self) -> str:
        return str(self.account_id)
