"""Assessment as one service; the only file that knows all its features."""

from dataclasses import dataclass

from chamdiem_assessment.access import RULES
from chamdiem_assessment.clock import routes as clock
from chamdiem_assessment.consumers import CONSUMERS
from chamdiem_assessment.criteria_set import routes as criteria_set
from chamdiem_assessment.extension import routes as extension
from chamdiem_assessment.period import routes as period
from chamdiem_assessment.period.domain import PeriodExists
from chamdiem_assessment.planning import routes as planning
from chamdiem_assessment.survey_forms import routes as survey_forms
from chamdiem_kit.app import Service, ServiceSpec
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.errors import DomainError
from chamdiem_kit.settings import ObjectStoreSettings, ServiceSettings

CONSTRAINTS: dict[str, type[DomainError]] = {"uq_period_program_year": PeriodExists}

SPEC = ServiceSpec(
    name="assessment",
    title="Tự đánh giá",
    package="chamdiem_assessment",
    access=RULES,
    routers=[
        criteria_set.router,
        survey_forms.router,
        planning.router,
        period.router,
        clock.router,
        extension.router,
    ],
    consumers=CONSUMERS,
    constraints=CONSTRAINTS,
    background=[],
)


@dataclass(frozen=True)
class Parts:
    """What features need besides the database."""

    store: ObjectStoreSettings | None


def create_service(settings: ServiceSettings, bus: Bus, store: ObjectStoreSettings | None = None) -> Service:
    """The service, not yet running. `store` is the object store with assessment's writing key."""
    return Service(SPEC, settings, bus, parts=Parts(store=store))
