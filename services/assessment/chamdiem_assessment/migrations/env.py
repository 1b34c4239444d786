"""Alembic's entry: the tables of every feature, so that models and migrations can be compared."""

from chamdiem_assessment.known import tables as _known  # noqa: F401
from chamdiem_assessment.tables_base import AssessmentTable
from chamdiem_kit.migrate import run_in_alembic

run_in_alembic(AssessmentTable.metadata)
