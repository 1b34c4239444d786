"""Browser sessions and the access tokens they were given."""

from alembic import op

from chamdiem_kit.migrate import KIT_TABLES

revision = "0001"
down_revision = None

_SESSIONS = """
CREATE TABLE browser_session (
    id text CONSTRAINT pk_browser_session PRIMARY KEY,
    sub text NOT NULL,
    username text NOT NULL,
    account_id uuid,
    provider_session text,
    refresh_token bytea,
    id_token bytea NOT NULL,
    access_token bytea NOT NULL,
    access_expires_at timestamptz NOT NULL,
    renewed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    refreshing_until timestamptz NOT NULL DEFAULT '-infinity',
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    CONSTRAINT ck_browser_session_id_is_digest CHECK (id ~ '^[0-9a-f]{64}$')
);
CREATE INDEX ix_browser_session_sub ON browser_session (sub);
CREATE INDEX ix_browser_session_account_id ON browser_session (account_id);
CREATE INDEX ix_browser_session_provider_session ON browser_session (provider_session);
CREATE TABLE issued_token (
    session_id text NOT NULL CONSTRAINT fk_issued_token_session_id REFERENCES browser_session (id) ON DELETE CASCADE,
    token_session text NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT pk_issued_token PRIMARY KEY (session_id, token_session)
);
"""


def upgrade() -> None:
    op.execute(KIT_TABLES)
    op.execute(_SESSIONS)


def downgrade() -> None:
    raise NotImplementedError
