"""The real Keycloak, shared by the session's tests; each makes people of its own."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr
from tests.support.provider_sign_in_contract import Door
from tests.support.real_servers import RealServers

from chamdiem.embedded.nanoidp import CLI_REDIRECT
from chamdiem.servers.keycloak import Keycloak
from chamdiem_identity.provider.keycloak import KeycloakAccounts, KeycloakSettings


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
