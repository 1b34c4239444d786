"""Wires ranking: the only file that knows all its features."""

from dataclasses import dataclass

from chamdiem_kit.app import Service, ServiceSpec
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.cpu_work import CpuWork
from chamdiem_kit.errors import DomainError
from chamdiem_kit.settings import ServiceSettings
from chamdiem_ranking.access import RULES
from chamdiem_ranking.appeal import routes as appeal
from chamdiem_ranking.appeal.domain import AppealOpen
from chamdiem_ranking.consumers import CONSUMERS
from chamdiem_ranking.council import routes as council
from chamdiem_ranking.council.domain import SessionOpen
from chamdiem_ranking.earlier import routes as earlier
from chamdiem_ranking.imported import routes as imported
from chamdiem_ranking.imported.domain import AlreadyImported
from chamdiem_ranking.log import routes as log
from chamdiem_ranking.matrix import routes as matrix
from chamdiem_ranking.publication import routes as publication
from chamdiem_ranking.report import routes as report
from chamdiem_ranking.result import aggregation
from chamdiem_ranking.result import routes as result
from chamdiem_ranking.why import routes as why

CONSTRAINTS: dict[str, type[DomainError]] = {
    "uq_council_session_open": SessionOpen,
    "pk_publication": AlreadyImported,
    "uq_appeal_open": AppealOpen,
}

SPEC = ServiceSpec(
    name="ranking",
    title="Tổng hợp, xếp hạng",
    package="chamdiem_ranking",
    access=RULES,
    routers=[
        result.router,
        matrix.router,
        earlier.router,
        why.router,
        council.router,
        publication.router,
        imported.router,
        appeal.router,
        report.router,
        log.router,
    ],
    consumers=CONSUMERS,
    constraints=CONSTRAINTS,
    background=[aggregation.keep_results, report.hold_printing],
    known_tables=[
        "known_criteria_set",
        "known_survey_forms",
        "known_period",
        "known_sheet",
        "known_self_assessment",
        "known_appraised_sheet",
        "known_appraisal",
        "known_survey",
        "known_survey_of_unit",
        "known_unit",
    ],
)


@dataclass(frozen=True)
class Parts:
    """What features need besides the database."""

    cpu: CpuWork


def create_service(settings: ServiceSettings, bus: Bus) -> Service:
    """Ranking over its database and a bus."""
    return Service(SPEC, settings, bus, parts=Parts(CpuWork()))
