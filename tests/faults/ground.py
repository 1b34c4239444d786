"""What is attacked: an address, a way in, what can be killed, and the databases to look into at the end."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class FirstAdministrator:
    """Who grants the first accounts."""

    username: str
    password: str


class Target(ABC):
    """A process (with what it started) that can be killed and started again as an operator or supervisor would."""

    name: str

    @abstractmethod
    async def kill(self) -> None:
        """kill -9; returns when the process is gone."""

    @abstractmethod
    async def start(self) -> None:
        """Start it again; returns when it answers."""


class Ground(ABC):
    """A platform that runs."""

    url: str
    """People's way in, for programs with `/api` behind it."""
    administrator: FirstAdministrator
    databases: Mapping[str, str]
    """Service → URL as a role that may read and write everything there."""
    targets: Sequence[Target]

    @abstractmethod
    async def enter(self, username: str, password: str) -> str:
        """Sign a person in and give an access token for programs. `password`: the one that was handed over with the account."""

    @abstractmethod
    def password_of(self, username: str, handed: str) -> str:
        """The password that holds now for a person who has been in."""

    async def left_on_the_bus(self) -> int:
        """How many messages the bus holds that no service has taken."""
        return 0
