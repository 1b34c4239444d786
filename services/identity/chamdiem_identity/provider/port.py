"""What identity needs of an identity provider's account administration. The adapters are handed in by the edge of the program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class ProviderRefused(Exception):
    """The provider does not take this change and will not take it later (a name in use, say). The text is Vietnamese, for people."""


class UnknownPerson(ProviderRefused):
    """The provider has no such person."""


class NotSupported(ProviderRefused):
    """The provider cannot do such a thing at all; identity passes it over."""


class ProviderUnavailable(Exception):
    """The provider does not answer now; the change is tried again."""


@dataclass(frozen=True)
class NewUser:
    """A person to be made. The password stays out of logs."""

    username: str
    full_name: str
    password: str = field(repr=False)


class IdentityProvider(Protocol):
    """A `sub` is stable and never given to another person. Every call is safe to repeat: identity repeats what it saw no answer to.

    Any call may raise `ProviderRefused` or one of its kinds, or `ProviderUnavailable`.
    """

    async def create_user(self, username: str, full_name: str, password: str) -> str:
        """Make a person and give the `sub`; the same name with the same password again gives the same `sub`."""

    async def create_users(self, users: Sequence[NewUser]) -> Sequence[str]:
        """Make many at once, all or none, and give their `sub`s in the same order."""

    async def set_password(self, sub: str, password: str) -> None:
        """Give a new password, to be changed at the next sign-in where the provider can ask for that."""

    async def set_enabled(self, sub: str, enabled: bool) -> None:
        """Let the person sign in and refresh, or not."""

    async def end_sessions(self, sub: str) -> None:
        """End all sessions of the person at the provider."""

    async def exists(self, sub: str) -> bool:
        """Whether there is such a person, enabled or not."""

    async def enabled_by_sub(self) -> Mapping[str, bool]:
        """Everybody there, by `sub`: whether they may sign in."""

    async def close(self) -> None:
        """Give back what is held open; nothing is asked afterwards."""
