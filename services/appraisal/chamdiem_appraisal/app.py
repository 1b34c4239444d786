"""Wires the features of the service; the only file that knows all of them."""

from dataclasses import dataclass

from chamdiem_appraisal.access import RULES
from chamdiem_appraisal.assignment import routes as assignment
from chamdiem_appraisal.clarification import routes as clarification
from chamdiem_appraisal.consumers import CONSUMERS
from chamdiem_appraisal.knock_out import routes as knock_out
from chamdiem_appraisal.known import routes as known
from chamdiem_appraisal.log import routes as log
from chamdiem_appraisal.matrix import routes as matrix
from chamdiem_appraisal.record import routes as record
from chamdiem_appraisal.scoring import routes as scoring
from chamdiem_appraisal.second_look import routes as second_look
from chamdiem_appraisal.sending import routes as sending
from chamdiem_appraisal.sheet import routes as sheet
from chamdiem_appraisal.sheet.evidence import EvidenceLinks
from chamdiem_kit.app import Service, ServiceSpec
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.cpu_work import CpuWork
from chamdiem_kit.settings import ObjectStoreSettings, ServiceSettings

SPEC = ServiceSpec(
    name="appraisal",
    title="Thẩm định",
    package="chamdiem_appraisal",
    access=RULES,
    routers=[
        assignment.router,
        matrix.router,
        scoring.router,
        clarification.router,
        knock_out.router,
        second_look.router,
        sending.router,
        sheet.router,
        record.router,
        known.router,
        log.router,
    ],
    consumers=CONSUMERS,
    background=[record.hold_printing],
    known_tables=[
        "known_unit",
        "known_criteria_set",
        "known_survey_forms",
        "known_period",
        "known_extension",
        "known_sheet",
        "known_self_assessment",
        "known_answer",
        "known_clarification",
        "known_clarification_answer",
        "known_result",
    ],
)


@dataclass(frozen=True)
class Parts:
    """What the features need besides the database. Without an object store no link to evidence can be given."""

    cpu: CpuWork
    links: EvidenceLinks | None


def create_service(settings: ServiceSettings, bus: Bus, store: ObjectStoreSettings | None = None) -> Service:
    """The appraisal service; `store` is the object store with appraisal's reading key."""
    return Service(SPEC, settings, bus, parts=Parts(CpuWork(), EvidenceLinks(store) if store else None))
