"""Why a session ended, for its browser that comes again; logout tokens that were used."""

from alembic import op

revision = "0002"
down_revision = "0001"

_TABLES = """
CREATE TABLE session_end (
    id text CONSTRAINT pk_session_end PRIMARY KEY,
    sub text NOT NULL,
    account_id uuid,
    because text,
    remembered_until timestamptz NOT NULL,
    CONSTRAINT ck_session_end_id_is_digest CHECK (id ~ '^[0-9a-f]{64}$')
);
CREATE INDEX ix_session_end_sub ON session_end (sub);
CREATE TABLE used_logout_token (
    jti text CONSTRAINT pk_used_logout_token PRIMARY KEY,
    remembered_until timestamptz NOT NULL
);
"""


def upgrade() -> None:
    op.execute(_TABLES)


def downgrade() -> None:
    raise NotImplementedError
