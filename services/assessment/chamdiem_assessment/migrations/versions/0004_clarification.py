"""Windows of clarification, what appraisal asked, what units answered."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
ALTER TABLE period ADD COLUMN clarification_from timestamptz[] NOT NULL DEFAULT '{}',
                   ADD COLUMN clarification_to timestamptz[] NOT NULL DEFAULT '{}',
                   ADD CONSTRAINT ck_period_clarification CHECK (cardinality(clarification_from) = cardinality(clarification_to));
CREATE TABLE known_clarification (
    appraisal_id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    version bigint NOT NULL,
    appraiser_code text NOT NULL,
    questions jsonb NOT NULL,
    CONSTRAINT pk_known_clarification PRIMARY KEY (sheet_id, appraisal_id)
);
CREATE TABLE clarification_answer (
    sheet_id uuid NOT NULL CONSTRAINT fk_clarification_answer_sheet_id REFERENCES period_sheet (sheet_id),
    item text NOT NULL,
    round int NOT NULL CONSTRAINT ck_clarification_answer_round CHECK (round BETWEEN 1 AND 2),
    text text NOT NULL,
    evidence_ids uuid[] NOT NULL,
    version bigint NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    sent_at timestamptz,
    CONSTRAINT pk_clarification_answer PRIMARY KEY (sheet_id, item, round),
    CONSTRAINT ck_clarification_answer_says_something CHECK (text <> '' OR cardinality(evidence_ids) > 0)
);
CREATE TABLE clarification_answer_history (
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    round int NOT NULL,
    text text NOT NULL,
    evidence_ids uuid[] NOT NULL,
    version bigint NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT pk_clarification_answer_history PRIMARY KEY (sheet_id, item, round, version)
);
COMMENT ON TABLE clarification_answer_history IS 'versions that were replaced';
CREATE TABLE clarification_sending (
    sheet_id uuid NOT NULL CONSTRAINT fk_clarification_sending_sheet_id REFERENCES period_sheet (sheet_id),
    version bigint NOT NULL,
    answers int NOT NULL,
    sent_by uuid NOT NULL,
    sent_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    CONSTRAINT pk_clarification_sending PRIMARY KEY (sheet_id, version)
);
COMMENT ON COLUMN clarification_sending.sent_at IS 'by the clock of the period';
CREATE FUNCTION refuse_change_of_sent_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.sent_at IS NOT NULL THEN
        RAISE EXCEPTION 'an answer that was sent never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clarification_answer_sent_is_frozen BEFORE UPDATE ON clarification_answer
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sent_answer();
CREATE TRIGGER clarification_answer_is_kept BEFORE DELETE OR TRUNCATE ON clarification_answer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clarification_answer_history_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON clarification_answer_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clarification_sending_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON clarification_sending
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
""")


def downgrade() -> None:
    raise NotImplementedError
