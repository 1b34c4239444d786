"""Alembic's entry: the tables of every feature, so that models and migrations can be compared."""

from chamdiem_assessment.amendment import tables as _amendment  # noqa: F401
from chamdiem_assessment.criteria_proposal import tables as _criteria_proposal  # noqa: F401
from chamdiem_assessment.criteria_set import tables as _criteria_set  # noqa: F401
from chamdiem_assessment.evidence import tables as _evidence  # noqa: F401
from chamdiem_assessment.extension_request import tables as _extension_request  # noqa: F401
from chamdiem_assessment.known import tables as _known  # noqa: F401
from chamdiem_assessment.period import tables as _period  # noqa: F401
from chamdiem_assessment.report import tables as _report  # noqa: F401
from chamdiem_assessment.sending import tables as _sending  # noqa: F401
from chamdiem_assessment.sheet import tables as _sheet  # noqa: F401
from chamdiem_assessment.survey_account import tables as _survey_account  # noqa: F401
from chamdiem_assessment.survey_campaign import tables as _survey_campaign  # noqa: F401
from chamdiem_assessment.survey_correction import tables as _survey_correction  # noqa: F401
from chamdiem_assessment.survey_forms import tables as _survey_forms  # noqa: F401
from chamdiem_assessment.survey_link import tables as _survey_link  # noqa: F401
from chamdiem_assessment.survey_tally import tables as _survey_tally  # noqa: F401
from chamdiem_assessment.tables_base import AssessmentTable
from chamdiem_kit.migrate import run_in_alembic

run_in_alembic(AssessmentTable.metadata)
