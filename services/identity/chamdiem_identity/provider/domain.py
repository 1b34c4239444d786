"""Pending changes at the identity provider. Pure."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from chamdiem_kit.errors import Conflict, Unavailable

_LETTERS = ("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789")
_GROUPS, _GROUP_LENGTH = 4, 4
_LONGEST_WAIT_S = 300


class UsernameTaken(Conflict):
    type = "identity/username-taken"
    title = "Tên đăng nhập đã có người dùng"


class PasswordRefused(Conflict):
    type = "identity/password-refused"
    title = "Mật khẩu không được đổi"


class ProviderSilent(Unavailable):
    type = "identity/provider-unavailable"
    title = "Máy chủ đăng nhập chưa trả lời"


class TaskKind(StrEnum):
    """What is to be changed at the provider."""

    CREATE_USER = "create_user"
    SET_PASSWORD = "set_password"  # noqa: S105  the name of a change
    SET_ENABLED = "set_enabled"
    END_SESSIONS = "end_sessions"


@dataclass(frozen=True)
class Task:
    """One pending change of one person, with what the provider must be told. `enabled` is what holds now, not when it was asked for."""

    id: int
    person_id: UUID
    kind: TaskKind
    username: str
    full_name: str
    sub: str | None
    enabled: bool
    password: str | None = field(repr=False)
    attempts: int = 0


@dataclass(frozen=True)
class Outcome:
    """How a task ended: `sub` of a person who was made, or why the provider refused."""

    task: Task
    sub: str | None = None
    refusal: str | None = None


@dataclass(frozen=True)
class KnownPerson:
    """A person as we keep them, with nothing pending at the provider."""

    id: UUID
    username: str
    sub: str
    enabled: bool
    is_client: bool
    """Only a program's account: no person the provider would list."""


@dataclass(frozen=True)
class Differences:
    """`unlike`: may sign in there though not by us, or the other way round; `strangers`: how many there are none of ours."""

    unlike: tuple[KnownPerson, ...]
    missing: tuple[KnownPerson, ...]
    strangers: int


def differences(ours: Sequence[KnownPerson], there: Mapping[str, bool]) -> Differences:
    """What we keep against what the provider has: `sub` → whether the person may sign in."""
    missing = tuple(person for person in ours if person.sub not in there and not person.is_client)
    unlike = tuple(person for person in ours if there.get(person.sub, person.enabled) != person.enabled)
    return Differences(unlike, missing, len(there.keys() - {person.sub for person in ours}))


def new_password() -> str:
    """A one-time password: 16 letters and digits in groups of four (90 bits), none that looks like another, of all three kinds."""
    alphabet = "".join(_LETTERS)
    while True:
        drawn = [secrets.choice(alphabet) for _ in range(_GROUPS * _GROUP_LENGTH)]
        if all(any(c in kind for c in drawn) for kind in _LETTERS):
            return "-".join("".join(drawn[i : i + _GROUP_LENGTH]) for i in range(0, len(drawn), _GROUP_LENGTH))


def is_one_time_password(password: str) -> bool:
    """Whether it has the form of `new_password`, which nobody can guess."""
    groups, alphabet = password.split("-"), "".join(_LETTERS)
    return len(groups) == _GROUPS and all(len(group) == _GROUP_LENGTH and set(group) <= set(alphabet) for group in groups)


def wait_before_next_try_s(attempts: int) -> int:
    """Seconds until a task that found no answer is tried again: 2, 4, 8 … 300."""
    return min(1 << min(attempts, 10), _LONGEST_WAIT_S)
