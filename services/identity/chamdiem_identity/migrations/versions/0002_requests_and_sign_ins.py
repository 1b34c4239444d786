"""Requests for accounts and passwords, sign-ins, and what the log is read by."""

from alembic import op

revision = "0002"
down_revision = "0001"

_REQUESTS = """
CREATE TABLE account_request (
    id uuid CONSTRAINT pk_account_request PRIMARY KEY,
    about text NOT NULL CONSTRAINT ck_account_request_about CHECK (about IN ('account', 'password')),
    unit_code text CONSTRAINT fk_account_request_unit_code REFERENCES unit (code),
    appraiser_code text,
    username text,
    holder_name text,
    role text,
    account_id uuid CONSTRAINT fk_account_request_account_id REFERENCES account (id),
    reason text NOT NULL CONSTRAINT ck_account_request_reason CHECK (btrim(reason) <> ''),
    asked_by uuid NOT NULL CONSTRAINT fk_account_request_asked_by REFERENCES account (id),
    asked_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'open' CONSTRAINT ck_account_request_status
        CHECK (status IN ('open', 'approved', 'refused', 'withdrawn')),
    decided_by uuid CONSTRAINT fk_account_request_decided_by REFERENCES account (id),
    decided_at timestamptz,
    decision_reason text NOT NULL DEFAULT '',
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_account_request_of_one_place CHECK (num_nonnulls(unit_code, appraiser_code) = 1),
    CONSTRAINT ck_account_request_names_what CHECK (
        CASE about WHEN 'account' THEN username IS NOT NULL AND holder_name IS NOT NULL ELSE account_id IS NOT NULL END),
    CONSTRAINT ck_account_request_decided_is_whole CHECK ((status = 'open') = (decided_by IS NULL)
        AND (decided_by IS NULL) = (decided_at IS NULL) AND (status <> 'refused' OR btrim(decision_reason) <> ''))
);
CREATE UNIQUE INDEX uq_account_request_open_username ON account_request (lower(username)) WHERE status = 'open' AND about = 'account';
CREATE UNIQUE INDEX uq_account_request_open_password ON account_request (account_id) WHERE status = 'open' AND about = 'password';
CREATE INDEX ix_account_request_unit_code ON account_request (unit_code) WHERE unit_code IS NOT NULL;
CREATE INDEX ix_account_request_asked_at ON account_request (asked_at);
"""

_LOG = """
CREATE TABLE sign_in (
    id uuid CONSTRAINT pk_sign_in PRIMARY KEY,
    sub text NOT NULL,
    username text NOT NULL,
    signed_in_at timestamptz NOT NULL
);
CREATE INDEX ix_sign_in_signed_in_at ON sign_in (signed_in_at);
CREATE INDEX ix_sign_in_sub ON sign_in (sub);
CREATE TRIGGER sign_in_is_frozen BEFORE UPDATE OR DELETE ON sign_in FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE INDEX ix_account_history_changed_at ON account_history (changed_at);
CREATE INDEX ix_unit_history_changed_at ON unit_history (changed_at);
"""


def upgrade() -> None:
    op.execute(_REQUESTS)
    op.execute(_LOG)


def downgrade() -> None:
    raise NotImplementedError
