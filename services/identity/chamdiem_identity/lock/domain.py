"""Locks (rights.md "Locked and ended"; rules §4): an administrator's with a reason, and the appraisal lock that follows by itself. Pure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from chamdiem_identity.account.domain import Account, require_not_ended
from chamdiem_kit.errors import Conflict, Forbidden

Scope = Literal["sign_in", "writing"]


class AlreadyLocked(Conflict):
    type = "identity/already-locked"
    title = "Tài khoản đã bị khóa từ trước"


class NotLocked(Conflict):
    type = "identity/not-locked"
    title = "Tài khoản không bị khóa"


class LastAdministrator(Conflict):
    type = "identity/last-administrator"
    title = "Đây là tài khoản quản trị cuối cùng còn hoạt động"


class UnlockedByManager(Forbidden):
    type = "identity/unlocked-by-manager"
    title = "Khóa sau thẩm định do lãnh đạo Sở Nội vụ mở"


class OwnLock(Forbidden):
    type = "identity/own-lock"
    title = "Không tự mở khóa tài khoản của chính mình"


@dataclass(frozen=True)
class AppraisalOfAgency:
    """What appraisal told of one agency's appraisal of one period; `open`: an assignment of it is still open."""

    appraisal_id: UUID
    version: int
    open: bool
    lock_scope: Scope


@dataclass(frozen=True)
class AgencyLock:
    """What holds for all appraisal accounts of an agency: `scope` None while it has none or an open appraisal.

    `closed_of` names the sent appraisals it follows from, so that a lock lifted by a manager comes again only when something more is sent.
    """

    scope: Scope | None
    closed_of: str


def agency_lock(appraisals: Iterable[AppraisalOfAgency]) -> AgencyLock:
    """The lock of an agency: none while an appraisal is open, else the strictest scope of its periods (Điều 10.3)."""
    known = sorted(appraisals, key=lambda a: a.appraisal_id)
    if not known or any(a.open for a in known):
        return AgencyLock(None, "")
    named = ";".join(f"{a.appraisal_id}:{a.version}" for a in known)
    scope: Scope = "sign_in" if any(a.lock_scope == "sign_in" for a in known) else "writing"
    return AgencyLock(scope, hashlib.sha256(named.encode()).hexdigest())


def follow_agency(account: Account, lock: AgencyLock) -> Account:
    """The account as the agency's lock has it; the same object where nothing changes."""
    wanted = None if lock.scope is None or account.unlocked_of == lock.closed_of else lock.scope
    if account.appraisal_lock == wanted:
        return account
    return replace(account, appraisal_lock=wanted, version=account.version + 1)


def follow_council(account: Account, session_open: bool) -> Account:
    """The account as the council sessions have it; the same object where nothing changes."""
    if account.council_session_open == session_open:
        return account
    return replace(account, council_session_open=session_open, version=account.version + 1)


def lock(account: Account, reason: str, now: datetime, active_administrators: set[UUID]) -> Account:
    """The account locked by an administrator. Raises `AccountEnded`, `AlreadyLocked`, `LastAdministrator`."""
    require_not_ended(account)
    if account.status == "locked":
        raise AlreadyLocked("Muốn đổi lý do, hãy mở khóa rồi khóa lại.")
    _require_another(account, active_administrators)
    return replace(account, status="locked", locked_reason=reason, locked_at=now, version=account.version + 1)


def unlock(account: Account) -> Account:
    """The account without an administrator's lock. Raises `AccountEnded`, `UnlockedByManager`, `NotLocked`."""
    require_not_ended(account)
    if account.status != "locked":
        if account.appraisal_lock is not None:
            raise UnlockedByManager("Hãy đề nghị lãnh đạo Sở Nội vụ mở khóa.")
        raise NotLocked("Không có khóa nào để mở.")
    return replace(account, status="active", locked_reason=None, locked_at=None, version=account.version + 1)


def lift_appraisal_lock(account: Account, lock: AgencyLock) -> Account:
    """The account without its appraisal lock until the agency sends something more. Raises `AccountEnded`, `NotLocked`."""
    require_not_ended(account)
    if account.appraisal_lock is None:
        raise NotLocked("Không có khóa sau thẩm định nào để mở.")
    return replace(account, appraisal_lock=None, unlocked_of=lock.closed_of, version=account.version + 1)


def end(account: Account, active_administrators: set[UUID]) -> Account:
    """The account at its end, with the holder's post (Điều 8.1). Raises `AccountEnded`, `LastAdministrator`."""
    require_not_ended(account)
    _require_another(account, active_administrators)
    return replace(account, status="ended", locked_reason=None, locked_at=None, version=account.version + 1)


def enabled_at_provider(accounts: Iterable[Account]) -> bool | None:
    """Whether a person with these accounts is to be enabled at the provider; None: as it is.

    Disabled only when every account that has not ended is locked by an administrator; an appraisal lock never disables (rights.md).
    """
    statuses = {a.status for a in accounts if a.status != "ended"}
    return "active" in statuses if statuses else None


def _require_another(account: Account, active_administrators: set[UUID]) -> None:
    if active_administrators == {account.id}:
        raise LastAdministrator("Hãy cấp một tài khoản quản trị khác trước.")
