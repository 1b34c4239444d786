"""Fingerprints of appraisal records that were printed."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute("""
CREATE TABLE printed_record (
    fingerprint text CONSTRAINT pk_printed_record PRIMARY KEY CONSTRAINT ck_printed_record_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    sheet_id uuid NOT NULL,
    appraiser_code text,
    first_at timestamptz NOT NULL
);
CREATE TRIGGER printed_record_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON printed_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
""")


def downgrade() -> None:
    raise NotImplementedError
