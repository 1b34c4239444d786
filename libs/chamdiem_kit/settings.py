"""Settings of our processes, read once at the edge of the program from the environment or from files as Docker's secrets are."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

FOLDER_VARIABLE = "CHAMDIEM_SETTINGS_DIR"
"""Names the folder of setting files; `DEFAULT_FOLDER` without it."""
DEFAULT_FOLDER = Path("/run/secrets")

S = TypeVar("S", bound=BaseSettings)


class SettingsFault(Exception):
    """A setting is missing or wrong. The text is Vietnamese and names the variable and the file of each, never a value."""


class ServiceSettings(BaseSettings):
    """What every service needs. Environment names are `CHAMDIEM_<SERVICE>_<FIELD>`; a file has the same name in lower case.

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
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    stop_within_s: int = Field(default=25, ge=1, le=600)
    """Seconds that calls in flight are given when the process is asked to end."""
    edge_addresses: str = ""
    """Comma list of addresses or networks of the edge: only from there `X-Forwarded-For` and `-Proto` are believed; empty: from nobody."""


class _MigrationSettings(BaseSettings):
    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    migration_database_url: SecretStr


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
    """The settings of one service. Raises `SettingsFault`."""
    return read(ServiceSettings, service, service=service)


def read_object_store_settings(service: str) -> ObjectStoreSettings:
    """The object store as this service reaches it. Raises `SettingsFault`."""
    return read(ObjectStoreSettings, service)


def read_migration_url(service: str) -> str:
    """The URL of the service's database as its owner opens it. Raises `SettingsFault`."""
    return read(_MigrationSettings, service).migration_database_url.get_secret_value()


def settings_folder(service: str) -> Path:
    """Where the service's setting files are looked for: in the folder that is named, or in its own folder there where it has one."""
    named = Path(os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER)
    return named / service if (named / service).is_dir() else named


def read(kind: type[S], service: str, /, **fixed: Any) -> S:
    """Settings of one kind as `service` has them: environment first, then files; `fixed` is not read at all. Raises `SettingsFault`."""
    folder = settings_folder(service)
    prefix = f"CHAMDIEM_{service.upper()}_"
    try:
        return kind(_env_prefix=prefix, _secrets_dir=folder if folder.is_dir() else None, **fixed)
    except ValidationError as fault:
        wrong = [_sentence(prefix + str(error["loc"][0]).upper(), folder, error) for error in fault.errors(include_input=False)]
    except OSError as fault:
        wrong = [f"Không đọc được cấu hình trong {folder}: {fault.strerror}; hãy sửa quyền đọc của thư mục và tệp."]
    raise SettingsFault("\n".join(wrong))


def _sentence(variable: str, folder: Path, error: Mapping[str, Any]) -> str:
    place = f"{variable} (hoặc tệp {folder / variable.lower()})"
    if error["type"] == "missing":
        return f"Thiếu {place}."
    return f"Sai {place}: {_WRONG.get(error['type'], 'giá trị không hợp lệ').format_map(error.get('ctx', {}))}."


_WRONG = {
    "int_parsing": "phải là số nguyên",
    "bool_parsing": "phải là true hoặc false",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "phải từ {le} trở xuống",
    "literal_error": "phải là {expected}",
    "string_pattern_mismatch": "không đúng dạng {pattern}",
}
