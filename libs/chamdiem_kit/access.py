"""Rights: what an operation needs stands in its signature, and so in the OpenAPI document (rights.md; architecture, "Who may do what").

A right is `<service>:<thing>:<act>`. Acts `read` and `agree` stay open to a member locked by an appraisal lock where the lock's scope or a
council session lets them (rules §4).
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Request, Security
from fastapi.security import OpenIdConnect, SecurityScopes

from chamdiem_kit.accounts import AccountBook, KnownAccount
from chamdiem_kit.errors import Forbidden, Malformed, Unauthenticated
from chamdiem_kit.tokens import Token, TokenVerifier

_READING_ACTS = frozenset({"read"})
_COUNCIL_ACTS = frozenset({"read", "agree"})
PUBLIC: dict[str, Any] = {"x-public": True}
"""Put as `openapi_extra` on an operation that needs nobody signed in."""

_scheme = OpenIdConnect(openIdConnectUrl="/.well-known/openid-configuration", auto_error=False, scheme_name="chamdiem")


class NotPermitted(Forbidden):
    type = "access/not-permitted"
    title = "Tài khoản không có quyền thực hiện việc này"


class NoAccount(Forbidden):
    type = "access/no-account"
    title = "Chưa được cấp tài khoản trên hệ thống chấm điểm"


class ChooseAccount(Forbidden):
    type = "access/choose-account"
    title = "Chưa chọn tài khoản để làm việc"


class AccountLocked(Forbidden):
    type = "access/account-locked"
    title = "Tài khoản đang bị khóa"


class AppraisalLocked(Forbidden):
    type = "access/appraisal-locked"
    title = "Tài khoản thẩm định đã khóa sau khi gửi kết quả"


@dataclass(frozen=True)
class Actor:
    """Who acts: one account of one person. `person_units` are the units of all accounts of the person that have not ended, and
    those merged into them that the accounts came from."""

    account_id: UUID
    sub: str
    username: str
    holder_name: str
    kind: str
    roles: frozenset[str]
    unit_code: str | None
    appraiser_code: str | None
    only_for_unit: str | None
    person_units: frozenset[str]
    rights: frozenset[str]

    def may(self, right: str) -> bool:
        """Whether the account holds a right besides the one the operation asked for."""
        return right in self.rights

    def conflicted_with(self, unit_code: str) -> bool:
        """True where the person belongs to the unit, or the account is good for another unit only (rights.md "Who")."""
        return unit_code in self.person_units or (self.only_for_unit is not None and self.only_for_unit != unit_code)


@dataclass(frozen=True)
class AccessRules:
    """A service's matrix: account kind → rights, role → rights; both must be strings `<service>:<thing>:<act>`."""

    granted: Mapping[str, frozenset[str]]
    granted_by_role: Mapping[str, frozenset[str]]
    every_account: frozenset[str] = frozenset()

    def rights_of(self, kind: str, roles: frozenset[str]) -> frozenset[str]:
        """All rights of an account."""
        held = self.granted.get(kind, frozenset()) | self.every_account
        for role in roles:
            held |= self.granted_by_role.get(role, frozenset())
        return held


class Access:
    """Decides who acts. Held in `app.state.access`."""

    def __init__(self, rules: AccessRules, verifier: TokenVerifier, book: AccountBook, ended: Container[object]) -> None:
        self.rules, self.verifier, self.book, self._ended = rules, verifier, book, ended

    async def token(self, request: Request) -> Token:
        """The verified bearer token of a request, of a session that lives. Raises `Unauthenticated`."""
        token = await self._verified(request)
        if token.session in self._ended:
            raise _over()
        return token

    async def actor(self, request: Request, wanted: frozenset[str]) -> Actor:
        """Who acts, once all rights in `wanted` are held and no lock forbids them."""
        token = await self._verified(request)
        person = [a for a in await self.book.of_person(token.sub) if a.status != "ended"]
        if token.session in self._ended:
            _say_what_ended_it(person, request.headers.get("X-Account"), wanted)
            raise _over()
        account = _chosen(person, request.headers.get("X-Account"))
        roles = account.roles_at(datetime.now(UTC))
        rights = self.rules.rights_of(account.kind, roles)
        _refuse_locked(account, wanted)
        if not wanted <= rights:
            raise NotPermitted("Việc này thuộc quyền của loại tài khoản khác; hãy liên hệ quản trị của Sở Nội vụ nếu cần.")
        return Actor(
            account_id=account.account_id,
            sub=account.sub,
            username=account.username,
            holder_name=account.holder_name,
            kind=account.kind,
            roles=roles,
            unit_code=account.unit_code,
            appraiser_code=account.appraiser_code,
            only_for_unit=account.only_for_unit,
            person_units=frozenset[str]().union(*(a.own_units for a in person)),
            rights=rights,
        )

    async def _verified(self, request: Request) -> Token:
        header = request.headers.get("Authorization", "")
        scheme, _, value = header.partition(" ")
        if scheme.lower() != "bearer" or not value:
            raise Unauthenticated("Hãy đăng nhập rồi thử lại.")
        return await self.verifier.verify(value.strip())


def _over() -> Unauthenticated:
    return Unauthenticated("Phiên đăng nhập đã kết thúc; hãy đăng nhập lại.")


def _say_what_ended_it(person: list[KnownAccount], header: str | None, wanted: frozenset[str]) -> None:
    """Raise the lock of the account that acted, if that is what ended its session: it says why, and who can lift it."""
    for account in person:
        if header in (None, str(account.account_id)):
            _refuse_locked(account, wanted)


def _chosen(person: list[KnownAccount], header: str | None) -> KnownAccount:
    if header is not None:
        try:
            wanted = UUID(header)
        except ValueError as fault:
            raise Malformed("X-Account phải là mã định danh của tài khoản.") from fault
        person = [a for a in person if a.account_id == wanted]
    if not person:
        raise NoAccount("Hãy đề nghị người đứng đầu cơ quan đăng ký cấp tài khoản với Sở Nội vụ.")
    if len(person) > 1:
        raise ChooseAccount("Người dùng có nhiều tài khoản; hãy chọn một tài khoản (tiêu đề X-Account) rồi thử lại.")
    return person[0]


def _refuse_locked(account: KnownAccount, wanted: frozenset[str]) -> None:
    if account.status == "locked":
        since = account.locked_at.astimezone().strftime("%d/%m/%Y %H:%M") if account.locked_at else ""
        raise AccountLocked(f"Khóa từ {since}. Lý do: {account.locked_reason or 'không ghi'}. Quản trị của Sở Nội vụ mở khóa được.")
    if account.appraisal_lock is None:
        return
    acts = {right.rsplit(":", 1)[-1] for right in wanted}
    open_acts: frozenset[str] = frozenset()
    if account.council_session_open:
        open_acts = _COUNCIL_ACTS
    elif account.appraisal_lock == "writing":
        open_acts = _READING_ACTS
    if not acts <= open_acts:
        raise AppraisalLocked("Kết quả thẩm định đã gửi nên tài khoản bị khóa (Điều 10.3); lãnh đạo Sở Nội vụ mở lại được.")


async def permitted(scopes: SecurityScopes, request: Request, _: Annotated[str | None, Security(_scheme)] = None) -> Actor:
    """Dependency of every operation that needs a right: `Annotated[Actor, Security(permitted, scopes=[Right.X])]`."""
    access: Access = request.app.state.access
    return await access.actor(request, frozenset(scopes.scopes))


async def signed_in(request: Request, _: Annotated[str | None, Security(_scheme)] = None) -> Token:
    """Dependency of operations open to every signed-in person, with or without an account."""
    access: Access = request.app.state.access
    return await access.token(request)
