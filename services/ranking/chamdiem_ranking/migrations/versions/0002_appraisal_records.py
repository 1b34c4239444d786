"""Appraisal records among the printed documents whose fingerprint can be checked."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("""
ALTER TABLE printed_document DROP CONSTRAINT ck_printed_document_kind;
ALTER TABLE printed_document ADD CONSTRAINT ck_printed_document_kind
    CHECK (kind IN ('ranking', 'publication', 'self_assessment', 'appraisal_record'));
""")


def downgrade() -> None:
    raise NotImplementedError
