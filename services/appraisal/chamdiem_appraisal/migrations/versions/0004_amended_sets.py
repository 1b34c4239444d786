"""An amending decision takes items away, and scores that the new version of a leaf cannot give."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("""
ALTER TABLE appraisal_history DROP CONSTRAINT ck_appraisal_history_act;
ALTER TABLE appraisal_history ADD CONSTRAINT ck_appraisal_history_act
    CHECK (act IN ('opened', 'sent', 'reopened', 'reopened_by_extension', 'reassigned', 'reopened_by_amendment'));
ALTER TABLE appraised_score_history DROP CONSTRAINT ck_appraised_score_history_act;
ALTER TABLE appraised_score_history ADD CONSTRAINT ck_appraised_score_history_act
    CHECK (act IN ('scored', 'agreed', 'removed_by_extension', 'removed_by_reassignment', 'removed_by_amendment'));
""")


def downgrade() -> None:
    raise NotImplementedError
