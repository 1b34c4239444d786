"""What others told, results and their versions, council sessions, publications.

Points are whole millionths in `numeric(30,0)`: a set may have points of 15 digits and six decimals, which `bigint` cannot hold, and the
sums of such a set still fit. Marks (`stale_*`) are only ever added by handlers and taken by the job that computes, so that neither waits
for the other: a repeated mark costs a row for a moment, a lost one would cost a result.
"""

from alembic import op

from chamdiem_kit.migrate import KIT_TABLES

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE known_criteria_set (
    criteria_set_id uuid CONSTRAINT pk_known_criteria_set PRIMARY KEY,
    code text NOT NULL,
    version bigint NOT NULL,
    body jsonb NOT NULL
);
CREATE TABLE known_survey_forms (
    survey_forms_id uuid CONSTRAINT pk_known_survey_forms PRIMARY KEY,
    version bigint NOT NULL,
    body jsonb NOT NULL
);
CREATE TABLE known_period (
    period_id uuid CONSTRAINT pk_known_period PRIMARY KEY,
    program text NOT NULL,
    year int NOT NULL,
    rehearsal boolean NOT NULL,
    par_period_id uuid,
    clock_version bigint NOT NULL,
    version bigint NOT NULL,
    sheets_digest text NOT NULL,
    body jsonb NOT NULL
);
CREATE INDEX ix_known_period_par_period_id ON known_period (par_period_id);
CREATE TABLE known_sheet (
    sheet_id uuid CONSTRAINT pk_known_sheet PRIMARY KEY,
    period_id uuid NOT NULL,
    criteria_set_id uuid NOT NULL,
    set_code text NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    unit_type text NOT NULL,
    ranking_group text NOT NULL,
    name_sort_key text COLLATE "C" NOT NULL
);
CREATE INDEX ix_known_sheet_period_id ON known_sheet (period_id, ranking_group);
CREATE INDEX ix_known_sheet_unit_code ON known_sheet (unit_code, period_id);
CREATE TABLE known_self_assessment (
    sheet_id uuid CONSTRAINT pk_known_self_assessment PRIMARY KEY,
    version bigint NOT NULL,
    sent_at timestamptz,
    body jsonb NOT NULL
);
CREATE TABLE known_appraised_sheet (
    appraisal_id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    appraiser_code text NOT NULL,
    version bigint NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT pk_known_appraised_sheet PRIMARY KEY (sheet_id, appraisal_id)
);
CREATE TABLE known_appraisal (
    appraisal_id uuid CONSTRAINT pk_known_appraisal PRIMARY KEY,
    period_id uuid NOT NULL,
    appraiser_code text NOT NULL,
    version bigint NOT NULL,
    body jsonb NOT NULL
);
CREATE INDEX ix_known_appraisal_period_id ON known_appraisal (period_id);
CREATE TABLE known_survey (
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    version bigint NOT NULL,
    period_ids uuid[] NOT NULL,
    CONSTRAINT pk_known_survey PRIMARY KEY (campaign_id, form)
);
CREATE TABLE known_survey_of_unit (
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    unit_code text NOT NULL,
    valid bigint,
    counts jsonb NOT NULL,
    CONSTRAINT pk_known_survey_of_unit PRIMARY KEY (campaign_id, unit_code, form)
);
CREATE TABLE stale_sheet (
    mark bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_stale_sheet PRIMARY KEY,
    sheet_id uuid NOT NULL,
    period_id uuid NOT NULL
);
CREATE INDEX ix_stale_sheet_period_id ON stale_sheet (period_id);
CREATE TABLE stale_period (
    mark bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_stale_period PRIMARY KEY,
    period_id uuid NOT NULL
);
CREATE INDEX ix_stale_period_period_id ON stale_period (period_id);
CREATE TABLE result (
    period_id uuid CONSTRAINT pk_result PRIMARY KEY,
    version bigint NOT NULL,
    result_version int NOT NULL,
    status text NOT NULL CONSTRAINT ck_result_status CHECK (status IN ('provisional', 'aggregated', 'agreed', 'published')),
    waiting_for jsonb NOT NULL,
    aggregated_at timestamptz,
    open_until timestamptz,
    CONSTRAINT ck_result_aggregated_has_time CHECK (status = 'provisional' OR aggregated_at IS NOT NULL)
);
CREATE INDEX ix_result_open_until ON result (open_until) WHERE open_until IS NOT NULL;
CREATE TABLE result_history (
    period_id uuid NOT NULL,
    version bigint NOT NULL,
    result_version int NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    minutes_sha256 text,
    changed_by uuid,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_result_history PRIMARY KEY (period_id, version)
);
CREATE TRIGGER frozen_result_history BEFORE UPDATE OR DELETE ON result_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE sheet_result (
    sheet_id uuid CONSTRAINT pk_sheet_result PRIMARY KEY,
    period_id uuid NOT NULL,
    ranking_group text COLLATE "C" NOT NULL,
    self_total_micro numeric(30,0) NOT NULL,
    appraised_total_micro numeric(30,0) NOT NULL,
    survey_total_micro numeric(30,0) NOT NULL,
    bonus_micro numeric(30,0) NOT NULL,
    deduction_micro numeric(30,0) NOT NULL,
    final_score_micro numeric(30,0) NOT NULL,
    applicable_max_micro numeric(30,0) NOT NULL
        CONSTRAINT ck_sheet_result_within_max CHECK (final_score_micro BETWEEN 0 AND applicable_max_micro),
    level text NOT NULL,
    level_by_index text NOT NULL,
    knocked_out_by text[] NOT NULL,
    field_totals jsonb NOT NULL,
    unscored text[] NOT NULL,
    can_be_sent boolean NOT NULL,
    digest text NOT NULL,
    rank int,
    place int
);
CREATE INDEX ix_sheet_result_place ON sheet_result (period_id, ranking_group, place);
CREATE INDEX ix_sheet_result_period_id ON sheet_result (period_id, sheet_id);
CREATE INDEX ix_sheet_result_can_be_sent ON sheet_result (period_id) WHERE can_be_sent;
CREATE TABLE item_result (
    sheet_id uuid NOT NULL,
    position int NOT NULL,
    item text NOT NULL,
    self_score_micro numeric(30,0),
    appraised_score_micro numeric(30,0),
    final_score_micro numeric(30,0),
    not_applicable boolean NOT NULL,
    count bigint,
    is_adjustment boolean NOT NULL,
    CONSTRAINT pk_item_result PRIMARY KEY (sheet_id, item)
);
CREATE TABLE council_session (
    id uuid CONSTRAINT pk_council_session PRIMARY KEY DEFAULT uuidv7(),
    period_id uuid NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    opened_by_name text NOT NULL,
    closed_by uuid,
    closed_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_council_session_closed_has_closer CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
CREATE UNIQUE INDEX uq_council_session_open ON council_session (period_id) WHERE closed_at IS NULL;
CREATE INDEX ix_council_session_period_id ON council_session (period_id, id);
CREATE TABLE agreement (
    session_id uuid NOT NULL CONSTRAINT fk_agreement_session_id REFERENCES council_session,
    account_id uuid NOT NULL,
    item text NOT NULL,
    agrees boolean NOT NULL,
    note text NOT NULL,
    holder_name text NOT NULL,
    result_version int NOT NULL,
    version bigint NOT NULL,
    given_at timestamptz NOT NULL,
    CONSTRAINT pk_agreement PRIMARY KEY (session_id, account_id, item),
    CONSTRAINT ck_agreement_objection_has_note CHECK (agrees OR btrim(note) <> '')
);
CREATE TABLE agreement_history (
    session_id uuid NOT NULL,
    account_id uuid NOT NULL,
    item text NOT NULL,
    version bigint NOT NULL,
    agrees boolean NOT NULL,
    note text NOT NULL,
    given_at timestamptz NOT NULL,
    CONSTRAINT pk_agreement_history PRIMARY KEY (session_id, account_id, item, version)
);
CREATE TRIGGER frozen_agreement_history BEFORE UPDATE OR DELETE ON agreement_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE publication (
    period_id uuid NOT NULL,
    result_version int NOT NULL,
    program text NOT NULL,
    year int NOT NULL,
    decision jsonb NOT NULL,
    reason text NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    fingerprint text NOT NULL,
    CONSTRAINT pk_publication PRIMARY KEY (period_id, result_version)
);
CREATE TRIGGER frozen_publication BEFORE UPDATE OR DELETE ON publication FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE published_line (
    period_id uuid NOT NULL,
    result_version int NOT NULL,
    ranking_group text COLLATE "C" NOT NULL,
    place int NOT NULL,
    unit_code text NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT pk_published_line PRIMARY KEY (period_id, result_version, ranking_group, place),
    CONSTRAINT fk_published_line_publication FOREIGN KEY (period_id, result_version) REFERENCES publication
        DEFERRABLE INITIALLY DEFERRED
);
CREATE TRIGGER frozen_published_line BEFORE UPDATE OR DELETE ON published_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE printed_document (
    fingerprint text CONSTRAINT pk_printed_document PRIMARY KEY,
    kind text NOT NULL CONSTRAINT ck_printed_document_kind CHECK (kind IN ('ranking', 'publication', 'self_assessment')),
    period_id uuid NOT NULL,
    subject text NOT NULL,
    result_version int,
    first_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
"""


def upgrade() -> None:
    op.execute(KIT_TABLES)
    op.execute(TABLES)


def downgrade() -> None:
    raise NotImplementedError("a first version has nothing before it")
