"""Keycloak's realm and clients broken on purpose."""

from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import uuid4

import pytest
from pydantic import SecretStr

from chamdiem.doctor.finding import Finding
from chamdiem.doctor.provider import examine_administration, examine_gateway_client, examine_issuer
from chamdiem.provision.keycloak import IDENTITY_CLIENT, WantedRealm, administration, create_realm
from chamdiem.servers.keycloak import Keycloak
from chamdiem_gateway.settings import GatewaySettings
from chamdiem_identity.provider.keycloak import KeycloakSettings


@pytest.fixture(scope="module")
async def realm(keycloak: Keycloak) -> AsyncIterator[WantedRealm]:
    """A realm of these tests' own."""
    wanted = replace(keycloak.wanted(), realm=f"t-{uuid4().hex[:10]}")
    await create_realm(keycloak.admin, wanted)
    yield wanted
    async with administration(keycloak.admin, wanted.realm) as admin:
        await admin.a_delete_realm(wanted.realm)


def identity_of(keycloak: Keycloak, realm: WantedRealm) -> KeycloakSettings:
    return KeycloakSettings(keycloak_url=keycloak.url, keycloak_realm=realm.realm, keycloak_client_secret=SecretStr(realm.identity_secret))


def gateway_of(realm: WantedRealm) -> GatewaySettings:
    return GatewaySettings(public_origin=realm.public_origin, client_secret=SecretStr(realm.gateway_secret))


def issuer_of(keycloak: Keycloak, realm: WantedRealm) -> str:
    return f"{keycloak.url}/realms/{realm.realm}"


def only(found: list[Finding]) -> tuple[str, str]:
    (one,) = found
    return one.state, one.sentence


async def test_a_realm_as_provisioned_is_well(keycloak: Keycloak, realm: WantedRealm) -> None:
    issuer = issuer_of(keycloak, realm)
    assert only(await examine_issuer(issuer, None, "ranking"))[0] == "well"
    assert only(await examine_administration(identity_of(keycloak, realm)))[0] == "well"
    assert only(await examine_gateway_client(issuer, gateway_of(realm)))[0] == "well"


async def test_secrets_that_keycloak_does_not_know_are_named_and_not_shown(keycloak: Keycloak, realm: WantedRealm) -> None:
    wrong = SecretStr("wrong-secret-7")
    state, said = only(await examine_administration(identity_of(keycloak, realm).model_copy(update={"keycloak_client_secret": wrong})))
    assert (state, "keycloak_client_secret" in said, "wrong-secret-7" in said) == ("fault", True, False)
    gateway = gateway_of(realm).model_copy(update={"client_secret": wrong})
    state, said = only(await examine_gateway_client(issuer_of(keycloak, realm), gateway))
    assert (state, "client_secret" in said) == ("fault", True)


async def test_an_address_that_people_are_not_sent_back_to_is_named(keycloak: Keycloak, realm: WantedRealm) -> None:
    gateway = gateway_of(realm).model_copy(update={"public_origin": "https://elsewhere.example.vn"})
    state, said = only(await examine_gateway_client(issuer_of(keycloak, realm), gateway))
    assert (state, "https://elsewhere.example.vn/auth/callback" in said) == ("fault", True)


async def test_a_realm_that_is_not_there_is_named(keycloak: Keycloak, realm: WantedRealm) -> None:
    missing = identity_of(keycloak, realm).model_copy(update={"keycloak_realm": "none"})
    assert "chưa có vùng none" in only(await examine_administration(missing))[1]
    assert only(await examine_issuer(f"{keycloak.url}/realms/none", None, "ranking"))[0] == "fault"


async def test_an_issuer_by_another_name_is_named_with_the_right_one(keycloak: Keycloak, realm: WantedRealm) -> None:
    other = issuer_of(keycloak, realm).replace("127.0.0.1", "localhost")
    state, said = only(await examine_issuer(other, None, "ranking"))
    assert (state, issuer_of(keycloak, realm) in said) == ("fault", True)


async def test_one_that_does_not_answer_is_named(unused_tcp_port: int, realm: WantedRealm) -> None:
    silent = f"http://127.0.0.1:{unused_tcp_port}"
    assert "oidc_issuer" in only(await examine_issuer(f"{silent}/realms/a", None, "ranking"))[1]
    assert "oidc_issuer" in only(await examine_gateway_client(f"{silent}/realms/a", gateway_of(realm)))[1]
    settings = KeycloakSettings(keycloak_url=silent, keycloak_client_secret=SecretStr("a"))
    assert "keycloak_url" in only(await examine_administration(settings))[1]


async def test_rights_too_many_and_too_few_are_named(keycloak: Keycloak, realm: WantedRealm) -> None:
    async with administration(keycloak.admin, realm.realm) as admin:
        client = str(await admin.a_get_client_id(IDENTITY_CLIENT))
        person = (await admin.a_get_client_service_account_user(client))["id"]
        management = str(await admin.a_get_client_id("realm-management"))
        mighty = await admin.a_get_client_role(management, "manage-realm")
        needed = await admin.a_get_client_role(management, "manage-users")
        await admin.a_assign_client_role(person, management, [mighty])
        assert "thừa quyền" in only(await examine_administration(identity_of(keycloak, realm)))[1]
        await admin.a_delete_client_roles_of_user(person, management, [mighty, needed])
        assert "thiếu quyền manage-users" in only(await examine_administration(identity_of(keycloak, realm)))[1]
        await create_realm(keycloak.admin, realm)
        assert only(await examine_administration(identity_of(keycloak, realm)))[0] == "well"
