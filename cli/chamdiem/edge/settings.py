"""What nginx is to be told about an installation, read once at the edge of the program."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from chamdiem.edge.province import ProvinceSettings
from chamdiem_kit.settings import read

Address = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.\[\]:-]+:[0-9]{1,5}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.*-]+$")]
Names = Annotated[tuple[Name, ...], NoDecode]
Addresses = Annotated[tuple[Address, ...], NoDecode]


class Limits(BaseModel):
    """How many calls a second; `burst` more at once. Reads, writes and reports: of one session; calls and sign-ins: of one address."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reads_per_s: int = Field(default=50, ge=1)
    reads_burst: int = Field(default=200, ge=1)
    writes_per_s: int = Field(default=20, ge=1)
    writes_burst: int = Field(default=100, ge=1)
    reports_per_s: int = Field(default=2, ge=1)
    reports_burst: int = Field(default=10, ge=1)
    calls_per_s: int = Field(default=500, ge=1)
    calls_burst: int = Field(default=2000, ge=1)
    sign_ins_per_s: int = Field(default=10, ge=1)
    sign_ins_burst: int = Field(default=200, ge=1)
    connections: int = Field(default=500, ge=1)


WIDE = Limits(
    reads_per_s=10_000,
    reads_burst=10_000,
    writes_per_s=10_000,
    writes_burst=10_000,
    reports_per_s=10_000,
    reports_burst=10_000,
    calls_per_s=10_000,
    calls_burst=10_000,
    sign_ins_per_s=10_000,
    sign_ins_burst=10_000,
    connections=10_000,
)
"""For one's own machine, where a command plays hundreds of people from one address."""


class EdgeSettings(ProvinceSettings):
    """Environment names are `CHAMDIEM_EDGE_<FIELD>`; several values are parted by commas. Addresses are `host:port`, one a replica.

    `public_origin` is the address in the browser, without a path; `more_names` are further host names under which calls are taken.
    `listen` is where people reach nginx, `redirect_listen` where it only sends them on to `public_origin`.
    """

    model_config = SettingsConfigDict(extra="ignore", frozen=True, env_nested_delimiter="__")

    public_origin: str = Field(pattern=r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?$")
    more_names: Names = ()
    listen: Addresses
    redirect_listen: Addresses = ()
    certificate: Path | None = None
    certificate_key: Path | None = None
    identity: Addresses
    assessment: Addresses
    appraisal: Addresses
    ranking: Addresses
    gateway: Addresses
    identity_provider: Addresses = ()
    """Given: people reach the sign-in pages of the realm through this edge."""
    identity_provider_realm: Name = "chamdiem"
    object_store: Addresses = ()
    """Given: signed links to evidence lead through this edge."""
    buckets: Names = ("chamdiem-receiving", "chamdiem-evidence")
    object_store_origin: str | None = Field(default=None, pattern=r"^https?://[^/?#;\s]+$")
    """Where browsers reach the store by a name of its own."""
    trusted_proxies: Annotated[tuple[Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f.:/]+$")], ...], NoDecode] = ()
    """Balancers in front, whose X-Forwarded-For is believed."""
    web_root: Path | None = None
    """The pages, copied beside the configuration; our own without it."""
    run: Path = Path("/tmp/nginx")  # noqa: S108  in a container, where it is nobody else's
    """Where nginx keeps its number and what does not fit into memory."""
    access_log: str = "/dev/stdout"
    error_log: str = "/dev/stderr"
    user: str | None = None
    workers: int | None = Field(default=None, ge=1, le=64)
    api_body_bytes: int = 4 * 1024 * 1024
    small_body_bytes: int = 64 * 1024
    evidence_body_bytes: int = 22 * 1024 * 1024
    answer_within_s: int = Field(default=90, ge=1)
    """How long an app may be silent. Evidence is judged and reports are written while a call waits."""
    limits: Limits = Limits()

    @field_validator(
        "more_names",
        "listen",
        "redirect_listen",
        "identity",
        "assessment",
        "appraisal",
        "ranking",
        "gateway",
        "identity_provider",
        "object_store",
        "buckets",
        "trusted_proxies",
        mode="before",
    )
    @classmethod
    def _parted(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.certificate is None) != (self.certificate_key is None):
            raise ValueError("certificate and certificate_key belong together")
        if self.secure and self.certificate is None and not self.trusted_proxies:
            raise ValueError("an https origin needs a certificate here, or trusted_proxies that have it")
        return self

    @property
    def secure(self) -> bool:
        """Whether browsers come over TLS."""
        return self.public_origin.startswith("https://")

    @property
    def services(self) -> dict[str, tuple[str, ...]]:
        """Every app of ours with the addresses of its replicas."""
        return {name: getattr(self, name) for name in ("identity", "assessment", "appraisal", "ranking", "gateway")}


def read_edge_settings() -> EdgeSettings:
    """From the environment or files. Raises `chamdiem_kit.settings.SettingsFault`."""
    return read(EdgeSettings, "edge")
