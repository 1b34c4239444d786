"""The random number in a session's cookie: what it names in the database, and how it alone opens the tokens kept there."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chamdiem_kit.errors import Unauthenticated

_NUMBER = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
_NONCE_BYTES = 12


class SessionOver(Unauthenticated):
    type = "auth/session-over"
    title = "Phiên làm việc đã kết thúc"


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


def new_keeper() -> Keeper:
    """A new session's number (256 bits)."""
    return Keeper(secrets.token_urlsafe(32))


def keeper_of(cookie: str | None) -> Keeper:
    """The number in a cookie. Raises `SessionOver` for none or one that cannot be."""
    if cookie is None or not _NUMBER.fullmatch(cookie):
        raise SessionOver("Hãy đăng nhập.")
    return Keeper(cookie)
