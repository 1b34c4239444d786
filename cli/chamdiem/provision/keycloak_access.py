"""Keycloak as its administrator reaches it, from the settings of `chamdiem provision` and of identity."""

from dataclasses import dataclass

from chamdiem.provision.keycloak import RealmAdmin
from chamdiem.provision.settings import read_provision_settings
from chamdiem_identity.provider.keycloak import read_keycloak_settings
from chamdiem_kit.settings import SettingsFault, read_settings


@dataclass(frozen=True)
class KeycloakAccess:
    """`public_url` is where people reach it, without `/realms/…`."""

    admin: RealmAdmin
    realm: str
    public_url: str


def keycloak_access() -> KeycloakAccess:
    """Raises `SettingsFault`, also where no administrator's password is set."""
    settings = read_provision_settings()
    if settings.keycloak_password is None:
        raise SettingsFault("Thiếu CHAMDIEM_PROVISION_KEYCLOAK_PASSWORD: mật khẩu quản trị của Keycloak.")
    admin = RealmAdmin(settings.keycloak_url, settings.keycloak_admin, settings.keycloak_password.get_secret_value())
    public_url = read_settings("identity").oidc_issuer.partition("/realms/")[0]
    return KeycloakAccess(admin, read_keycloak_settings().keycloak_realm, public_url)
