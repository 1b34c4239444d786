"""What assessment is told besides the settings of every service."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from chamdiem_kit.settings import read


class EvidenceSettings(BaseSettings):
    """How evidence is judged; environment names and files as `ServiceSettings`, `CHAMDIEM_ASSESSMENT_<FIELD>`."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    judge_evidence: bool = True
    """Whether the service's own process judges uploaded files; false where `chamdiem serve evidence-worker` does."""
    clamd_address: str | None = Field(default=None, pattern=r"^(/.+|[^/:\s]+:\d{1,5})$")
    """ClamAV's clamd: `HOST:PORT` or the path of its socket. Without it files are taken and marked as not scanned."""
    clamd_within_s: int = Field(default=60, ge=1, le=600)
    """Seconds that one file's scan may take."""


def read_evidence_settings() -> EvidenceSettings:
    """Raises `SettingsFault`."""
    return read(EvidenceSettings, "assessment")
