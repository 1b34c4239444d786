"""Another provider, by OpenID Connect or SAML, that the realm trusts: people sign in there, and are let in only where they were linked.

A link is made by an administrator, from their number over there to a person of ours. Nobody is found by a like name or address, and
nobody is made: what the other provider's names mean is not ours to say.
"""

from dataclasses import dataclass, field
from typing import Any

import httpx
from keycloak import KeycloakAdmin

from chamdiem.provision.keycloak import REALM, STRANGERS_FLOW, RealmAdmin, RealmRefused, administration

_TIMEOUT_S = 20
_NUMBER = "chamdiem-number"
_PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"


@dataclass(frozen=True)
class TrustedProvider:
    """`alias` stands in addresses and links, `title` on the button. `number_claim`: what of theirs names a person for ever."""

    alias: str
    title: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    number_claim: str = "sub"

    def return_address(self, keycloak_url: str, realm: str = REALM) -> str:
        """The address that the other provider must be told it may send people back to."""
        return f"{keycloak_url.rstrip('/')}/realms/{realm}/broker/{self.alias}/endpoint"


@dataclass(frozen=True)
class TrustedSaml:
    """The same by SAML 2.0. `metadata`: the provider's own XML. `number_attribute`: what of theirs names a person; empty: the NameID."""

    alias: str
    title: str
    metadata: str = field(repr=False)
    number_attribute: str = ""

    def own_metadata(self, keycloak_url: str, realm: str = REALM) -> str:
        """Where the other provider finds who we are and where it sends people back to."""
        return f"{keycloak_url.rstrip('/')}/realms/{realm}/broker/{self.alias}/endpoint/descriptor"


async def trust_saml(admin: RealmAdmin, provider: TrustedSaml, realm: str = REALM) -> None:
    """Make or mend the entry. The realm must have been provisioned. Raises `RealmRefused`."""
    async with administration(admin, realm) as keycloak:
        read = await _read_by_keycloak(admin, await _token(keycloak), provider.metadata, realm)
        await _put(keycloak, _saml_entry(provider, read))


async def trust_provider(admin: RealmAdmin, provider: TrustedProvider, realm: str = REALM) -> None:
    """Make or mend the entry. The realm must have been provisioned. Raises `RealmRefused`."""
    known = await _discovered(provider.issuer)
    async with administration(admin, realm) as keycloak:
        await _put(keycloak, _entry(provider, known))
        mappers = {one["name"]: one for one in await keycloak.a_get_idp_mappers(provider.alias)}
        number = {
            "name": _NUMBER,
            "identityProviderAlias": provider.alias,
            "identityProviderMapper": "oidc-username-idp-mapper",
            "config": {"syncMode": "FORCE", "template": f"${{CLAIM.{provider.number_claim}}}", "target": "BROKER_ID"},
        }
        if _NUMBER in mappers:
            await keycloak.a_update_mapper_in_idp(provider.alias, mappers[_NUMBER]["id"], {**mappers[_NUMBER], **number})
        else:
            await keycloak.a_add_mapper_to_idp(provider.alias, number)


async def _put(keycloak: KeycloakAdmin, wanted: dict[str, Any]) -> None:
    """Make the entry, or have the one of that name be so."""
    alias = wanted["alias"]
    if any(one["alias"] == alias for one in await keycloak.a_get_idps()):
        await keycloak.a_update_idp(alias, {**await keycloak.a_get_idp(alias), **wanted})
    else:
        await keycloak.a_create_idp(wanted)


def _common(alias: str, title: str) -> dict[str, Any]:
    return {
        "alias": alias,
        "displayName": title,
        "enabled": True,
        "trustEmail": False,
        "storeToken": False,
        "addReadTokenRoleOnCreate": False,
        "linkOnly": False,
        "firstBrokerLoginFlowAlias": STRANGERS_FLOW,
    }


def _entry(provider: TrustedProvider, known: dict[str, Any]) -> dict[str, Any]:
    return {
        **_common(provider.alias, provider.title),
        "providerId": "oidc",
        "config": {
            "issuer": known["issuer"],
            "authorizationUrl": known["authorization_endpoint"],
            "tokenUrl": known["token_endpoint"],
            "jwksUrl": known["jwks_uri"],
            "useJwksUrl": "true",
            "validateSignature": "true",
            "clientId": provider.client_id,
            "clientSecret": provider.client_secret,
            "clientAuthMethod": "client_secret_post",
            "defaultScope": "openid",
            "pkceEnabled": "true",
            "pkceMethod": "S256",
            "syncMode": "IMPORT",
            # Everything needed is in the ID token; a second question would be one more way to fail.
            "disableUserInfo": "true",
            **({"logoutUrl": known["end_session_endpoint"]} if "end_session_endpoint" in known else {}),
        },
    }


def _saml_entry(provider: TrustedSaml, read: dict[str, Any]) -> dict[str, Any]:
    by = {"principalType": "ATTRIBUTE", "principalAttribute": provider.number_attribute} if provider.number_attribute else {}
    return {
        **_common(provider.alias, provider.title),
        "providerId": "saml",
        "config": {
            **read,
            "nameIDPolicyFormat": _PERSISTENT,
            "principalType": "SUBJECT",
            **by,
            # Whatever the metadata says: an unsigned word of who somebody is counts for nothing.
            "validateSignature": "true",
            "wantAssertionsSigned": "true",
            "wantAuthnRequestsSigned": "true",
            "signatureAlgorithm": "RSA_SHA256",
            "postBindingResponse": "true",
            "syncMode": "IMPORT",
        },
    }


async def _token(keycloak: KeycloakAdmin) -> str:
    await keycloak.connection.a_get_token()
    return str((keycloak.connection.token or {})["access_token"])


async def _read_by_keycloak(admin: RealmAdmin, token: str, metadata: str, realm: str) -> dict[str, Any]:
    """Addresses and certificates out of the metadata, as Keycloak itself understands them."""
    address = f"{admin.url.rstrip('/')}/admin/realms/{realm}/identity-provider/import-config"
    try:
        async with httpx.AsyncClient(timeout=_TIMEOUT_S) as http:
            answer = await http.post(
                address,
                headers={"Authorization": f"Bearer {token}"},
                data={"providerId": "saml"},
                files={"file": ("metadata.xml", metadata.encode(), "application/xml")},
            )
            read = answer.json() if answer.is_success else None
    except (httpx.HTTPError, ValueError) as fault:
        raise RealmRefused(f"Keycloak chưa trả lời ở {admin.url}.") from fault
    if not isinstance(read, dict) or not read.get("singleSignOnServiceUrl") or not read.get("signingCertificate"):
        raise RealmRefused("Tệp metadata không phải của một cổng SAML 2.0 có địa chỉ đăng nhập và chứng thư ký.")
    return read


async def _discovered(issuer: str) -> dict[str, Any]:
    try:
        async with httpx.AsyncClient(timeout=_TIMEOUT_S) as http:
            answer = (await http.get(f"{issuer.rstrip('/')}/.well-known/openid-configuration")).raise_for_status()
            known: dict[str, Any] = answer.json()
    except (httpx.HTTPError, ValueError) as fault:
        raise RealmRefused(f"Không đọc được cấu hình OpenID Connect của {issuer}.") from fault
    if known.get("issuer") != issuer:
        raise RealmRefused(f"Máy chủ ở {issuer} xưng tên khác: {known.get('issuer')}.")
    return known
