"""Appraisals as appraisal told them: what a sent sheet's status is shown by."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
CREATE TABLE known_appraisal (
    appraisal_id uuid CONSTRAINT pk_known_appraisal PRIMARY KEY,
    period_id uuid NOT NULL,
    appraiser_code text NOT NULL,
    version bigint NOT NULL,
    round int NOT NULL,
    open boolean NOT NULL
);
CREATE INDEX ix_known_appraisal_period_id ON known_appraisal (period_id);
COMMENT ON COLUMN known_appraisal.open IS 'until the last round is sent';
""")


def downgrade() -> None:
    raise NotImplementedError
