"""An installation that runs already, as `chamdiem cycle --profile production --settings` reaches it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from chamdiem.cycle.people import Person
from chamdiem.service_names import ServiceName
from chamdiem_kit.settings import read, read_settings


class _CycleSettings(BaseSettings):
    """Environment names and files as everywhere, `CHAMDIEM_CYCLE_<FIELD>`."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    url: str = Field(pattern=r"^https?://[^/?#]+$")
    client_id: str = "chamdiem-cli"
    redirect_uri: str = "http://127.0.0.1/callback"
    administrator_username: str
    administrator_password: SecretStr


@dataclass(frozen=True)
class Installation:
    """Where it is, who administers it, and whose outboxes tell how much was told (service → URL)."""

    url: str
    issuer: str
    client_id: str
    redirect_uri: str
    administrator: Person
    databases: Mapping[str, str] = field(repr=False)


def read_installation() -> Installation:
    """From the settings of the cycle and of the services. Raises `SettingsFault`."""
    told = read(_CycleSettings, "cycle")
    name = told.administrator_username
    services = {service.value: read_settings(service.value) for service in ServiceName}
    return Installation(
        url=told.url,
        issuer=services["identity"].oidc_issuer,
        client_id=told.client_id,
        redirect_uri=told.redirect_uri,
        # A password chosen here would be known to nobody afterwards.
        administrator=Person(name, name, "administration", password=told.administrator_password.get_secret_value(), next_password=""),
        databases={name: settings.database_url.get_secret_value() for name, settings in services.items()},
    )
