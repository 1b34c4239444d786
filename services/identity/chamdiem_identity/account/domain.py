"""Accounts (Điều 3, 8): what each kind needs, which roles it may hold, who may be granted what. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from unicodedata import category
from uuid import UUID

from chamdiem_kit.errors import Conflict, FieldError, Forbidden, Invalid, NotFound
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text, is_blank

NAME_LIMIT = 200
USERNAME_LIMIT = 150
REASON_LIMIT = 2000
ROLES_OF_KIND: Final[Mapping[str, frozenset[str]]] = {
    "data_entry": frozenset({"unit_approver"}),
    "appraisal": frozenset({"appraisal_lead", "council_member"}),
    "management": frozenset({"council_member"}),
    "administration": frozenset(),
    "support": frozenset(),
    "client": frozenset(),
}
_WITH_UNIT = frozenset({"data_entry", "appraisal", "management", "administration"})


class AccountNotFound(NotFound):
    type = "identity/account-not-found"
    title = "Không tìm thấy tài khoản"


class AccountExists(Conflict):
    type = "identity/account-exists"
    title = "Người này đã có tài khoản như vậy"
    advice = "Hãy dùng tài khoản đã có, hoặc sửa vai trò của nó."


class AccountEnded(Conflict):
    type = "identity/account-ended"
    title = "Tài khoản đã kết thúc"


class UsernameOfAnother(Conflict):
    type = "identity/username-of-another"
    title = "Tên đăng nhập thuộc về người khác"
    advice = "Hãy chọn tên đăng nhập khác, hoặc gửi kèm sub của đúng người đó."


class UnknownUnit(Invalid):
    type = "identity/unknown-unit"
    title = "Không có đơn vị này"
    advice = "Hãy tạo đơn vị trước, hoặc sửa mã đơn vị."


class UnitRetired(Invalid):
    type = "identity/unit-retired"
    title = "Đơn vị đã kết thúc hoạt động"


class UnknownPerson(Invalid):
    type = "identity/unknown-person"
    title = "Máy chủ đăng nhập không có người này"


class LendingNotPossible(Conflict):
    type = "identity/lending-not-possible"
    title = "Không giao được quyền phê duyệt báo cáo"


class LendingNotFound(NotFound):
    type = "identity/lending-not-found"
    title = "Không có lần giao quyền này"


class LendingOver(Conflict):
    type = "identity/lending-over"
    title = "Thời hạn giao quyền đã qua"


class NotYours(Forbidden):
    type = "identity/not-own-account"
    title = "Chỉ giao được quyền của chính tài khoản mình"


@dataclass(frozen=True)
class Role:
    """A role, without end or lent with dates."""

    role: str
    valid_from: datetime | None = None
    valid_to: datetime | None = None

    @property
    def lent(self) -> bool:
        """Whether it is the approval lent with dates."""
        return self.role == "unit_approver" and self.valid_from is not None and self.valid_to is not None

    def holds_at(self, instant: datetime) -> bool:
        """Whether it holds then; both ends belong to it."""
        return (self.valid_from is None or self.valid_from <= instant) and (self.valid_to is None or instant <= self.valid_to)


@dataclass(frozen=True)
class Account:
    """One account of one person. `sub` is None until the identity provider has made the person; nobody can sign in by it before.

    `unlocked_of` names the sent appraisals whose lock a manager has lifted (`lock/domain.py`); `former_units` were merged into its unit and
    it came from them.
    """

    id: UUID
    person_id: UUID
    username: str
    sub: str | None
    holder_name: str
    kind: str
    roles: tuple[Role, ...] = ()
    unit_code: str | None = None
    appraiser_code: str | None = None
    only_for_unit: str | None = None
    status: str = "active"
    locked_reason: str | None = None
    locked_at: datetime | None = None
    appraisal_lock: str | None = None
    unlocked_of: str = ""
    council_session_open: bool = False
    former_units: tuple[str, ...] = ()
    version: int = 1


@dataclass(frozen=True)
class Grant:
    """An account that is asked for."""

    username: str
    holder_name: str
    kind: str
    roles: tuple[Role, ...] = ()
    unit_code: str | None = None
    appraiser_code: str | None = None
    only_for_unit: str | None = None
    sub: str | None = None

    @property
    def key(self) -> tuple[str | None, ...]:
        """What one person may hold once only."""
        return (self.kind, self.unit_code, self.appraiser_code, self.only_for_unit)


@dataclass(frozen=True)
class Person:
    """A person we know, by `sub`, None while being made at the provider; `grants` are the keys of the accounts that have not ended."""

    id: UUID
    username: str
    sub: str | None
    grants: frozenset[tuple[str | None, ...]] = frozenset()


def check_grant(grant: Grant, is_unit: Callable[[str], bool], is_retired: Callable[[str], bool]) -> Grant:
    """The grant with its texts in NFC, once it has what its kind needs and nothing else.

    Raises `Refused` (`value-missing`, `value-not-allowed`, `text-too-long`), `UnknownUnit` or `UnitRetired`.
    """
    cleaned = replace(
        grant,
        username=_clean_username(grant.username),
        holder_name=clean_line(grant.holder_name, "holder_name", NAME_LIMIT),
        unit_code=_optional(grant.unit_code, "unit_code"),
        appraiser_code=_optional(grant.appraiser_code, "appraiser_code"),
        only_for_unit=_optional(grant.only_for_unit, "only_for_unit"),
        sub=_optional(grant.sub, "sub"),
    )
    check_roles(cleaned.kind, cleaned.roles)
    kind = cleaned.kind
    _needed(cleaned.unit_code, "unit_code", needed=kind == "data_entry", allowed=kind in _WITH_UNIT)
    _needed(cleaned.appraiser_code, "appraiser_code", needed=kind == "appraisal", allowed=kind == "appraisal")
    _needed(cleaned.only_for_unit, "only_for_unit", needed=False, allowed=kind == "management")
    _needed(cleaned.sub, "sub", needed=kind == "client", allowed=True)
    for column, code in (("unit_code", cleaned.unit_code), ("only_for_unit", cleaned.only_for_unit)):
        if code is not None and not is_unit(code):
            detail = "Không có đơn vị này; hãy tạo đơn vị trước hoặc kiểm tra lại mã."
            raise UnknownUnit(detail, errors=(FieldError(f"/{column}", detail),))
        if code is not None and is_retired(code):
            detail = "Ngày cuối của đơn vị đã qua nên không cấp tài khoản mới; hãy chọn đơn vị khác hoặc sửa ngày của đơn vị."
            raise UnitRetired(detail, errors=(FieldError(f"/{column}", detail),))
    return cleaned


def check_roles(kind: str, roles: tuple[Role, ...]) -> None:
    """Raises `Refused` where a role does not go with the kind, its dates are reversed, or the same role overlaps itself."""
    for place, role in enumerate(roles):
        if role.role not in ROLES_OF_KIND[kind]:
            raise Refused("value-not-allowed", "Vai trò này không dành cho loại tài khoản đã chọn; hãy bỏ vai trò hoặc đổi loại.", "roles")
        if role.valid_from and role.valid_to and role.valid_to < role.valid_from:
            raise Refused("value-not-allowed", "Thời hạn của vai trò kết thúc trước khi bắt đầu; hãy sửa lại.", "roles")
        if any(_overlap(role, other) for other in roles[:place] if other.role == role.role):
            raise Refused("value-not-allowed", "Cùng một vai trò được giao hai lần trong một thời gian; hãy bỏ một lần.", "roles")


def person_of(grant: Grant, by_username: Person | None, by_sub: Person | None) -> Person | None:
    """The person of ours the account is for, or None where one is to be made.

    An account is bound by `sub`, never by a name alone (rights.md). Raises `UsernameOfAnother`, `AccountExists`.
    """
    if by_username is not None and (grant.sub is None or by_username.sub != grant.sub):
        detail = "Nếu là cùng một người, hãy gửi kèm sub của người đó; nếu không, hãy chọn tên đăng nhập khác."
        raise UsernameOfAnother(detail, errors=(FieldError("/username", detail),))
    if by_sub is not None and by_username is None:
        detail = f"Người này đăng nhập bằng tên {by_sub.username}; hãy dùng tên đó."
        raise UsernameOfAnother(detail, errors=(FieldError("/username", detail),))
    if by_sub is not None and grant.key in by_sub.grants:
        raise AccountExists("Hãy sửa tài khoản đang có, hoặc kết thúc tài khoản đó trước.")
    return by_sub


def change(account: Account, holder_name: str, roles: tuple[Role, ...]) -> Account:
    """The account restricted or widened. Raises `AccountEnded`, `Refused`."""
    require_not_ended(account)
    check_roles(account.kind, roles)
    return replace(account, holder_name=clean_line(holder_name, "holder_name", NAME_LIMIT), roles=roles, version=account.version + 1)


def lend_approval(lender: Account, to: Account, start: datetime, end: datetime, now: datetime) -> Account:
    """The deputy's account with `unit_approver` lent from `start` to `end` (rights.md "head").

    Raises `LendingNotPossible` where the lender does not hold the role for all that time, the two are not data-entry accounts of one unit,
    or the deputy already holds it then.
    """
    if end < start or end < now:
        raise LendingNotPossible("Thời hạn giao phải kết thúc sau khi bắt đầu và chưa qua.")
    if lender.status != "active" or to.status != "active":
        raise LendingNotPossible("Cả hai tài khoản phải đang hoạt động.")
    if lender.id == to.id or to.kind != "data_entry" or lender.kind != "data_entry" or to.unit_code != lender.unit_code:
        raise LendingNotPossible("Chỉ giao được cho một tài khoản nhập liệu khác của cùng đơn vị.")
    if not any(r.role == "unit_approver" and r.holds_at(start) and r.holds_at(end) for r in lender.roles):
        raise LendingNotPossible("Tài khoản giao không giữ quyền phê duyệt trong suốt thời gian đó.")
    lent = Role("unit_approver", start, end)
    if any(r.role == lent.role and _overlap(r, lent) for r in to.roles):
        raise LendingNotPossible("Tài khoản nhận đã có quyền phê duyệt trong thời gian đó.")
    return replace(to, roles=(*to.roles, lent), version=to.version + 1)


def end_lending(account: Account, start: datetime, end: datetime, by: Account | None, now: datetime) -> Account:
    """The deputy's account once the approval lent from `start` to `end` ends now; one that has not begun goes altogether.

    `by`: the head's account, which could lend it as long; None: an administrator's. Raises `LendingNotFound`, `LendingOver`, `NotYours`,
    `AccountEnded`.
    """
    require_not_ended(account)
    lent = next((r for r in account.roles if r.lent and (r.valid_from, r.valid_to) == (start, end)), None)
    if lent is None:
        raise LendingNotFound("Hãy tải lại danh sách người phê duyệt.")
    if end < now:
        raise LendingOver("Quyền này đã hết hạn; không cần thu hồi.")
    if by is not None and (by.id == account.id or not any(r.role == lent.role and r.holds_at(now) and r.holds_at(end) for r in by.roles)):
        raise NotYours("Chỉ người đứng đầu đã giao, hoặc quản trị, thu hồi được quyền này.")
    kept = tuple(r for r in account.roles if r is not lent)
    if start < now:
        kept = (*kept, replace(lent, valid_to=now))
    return replace(account, roles=kept, version=account.version + 1)


def noted(account: Account) -> Account:
    """The account with something done to it that is none of its values (a password was reset): a version of its own in the log."""
    return replace(account, version=account.version + 1)


def require_not_ended(account: Account) -> None:
    """Raise `AccountEnded` for an account that ended; its history stays (Điều 8.1)."""
    if account.status == "ended":
        raise AccountEnded("Tài khoản đã kết thúc không sửa được; hãy cấp tài khoản mới.")


def clean_line(text: str, column: str, limit: int) -> str:
    """One line of text in NFC, not blank. Raises `Refused`."""
    if is_blank(text):
        raise Refused("value-missing", "Hãy điền giá trị; ô này không được để trống.", column)
    kept = clean_text(text, column, limit)
    if any(category(c) == "Cc" for c in kept):
        raise Refused("value-not-allowed", "Nội dung có ký tự điều khiển (xuống dòng, tab); hãy xóa đi.", column)
    return kept


def _clean_username(text: str) -> str:
    kept = clean_line(text, "username", USERNAME_LIMIT)
    if not kept.isprintable() or any(c.isspace() for c in kept):
        raise Refused("value-not-allowed", "Tên đăng nhập không được có dấu cách hay ký tự không in được.", "username")
    return kept


def _optional(text: str | None, column: str) -> str | None:
    return None if text is None else clean_line(text, column, NAME_LIMIT)


def _needed(value: str | None, column: str, *, needed: bool, allowed: bool) -> None:
    if needed and value is None:
        raise Refused("value-missing", "Loại tài khoản này cần giá trị ở đây; hãy điền vào.", column)
    if value is not None and not allowed:
        raise Refused("value-not-allowed", "Loại tài khoản này không có giá trị ở đây; hãy bỏ đi.", column)


def _overlap(one: Role, other: Role) -> bool:
    starts_late = one.valid_from and other.valid_to and one.valid_from > other.valid_to
    ends_early = one.valid_to and other.valid_from and one.valid_to < other.valid_from
    return not starts_late and not ends_early
