"""Identity against a Keycloak that somebody changed behind its back."""

from collections.abc import AsyncIterator

import pytest
from tests.support.databases import Databases
from tests.support.eventually import eventually
from tests.support.house import House, open_house
from tests.support.issuer import Issuer
from tests.support.provider_contract import a_name
from tests.support.provider_sign_in_contract import CHOSEN, Door

from chamdiem.embedded.errors import SignInRefused
from chamdiem.provision.keycloak import administration
from chamdiem.servers.keycloak import Keycloak
from chamdiem_identity.app import create_service
from chamdiem_identity.granting.first_administrator import FirstAdministrator
from chamdiem_identity.provider.comparing import compare_once
from chamdiem_identity.provider.keycloak import KeycloakAccounts


@pytest.fixture
async def house(databases: Databases, issuer: Issuer, provider: KeycloakAccounts) -> AsyncIterator[House]:
    first = FirstAdministrator("admin", "Quản trị Sở Nội vụ", "admin")
    async with open_house(databases, issuer, "chamdiem_identity", lambda s, b: create_service(s, b, provider, first)) as running:
        yield running


async def test_a_locked_person_unlocked_at_keycloak_is_locked_there_again(
    house: House, keycloak: Keycloak, provider: KeycloakAccounts, door: Door
) -> None:
    name = a_name()
    admin = house._client({"Authorization": f"Bearer {house.issuer.token('admin')}"})
    made = await admin.post("/accounts", json={"username": name, "holder_name": "Lê Thị Hòa", "kind": "support"})
    assert made.status_code == 201, made.text
    account, password = made.json(), made.json()["initial_password"]
    await door.enter(name, password, CHOSEN)
    locked = await admin.post(f"/accounts/{account['id']}/lock", json={"reason": "Chuyển công tác"})
    assert locked.status_code == 200
    await eventually(lambda: may_not_sign_in(provider, account["sub"]))

    async with administration(keycloak.admin, "chamdiem") as console:
        await console.a_update_user(account["sub"], {"enabled": True})
    tokens = await door.enter(name, CHOSEN)
    found = await compare_once(house.service)
    assert name in {person.username for person in found.unlike}
    await eventually(lambda: may_not_sign_in(provider, account["sub"]))
    with pytest.raises(SignInRefused):
        await door.stay(tokens)


async def may_not_sign_in(provider: KeycloakAccounts, sub: str) -> bool:
    return not (await provider.enabled_by_sub())[sub]
