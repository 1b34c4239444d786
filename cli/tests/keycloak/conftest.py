"""The real Keycloak, shared by the session's tests; each makes people of its own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from pydantic import SecretStr
from tests.support.provider_contract import a_name
from tests.support.provider_sign_in_contract import CHOSEN, FIRST, Door
from tests.support.real_servers import RealServers

from chamdiem.embedded.nanoidp import CLI_REDIRECT
from chamdiem.provision.keycloak import CLI_CLIENT, Program, WantedRealm, administration, create_realm
from chamdiem.servers.keycloak import Keycloak
from chamdiem_identity.provider.keycloak import KeycloakAccounts, KeycloakSettings

PROGRAM = Program("kho-du-lieu", "Kho dữ liệu của tỉnh", "bi-mat-cua-kho-du-lieu")


@pytest.fixture(scope="session")
async def keycloak(real_servers: RealServers) -> Keycloak:
    found = await real_servers.have("keycloak")
    assert isinstance(found, Keycloak)
    return found


def settings_of(keycloak: Keycloak, realm: str = "chamdiem") -> KeycloakSettings:
    """Identity's handle on a realm of the running Keycloak."""
    return KeycloakSettings(
        keycloak_url=keycloak.url, keycloak_realm=realm, keycloak_client_secret=SecretStr(keycloak.wanted().identity_secret)
    )


@pytest.fixture
async def provider(keycloak: Keycloak) -> AsyncIterator[KeycloakAccounts]:
    accounts = KeycloakAccounts(settings_of(keycloak))
    yield accounts
    await accounts.close()


@pytest.fixture
def door(keycloak: Keycloak) -> Door:
    return Door(keycloak.issuer, keycloak.cli_client, CLI_REDIRECT)


@dataclass(frozen=True)
class OtherRealm:
    """A realm declared like ours, of which a test may change everything."""

    name: str
    issuer: str
    door: Door
    person: str
    wanted: WantedRealm


@pytest.fixture(scope="session")
async def other(keycloak: Keycloak) -> AsyncIterator[OtherRealm]:
    name = f"thu-{uuid4().hex[:8]}"
    wanted = WantedRealm(
        public_origin="https://chamdiem.example.vn",
        backchannel_logout_url="http://127.0.0.1:9/auth/backchannel-logout",
        gateway_secret="bi-mat-cua-cong",
        identity_secret=keycloak.wanted().identity_secret,
        realm=name,
        programs=(PROGRAM,),
    )
    await create_realm(keycloak.admin, wanted)
    issuer = f"{keycloak.url}/realms/{name}"
    door, person = Door(issuer, CLI_CLIENT, CLI_REDIRECT), a_name()
    accounts = KeycloakAccounts(settings_of(keycloak, name))
    await accounts.create_user(person, "Nguyễn Thị Lan", FIRST)
    await accounts.close()
    await door.enter(person, FIRST, CHOSEN)
    yield OtherRealm(name, issuer, door, person, wanted)
    async with administration(keycloak.admin, name) as admin:
        await admin.a_delete_realm(name)
