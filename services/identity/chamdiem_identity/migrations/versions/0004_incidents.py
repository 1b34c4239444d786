"""Reports of incidents and ideas."""

from alembic import op

revision = "0004"
down_revision = "0003"

_INCIDENTS = """
CREATE TABLE incident (
    id uuid CONSTRAINT pk_incident PRIMARY KEY,
    about text NOT NULL CONSTRAINT ck_incident_about CHECK (about IN ('incident', 'feedback')),
    text text NOT NULL CONSTRAINT ck_incident_text CHECK (btrim(text) <> ''),
    page text NOT NULL,
    reported_by uuid NOT NULL CONSTRAINT fk_incident_reported_by REFERENCES account (id),
    reported_at timestamptz NOT NULL,
    passed_on_at timestamptz,
    answer text NOT NULL DEFAULT '',
    answered_by uuid CONSTRAINT fk_incident_answered_by REFERENCES account (id),
    answered_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_incident_answered_is_whole CHECK ((answer <> '') = (answered_by IS NOT NULL) AND (answered_by IS NULL) = (answered_at IS NULL))
);
CREATE INDEX ix_incident_reported_by ON incident (reported_by);
"""


def upgrade() -> None:
    op.execute(_INCIDENTS)


def downgrade() -> None:
    raise NotImplementedError
