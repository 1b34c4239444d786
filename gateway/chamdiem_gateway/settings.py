"""The gateway as a client of the identity provider, read once at the edge of the program."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from chamdiem_kit.settings import read


class GatewaySettings(BaseSettings):
    """Environment names are `CHAMDIEM_GATEWAY_<FIELD>`. `public_origin` is the address in the browser, without a path."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    public_origin: str = Field(pattern=r"^https?://[^/?#]+$")
    client_id: str = "chamdiem-gateway"
    client_secret: SecretStr
    provider_url: str | None = Field(default=None, pattern=r"^https?://[^?#]+[^/?#]$")
    """The issuer as we reach it, where its public name leads elsewhere from here (containers behind their own edge)."""
    session_hours: int = Field(default=12, ge=1, le=24)

    @property
    def secure(self) -> bool:
        """Whether browsers come over TLS; cookies are then Secure and bound to this host."""
        return self.public_origin.startswith("https://")

    @property
    def redirect_uri(self) -> str:
        """Where the provider sends the browser back to."""
        return f"{self.public_origin}/auth/callback"


def read_gateway_settings() -> GatewaySettings:
    """From the environment or files. Raises `chamdiem_kit.settings.SettingsFault`."""
    return read(GatewaySettings, "gateway")
