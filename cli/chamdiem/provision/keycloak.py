"""The realm as the services need it (`infra/keycloak`): settings, clients with their secrets, few rights for identity's client."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from string import Template
from typing import Any

from keycloak import KeycloakAdmin, KeycloakOpenIDConnection
from keycloak.exceptions import KeycloakConnectionError, KeycloakError, KeycloakGetError

from chamdiem.provision.declarations import INFRA

REALM = "chamdiem"
GATEWAY_CLIENT = "chamdiem-gateway"
IDENTITY_CLIENT = "chamdiem-identity"
CLI_CLIENT = "chamdiem-cli"
AUDIENCE = "chamdiem"
STRANGERS_FLOW = "chamdiem-strangers"
_FILES = INFRA / "keycloak"
_ALGORITHM = "RS256"
_MANAGEMENT = "realm-management"
_IDENTITY_MAY = frozenset({"manage-users", "view-users", "query-users"})
_TIMEOUT_S = 60


class RealmRefused(Exception):
    """Keycloak could not be brought to what is needed; the text is a Vietnamese sentence."""


@dataclass(frozen=True)
class RealmAdmin:
    """Keycloak's address, such as `http://127.0.0.1:8080`, and who may administer its master realm."""

    url: str
    username: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Program:
    """A program of another body, with a secret of its own and no person behind it."""

    client_id: str
    name: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class WantedRealm:
    """What differs from one installation to the next.

    `public_origin` is the address in the browser, without a path; `backchannel_logout_url` is where Keycloak itself reaches the gateway.
    """

    public_origin: str
    backchannel_logout_url: str
    gateway_secret: str = field(repr=False)
    identity_secret: str = field(repr=False)
    realm: str = REALM
    programs: tuple[Program, ...] = ()


async def create_realm(admin: RealmAdmin, wanted: WantedRealm) -> None:
    """Make what is missing and mend what differs, also on a realm in use. People, their sessions and the realm's keys stay as they are.

    A client that is not ours, an identity provider or a mail server somebody added stays too. Raises `RealmRefused`.
    """
    async with administration(admin, wanted.realm) as keycloak:
        await _settings(keycloak, wanted.realm)
        await _signing_key(keycloak)
        await _audience(keycloak)
        await _strangers(keycloak)
        gateway = {
            "public_origin": wanted.public_origin,
            "backchannel_logout_url": wanted.backchannel_logout_url,
            "gateway_secret": wanted.gateway_secret,
        }
        await _client(keycloak, _read("clients/chamdiem-gateway.json", gateway))
        await _client(keycloak, _read("clients/chamdiem-cli.json"))
        identity = await _client(keycloak, _read("clients/chamdiem-identity.json", {"identity_secret": wanted.identity_secret}))
        await _only_these_rights(keycloak, identity)
        for program in wanted.programs:
            await _program(keycloak, program)


async def create_program(admin: RealmAdmin, program: Program, realm: str = REALM) -> str:
    """Make or mend one program's client in a provisioned realm; the `sub` of its tokens, for its account. Raises `RealmRefused`."""
    async with administration(admin, realm) as keycloak:
        return await _program(keycloak, program)


@asynccontextmanager
async def administration(admin: RealmAdmin, realm: str) -> AsyncIterator[KeycloakAdmin]:
    """Keycloak's administration of one realm, signed in at the master realm; its failures come out as `RealmRefused`."""
    connection = KeycloakOpenIDConnection(
        server_url=admin.url,
        username=admin.username,
        password=admin.password,
        user_realm_name="master",
        realm_name=realm,
        timeout=_TIMEOUT_S,
    )
    try:
        yield KeycloakAdmin(connection=connection)
    except KeycloakConnectionError as fault:
        raise RealmRefused(f"Keycloak chưa trả lời ở {admin.url}.") from fault
    except KeycloakError as fault:
        if fault.response_code == 401 or "invalid_grant" in str(fault):
            raise RealmRefused("Keycloak không nhận tên hoặc mật khẩu quản trị.") from fault
        raise RealmRefused(f"Keycloak từ chối cấu hình: {fault}"[:400]) from fault
    finally:
        await close(connection)


async def close(connection: KeycloakOpenIDConnection) -> None:
    """Give back the lines of a connection and of its client for tokens."""
    await connection.aclose()
    await connection.keycloak_openid.connection.aclose()


def _read(name: str, values: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A declaration with its `${…}` filled in; after parsing, so that no value can break the JSON."""
    found: dict[str, Any] = json.loads((_FILES / name).read_text("utf-8"))
    return found if values is None else dict(_filled(found, values))


def _filled(part: Any, values: Mapping[str, str]) -> Any:
    if isinstance(part, str):
        return Template(part).substitute(values)
    if isinstance(part, dict):
        return {key: _filled(value, values) for key, value in part.items()}
    return [_filled(one, values) for one in part] if isinstance(part, list) else part


async def _settings(keycloak: KeycloakAdmin, realm: str) -> None:
    wanted = {**_read("realm.json"), "realm": realm}
    try:
        found = await keycloak.a_get_realm(realm)
    except KeycloakGetError as fault:
        if fault.response_code != 404:
            raise
        await keycloak.a_create_realm(wanted)
        # The token in hand was given before this realm and its administration's rights existed.
        await keycloak.connection.a_refresh_token()
    else:
        await keycloak.a_update_realm(realm, {**wanted, "attributes": {**found.get("attributes", {}), **wanted["attributes"]}})
    await keycloak.a_update_realm_users_profile(_read("user-profile.json"))


async def _signing_key(keycloak: KeycloakAdmin) -> None:
    """A key to sign by, before anybody signs in: while a realm has published none, a service cannot tell a bad token from a silent issuer.

    Only a database filled from the prepared one has none.
    """
    if _ALGORITHM in (await keycloak.a_get_keys())["active"]:
        return
    config = {"priority": ["100"], "algorithm": [_ALGORITHM], "enabled": ["true"], "active": ["true"]}
    kind = "org.keycloak.keys.KeyProvider"
    await keycloak.a_create_component({"name": "rsa-generated", "providerId": "rsa-generated", "providerType": kind, "config": config})


async def _audience(keycloak: KeycloakAdmin) -> None:
    """The scope whose tokens our services take; a client without it gets tokens that they refuse."""
    wanted = _read("audience-scope.json")
    found = next((scope for scope in await keycloak.a_get_client_scopes() if scope["name"] == wanted["name"]), None)
    if found is None:
        await keycloak.a_create_client_scope(wanted)
        return
    (mapper,) = wanted["protocolMappers"]
    known = next((one for one in found.get("protocolMappers", []) if one["name"] == mapper["name"]), None)
    if known is None:
        await keycloak.a_add_mapper_to_client_scope(found["id"], mapper)
    else:
        await keycloak.a_update_mapper_in_client_scope(found["id"], known["id"], {**known, **mapper})


async def _strangers(keycloak: KeycloakAdmin) -> None:
    """What happens to somebody whom another provider vouches for and whom nobody linked to a person of ours: refused, never made."""
    if all(flow["alias"] != STRANGERS_FLOW for flow in await keycloak.a_get_authentication_flows()):
        description = "Người chưa được liên kết thì không vào được; không bao giờ tạo người dùng mới"
        flow = {"alias": STRANGERS_FLOW, "description": description, "providerId": "basic-flow", "topLevel": True, "builtIn": False}
        await keycloak.a_create_authentication_flow(flow)
    executions = await keycloak.a_get_authentication_flow_executions(STRANGERS_FLOW)
    if not executions:
        await keycloak.a_create_authentication_flow_execution({"provider": "deny-access-authenticator"}, STRANGERS_FLOW)
        executions = await keycloak.a_get_authentication_flow_executions(STRANGERS_FLOW)
    (refusal,) = executions
    if refusal["requirement"] != "REQUIRED":
        await keycloak.a_update_authentication_flow_executions({**refusal, "requirement": "REQUIRED"}, STRANGERS_FLOW)
    if not refusal.get("authenticationConfig"):
        text = {"alias": "chamdiem-stranger", "config": {"denyErrorMessage": "strangerMessage"}}
        await keycloak.a_create_execution_config(refusal["id"], text)


async def _client(keycloak: KeycloakAdmin, wanted: Mapping[str, Any]) -> str:
    """The client as declared; its id at Keycloak."""
    id_ = await keycloak.a_get_client_id(wanted["clientId"])
    if id_ is None:
        return str(await keycloak.a_create_client(dict(wanted)))
    found = await keycloak.a_get_client(id_)
    await keycloak.a_update_client(id_, {**found, **wanted, "attributes": {**found.get("attributes", {}), **wanted["attributes"]}})
    await _scopes(keycloak, id_, wanted["defaultClientScopes"])
    return str(id_)


async def _program(keycloak: KeycloakAdmin, program: Program) -> str:
    values = {"client_id": program.client_id, "name": program.name, "secret": program.secret}
    client = await _client(keycloak, _read("clients/program.json", values))
    return str((await keycloak.a_get_client_service_account_user(client))["id"])


async def _scopes(keycloak: KeycloakAdmin, client: str, wanted: Sequence[str]) -> None:
    """Keycloak takes a client's scopes only when it is made, and later only one by one."""
    given = {scope["name"]: scope["id"] for scope in await keycloak.a_get_client_default_client_scopes(client)}
    if set(given) == set(wanted):
        return
    known = {scope["name"]: scope["id"] for scope in await keycloak.a_get_client_scopes()}
    for name in set(wanted) - set(given):
        await keycloak.a_add_client_default_client_scope(client, known[name], {})
    for name in set(given) - set(wanted):
        await keycloak.a_delete_client_default_client_scope(client, given[name])


async def _only_these_rights(keycloak: KeycloakAdmin, client: str) -> None:
    """Identity may make and change people, nothing else."""
    person = (await keycloak.a_get_client_service_account_user(client))["id"]
    management = str(await keycloak.a_get_client_id(_MANAGEMENT))
    given = await keycloak.a_get_client_roles_of_user(person, management)
    too_many = [role for role in given if role["name"] not in _IDENTITY_MAY]
    if too_many:
        await keycloak.a_delete_client_roles_of_user(person, management, too_many)
    missing = _IDENTITY_MAY - {role["name"] for role in given}
    if missing:
        roles = [await keycloak.a_get_client_role(management, name) for name in sorted(missing)]
        await keycloak.a_assign_client_role(person, management, roles)
