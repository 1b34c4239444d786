"""Alembic's entry: the tables of every feature, so that models and migrations can be compared."""

from chamdiem_appraisal.assignment import tables as _assignment  # noqa: F401
from chamdiem_appraisal.knock_out import tables as _knock_out  # noqa: F401
from chamdiem_appraisal.known import tables as _known  # noqa: F401
from chamdiem_appraisal.scoring import tables as _scoring  # noqa: F401
from chamdiem_appraisal.sending import tables as _sending  # noqa: F401
from chamdiem_appraisal.sheet import tables as _sheet  # noqa: F401
from chamdiem_appraisal.tables_base import AppraisalTable
from chamdiem_kit.migrate import run_in_alembic

run_in_alembic(AppraisalTable.metadata)
