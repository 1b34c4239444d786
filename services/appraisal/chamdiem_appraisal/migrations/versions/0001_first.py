"""The kit's tables, what others told, assignments, scores with their history, sending."""

from alembic import op

from chamdiem_kit.migrate import KIT_TABLES

revision = "0001"
down_revision = None

KNOWN = """
CREATE TABLE known_unit (
    code text CONSTRAINT pk_known_unit PRIMARY KEY,
    version bigint NOT NULL,
    name text NOT NULL,
    unit_type text NOT NULL
);
CREATE TABLE known_criteria_set (
    criteria_set_id uuid CONSTRAINT pk_known_criteria_set PRIMARY KEY,
    version bigint NOT NULL,
    code text NOT NULL,
    fingerprint text NOT NULL,
    decision jsonb NOT NULL,
    document jsonb NOT NULL
);
CREATE TABLE known_survey_forms (
    survey_forms_id uuid CONSTRAINT pk_known_survey_forms PRIMARY KEY,
    version bigint NOT NULL,
    fingerprint text NOT NULL,
    document jsonb NOT NULL
);
CREATE TABLE known_period (
    period_id uuid CONSTRAINT pk_known_period PRIMARY KEY,
    version bigint NOT NULL,
    program text NOT NULL,
    year int NOT NULL,
    rehearsal boolean NOT NULL,
    status text NOT NULL,
    survey_forms_id uuid,
    self_assessment_to timestamptz NOT NULL,
    late_until timestamptz NOT NULL,
    appraisal_from timestamptz NOT NULL,
    appraisal_to timestamptz,
    holidays date[] NOT NULL,
    conflict_enabled boolean NOT NULL,
    conflict_replacements jsonb NOT NULL,
    lock_scope text NOT NULL,
    clarification_rounds int NOT NULL,
    unit_sees_scores text NOT NULL,
    clock_at timestamptz,
    clock_version int NOT NULL
);
CREATE TABLE known_extension (
    period_id uuid NOT NULL,
    unit_code text NOT NULL,
    given_at timestamptz NOT NULL,
    to_at timestamptz NOT NULL,
    CONSTRAINT pk_known_extension PRIMARY KEY (period_id, unit_code, given_at)
);
CREATE TABLE known_sheet (
    sheet_id uuid CONSTRAINT pk_known_sheet PRIMARY KEY,
    period_id uuid NOT NULL,
    criteria_set_id uuid NOT NULL,
    set_code text NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    ranking_group text NOT NULL,
    deadline timestamptz NOT NULL,
    last_instant timestamptz NOT NULL
);
CREATE INDEX ix_known_sheet_period ON known_sheet (period_id);
CREATE TABLE known_self_assessment (
    sheet_id uuid CONSTRAINT pk_known_self_assessment PRIMARY KEY,
    version bigint NOT NULL,
    status text NOT NULL CONSTRAINT ck_known_self_assessment_status CHECK (status IN ('sent', 'recalled')),
    sent_at timestamptz,
    late boolean NOT NULL,
    report_fingerprint text,
    received_at timestamptz NOT NULL
);
CREATE TABLE known_answer (
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    option text,
    numerator text,
    denominator text,
    claimed_count bigint,
    is_claim boolean NOT NULL,
    self_score numeric,
    explanation text NOT NULL,
    evidence jsonb NOT NULL,
    CONSTRAINT pk_known_answer PRIMARY KEY (sheet_id, item)
);
CREATE TABLE known_result (
    period_id uuid CONSTRAINT pk_known_result PRIMARY KEY,
    version bigint NOT NULL,
    status text NOT NULL
);
CREATE VIEW sheet_now AS
SELECT s.sheet_id, s.period_id, s.criteria_set_id, s.set_code, s.unit_code, s.unit_name, s.ranking_group, s.deadline, s.last_instant,
       p.survey_forms_id, p.conflict_enabled, p.unit_sees_scores, coalesce(sa.status = 'sent', false) AS is_sent, sa.sent_at,
       coalesce(sa.status = 'sent', false) OR s.last_instant < coalesce(p.clock_at, statement_timestamp()) AS is_final
  FROM known_sheet s JOIN known_period p USING (period_id) LEFT JOIN known_self_assessment sa USING (sheet_id);
COMMENT ON VIEW sheet_now IS 'is_final: sent, or can no longer be sent by the clock of the period';
"""

OWN = """
CREATE TABLE appraisal (
    id uuid CONSTRAINT pk_appraisal PRIMARY KEY DEFAULT uuidv7(),
    period_id uuid NOT NULL,
    appraiser_code text NOT NULL,
    round int NOT NULL DEFAULT 1 CONSTRAINT ck_appraisal_round CHECK (round BETWEEN 1 AND 3),
    status text NOT NULL DEFAULT 'pending' CONSTRAINT ck_appraisal_status CHECK (status IN ('pending', 'sent', 'reopened')),
    sent_at timestamptz,
    closed_units text[] NOT NULL DEFAULT '{}',
    version int NOT NULL DEFAULT 1,
    members_version int NOT NULL DEFAULT 0,
    CONSTRAINT uq_appraisal_period_appraiser UNIQUE (period_id, appraiser_code),
    CONSTRAINT ck_appraisal_sent_has_time CHECK (status <> 'sent' OR sent_at IS NOT NULL)
);
COMMENT ON COLUMN appraisal.status IS 'in_progress is not stored: it is pending with a score given';
CREATE TABLE appraisal_history (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_appraisal_history PRIMARY KEY,
    appraisal_id uuid NOT NULL,
    act text NOT NULL CONSTRAINT ck_appraisal_history_act CHECK (act IN ('opened', 'sent', 'reopened', 'reopened_by_extension', 'reassigned')),
    round int NOT NULL,
    version int NOT NULL,
    reason text NOT NULL,
    changed_by uuid,
    changed_at timestamptz NOT NULL
);
CREATE INDEX ix_appraisal_history_appraisal ON appraisal_history (appraisal_id);
CREATE TABLE appraised_sheet (
    appraisal_id uuid NOT NULL CONSTRAINT fk_appraised_sheet_appraisal REFERENCES appraisal,
    sheet_id uuid NOT NULL,
    version int NOT NULL DEFAULT 0,
    CONSTRAINT pk_appraised_sheet PRIMARY KEY (appraisal_id, sheet_id)
);
COMMENT ON COLUMN appraised_sheet.version IS 'of the appraised_sheet.changed events told; 0: none';
CREATE INDEX ix_appraised_sheet_sheet ON appraised_sheet (sheet_id);
CREATE TABLE assigned_item (
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    appraisal_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT ck_assigned_item_kind CHECK (kind IN ('leaf', 'adjustment')),
    position int NOT NULL,
    CONSTRAINT pk_assigned_item PRIMARY KEY (sheet_id, item),
    CONSTRAINT fk_assigned_item_appraised_sheet FOREIGN KEY (appraisal_id, sheet_id) REFERENCES appraised_sheet (appraisal_id, sheet_id)
);
CREATE INDEX ix_assigned_item_appraisal ON assigned_item (appraisal_id, sheet_id, position);
CREATE TABLE assigned_knock_out (
    sheet_id uuid NOT NULL,
    code text NOT NULL,
    appraisal_id uuid NOT NULL,
    CONSTRAINT pk_assigned_knock_out PRIMARY KEY (sheet_id, code),
    CONSTRAINT fk_assigned_knock_out_appraised_sheet FOREIGN KEY (appraisal_id, sheet_id) REFERENCES appraised_sheet (appraisal_id, sheet_id)
);
CREATE INDEX ix_assigned_knock_out_appraisal ON assigned_knock_out (appraisal_id);
CREATE TABLE period_assignment (
    period_id uuid CONSTRAINT pk_period_assignment PRIMARY KEY,
    made_from text NOT NULL,
    period_version bigint NOT NULL
);
COMMENT ON COLUMN period_assignment.made_from IS 'digest of sets, sheets and conflict rule the assignment was made from';
COMMENT ON COLUMN period_assignment.period_version IS 'the newest state of the period whose effects are done; a replay does none of them again';
CREATE TABLE member_assignment (
    appraisal_id uuid NOT NULL CONSTRAINT fk_member_assignment_appraisal REFERENCES appraisal,
    line int NOT NULL,
    account_id uuid NOT NULL,
    sheets uuid[],
    items text[],
    CONSTRAINT pk_member_assignment PRIMARY KEY (appraisal_id, line)
);
CREATE TABLE member_assignment_history (
    appraisal_id uuid NOT NULL,
    version int NOT NULL,
    lines jsonb NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_member_assignment_history PRIMARY KEY (appraisal_id, version)
);
CREATE TABLE appraised_score (
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    score numeric CONSTRAINT ck_appraised_score_not_negative CHECK (score >= 0),
    not_applicable boolean NOT NULL,
    count bigint CONSTRAINT ck_appraised_score_count_not_negative CHECK (count >= 0),
    reason text NOT NULL,
    version int NOT NULL,
    scored_by uuid NOT NULL,
    scored_at timestamptz NOT NULL,
    CONSTRAINT pk_appraised_score PRIMARY KEY (sheet_id, item),
    CONSTRAINT fk_appraised_score_assigned_item FOREIGN KEY (sheet_id, item) REFERENCES assigned_item (sheet_id, item),
    CONSTRAINT ck_appraised_score_one_answer CHECK (num_nonnulls(score, count) + not_applicable::int <= 1)
);
COMMENT ON TABLE appraised_score IS 'a row without score, agreement and count: what stood there was removed';
CREATE TABLE appraised_score_history (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_appraised_score_history PRIMARY KEY,
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    version int NOT NULL,
    act text NOT NULL CONSTRAINT ck_appraised_score_history_act CHECK (act IN ('scored', 'agreed', 'removed_by_extension', 'removed_by_reassignment')),
    score_before numeric,
    not_applicable_before boolean,
    count_before bigint,
    reason_before text,
    score numeric,
    not_applicable boolean NOT NULL,
    count bigint,
    reason text NOT NULL,
    changed_by uuid,
    changed_at timestamptz NOT NULL
);
CREATE INDEX ix_appraised_score_history_item ON appraised_score_history (sheet_id, item, id);
CREATE TABLE knock_out_confirmation (
    sheet_id uuid NOT NULL,
    code text NOT NULL,
    confirmed boolean NOT NULL,
    version int NOT NULL,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamptz NOT NULL,
    CONSTRAINT pk_knock_out_confirmation PRIMARY KEY (sheet_id, code),
    CONSTRAINT fk_knock_out_confirmation_assigned FOREIGN KEY (sheet_id, code) REFERENCES assigned_knock_out (sheet_id, code)
);
CREATE TABLE knock_out_confirmation_history (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_knock_out_confirmation_history PRIMARY KEY,
    sheet_id uuid NOT NULL,
    code text NOT NULL,
    version int NOT NULL,
    confirmed_before boolean,
    confirmed boolean NOT NULL,
    changed_by uuid,
    changed_at timestamptz NOT NULL
);
CREATE TABLE phase_extension (
    id uuid CONSTRAINT pk_phase_extension PRIMARY KEY DEFAULT uuidv7(),
    period_id uuid NOT NULL,
    to_at timestamptz NOT NULL,
    reason text NOT NULL,
    given_by uuid NOT NULL,
    given_at timestamptz NOT NULL
);
CREATE INDEX ix_phase_extension_period ON phase_extension (period_id);
CREATE TABLE evidence_link_log (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_evidence_link_log PRIMARY KEY,
    sheet_id uuid NOT NULL,
    sha256 text NOT NULL,
    account_id uuid NOT NULL,
    given_at timestamptz NOT NULL
);
"""

FROZEN = (
    "appraisal_history",
    "member_assignment_history",
    "appraised_score_history",
    "knock_out_confirmation_history",
    "phase_extension",
    "evidence_link_log",
)


def upgrade() -> None:
    op.execute(KIT_TABLES)
    op.execute(KNOWN)
    op.execute(OWN)
    for table in FROZEN:
        op.execute(
            f"CREATE TRIGGER {table}_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    raise NotImplementedError
