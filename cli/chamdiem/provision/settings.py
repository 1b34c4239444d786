"""What `chamdiem provision` is told: the servers' own administrators, which no other process of ours ever gets."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from chamdiem_kit.settings import read


class ProvisionSettings(BaseSettings):
    """Environment names and files as everywhere, `CHAMDIEM_PROVISION_<FIELD>`. A server whose password is not given is left as it is."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    postgresql_address: str = Field(default="127.0.0.1:5432", pattern=r"^[^/\s:]+:\d{1,5}$")
    postgresql_admin: str = "postgres"
    postgresql_password: SecretStr | None = None
    keycloak_database_password: SecretStr | None = None
    """Given: Keycloak gets a database and a role of its own there, both named `keycloak`."""
    rabbitmq_management_url: str = Field(default="http://127.0.0.1:15672", pattern=r"^https?://[^/?#\s]+$")
    rabbitmq_admin: str = "chamdiem-admin"
    rabbitmq_password: SecretStr | None = None
    s3_endpoint: str = Field(default="127.0.0.1:9000", pattern=r"^[^/\s:]+:\d{1,5}$")
    s3_secure: bool = False
    s3_admin: str = "chamdiem-root"
    s3_password: SecretStr | None = None
    s3_own_users: bool = True
    """False: the store's users are declared elsewhere, as SeaweedFS's are; only buckets, lock and lifecycle are made here."""
    keycloak_url: str = Field(default="http://127.0.0.1:8080", pattern=r"^https?://[^?#\s]+$")
    keycloak_admin: str = "admin"
    keycloak_password: SecretStr | None = None
    backchannel_logout_url: str = Field(default="http://127.0.0.1:8000/auth/backchannel-logout", pattern=r"^https?://[^?#\s]+$")
    """Where Keycloak itself reaches the gateway."""
    administrator_username: str = Field(default="quan-tri", pattern=r"^[a-z0-9][a-z0-9._-]{2,149}$")
    administrator_name: str = "Quản trị hệ thống"
    administrator_file: Path | None = None
    """Where the one-time password is written (0600); without it it is printed once."""


def read_provision_settings() -> ProvisionSettings:
    """Raises `SettingsFault`."""
    return read(ProvisionSettings, "provision")
