"""The declared realm on a Keycloak in use, and what identity's client may do there."""

import pytest
from cli.tests.keycloak.conftest import OtherRealm, settings_of
from keycloak import KeycloakAdmin, KeycloakOpenIDConnection
from keycloak.exceptions import KeycloakError
from tests.support.provider_sign_in_contract import CHOSEN, claim

from chamdiem.provision.keycloak import (
    CLI_CLIENT,
    GATEWAY_CLIENT,
    IDENTITY_CLIENT,
    RealmAdmin,
    RealmRefused,
    administration,
    close,
    create_realm,
)
from chamdiem.servers.keycloak import Keycloak


async def test_what_differs_is_mended_and_what_is_others_stays(keycloak: Keycloak, other: OtherRealm) -> None:
    sub = claim(await other.door.enter(other.person, CHOSEN), "sub")
    async with administration(keycloak.admin, other.name) as admin:
        keys = await admin.a_get_keys()
        gateway = str(await admin.a_get_client_id(GATEWAY_CLIENT))
        await admin.a_update_client(gateway, {**await admin.a_get_client(gateway), "redirectUris": ["https://ke-gian.example/*"]})
        await admin.a_update_realm(other.name, {"passwordPolicy": "", "registrationAllowed": True, "accessTokenLifespan": 86400})
        audience = next(one for one in await admin.a_get_client_scopes() if one["name"] == "chamdiem")
        cli = str(await admin.a_get_client_id(CLI_CLIENT))
        await admin.a_delete_client_default_client_scope(cli, audience["id"])
        management = str(await admin.a_get_client_id("realm-management"))
        robot = (await admin.a_get_client_service_account_user(str(await admin.a_get_client_id(IDENTITY_CLIENT))))["id"]
        await admin.a_assign_client_role(robot, management, [await admin.a_get_client_role(management, "realm-admin")])
        await admin.a_create_client({"clientId": "cua-nguoi-khac", "redirectUris": ["https://khac.example/*"]}, skip_exists=True)

        await create_realm(keycloak.admin, other.wanted)

        realm = await admin.a_get_realm(other.name)
        assert (realm["registrationAllowed"], realm["accessTokenLifespan"]) == (False, 600)
        assert "regexPattern" in realm["passwordPolicy"]
        assert (await admin.a_get_client(gateway))["redirectUris"] == ["https://chamdiem.example.vn/auth/callback"]
        assert {one["name"] for one in await admin.a_get_client_default_client_scopes(cli)} == {"basic", "profile", "chamdiem"}
        roles = {one["name"] for one in await admin.a_get_client_roles_of_user(robot, management)}
        assert roles == {"manage-users", "view-users", "query-users"}
        assert await admin.a_get_client_id("cua-nguoi-khac") is not None
        assert (await admin.a_get_keys())["active"] == keys["active"]
    assert claim(await other.door.enter(other.person, CHOSEN), "sub") == sub


async def test_identitys_client_administers_people_and_nothing_else(keycloak: Keycloak, other: OtherRealm) -> None:
    settings = settings_of(keycloak, other.name)
    connection = KeycloakOpenIDConnection(
        server_url=settings.keycloak_url,
        realm_name=other.name,
        client_id=settings.keycloak_client_id,
        client_secret_key=settings.keycloak_client_secret.get_secret_value(),
    )
    identity = KeycloakAdmin(connection=connection)
    try:
        assert await identity.a_get_users({"first": 0, "max": 1})
        for refused in (
            identity.a_update_realm(other.name, {"registrationAllowed": True}),
            identity.a_create_client({"clientId": "cua-sau"}),
            identity.a_get_clients(),
            identity.a_get_idps(),
        ):
            with pytest.raises(KeycloakError) as fault:
                await refused
            assert fault.value.response_code == 403
    finally:
        await close(connection)


async def test_a_wrong_password_and_a_silent_server_are_told_apart(keycloak: Keycloak, other: OtherRealm) -> None:
    with pytest.raises(RealmRefused, match="không nhận tên hoặc mật khẩu"):
        await create_realm(RealmAdmin(keycloak.url, keycloak.admin.username, "sai"), other.wanted)
    with pytest.raises(RealmRefused, match="chưa trả lời"):
        await create_realm(RealmAdmin("http://127.0.0.1:9", "quan-tri", "sai"), other.wanted)


async def test_the_pages_are_vietnamese_in_our_look(keycloak: Keycloak) -> None:
    import httpx

    query = {
        "client_id": CLI_CLIENT,
        "redirect_uri": "http://127.0.0.1/callback",
        "response_type": "code",
        "scope": "openid",
        "code_challenge": "x" * 43,
        "code_challenge_method": "S256",
    }
    async with httpx.AsyncClient(base_url=keycloak.url, headers={"Accept-Language": "vi"}) as browser:
        page = await browser.get("/realms/chamdiem/protocol/openid-connect/auth", params=query)
        assert page.status_code == 200
        for words in ("Chấm điểm cải cách hành chính", "Tên đăng nhập", "Mật khẩu", 'lang="vi"'):
            assert words in page.text
        (style,) = [part.split('"')[0] for part in page.text.split('href="') if "chamdiem.css" in part.split('"')[0]]
        assert "--chamdiem-blue" in (await browser.get(style)).text
        without_challenge = {name: value for name, value in query.items() if not name.startswith("code_challenge")}
        refused = await browser.get("/realms/chamdiem/protocol/openid-connect/auth", params=without_challenge)
    assert (refused.status_code, "error=invalid_request" in refused.headers.get("location", "")) == (302, True)


async def test_the_prepared_database_has_no_secret_in_it(keycloak: Keycloak) -> None:
    prepared = keycloak.place.cache.folder("keycloak-database", keycloak._prepared_version()) / "database.sql"
    text = prepared.read_text("utf-8")
    assert "CREATE TABLE public.user_entity" in text
    for secret in (
        keycloak.wanted().gateway_secret,
        keycloak.wanted().identity_secret,
        keycloak.admin.password,
        "privateKey",
        "PRIVATE KEY",
    ):
        assert secret not in text
