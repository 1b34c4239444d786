"""Settings of one service, read once at the edge of the program from the environment or from secret files."""

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class ServiceSettings(BaseSettings):
    """What every service needs. Environment names are `CHAMDIEM_<SERVICE>_<FIELD>`; secrets may be files in `secrets_dir`.

    `database_url` is the writer's, `migration_database_url` the owner's (the same role in the embedded profile).
    """

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    service: str
    profile: Literal["embedded", "production"] = "production"
    database_url: SecretStr
    migration_database_url: SecretStr | None = None
    database_pool_size: int = Field(default=10, ge=1, le=100)
    bus_url: SecretStr = SecretStr("inprocess:")
    oidc_issuer: str
    oidc_jwks_url: str | None = None
    oidc_audience: str = "chamdiem"
    public_url: str = "https://chamdiem.example.vn"
    """Printed in reports (`public_url`/kiem-tra/FINGERPRINT); never an internal address or port."""
    province_body: str = "Ủy ban nhân dân tỉnh Thanh Hóa"
    """The parent body, printed at the head of reports."""
    province_place: str = "Thanh Hóa"
    """The place (địa danh) before the date of reports."""
    max_body_bytes: int = 4 * 1024 * 1024
    log_level: str = "INFO"


class ObjectStoreSettings(BaseSettings):
    """The object store of evidence; `access_key` decides what the service may do there."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    s3_endpoint: str
    s3_secure: bool = False
    s3_region: str = "us-east-1"
    s3_access_key: SecretStr
    s3_secret_key: SecretStr
    s3_public_origin: str | None = Field(default=None, pattern=r"^https?://[^/?#]+$")
    """Where browsers reach the store, when that is another address than ours: signed links name it."""
    receiving_bucket: str = "chamdiem-receiving"
    evidence_bucket: str = "chamdiem-evidence"
    link_minutes: int = Field(default=10, ge=1, le=60)

    @property
    def link_origin(self) -> str:
        """The origin of every signed link."""
        return self.s3_public_origin or f"{'https' if self.s3_secure else 'http'}://{self.s3_endpoint}"


def read_settings(service: str) -> ServiceSettings:
    """The settings of one service from the environment. Raises pydantic's `ValidationError` naming what is missing."""
    return ServiceSettings(_env_prefix=f"CHAMDIEM_{service.upper()}_", service=service)


def read_object_store_settings(service: str) -> ObjectStoreSettings:
    """The object store as this service reaches it, from the environment."""
    return ObjectStoreSettings(_env_prefix=f"CHAMDIEM_{service.upper()}_")
