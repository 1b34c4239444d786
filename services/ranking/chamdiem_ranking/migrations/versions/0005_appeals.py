"""Appeals of units against published results, each answered once."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("""
CREATE TABLE appeal (
    id uuid CONSTRAINT pk_appeal PRIMARY KEY DEFAULT uuidv7(),
    period_id uuid NOT NULL,
    result_version int NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    body text NOT NULL,
    asked_by uuid NOT NULL,
    asked_by_name text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    outcome text CONSTRAINT ck_appeal_outcome CHECK (outcome IN ('upheld', 'corrected')),
    reason text NOT NULL DEFAULT '',
    corrected_version int,
    answered_by uuid,
    answered_by_name text,
    answered_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT fk_appeal_publication FOREIGN KEY (period_id, result_version) REFERENCES publication,
    CONSTRAINT ck_appeal_answer_is_whole CHECK (
        (outcome IS NULL) = (answered_by IS NULL) AND (outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL OR btrim(reason) <> '')),
    CONSTRAINT ck_appeal_correction_is_named CHECK ((outcome IS NOT DISTINCT FROM 'corrected') = (corrected_version IS NOT NULL))
);
CREATE UNIQUE INDEX uq_appeal_open ON appeal (period_id, unit_code) WHERE outcome IS NULL;
CREATE INDEX ix_appeal_period_id ON appeal (period_id, id);
CREATE FUNCTION refuse_answered_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR old.outcome IS NOT NULL
       OR (new.id, new.period_id, new.result_version, new.unit_code, new.unit_name, new.body, new.asked_by, new.asked_at)
          IS DISTINCT FROM
          (old.id, old.period_id, old.result_version, old.unit_code, old.unit_name, old.body, old.asked_by, old.asked_at) THEN
        RAISE EXCEPTION 'rows of appeal are frozen once answered, and what was asked never changes';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER frozen_appeal BEFORE UPDATE OR DELETE ON appeal FOR EACH ROW EXECUTE FUNCTION refuse_answered_appeal();
""")


def downgrade() -> None:
    raise NotImplementedError
