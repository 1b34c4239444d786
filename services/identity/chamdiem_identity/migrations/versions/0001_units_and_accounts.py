"""Units, persons and their accounts with history, pending changes at the identity provider, and what appraisal and ranking told."""

from alembic import op

from chamdiem_kit.migrate import KIT_TABLES

revision = "0001"
down_revision = None

_UNITS = """
CREATE TABLE unit_type (
    code text CONSTRAINT pk_unit_type PRIMARY KEY,
    title text NOT NULL,
    level text NOT NULL DEFAULT '',
    version bigint NOT NULL DEFAULT 1,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE unit (
    code text CONSTRAINT pk_unit PRIMARY KEY,
    name text NOT NULL,
    name_sort_key text NOT NULL,
    unit_type text NOT NULL CONSTRAINT fk_unit_unit_type REFERENCES unit_type (code),
    ranking_group text NOT NULL,
    parent_code text CONSTRAINT fk_unit_parent_code REFERENCES unit (code),
    valid_from date,
    valid_to date,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_unit_not_empty CHECK (code <> '' AND name <> '' AND unit_type <> '' AND ranking_group <> ''),
    CONSTRAINT ck_unit_not_its_own_parent CHECK (parent_code <> code),
    CONSTRAINT ck_unit_valid_dates CHECK (valid_to >= valid_from)
);
CREATE INDEX ix_unit_name_sort_key ON unit (name_sort_key);
CREATE INDEX ix_unit_parent_code ON unit (parent_code) WHERE parent_code IS NOT NULL;
CREATE TABLE unit_history (
    unit_code text NOT NULL,
    version bigint NOT NULL,
    act text NOT NULL,
    body jsonb NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_unit_history PRIMARY KEY (unit_code, version)
);
CREATE TRIGGER unit_history_is_frozen BEFORE UPDATE OR DELETE ON unit_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""

_ACCOUNTS = """
CREATE TABLE person (
    id uuid CONSTRAINT pk_person PRIMARY KEY DEFAULT uuidv7(),
    username text NOT NULL,
    sub text,
    enabled boolean NOT NULL DEFAULT true,
    refused_at timestamptz,
    CONSTRAINT uq_person_sub UNIQUE (sub)
);
CREATE UNIQUE INDEX uq_person_username ON person (lower(username)) WHERE refused_at IS NULL;
CREATE TABLE account (
    id uuid CONSTRAINT pk_account PRIMARY KEY DEFAULT uuidv7(),
    person_id uuid NOT NULL CONSTRAINT fk_account_person_id REFERENCES person (id),
    holder_name text NOT NULL,
    kind text NOT NULL CONSTRAINT ck_account_kind
        CHECK (kind IN ('data_entry', 'appraisal', 'management', 'administration', 'support', 'client')),
    roles jsonb NOT NULL DEFAULT '[]' CONSTRAINT ck_account_roles_is_list CHECK (jsonb_typeof(roles) = 'array'),
    unit_code text CONSTRAINT fk_account_unit_code REFERENCES unit (code),
    appraiser_code text,
    only_for_unit text CONSTRAINT fk_account_only_for_unit REFERENCES unit (code),
    status text NOT NULL DEFAULT 'active' CONSTRAINT ck_account_status CHECK (status IN ('active', 'locked', 'ended')),
    locked_reason text,
    locked_at timestamptz,
    appraisal_lock text CONSTRAINT ck_account_appraisal_lock CHECK (appraisal_lock IN ('sign_in', 'writing')),
    unlocked_of text NOT NULL DEFAULT '',
    council_session_open boolean NOT NULL DEFAULT false,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_account_data_entry_has_unit CHECK (kind <> 'data_entry' OR unit_code IS NOT NULL),
    CONSTRAINT ck_account_appraisal_has_appraiser CHECK ((kind = 'appraisal') = (appraiser_code IS NOT NULL)),
    CONSTRAINT ck_account_locked_has_reason CHECK (status <> 'locked' OR (locked_reason IS NOT NULL AND locked_at IS NOT NULL)),
    CONSTRAINT ck_account_only_appraisal_has_appraisal_lock CHECK (kind = 'appraisal' OR appraisal_lock IS NULL)
);
CREATE UNIQUE INDEX uq_account_same_grant ON account (person_id, kind, unit_code, appraiser_code, only_for_unit)
    NULLS NOT DISTINCT WHERE status <> 'ended';
CREATE INDEX ix_account_person_id ON account (person_id);
CREATE INDEX ix_account_unit_code ON account (unit_code);
CREATE INDEX ix_account_appraiser_code ON account (appraiser_code);
CREATE TABLE account_history (
    account_id uuid NOT NULL,
    version bigint NOT NULL,
    act text NOT NULL,
    reason text NOT NULL DEFAULT '',
    body jsonb NOT NULL,
    changed_by uuid,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_account_history PRIMARY KEY (account_id, version)
);
CREATE TRIGGER account_history_is_frozen BEFORE UPDATE OR DELETE ON account_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""

_PROVIDER = """
CREATE TABLE provider_task (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_provider_task PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_provider_task_person_id REFERENCES person (id),
    kind text NOT NULL CONSTRAINT ck_provider_task_kind CHECK (kind IN ('create_user', 'set_password', 'set_enabled', 'end_sessions')),
    full_name text NOT NULL DEFAULT '',
    password text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    not_before timestamptz NOT NULL DEFAULT '-infinity',
    attempts int NOT NULL DEFAULT 0,
    done_at timestamptz,
    outcome text CONSTRAINT ck_provider_task_outcome CHECK (outcome IN ('done', 'refused', 'given_up')),
    refusal text NOT NULL DEFAULT '',
    CONSTRAINT ck_provider_task_done_has_outcome CHECK ((done_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT ck_provider_task_password_erased CHECK (done_at IS NULL OR password IS NULL)
);
CREATE INDEX ix_provider_task_pending ON provider_task (person_id, id) WHERE done_at IS NULL;
"""

_KNOWN = """
CREATE TABLE known_appraisal (
    appraisal_id uuid CONSTRAINT pk_known_appraisal PRIMARY KEY,
    version bigint NOT NULL,
    appraiser_code text NOT NULL,
    open boolean NOT NULL,
    lock_scope text NOT NULL
);
CREATE INDEX ix_known_appraisal_appraiser_code ON known_appraisal (appraiser_code);
CREATE TABLE known_council_session (
    session_id uuid CONSTRAINT pk_known_council_session PRIMARY KEY,
    version bigint NOT NULL,
    open boolean NOT NULL
);
"""


def upgrade() -> None:
    op.execute(KIT_TABLES)
    op.execute(_UNITS)
    op.execute(_ACCOUNTS)
    op.execute(_PROVIDER)
    op.execute(_KNOWN)


def downgrade() -> None:
    raise NotImplementedError
