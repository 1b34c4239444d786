"""Drafts of tờ trình, quyết định and biên bản among the printed documents whose fingerprint can be checked."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("""
ALTER TABLE printed_document DROP CONSTRAINT ck_printed_document_kind;
ALTER TABLE printed_document ADD CONSTRAINT ck_printed_document_kind
    CHECK (kind IN ('ranking', 'publication', 'self_assessment', 'appraisal_record', 'submission', 'decision', 'minutes'));
""")


def downgrade() -> None:
    raise NotImplementedError
