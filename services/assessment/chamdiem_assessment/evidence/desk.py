"""The object store and its worker as the operations reach them: held in the service's parts."""

from dataclasses import dataclass

from chamdiem_assessment.evidence.object_store import ObjectStore
from chamdiem_assessment.evidence.worker import EvidenceWorker
from chamdiem_kit.app import Service
from chamdiem_kit.errors import Unavailable


@dataclass(frozen=True)
class EvidenceDesk:
    """What the evidence operations need besides the database."""

    objects: ObjectStore
    worker: EvidenceWorker


def desk_of(service: Service) -> EvidenceDesk:
    """The service's desk. Raises `Unavailable` where the service was started without an object store."""
    desk: EvidenceDesk | None = service.parts.evidence
    if desk is None:
        raise Unavailable("Kho tài liệu kiểm chứng chưa được cấu hình; hãy báo quản trị hệ thống.")
    return desk


async def judge_evidence(service: Service) -> None:
    """The background task of the service: the worker, where there is an object store."""
    if service.parts.evidence is not None:
        await service.parts.evidence.worker.run()
