"""Identity running over a fresh database, with an identity provider outside the house."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
import pytest
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer

from chamdiem_identity.app import create_service
from chamdiem_identity.granting.first_administrator import FirstAdministrator
from chamdiem_identity.provider.port import NewUser, ProviderRefused, ProviderUnavailable, UnknownPerson


@dataclass
class PersonThere:
    username: str
    password: str
    enabled: bool = True
    sessions_ended: int = 0


@dataclass
class ProviderOutside:
    """An identity provider as identity meets it; `silent` makes it answer nothing."""

    people: dict[str, PersonThere] = field(default_factory=dict)
    silent: bool = False
    batches: list[int] = field(default_factory=list)

    def somebody_elses(self, username: str) -> None:
        """A person who is there already and none of ours."""
        self.people[f"sub-{username}"] = PersonThere(username, "khac")

    async def create_user(self, username: str, full_name: str, password: str) -> str:
        return (await self.create_users([NewUser(username, full_name, password)]))[0]

    async def create_users(self, users: Sequence[NewUser]) -> list[str]:
        self._answer()
        self.batches.append(len(users))
        for user in users:
            there = self.people.get(f"sub-{user.username}")
            if there is not None and there.password != user.password:
                raise ProviderRefused(f"Tên {user.username} đã có.")
        for user in users:
            self.people.setdefault(f"sub-{user.username}", PersonThere(user.username, user.password))
        return [f"sub-{user.username}" for user in users]

    async def set_password(self, sub: str, password: str) -> None:
        self._person(sub).password = password

    async def set_enabled(self, sub: str, enabled: bool) -> None:
        self._person(sub).enabled = enabled

    async def end_sessions(self, sub: str) -> None:
        self._person(sub).sessions_ended += 1

    async def exists(self, sub: str) -> bool:
        self._answer()
        return sub in self.people

    async def enabled_by_sub(self) -> dict[str, bool]:
        self._answer()
        return {sub: person.enabled for sub, person in self.people.items()}

    async def close(self) -> None:
        return

    def _person(self, sub: str) -> PersonThere:
        self._answer()
        if sub not in self.people:
            raise UnknownPerson("Không có.")
        return self.people[sub]

    def _answer(self) -> None:
        if self.silent:
            raise ProviderUnavailable


class World:
    """What the tests of identity do: units, accounts, and acting by them."""

    def __init__(self, house: House, provider: ProviderOutside) -> None:
        self.house, self.provider = house, provider
        self.admin = self.client("admin")

    def client(self, sub: str, account_id: str | UUID | None = None) -> httpx.AsyncClient:
        headers = {"Authorization": f"Bearer {self.house.issuer.token(sub)}"}
        if account_id:
            headers["X-Account"] = str(account_id)
        return self.house._client(headers)

    def as_(self, account: dict[str, Any]) -> httpx.AsyncClient:
        return self.client(account["sub"], account["id"])

    async def unit(self, code: str = "so-noi-vu", **fields: Any) -> dict[str, Any]:
        usual = {"code": code, "name": f"Sở {code}", "unit_type": "department", "ranking_group": "department"}
        answer = await self.admin.post("/units", json={**usual, **fields})
        assert answer.status_code == 201, answer.text
        body: dict[str, Any] = answer.json()
        return body

    async def account(self, username: str, kind: str = "management", *roles: str, **fields: Any) -> dict[str, Any]:
        usual = {"username": username, "holder_name": "Lê Thị Hòa", "kind": kind, "roles": [{"role": r} for r in roles]}
        answer = await self.admin.post("/accounts", json={**usual, **fields})
        assert answer.status_code == 201, answer.text
        body: dict[str, Any] = answer.json()
        return body

    async def told_of(self, account_id: str) -> list[Any]:
        """The account's events in order."""
        return [e for e in await self.house.outbox() if e.subject == account_id]


@pytest.fixture
def provider() -> ProviderOutside:
    return ProviderOutside({"sub-root": PersonThere("root", "x")})


@pytest.fixture
async def world(databases: Databases, issuer: Issuer, provider: ProviderOutside) -> AsyncIterator[World]:
    first = FirstAdministrator("admin", "Quản trị Sở Nội vụ", "admin")
    async with open_house(databases, issuer, "chamdiem_identity", lambda s, b: create_service(s, b, provider, first)) as house:
        yield World(house, provider)
