"""The services by name, known without loading any of them."""

from enum import StrEnum


class ServiceName(StrEnum):
    """What has a database and an address of its own."""

    IDENTITY = "identity"
    ASSESSMENT = "assessment"
    APPRAISAL = "appraisal"
    RANKING = "ranking"
    GATEWAY = "gateway"


class ProcessName(StrEnum):
    """What can be started alone."""

    IDENTITY = "identity"
    ASSESSMENT = "assessment"
    APPRAISAL = "appraisal"
    RANKING = "ranking"
    GATEWAY = "gateway"
    EVIDENCE_WORKER = "evidence-worker"

    @property
    def service(self) -> ServiceName:
        """Whose database and settings it has."""
        return ServiceName.ASSESSMENT if self is ProcessName.EVIDENCE_WORKER else ServiceName(self.value)
