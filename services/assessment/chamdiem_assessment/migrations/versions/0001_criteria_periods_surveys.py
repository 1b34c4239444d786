"""Criteria sets, survey forms, periods with their sheets' identities, survey campaigns."""

from alembic import op

from chamdiem_kit.migrate import KIT_TABLES

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(KIT_TABLES)
    op.execute("""
CREATE TABLE known_unit (
    code text CONSTRAINT pk_known_unit PRIMARY KEY,
    version bigint NOT NULL,
    name text NOT NULL,
    unit_type text NOT NULL,
    ranking_group text NOT NULL,
    parent_code text,
    valid_from date,
    valid_to date
);
CREATE INDEX ix_known_unit_unit_type ON known_unit (unit_type);
CREATE TABLE known_result (
    period_id uuid CONSTRAINT pk_known_result PRIMARY KEY,
    version bigint NOT NULL,
    status text NOT NULL
);

CREATE TABLE survey_forms (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_survey_forms PRIMARY KEY,
    version_number int NOT NULL,
    status text NOT NULL CONSTRAINT ck_survey_forms_status CHECK (status IN ('draft', 'published')),
    media_type text NOT NULL CONSTRAINT ck_survey_forms_media_type CHECK (media_type IN ('yaml', 'json')),
    source text NOT NULL,
    document jsonb,
    fingerprint text CONSTRAINT ck_survey_forms_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    faults jsonb NOT NULL,
    warnings jsonb NOT NULL,
    decision jsonb,
    published_at timestamptz,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_survey_forms_published_is_whole CHECK (status = 'draft' OR (document IS NOT NULL AND fingerprint IS NOT NULL
        AND decision IS NOT NULL AND published_at IS NOT NULL AND faults = '[]'))
);
CREATE UNIQUE INDEX uq_survey_forms_version_number ON survey_forms (version_number) WHERE status = 'published';
CREATE TABLE survey_forms_history (
    survey_forms_id uuid NOT NULL CONSTRAINT fk_survey_forms_history_survey_forms_id REFERENCES survey_forms (id),
    version bigint NOT NULL,
    act text NOT NULL,
    source text NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT pk_survey_forms_history PRIMARY KEY (survey_forms_id, version)
);

CREATE TABLE criteria_set (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_criteria_set PRIMARY KEY,
    code text NOT NULL,
    version_number int NOT NULL,
    status text NOT NULL CONSTRAINT ck_criteria_set_status CHECK (status IN ('draft', 'published')),
    media_type text NOT NULL CONSTRAINT ck_criteria_set_media_type CHECK (media_type IN ('yaml', 'json')),
    source text NOT NULL,
    document jsonb,
    fingerprint text CONSTRAINT ck_criteria_set_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    survey_forms_id uuid CONSTRAINT fk_criteria_set_survey_forms_id REFERENCES survey_forms (id),
    faults jsonb NOT NULL,
    warnings jsonb NOT NULL,
    decision jsonb,
    published_at timestamptz,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_criteria_set_published_is_whole CHECK (status = 'draft' OR (document IS NOT NULL AND fingerprint IS NOT NULL
        AND decision IS NOT NULL AND published_at IS NOT NULL AND faults = '[]'))
);
CREATE UNIQUE INDEX uq_criteria_set_version_number ON criteria_set (code, version_number) WHERE status = 'published';
CREATE TABLE criteria_set_history (
    criteria_set_id uuid NOT NULL CONSTRAINT fk_criteria_set_history_criteria_set_id REFERENCES criteria_set (id),
    version bigint NOT NULL,
    act text NOT NULL,
    source text NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT pk_criteria_set_history PRIMARY KEY (criteria_set_id, version)
);

CREATE TABLE period (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_period PRIMARY KEY,
    program text NOT NULL CONSTRAINT ck_period_program CHECK (program IN ('par_index', 'task_completion')),
    year int NOT NULL CONSTRAINT ck_period_year CHECK (year BETWEEN 1000 AND 9999),
    rehearsal boolean NOT NULL,
    stage text NOT NULL CONSTRAINT ck_period_stage CHECK (stage IN ('planned', 'open', 'archived')),
    survey_forms_id uuid CONSTRAINT fk_period_survey_forms_id REFERENCES survey_forms (id),
    par_period_id uuid CONSTRAINT fk_period_par_period_id REFERENCES period (id),
    self_assessment_from timestamptz NOT NULL,
    self_assessment_to timestamptz NOT NULL,
    late_until timestamptz NOT NULL,
    appraisal_from timestamptz NOT NULL,
    appraisal_to timestamptz,
    holidays date[] NOT NULL,
    conflict_enabled boolean NOT NULL,
    conflict_replacements jsonb NOT NULL,
    lock_scope text NOT NULL CONSTRAINT ck_period_lock_scope CHECK (lock_scope IN ('sign_in', 'writing')),
    clarification_rounds int NOT NULL CONSTRAINT ck_period_clarification_rounds CHECK (clarification_rounds BETWEEN 0 AND 2),
    unit_sees_scores text NOT NULL CONSTRAINT ck_period_unit_sees_scores CHECK (unit_sees_scores IN ('clarification', 'aggregated', 'published')),
    clock_at timestamptz,
    clock_version bigint NOT NULL DEFAULT 0,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_period_only_a_rehearsal_has_a_clock CHECK (rehearsal = (clock_at IS NOT NULL)),
    CONSTRAINT ck_period_phases_in_order CHECK (stage = 'planned' OR (self_assessment_from <= self_assessment_to
        AND self_assessment_to <= late_until AND self_assessment_from <= appraisal_from
        AND (appraisal_to IS NULL OR appraisal_from <= appraisal_to)))
);
CREATE UNIQUE INDEX uq_period_program_year ON period (program, year) WHERE stage = 'open' AND NOT rehearsal;
CREATE TABLE period_history (
    period_id uuid NOT NULL CONSTRAINT fk_period_history_period_id REFERENCES period (id),
    version bigint NOT NULL,
    act text NOT NULL,
    state jsonb NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_period_history PRIMARY KEY (period_id, version)
);
CREATE TABLE period_criteria_set (
    period_id uuid NOT NULL CONSTRAINT fk_period_criteria_set_period_id REFERENCES period (id),
    criteria_set_id uuid NOT NULL CONSTRAINT fk_period_criteria_set_criteria_set_id REFERENCES criteria_set (id),
    place int NOT NULL,
    CONSTRAINT pk_period_criteria_set PRIMARY KEY (period_id, criteria_set_id)
);
CREATE TABLE period_extension (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_period_extension PRIMARY KEY,
    period_id uuid NOT NULL CONSTRAINT fk_period_extension_period_id REFERENCES period (id),
    number bigint NOT NULL,
    unit_code text NOT NULL,
    to_at timestamptz NOT NULL,
    reason text NOT NULL CONSTRAINT ck_period_extension_reason CHECK (btrim(reason) <> ''),
    given_by uuid NOT NULL,
    given_at timestamptz NOT NULL,
    CONSTRAINT uq_period_extension_period_id_number UNIQUE (period_id, number)
);
CREATE TABLE period_sheet (
    sheet_id uuid DEFAULT uuidv7() CONSTRAINT pk_period_sheet PRIMARY KEY,
    period_id uuid NOT NULL CONSTRAINT fk_period_sheet_period_id REFERENCES period (id),
    criteria_set_id uuid NOT NULL CONSTRAINT fk_period_sheet_criteria_set_id REFERENCES criteria_set (id),
    set_code text NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    unit_type text NOT NULL,
    ranking_group text NOT NULL,
    CONSTRAINT uq_period_sheet_period_id_unit_code UNIQUE (period_id, unit_code)
);
CREATE INDEX ix_period_sheet_unit_code ON period_sheet (unit_code);

CREATE TABLE survey_campaign (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_survey_campaign PRIMARY KEY,
    survey_forms_id uuid NOT NULL CONSTRAINT fk_survey_campaign_survey_forms_id REFERENCES survey_forms (id),
    from_at timestamptz,
    to_at timestamptz,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT ck_survey_campaign_dates_in_order CHECK (from_at <= to_at)
);
CREATE TABLE survey_campaign_period (
    campaign_id uuid NOT NULL CONSTRAINT fk_survey_campaign_period_campaign_id REFERENCES survey_campaign (id),
    period_id uuid NOT NULL CONSTRAINT fk_survey_campaign_period_period_id REFERENCES period (id),
    CONSTRAINT pk_survey_campaign_period PRIMARY KEY (campaign_id, period_id),
    CONSTRAINT uq_survey_campaign_period_period_id UNIQUE (period_id)
);
CREATE TABLE survey_campaign_form (
    campaign_id uuid NOT NULL CONSTRAINT fk_survey_campaign_form_campaign_id REFERENCES survey_campaign (id),
    form text NOT NULL,
    place int NOT NULL,
    status text NOT NULL CONSTRAINT ck_survey_campaign_form_status CHECK (status IN ('open', 'closed')),
    closed_by uuid,
    closed_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT pk_survey_campaign_form PRIMARY KEY (campaign_id, form),
    CONSTRAINT ck_survey_campaign_form_closed_has_time CHECK ((status = 'closed') = (closed_at IS NOT NULL AND closed_by IS NOT NULL))
);
CREATE TABLE survey_response (
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    unit_code text NOT NULL,
    valid bigint NOT NULL CONSTRAINT ck_survey_response_valid CHECK (valid >= 0),
    version bigint NOT NULL DEFAULT 1,
    entered_by uuid NOT NULL,
    entered_at timestamptz NOT NULL,
    CONSTRAINT pk_survey_response PRIMARY KEY (campaign_id, form, unit_code),
    CONSTRAINT fk_survey_response_campaign_id_form FOREIGN KEY (campaign_id, form) REFERENCES survey_campaign_form (campaign_id, form)
);
CREATE TABLE survey_total (
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    unit_code text NOT NULL,
    question text NOT NULL,
    option text NOT NULL,
    count bigint NOT NULL CONSTRAINT ck_survey_total_count CHECK (count >= 0),
    version bigint NOT NULL DEFAULT 1,
    entered_by uuid NOT NULL,
    entered_at timestamptz NOT NULL,
    CONSTRAINT pk_survey_total PRIMARY KEY (campaign_id, form, unit_code, question, option),
    CONSTRAINT fk_survey_total_campaign_id_form FOREIGN KEY (campaign_id, form) REFERENCES survey_campaign_form (campaign_id, form)
);

CREATE TABLE survey_correction (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_survey_correction PRIMARY KEY,
    campaign_id uuid NOT NULL,
    form text NOT NULL,
    unit_code text NOT NULL,
    question text,
    option text,
    before bigint NOT NULL,
    after bigint NOT NULL,
    reason text NOT NULL CONSTRAINT ck_survey_correction_reason CHECK (btrim(reason) <> ''),
    corrected_by uuid NOT NULL,
    corrected_at timestamptz NOT NULL,
    CONSTRAINT fk_survey_correction_campaign_id_form FOREIGN KEY (campaign_id, form) REFERENCES survey_campaign_form (campaign_id, form),
    CONSTRAINT ck_survey_correction_of_one_number CHECK ((question IS NULL) = (option IS NULL))
);
CREATE INDEX ix_survey_correction_campaign_id_unit_code ON survey_correction (campaign_id, unit_code, id);

CREATE TRIGGER tr_survey_forms_frozen BEFORE UPDATE OR DELETE ON survey_forms
    FOR EACH ROW WHEN (OLD.status = 'published') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_criteria_set_frozen BEFORE UPDATE OR DELETE ON criteria_set
    FOR EACH ROW WHEN (OLD.status = 'published') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_survey_forms_history_frozen BEFORE UPDATE OR DELETE ON survey_forms_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_criteria_set_history_frozen BEFORE UPDATE OR DELETE ON criteria_set_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_period_history_frozen BEFORE UPDATE OR DELETE ON period_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_period_extension_frozen BEFORE UPDATE OR DELETE ON period_extension
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_period_sheet_frozen BEFORE UPDATE OR DELETE ON period_sheet
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_survey_correction_frozen BEFORE UPDATE OR DELETE ON survey_correction
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_survey_response_kept BEFORE DELETE ON survey_response
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_survey_total_kept BEFORE DELETE ON survey_total
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
""")
