"""The object store and what judges its files, as the operations reach them: held in the service's parts."""

from dataclasses import dataclass

from chamdiem_assessment.evidence.object_store import ObjectStore
from chamdiem_assessment.evidence.verdicts import Verdicts
from chamdiem_assessment.evidence.worker import EvidenceWorker
from chamdiem_kit.app import Service
from chamdiem_kit.errors import Unavailable


@dataclass(frozen=True)
class EvidenceDesk:
    """What the evidence operations need besides the database."""

    objects: ObjectStore
    verdicts: Verdicts
    worker: EvidenceWorker | None = None
    """None where other processes judge."""


def desk_of(service: Service) -> EvidenceDesk:
    """The service's desk. Raises `Unavailable` where the service was started without an object store."""
    desk: EvidenceDesk | None = service.parts.evidence
    if desk is None:
        raise Unavailable("Kho tài liệu kiểm chứng chưa được cấu hình; hãy báo quản trị hệ thống.")
    return desk


async def judge_evidence(service: Service) -> None:
    """The background task of the service: the worker, where this process has one."""
    desk: EvidenceDesk | None = service.parts.evidence
    if desk is not None and desk.worker is not None:
        await desk.worker.run()
