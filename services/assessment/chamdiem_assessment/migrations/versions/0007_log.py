"""What the log is read by: time."""

from alembic import op

revision = "0007"
down_revision = "0006"

_LOG = """
CREATE INDEX ix_self_assessment_history_changed_at ON self_assessment_history (changed_at);
CREATE INDEX ix_answer_history_saved_at ON answer_history (saved_at);
CREATE INDEX ix_clarification_answer_history_saved_at ON clarification_answer_history (saved_at);
CREATE INDEX ix_evidence_uploaded_at ON evidence (uploaded_at);
CREATE INDEX ix_evidence_link_given_at ON evidence_link (given_at);
"""


def upgrade() -> None:
    op.execute(_LOG)


def downgrade() -> None:
    raise NotImplementedError
