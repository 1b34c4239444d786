"""Browser sessions: what a cookie's number stands for, how tokens are kept, which accounts may act. Pure but for randomness."""

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chamdiem_kit.access import AccountLocked, AppraisalLocked
from chamdiem_kit.accounts import KnownAccount
from chamdiem_kit.errors import NotFound, Unauthenticated

_NUMBER = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
_NONCE_BYTES = 12


class SessionOver(Unauthenticated):
    type = "auth/session-over"
    title = "Phiên làm việc đã kết thúc"


class AccountNotYours(NotFound):
    type = "auth/account-not-found"
    title = "Không tìm thấy tài khoản"


@dataclass(frozen=True)
class Keeper:
    """A session's number as its cookie holds it: `id` names the row, and only who has the number can open the tokens kept there."""

    number: str = field(repr=False)

    @property
    def id(self) -> str:
        """The row's key; the number cannot be had from it."""
        return hashlib.sha256(f"chamdiem session id\0{self.number}".encode()).hexdigest()

    def seal(self, text: str) -> bytes:
        """The text so that the row alone does not tell it."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self._key).encrypt(nonce, text.encode(), self.id.encode())

    def open(self, sealed: bytes) -> str:
        """What was sealed. Raises `SessionOver` where it was sealed for another session."""
        try:
            return AESGCM(self._key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], self.id.encode()).decode()
        except InvalidTag as fault:
            raise SessionOver("Hãy đăng nhập lại.") from fault

    @property
    def _key(self) -> bytes:
        return hashlib.sha256(f"chamdiem session key\0{self.number}".encode()).digest()


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


def new_keeper() -> Keeper:
    """A new session's number (256 bits)."""
    return Keeper(secrets.token_urlsafe(32))


def keeper_of(cookie: str | None) -> Keeper:
    """The number in a cookie. Raises `SessionOver` for none or one that cannot be."""
    if cookie is None or not _NUMBER.fullmatch(cookie):
        raise SessionOver("Hãy đăng nhập.")
    return Keeper(cookie)


def may_act(account: KnownAccount) -> bool:
    """Whether a browser may work by this account: not locked or ended; a sign-in lock leaves it to council sessions (rules §4)."""
    return account.status == "active" and (account.appraisal_lock != "sign_in" or account.council_session_open)


def only_choice(accounts: Iterable[KnownAccount]) -> UUID | None:
    """The account to act by where there is nothing to choose."""
    left = [a for a in accounts if a.status != "ended"]
    return left[0].account_id if len(left) == 1 and may_act(left[0]) else None


def choose(accounts: Iterable[KnownAccount], wanted: UUID) -> KnownAccount:
    """The person's account that shall act. Raises `AccountNotYours`, `AccountLocked`, `AppraisalLocked`."""
    account = next((a for a in accounts if a.account_id == wanted and a.status != "ended"), None)
    if account is None:
        raise AccountNotYours("Hãy chọn một tài khoản của chính mình.")
    if account.status == "locked":
        raise AccountLocked(f"Lý do: {account.locked_reason or 'không ghi'}. Quản trị của Sở Nội vụ mở khóa được.")
    if not may_act(account):
        raise AppraisalLocked("Kết quả thẩm định đã gửi nên tài khoản bị khóa (Điều 10.3); lãnh đạo Sở Nội vụ mở lại được.")
    return account
