"""Evidence, self-assessments with their answers and histories, sent snapshots."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
CREATE TABLE evidence (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_evidence PRIMARY KEY,
    period_id uuid NOT NULL CONSTRAINT fk_evidence_period_id REFERENCES period (id),
    unit_code text NOT NULL,
    name text NOT NULL CONSTRAINT ck_evidence_name CHECK (name <> '' AND octet_length(name) <= 255),
    media_type text NOT NULL,
    announced_size_bytes bigint NOT NULL,
    status text NOT NULL DEFAULT 'awaiting_upload'
        CONSTRAINT ck_evidence_status CHECK (status IN ('awaiting_upload', 'waiting', 'accepted', 'refused')),
    refusal text,
    sha256 text CONSTRAINT ck_evidence_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes bigint CONSTRAINT ck_evidence_size CHECK (size_bytes BETWEEN 1 AND 20971520),
    scan text NOT NULL DEFAULT 'not_scanned' CONSTRAINT ck_evidence_scan CHECK (scan IN ('not_scanned', 'clean')),
    uploaded_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    uploaded_at timestamptz,
    judged_at timestamptz,
    received_removed boolean NOT NULL DEFAULT false,
    CONSTRAINT ck_evidence_accepted_is_whole CHECK ((status = 'accepted') = (sha256 IS NOT NULL AND size_bytes IS NOT NULL)),
    CONSTRAINT ck_evidence_refused_has_reason CHECK ((status = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT ck_evidence_judged_has_time CHECK ((status IN ('accepted', 'refused')) = (judged_at IS NOT NULL))
);
CREATE INDEX ix_evidence_period_id_unit_code ON evidence (period_id, unit_code, id);
CREATE INDEX ix_evidence_waiting ON evidence (uploaded_at) WHERE status = 'waiting';
CREATE INDEX ix_evidence_left_over ON evidence (id) WHERE status IN ('accepted', 'refused') AND NOT received_removed;
CREATE TABLE evidence_link (
    seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_evidence_link PRIMARY KEY,
    evidence_id uuid NOT NULL CONSTRAINT fk_evidence_link_evidence_id REFERENCES evidence (id),
    account_id uuid NOT NULL,
    given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    until timestamptz NOT NULL
);
CREATE INDEX ix_evidence_link_evidence_id ON evidence_link (evidence_id);

CREATE TABLE self_assessment (
    sheet_id uuid CONSTRAINT pk_self_assessment PRIMARY KEY
        CONSTRAINT fk_self_assessment_sheet_id REFERENCES period_sheet (sheet_id),
    status text NOT NULL CONSTRAINT ck_self_assessment_status CHECK (status IN ('drafting', 'awaiting_approval', 'returned', 'approved', 'sent')),
    version bigint NOT NULL,
    exported_fingerprint text CONSTRAINT ck_self_assessment_exported CHECK (exported_fingerprint ~ '^[0-9a-f]{64}$'),
    exported_by uuid,
    exported_at timestamptz,
    report_fingerprint text CONSTRAINT ck_self_assessment_report CHECK (report_fingerprint ~ '^[0-9a-f]{64}$'),
    approved_by uuid,
    approved_at timestamptz,
    signed_report_id uuid CONSTRAINT fk_self_assessment_signed_report_id REFERENCES evidence (id),
    sent_at timestamptz,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT ck_self_assessment_approved_is_whole CHECK ((status IN ('approved', 'sent'))
        = (report_fingerprint IS NOT NULL AND approved_by IS NOT NULL AND approved_at IS NOT NULL)),
    CONSTRAINT ck_self_assessment_signed_is_approved CHECK (signed_report_id IS NULL OR status IN ('approved', 'sent')),
    CONSTRAINT ck_self_assessment_sent_is_whole CHECK ((status = 'sent') = (sent_at IS NOT NULL)
        AND (status <> 'sent' OR signed_report_id IS NOT NULL))
);
CREATE TABLE self_assessment_history (
    sheet_id uuid NOT NULL CONSTRAINT fk_self_assessment_history_sheet_id REFERENCES self_assessment (sheet_id),
    version bigint NOT NULL,
    act text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    report_fingerprint text,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_self_assessment_history PRIMARY KEY (sheet_id, version)
);

CREATE TABLE answer (
    sheet_id uuid NOT NULL CONSTRAINT fk_answer_sheet_id REFERENCES self_assessment (sheet_id),
    item text NOT NULL,
    option text,
    numerator text,
    denominator text,
    count text,
    not_applicable boolean NOT NULL,
    is_claim boolean NOT NULL,
    self_score numeric CONSTRAINT ck_answer_self_score CHECK (self_score >= 0),
    claimed_count bigint CONSTRAINT ck_answer_claimed_count CHECK (claimed_count >= 0),
    explanation text NOT NULL CONSTRAINT ck_answer_explanation CHECK (char_length(explanation) <= 10000),
    evidence_ids uuid[] NOT NULL,
    warnings text[] NOT NULL,
    version bigint NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT pk_answer PRIMARY KEY (sheet_id, item),
    CONSTRAINT ck_answer_claim_has_no_score CHECK (NOT is_claim OR self_score IS NULL)
);
CREATE TABLE answer_history (
    sheet_id uuid NOT NULL CONSTRAINT fk_answer_history_sheet_id REFERENCES self_assessment (sheet_id),
    item text NOT NULL,
    option text,
    numerator text,
    denominator text,
    count text,
    not_applicable boolean NOT NULL,
    is_claim boolean NOT NULL,
    self_score numeric,
    claimed_count bigint,
    explanation text NOT NULL,
    evidence_ids uuid[] NOT NULL,
    version bigint NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT pk_answer_history PRIMARY KEY (sheet_id, item, version)
);

CREATE TABLE report_snapshot (
    sheet_id uuid NOT NULL CONSTRAINT fk_report_snapshot_sheet_id REFERENCES self_assessment (sheet_id),
    fingerprint text NOT NULL CONSTRAINT ck_report_snapshot_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    document text NOT NULL,
    first_approved_at timestamptz NOT NULL,
    CONSTRAINT pk_report_snapshot PRIMARY KEY (sheet_id, fingerprint)
);
CREATE TABLE sent_snapshot (
    sheet_id uuid NOT NULL CONSTRAINT fk_sent_snapshot_sheet_id REFERENCES self_assessment (sheet_id),
    version bigint NOT NULL,
    sent_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    sent_by uuid NOT NULL,
    late boolean NOT NULL,
    days_late int NOT NULL,
    report_fingerprint text NOT NULL,
    receipt_number text NOT NULL CONSTRAINT uq_sent_snapshot_receipt_number UNIQUE,
    signed_report_name text NOT NULL,
    signed_report_sha256 text NOT NULL,
    CONSTRAINT pk_sent_snapshot PRIMARY KEY (sheet_id, version),
    CONSTRAINT fk_sent_snapshot_sheet_id_report_fingerprint FOREIGN KEY (sheet_id, report_fingerprint)
        REFERENCES report_snapshot (sheet_id, fingerprint),
    CONSTRAINT ck_sent_snapshot_late_has_days CHECK (late = (days_late > 0))
);
CREATE INDEX ix_sent_snapshot_fingerprint ON sent_snapshot (report_fingerprint);

CREATE TRIGGER tr_evidence_judged_is_frozen BEFORE UPDATE ON evidence FOR EACH ROW
    WHEN (OLD.status IN ('accepted', 'refused') AND (OLD.name, OLD.media_type, OLD.status, OLD.sha256, OLD.unit_code, OLD.period_id, OLD.refusal)
          IS DISTINCT FROM (NEW.name, NEW.media_type, NEW.status, NEW.sha256, NEW.unit_code, NEW.period_id, NEW.refusal))
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_evidence_stays BEFORE DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_evidence_link_frozen BEFORE UPDATE OR DELETE ON evidence_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_self_assessment_history_frozen BEFORE UPDATE OR DELETE ON self_assessment_history
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_answer_history_frozen BEFORE UPDATE OR DELETE ON answer_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_report_snapshot_frozen BEFORE UPDATE OR DELETE ON report_snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_sent_snapshot_frozen BEFORE UPDATE OR DELETE ON sent_snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change();
""")
