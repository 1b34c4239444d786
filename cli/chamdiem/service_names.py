"""The services by name, known without loading any of them."""

from enum import StrEnum


class ServiceName(StrEnum):
    """What can be started alone and has a database."""

    IDENTITY = "identity"
    ASSESSMENT = "assessment"
    APPRAISAL = "appraisal"
    RANKING = "ranking"
    GATEWAY = "gateway"
