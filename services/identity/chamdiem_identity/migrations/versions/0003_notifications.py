"""What accounts are told."""

from alembic import op

revision = "0003"
down_revision = "0002"

_NOTIFICATIONS = """
CREATE TABLE notification (
    id uuid CONSTRAINT pk_notification PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_notification_account_id REFERENCES account (id),
    kind text NOT NULL CONSTRAINT ck_notification_kind CHECK (kind IN ('reminder')),
    text text NOT NULL CONSTRAINT ck_notification_text CHECK (btrim(text) <> ''),
    path text NOT NULL,
    sent_by uuid CONSTRAINT fk_notification_sent_by REFERENCES account (id),
    sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    read_at timestamptz
);
CREATE INDEX ix_notification_account_id ON notification (account_id, id);
"""


def upgrade() -> None:
    op.execute(_NOTIFICATIONS)


def downgrade() -> None:
    raise NotImplementedError
