"""Browser sessions: what is kept of one, and which accounts may act in it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from chamdiem_kit.errors import Forbidden, Malformed, NotFound

_LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
_LOGOUT_AGE_S = 300


class AccountNotYours(NotFound):
    type = "auth/account-not-found"
    title = "Không tìm thấy tài khoản"


class AccountLocked(Forbidden):
    type = "auth/account-locked"
    title = "Tài khoản đang bị khóa"


class AppraisalLocked(Forbidden):
    type = "auth/appraisal-locked"
    title = "Tài khoản thẩm định đã khóa sau khi gửi kết quả"


class LogoutTokenRefused(Malformed):
    type = "auth/logout-token-refused"
    title = "Thông báo đăng xuất không hợp lệ"


@dataclass(frozen=True)
class Logout:
    """What a provider's logout token ends: one session there, or all of a person."""

    jti: str
    sid: str | None
    sub: str | None
    remembered_until: datetime


class KnownAccount(Protocol):
    """What a session must know of an account."""

    @property
    def account_id(self) -> UUID: ...
    @property
    def status(self) -> str: ...
    @property
    def locked_reason(self) -> str | None: ...
    @property
    def appraisal_lock(self) -> str | None: ...
    @property
    def council_session_open(self) -> bool: ...


@dataclass(frozen=True)
class BrowserSession:
    """A signed-in browser; the tokens are sealed."""

    id: str
    sub: str
    username: str
    account_id: UUID | None
    provider_session: str | None
    refresh_token: bytes | None = field(repr=False)
    id_token: bytes = field(repr=False)
    access_token: bytes = field(repr=False)
    access_expires_at: datetime = field()
    expires_at: datetime = field()


@dataclass(frozen=True)
class EndedToken:
    """An access token of a session that ended, by its `sid` or `jti`, and when it dies by itself."""

    token_session: str
    expires_at: datetime


def may_act(account: KnownAccount) -> bool:
    """Whether a browser may work by this account: not locked or ended; a sign-in lock leaves it to council sessions (rules §4)."""
    return account.status == "active" and (account.appraisal_lock != "sign_in" or account.council_session_open)


def lock_of(account: KnownAccount) -> Forbidden | None:
    """What keeps a browser from working by this account: why, and who can lift it."""
    if account.status == "locked":
        return AccountLocked(f"Lý do: {account.locked_reason or 'không ghi'}. Quản trị của Sở Nội vụ mở khóa được.")
    if not may_act(account):
        return AppraisalLocked("Kết quả thẩm định đã gửi nên tài khoản bị khóa (Điều 10.3); lãnh đạo Sở Nội vụ mở lại được.")
    return None


def only_choice(accounts: Iterable[KnownAccount]) -> UUID | None:
    """The account to act by where there is nothing to choose."""
    left = [a for a in accounts if a.status != "ended"]
    return left[0].account_id if len(left) == 1 and may_act(left[0]) else None


def choose(accounts: Iterable[KnownAccount], wanted: UUID) -> KnownAccount:
    """The person's account that shall act. Raises `AccountNotYours`, `AccountLocked`, `AppraisalLocked`."""
    account = next((a for a in accounts if a.account_id == wanted and a.status != "ended"), None)
    if account is None:
        raise AccountNotYours("Hãy chọn một tài khoản của chính mình.")
    if (lock := lock_of(account)) is not None:
        raise lock
    return account


def logout_of(claims: Mapping[str, Any], now_s: float) -> Logout:
    """What a logout token asks for, whose signature, issuer, audience and end are good already (OIDC Back-Channel Logout 1.0, 2.6).

    Raises `LogoutTokenRefused`.
    """
    sid, sub, jti, told = claims.get("sid"), claims.get("sub"), claims.get("jti"), claims.get("events")
    if not isinstance(told, Mapping) or not isinstance(told.get(_LOGOUT_EVENT), Mapping) or "nonce" in claims:
        raise LogoutTokenRefused("Đây không phải là thông báo đăng xuất.")
    if not (sid or sub) or not all(one is None or isinstance(one, str) for one in (sid, sub)) or not (isinstance(jti, str) and jti):
        raise LogoutTokenRefused("Thông báo đăng xuất không nêu phiên hoặc người nào.")
    if abs(now_s - float(claims["iat"])) > _LOGOUT_AGE_S:
        raise LogoutTokenRefused("Thông báo đăng xuất đã cũ.")
    remembered_s = max(float(claims["exp"]), float(claims["iat"]) + _LOGOUT_AGE_S)
    return Logout(jti, sid or None, sub or None, datetime.fromtimestamp(min(remembered_s, now_s + 86_400), UTC) + timedelta(minutes=5))
