"""Survey forms answered by link and from accounts, counted without a trace of the single answer; closed forms opened again."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
CREATE TABLE survey_tally (
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    unit_code text NOT NULL,
    answers bigint NOT NULL CONSTRAINT ck_survey_tally_answers CHECK (answers >= 0),
    counts jsonb NOT NULL,
    remarks jsonb NOT NULL,
    CONSTRAINT pk_survey_tally PRIMARY KEY (campaign_id, form, unit_code),
    CONSTRAINT fk_survey_tally_campaign_id_form FOREIGN KEY (campaign_id, form) REFERENCES survey_campaign_form (campaign_id, form)
);
CREATE TABLE survey_link_batch (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_survey_link_batch PRIMARY KEY,
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    note text NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    revoked_by uuid,
    revoked_at timestamptz,
    revoke_reason text NOT NULL DEFAULT '',
    CONSTRAINT fk_survey_link_batch_campaign_id_form FOREIGN KEY (campaign_id, form) REFERENCES survey_campaign_form (campaign_id, form),
    CONSTRAINT ck_survey_link_batch_revoked_has_reason CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)
        AND (revoked_at IS NULL) = (btrim(revoke_reason) = ''))
);
CREATE INDEX ix_survey_link_batch_campaign_id ON survey_link_batch (campaign_id, id);
CREATE TABLE survey_link (
    token_sha256 bytea CONSTRAINT pk_survey_link PRIMARY KEY CONSTRAINT ck_survey_link_token_sha256 CHECK (octet_length(token_sha256) = 32),
    batch_id uuid NOT NULL CONSTRAINT fk_survey_link_batch_id REFERENCES survey_link_batch (id),
    status text NOT NULL CONSTRAINT ck_survey_link_status CHECK (status IN ('open', 'answered', 'revoked')),
    attempt_sha256 bytea,
    CONSTRAINT ck_survey_link_attempt_of_an_answer CHECK (attempt_sha256 IS NULL OR status = 'answered')
);
CREATE INDEX ix_survey_link_batch_id ON survey_link (batch_id);
CREATE TABLE survey_spent (
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    unit_code text NOT NULL,
    account_id uuid NOT NULL,
    attempt_sha256 bytea,
    CONSTRAINT pk_survey_spent PRIMARY KEY (campaign_id, form, unit_code, account_id),
    CONSTRAINT fk_survey_spent_campaign_id_form FOREIGN KEY (campaign_id, form) REFERENCES survey_campaign_form (campaign_id, form)
);
CREATE TABLE survey_form_history (
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    version bigint NOT NULL,
    act text NOT NULL CONSTRAINT ck_survey_form_history_act CHECK (act IN ('closed', 'reopened')),
    reason text NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_survey_form_history PRIMARY KEY (campaign_id, form, version),
    CONSTRAINT fk_survey_form_history_campaign_id_form FOREIGN KEY (campaign_id, form) REFERENCES survey_campaign_form (campaign_id, form),
    CONSTRAINT ck_survey_form_history_reopened_has_reason CHECK (act <> 'reopened' OR btrim(reason) <> '')
);
INSERT INTO survey_form_history (campaign_id, form, version, act, reason, changed_by, changed_at)
SELECT campaign_id, form, version, 'closed', '', closed_by, closed_at FROM survey_campaign_form WHERE status = 'closed';
CREATE TRIGGER tr_survey_form_history_frozen BEFORE UPDATE OR DELETE ON survey_form_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_survey_tally_kept BEFORE DELETE ON survey_tally FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_survey_link_batch_kept BEFORE DELETE ON survey_link_batch FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_survey_link_kept BEFORE DELETE ON survey_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_survey_spent_frozen BEFORE UPDATE OR DELETE ON survey_spent FOR EACH ROW EXECUTE FUNCTION refuse_change();
""")


def downgrade() -> None:
    raise NotImplementedError
