"""Rounds of appraisal: windows of clarification, questions, what units answered, what each round gave."""

from alembic import op

revision = "0002"
down_revision = "0001"

KNOWN = """
ALTER TABLE known_period ADD COLUMN clarification_from timestamptz[] NOT NULL DEFAULT '{}',
                         ADD COLUMN clarification_to timestamptz[] NOT NULL DEFAULT '{}';
CREATE TABLE known_clarification (
    sheet_id uuid CONSTRAINT pk_known_clarification PRIMARY KEY,
    version bigint NOT NULL,
    sent_at timestamptz NOT NULL
);
CREATE TABLE known_clarification_answer (
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    round int NOT NULL,
    text text NOT NULL,
    evidence jsonb NOT NULL,
    answered_at timestamptz NOT NULL,
    CONSTRAINT pk_known_clarification_answer PRIMARY KEY (sheet_id, item, round)
);
CREATE OR REPLACE VIEW sheet_now AS
SELECT s.sheet_id, s.period_id, s.criteria_set_id, s.set_code, s.unit_code, s.unit_name, s.ranking_group, s.deadline, s.last_instant,
       p.survey_forms_id, p.conflict_enabled, p.unit_sees_scores, coalesce(sa.status = 'sent', false) AS is_sent, sa.sent_at,
       coalesce(sa.status = 'sent', false) OR s.last_instant < coalesce(p.clock_at, statement_timestamp()) AS is_final,
       CASE WHEN p.clarification_rounds = 0 THEN 0 ELSE (SELECT count(*) FROM unnest(p.clarification_from) AS f(at)
             WHERE f.at <= coalesce(p.clock_at, statement_timestamp()))::int END AS clarified_round
  FROM known_sheet s JOIN known_period p USING (period_id) LEFT JOIN known_self_assessment sa USING (sheet_id);
COMMENT ON VIEW sheet_now IS 'is_final: sent, or can no longer be sent by the clock of the period; clarified_round: the last round whose window has begun, 0: none';
"""

OWN = """
ALTER TABLE appraisal ADD COLUMN asked int NOT NULL DEFAULT 0;
COMMENT ON COLUMN appraisal.asked IS 'questions of the round that was sent; a sent round that asked is followed by another';
ALTER TABLE appraised_sheet ADD COLUMN clarification_version int NOT NULL DEFAULT 0;
COMMENT ON COLUMN appraised_sheet.clarification_version IS 'of the clarification.requested events told; 0: none';
ALTER TABLE appraised_score ADD COLUMN round int NOT NULL DEFAULT 1;
ALTER TABLE appraised_score_history ADD COLUMN round int NOT NULL DEFAULT 1;
CREATE TABLE clarification_question (
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    round int NOT NULL CONSTRAINT ck_clarification_question_round CHECK (round BETWEEN 1 AND 2),
    appraisal_id uuid NOT NULL CONSTRAINT fk_clarification_question_appraisal REFERENCES appraisal,
    question text NOT NULL CONSTRAINT ck_clarification_question_not_empty CHECK (question <> ''),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    sent_at timestamptz,
    CONSTRAINT pk_clarification_question PRIMARY KEY (sheet_id, item, round),
    CONSTRAINT fk_clarification_question_item FOREIGN KEY (sheet_id, item) REFERENCES assigned_item (sheet_id, item)
);
CREATE INDEX ix_clarification_question_appraisal ON clarification_question (appraisal_id, round);
CREATE TABLE clarification_question_history (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_clarification_question_history PRIMARY KEY,
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    round int NOT NULL,
    act text NOT NULL CONSTRAINT ck_clarification_question_history_act CHECK (act IN ('asked', 'withdrawn')),
    question text NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE TABLE round_score (
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    round int NOT NULL,
    score numeric,
    not_applicable boolean NOT NULL,
    count bigint,
    reason text NOT NULL,
    scored_by uuid NOT NULL,
    scored_at timestamptz NOT NULL,
    CONSTRAINT pk_round_score PRIMARY KEY (sheet_id, item, round)
);
COMMENT ON TABLE round_score IS 'what stood when a round was sent last; only of periods with rounds of clarification';
"""


def upgrade() -> None:
    op.execute(KNOWN)
    op.execute(OWN)
    op.execute(
        "CREATE TRIGGER clarification_question_history_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON clarification_question_history "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def downgrade() -> None:
    raise NotImplementedError
