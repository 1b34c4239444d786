"""What the log is read by: time."""

from alembic import op

revision = "0006"
down_revision = "0005"

_LOG = """
CREATE INDEX ix_appraised_score_history_changed_at ON appraised_score_history (changed_at);
CREATE INDEX ix_evidence_link_log_given_at ON evidence_link_log (given_at);
"""


def upgrade() -> None:
    op.execute(_LOG)


def downgrade() -> None:
    raise NotImplementedError
