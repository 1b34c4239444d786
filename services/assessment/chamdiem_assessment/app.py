"""Assessment as one service; the only file that knows all its features."""

from dataclasses import dataclass

from chamdiem_assessment.access import RULES
from chamdiem_assessment.amendment import routes as amendment
from chamdiem_assessment.changes import routes as changes
from chamdiem_assessment.clarification import routes as clarification
from chamdiem_assessment.clock import routes as clock
from chamdiem_assessment.consumers import CONSUMERS
from chamdiem_assessment.criteria_proposal import routes as criteria_proposal
from chamdiem_assessment.criteria_set import routes as criteria_set
from chamdiem_assessment.criteria_workbook import routes as criteria_workbook
from chamdiem_assessment.declared_values import routes as declared_values
from chamdiem_assessment.evidence import routes as evidence_routes
from chamdiem_assessment.evidence.desk import EvidenceDesk, judge_evidence
from chamdiem_assessment.evidence.object_store import ObjectStore
from chamdiem_assessment.evidence.process import worker_of
from chamdiem_assessment.evidence.verdicts import Verdicts
from chamdiem_assessment.extension import routes as extension
from chamdiem_assessment.extension_request import routes as extension_request
from chamdiem_assessment.extension_request.domain import RequestWaiting
from chamdiem_assessment.last_year import routes as last_year
from chamdiem_assessment.log import routes as log
from chamdiem_assessment.period import routes as period
from chamdiem_assessment.period.domain import PeriodExists
from chamdiem_assessment.planning import routes as planning
from chamdiem_assessment.progress import routes as progress
from chamdiem_assessment.report import routes as report
from chamdiem_assessment.report.printing import Printing, hold_printing
from chamdiem_assessment.sending import routes as sending
from chamdiem_assessment.settings import EvidenceSettings
from chamdiem_assessment.sharing import routes as sharing
from chamdiem_assessment.sheet import routes as sheet
from chamdiem_assessment.spreadsheet import routes as spreadsheet
from chamdiem_assessment.survey_account import routes as survey_account
from chamdiem_assessment.survey_campaign import routes as survey_campaign
from chamdiem_assessment.survey_campaign.domain import PeriodHasCampaign
from chamdiem_assessment.survey_correction import routes as survey_correction
from chamdiem_assessment.survey_forms import routes as survey_forms
from chamdiem_assessment.survey_link import routes as survey_link
from chamdiem_assessment.survey_link_answer import routes as survey_link_answer
from chamdiem_assessment.survey_progress import routes as survey_progress
from chamdiem_kit.app import Service, ServiceSpec
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.errors import DomainError
from chamdiem_kit.settings import ObjectStoreSettings, ServiceSettings

CONSTRAINTS: dict[str, type[DomainError]] = {
    "uq_period_program_year": PeriodExists,
    "uq_extension_request_open": RequestWaiting,
    "uq_survey_campaign_period_period_id": PeriodHasCampaign,
}

SPEC = ServiceSpec(
    name="assessment",
    title="Tự đánh giá",
    package="chamdiem_assessment",
    access=RULES,
    routers=[
        # First, since routes are tried in order and these are the hot ones.
        sheet.router,
        last_year.router,
        spreadsheet.router,
        sharing.router,
        criteria_workbook.router,
        criteria_set.router,
        criteria_proposal.router,
        survey_forms.router,
        planning.router,
        amendment.router,
        period.router,
        clock.router,
        extension.router,
        extension_request.router,
        survey_campaign.router,
        survey_correction.router,
        survey_progress.router,
        survey_link.router,
        survey_link_answer.router,
        survey_account.router,
        progress.router,
        declared_values.router,
        evidence_routes.router,
        report.router,
        changes.router,
        sending.router,
        clarification.router,
        log.router,
    ],
    consumers=CONSUMERS,
    constraints=CONSTRAINTS,
    background=[judge_evidence, hold_printing],
    known_tables=["known_unit", "known_appraisal", "known_clarification", "known_result"],
)


@dataclass
class Parts:
    """What features need besides the database. `evidence` is None where there is no object store."""

    printing: Printing
    evidence: EvidenceDesk | None = None


def create_service(
    settings: ServiceSettings, bus: Bus, store: ObjectStoreSettings | None = None, evidence: EvidenceSettings | None = None
) -> Service:
    """The service, not yet running. `store` is the object store with assessment's writing key; without `evidence` nothing is scanned."""
    evidence = evidence or EvidenceSettings.model_construct()
    parts = Parts(printing=Printing())
    service = Service(SPEC, settings, bus, parts=parts)
    if store is not None:
        objects = ObjectStore(store)
        verdicts = Verdicts(service.listener)
        worker = worker_of(evidence, objects, service.database, service.listener) if evidence.judge_evidence else None
        parts.evidence = EvidenceDesk(objects, verdicts, worker)
    return service
