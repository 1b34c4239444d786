"""Guidance tied to pages and criteria, and notifications of appeals."""

from alembic import op

revision = "0007"
down_revision = "0006"

_GUIDANCE = """
CREATE TABLE guidance (
    place text CONSTRAINT pk_guidance PRIMARY KEY,
    page text,
    set_code text,
    item text,
    text text NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    changed_by uuid NOT NULL CONSTRAINT fk_guidance_changed_by REFERENCES account (id),
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT ck_guidance_of_a_page_or_a_leaf CHECK ((page IS NULL) <> (set_code IS NULL) AND (set_code IS NULL) = (item IS NULL))
);
CREATE TABLE guidance_history (
    place text NOT NULL,
    version bigint NOT NULL,
    text text NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_guidance_history PRIMARY KEY (place, version)
);
CREATE TRIGGER guidance_history_is_frozen BEFORE UPDATE OR DELETE ON guidance_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE notification DROP CONSTRAINT ck_notification_kind;
ALTER TABLE notification ADD CONSTRAINT ck_notification_kind CHECK (kind IN ('reminder', 'appeal'));
ALTER TABLE notification ADD COLUMN about uuid;
ALTER TABLE notification ADD COLUMN about_version bigint;
CREATE UNIQUE INDEX uq_notification_about ON notification (account_id, about, about_version) WHERE about IS NOT NULL;
"""


def upgrade() -> None:
    op.execute(_GUIDANCE)


def downgrade() -> None:
    raise NotImplementedError
