"""Sign-in through a government provider that knows SAML only; another realm of Keycloak plays it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import uuid4

import httpx
import pytest
from tests.support.provider_contract import a_name
from tests.support.provider_sign_in_contract import CHOSEN, FIRST, Door, claim

from chamdiem.embedded.errors import SignInRefused
from chamdiem.provision.keycloak import RealmRefused, administration
from chamdiem.provision.keycloak_broker import TrustedSaml, trust_saml
from chamdiem.servers.keycloak import Keycloak
from chamdiem.sign_in.code_flow import Tokens, sign_in
from chamdiem_identity.provider.keycloak import KeycloakAccounts

ALIAS = "cong-saml"
THEIR_PASSWORD = "mat-khau-o-cong"
NUMBER = "so_dinh_danh"


@dataclass(frozen=True)
class Government:
    """The other realm."""

    keycloak: Keycloak
    realm: str

    async def register(self, username: str, number: str) -> None:
        """Somebody over there, who has a number."""
        async with administration(self.keycloak.admin, self.realm) as admin:
            person = {
                "username": username,
                "enabled": True,
                "firstName": "Lan",
                "lastName": "Nguyễn Thị",
                "email": f"{username}@tinh.example",
                "emailVerified": True,
                "attributes": {NUMBER: [number]},
                "credentials": [{"type": "password", "value": THEIR_PASSWORD, "temporary": False}],
            }
            await admin.a_create_user(person)

    @property
    def metadata_address(self) -> str:
        return f"{self.keycloak.url}/realms/{self.realm}/protocol/saml/descriptor"


@pytest.fixture(scope="module")
async def government(keycloak: Keycloak) -> AsyncIterator[Government]:
    found = Government(keycloak, f"cong-{uuid4().hex[:8]}")
    provider = TrustedSaml(ALIAS, "Cổng đăng nhập của tỉnh", "", NUMBER)
    async with administration(keycloak.admin, "master") as admin:
        await admin.a_create_realm({"realm": found.realm, "enabled": True})
        await admin.connection.a_refresh_token()
    async with administration(keycloak.admin, found.realm) as admin:
        await admin.a_update_realm_users_profile(
            {**await admin.a_get_realm_users_profile(), "unmanagedAttributePolicy": "ADMIN_EDIT"},
        )
    async with httpx.AsyncClient() as http:
        theirs = (await http.get(found.metadata_address)).raise_for_status().text
        for _ in range(2):
            await trust_saml(keycloak.admin, TrustedSaml(ALIAS, provider.title, theirs, NUMBER))
        ours = (await http.get(provider.own_metadata(keycloak.url))).raise_for_status().text
    async with administration(keycloak.admin, found.realm) as admin:
        await admin.a_create_client(_client_of(keycloak, ours))
    yield found
    async with administration(keycloak.admin, found.realm) as admin:
        await admin.a_delete_realm(found.realm)
    async with administration(keycloak.admin, "chamdiem") as admin:
        await admin.a_delete_idp(ALIAS)


def _client_of(keycloak: Keycloak, metadata: str) -> dict[str, object]:
    """What their administrator enters of us, out of our metadata."""
    back = f"{keycloak.issuer}/broker/{ALIAS}/endpoint"
    assert f'Location="{back}"' in metadata
    assert f'entityID="{keycloak.issuer}"' in metadata
    certificate = certificate_in(metadata)
    mapper = {
        "name": NUMBER,
        "protocol": "saml",
        "protocolMapper": "saml-user-attribute-mapper",
        "config": {"user.attribute": NUMBER, "attribute.name": NUMBER, "attribute.nameformat": "Basic"},
    }
    return {
        "clientId": keycloak.issuer,
        "protocol": "saml",
        "enabled": True,
        "frontchannelLogout": True,
        "redirectUris": [back],
        "protocolMappers": [mapper],
        "attributes": {
            "saml.assertion.signature": "true",
            "saml.server.signature": "true",
            "saml.client.signature": "true",
            "saml.signing.certificate": certificate,
            "saml.signature.algorithm": "RSA_SHA256",
            "saml.force.post.binding": "true",
            "saml_name_id_format": "persistent",
            "saml_assertion_consumer_url_post": back,
        },
    }


def certificate_in(metadata: str) -> str:
    """The first one, in base64."""
    return metadata.split("X509Certificate>")[1].partition("<")[0]


async def through(door: Door, username: str) -> Tokens:
    """Sign in over there, and choose a password of ours where one is due."""
    return await sign_in(door.issuer, door.client_id, door.redirect_uri, username, THEIR_PASSWORD, through=ALIAS, new_password=CHOSEN)


async def test_a_linked_person_comes_in_as_the_own_person(government: Government, provider: KeycloakAccounts, door: Door) -> None:
    name, theirs, number = a_name(), a_name(), uuid4().hex[:12]
    await government.register(theirs, number)
    sub = await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
    assert await provider.link(name, ALIAS, number)
    assert not await provider.link(name, ALIAS, number)
    assert claim(await through(door, theirs), "sub") == sub
    assert claim(await through(door, theirs), "preferred_username") == name


async def test_a_stranger_is_refused_in_vietnamese_and_nobody_is_made(
    government: Government, provider: KeycloakAccounts, door: Door
) -> None:
    name, number = a_name(), uuid4().hex[:12]
    await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
    await government.register(name, number)  # a like name, too
    for _ in range(2):
        with pytest.raises(SignInRefused, match=r"chưa được liên kết.*Sở Nội vụ"):
            await through(door, name)
    assert await provider.link(name, ALIAS, number), "the number is somebody's already"


async def test_a_locked_person_does_not_come_in_through_the_other_door(
    government: Government, provider: KeycloakAccounts, door: Door
) -> None:
    name, theirs, number = a_name(), a_name(), uuid4().hex[:12]
    await government.register(theirs, number)
    sub = await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
    await provider.link(name, ALIAS, number)
    await provider.set_enabled(sub, False)
    with pytest.raises(SignInRefused, match="đã bị khóa"):
        await through(door, theirs)


async def test_a_word_that_another_key_has_signed_lets_nobody_in(government: Government, provider: KeycloakAccounts, door: Door) -> None:
    name, theirs, number = a_name(), a_name(), uuid4().hex[:12]
    await government.register(theirs, number)
    await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
    await provider.link(name, ALIAS, number)
    keycloak = government.keycloak
    async with httpx.AsyncClient() as http:
        true = (await http.get(government.metadata_address)).raise_for_status().text
        foreign = (await http.get(f"{keycloak.issuer}/protocol/saml/descriptor")).raise_for_status().text
    false = true.replace(certificate_in(true), certificate_in(foreign))
    await trust_saml(keycloak.admin, TrustedSaml(ALIAS, "Cổng", false, NUMBER))
    try:
        with pytest.raises(SignInRefused):
            await through(door, theirs)
    finally:
        await trust_saml(keycloak.admin, TrustedSaml(ALIAS, "Cổng", true, NUMBER))
    await through(door, theirs)


@pytest.mark.parametrize(
    "metadata", ["", "không phải XML", "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='x'/>"]
)
async def test_what_is_no_metadata_of_a_provider_is_refused(keycloak: Keycloak, metadata: str) -> None:
    with pytest.raises(RealmRefused, match="metadata"):
        await trust_saml(keycloak.admin, TrustedSaml("la", "Cổng lạ", metadata))
