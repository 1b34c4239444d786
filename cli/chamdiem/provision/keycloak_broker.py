"""Another provider of OpenID Connect that the realm trusts: people sign in there, and are let in only where somebody linked them.

A link is made by an administrator, from their number over there to a person of ours. Nobody is found by a like name or address, and
nobody is made: what the other provider's names mean is not ours to say.
"""

from dataclasses import dataclass, field
from typing import Any

import httpx

from chamdiem.provision.keycloak import REALM, STRANGERS_FLOW, RealmAdmin, RealmRefused, administration

_TIMEOUT_S = 20
_NUMBER = "chamdiem-number"


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


async def trust_provider(admin: RealmAdmin, provider: TrustedProvider, realm: str = REALM) -> None:
    """Make or mend the entry. The realm must have been provisioned. Raises `RealmRefused`."""
    known = await _discovered(provider.issuer)
    wanted = _entry(provider, known)
    async with administration(admin, realm) as keycloak:
        if any(one["alias"] == provider.alias for one in await keycloak.a_get_idps()):
            found = await keycloak.a_get_idp(provider.alias)
            await keycloak.a_update_idp(provider.alias, {**found, **wanted})
        else:
            await keycloak.a_create_idp(wanted)
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


def _entry(provider: TrustedProvider, known: dict[str, Any]) -> dict[str, Any]:
    return {
        "alias": provider.alias,
        "displayName": provider.title,
        "providerId": "oidc",
        "enabled": True,
        "trustEmail": False,
        "storeToken": False,
        "addReadTokenRoleOnCreate": False,
        "linkOnly": False,
        "firstBrokerLoginFlowAlias": STRANGERS_FLOW,
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
