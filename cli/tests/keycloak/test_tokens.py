"""Which of a real Keycloak's tokens our services take."""

import base64
import json
import time
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import httpx
import jwt
import pytest
from cli.tests.keycloak.conftest import PROGRAM, OtherRealm
from tests.support.eventually import eventually
from tests.support.provider_sign_in_contract import CHOSEN

from chamdiem.provision.keycloak import CLI_CLIENT, administration
from chamdiem.servers.keycloak import Keycloak
from chamdiem.sign_in.code_flow import Tokens
from chamdiem_kit.errors import Unauthenticated
from chamdiem_kit.tokens import TokenVerifier

AUDIENCE = "chamdiem"


@pytest.fixture
async def tokens(other: OtherRealm) -> Tokens:
    return await other.door.enter(other.person, CHOSEN)


async def test_an_access_token_says_who_came_and_which_session(other: OtherRealm, tokens: Tokens) -> None:
    token = await TokenVerifier(other.issuer, AUDIENCE).verify(tokens.access_token)
    said = jwt.decode(tokens.id_token, options={"verify_signature": False})
    assert (token.sub, token.username, token.session) == (said["sub"], other.person, said["sid"])
    assert 0 < token.expires_at - time.time() <= 600


@pytest.mark.parametrize("kind", ["refresh_token", "id_token"])
async def test_a_token_for_another_purpose_is_refused(other: OtherRealm, tokens: Tokens, kind: str) -> None:
    with pytest.raises(Unauthenticated):
        await TokenVerifier(other.issuer, AUDIENCE).verify(getattr(tokens, kind))
    # The same where the audience would be right: the gateway verifies ID tokens by the same keys.
    with pytest.raises(Unauthenticated):
        await TokenVerifier(other.issuer, CLI_CLIENT).verify(getattr(tokens, kind))


async def test_another_realms_token_is_refused(keycloak: Keycloak, other: OtherRealm, tokens: Tokens) -> None:
    with pytest.raises(Unauthenticated):
        await TokenVerifier(keycloak.issuer, AUDIENCE).verify(tokens.access_token)


async def test_a_token_for_another_audience_is_refused(other: OtherRealm, tokens: Tokens) -> None:
    with pytest.raises(Unauthenticated):
        await TokenVerifier(other.issuer, "dich-vu-khac").verify(tokens.access_token)


async def test_a_client_without_our_scope_gets_no_token_of_ours(keycloak: Keycloak, other: OtherRealm) -> None:
    client = {"clientId": "la", "secret": "bi-mat-cua-la", "serviceAccountsEnabled": True, "standardFlowEnabled": False}
    async with administration(keycloak.admin, other.name) as admin:
        await admin.a_create_client({**client, "defaultClientScopes": ["basic"]}, skip_exists=True)
    token = await credentials_token(other.issuer, "la", "bi-mat-cua-la")
    with pytest.raises(Unauthenticated):
        await TokenVerifier(other.issuer, AUDIENCE).verify(token)


async def test_a_program_with_its_secret_is_known_by_its_own_sub(other: OtherRealm) -> None:
    token = await TokenVerifier(other.issuer, AUDIENCE).verify(await credentials_token(other.issuer, PROGRAM.client_id, PROGRAM.secret))
    assert token.username == f"service-account-{PROGRAM.client_id}"
    with pytest.raises(httpx.HTTPStatusError):
        await credentials_token(other.issuer, PROGRAM.client_id, "sai")


async def test_a_token_without_or_with_a_forged_signature_is_refused(other: OtherRealm, tokens: Tokens) -> None:
    verifier = TokenVerifier(other.issuer, AUDIENCE)
    header, body, signature = tokens.access_token.split(".")
    claims = jwt.decode(tokens.access_token, options={"verify_signature": False})
    kid = jwt.get_unverified_header(tokens.access_token)["kid"]
    public = (await keys_of(other.issuer))[kid]["x5c"][0]
    forged = [
        f"{encoded({'alg': 'none', 'typ': 'JWT'})}.{body}.",
        f"{encoded({'alg': 'none', 'typ': 'JWT', 'kid': kid})}.{body}.{signature}",
        f"{header}.{encoded({**claims, 'sub': str(uuid4())})}.{signature}",
        jwt.encode(claims, public, algorithm="HS256", headers={"kid": kid}),
        f"{header}.{body}.",
    ]
    for token in forged:
        with pytest.raises(Unauthenticated):
            await verifier.verify(token)
    assert (await verifier.verify(tokens.access_token)).sub == claims["sub"]


async def test_a_token_is_refused_once_its_minutes_are_over(keycloak: Keycloak, other: OtherRealm) -> None:
    async with administration(keycloak.admin, other.name) as admin:
        id_ = await admin.a_get_client_id(PROGRAM.client_id)
        client = await admin.a_get_client(str(id_))
        attributes = client["attributes"]
        await admin.a_update_client(str(id_), {**client, "attributes": {**attributes, "access.token.lifespan": "2"}})
        short = await credentials_token(other.issuer, PROGRAM.client_id, PROGRAM.secret)
        await admin.a_update_client(str(id_), {**client, "attributes": {**attributes, "access.token.lifespan": ""}})
    verifier = TokenVerifier(other.issuer, AUDIENCE)
    await eventually(lambda: is_refused(verifier, short))


async def test_after_a_change_of_keys_new_tokens_are_taken_and_old_ones_refused(keycloak: Keycloak, other: OtherRealm) -> None:
    old = await other.door.enter(other.person, CHOSEN)
    verifier = TokenVerifier(other.issuer, AUDIENCE)
    await verifier.verify(old.access_token)
    async with administration(keycloak.admin, other.name) as admin:
        query = {"type": "org.keycloak.keys.KeyProvider"}
        before = [key for key in await admin.a_get_components(query) if key["providerId"].startswith("rsa")]
        realm = await admin.a_get_realm(other.name)
        config = {"priority": ["200"], "algorithm": ["RS256"], "enabled": ["true"], "active": ["true"]}
        key = {"name": "moi", "providerId": "rsa-generated", "providerType": query["type"], "parentId": realm["id"], "config": config}
        await admin.a_create_component(key)
        new = await other.door.enter(other.person, CHOSEN)
        assert kid_of(new) != kid_of(old)
        # The key set is fetched again at most every ten seconds: made-up key ids must not make us ask the issuer for each call.
        await eventually(lambda: is_taken(verifier, new.access_token), within_s=30)
        await verifier.verify(old.access_token)
        for known in before:
            await admin.a_delete_component(known["id"])
    await eventually(lambda: refused_after_new_keys(verifier, old.access_token), within_s=30)
    await verifier.verify(new.access_token)


async def refused_after_new_keys(verifier: TokenVerifier, old: str) -> bool:
    """A token with a key id that nobody has makes the verifier look again, as any stranger's call would."""
    _, body, signature = old.split(".")
    await is_refused(verifier, f"{encoded({'alg': 'RS256', 'typ': 'JWT', 'kid': 'khong-co'})}.{body}.{signature}")
    return await is_refused(verifier, old)


async def is_taken(verifier: TokenVerifier, token: str) -> bool:
    return not await is_refused(verifier, token)


async def is_refused(verifier: TokenVerifier, token: str) -> bool:
    try:
        await verifier.verify(token)
    except Unauthenticated:
        return True
    return False


async def credentials_token(issuer: str, client_id: str, secret: str) -> str:
    async with httpx.AsyncClient() as http:
        form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": secret}
        answer = await http.post(f"{issuer}/protocol/openid-connect/token", data=form)
        token: str = answer.raise_for_status().json()["access_token"]
    return token


async def keys_of(issuer: str) -> Mapping[str, Any]:
    async with httpx.AsyncClient() as http:
        found = (await http.get(f"{issuer}/protocol/openid-connect/certs")).json()["keys"]
    return {key["kid"]: key for key in found}


def kid_of(tokens: Tokens) -> str:
    return str(jwt.get_unverified_header(tokens.access_token)["kid"])


def encoded(part: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
