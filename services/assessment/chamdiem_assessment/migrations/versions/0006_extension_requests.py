"""Requests of units for a longer deadline."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
CREATE TABLE extension_request (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_extension_request PRIMARY KEY,
    period_id uuid NOT NULL CONSTRAINT fk_extension_request_period_id REFERENCES period (id),
    unit_code text NOT NULL,
    to_at timestamptz NOT NULL,
    reason text NOT NULL CONSTRAINT ck_extension_request_reason CHECK (btrim(reason) <> ''),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    status text NOT NULL CONSTRAINT ck_extension_request_status CHECK (status IN ('open', 'granted', 'refused', 'withdrawn')),
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text NOT NULL,
    extension_number bigint,
    CONSTRAINT ck_extension_request_decided CHECK ((status = 'open') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
    CONSTRAINT ck_extension_request_refused_says_why CHECK (status <> 'refused' OR btrim(decision_reason) <> ''),
    CONSTRAINT ck_extension_request_granted_by CHECK ((status = 'granted') = (extension_number IS NOT NULL))
);
CREATE UNIQUE INDEX uq_extension_request_open ON extension_request (period_id, unit_code) WHERE status = 'open';
CREATE INDEX ix_extension_request_period_id ON extension_request (period_id);
CREATE FUNCTION refuse_change_of_decided_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status <> 'open' OR ROW (OLD.period_id, OLD.unit_code, OLD.to_at, OLD.reason, OLD.asked_by, OLD.asked_at)
        IS DISTINCT FROM ROW (NEW.period_id, NEW.unit_code, NEW.to_at, NEW.reason, NEW.asked_by, NEW.asked_at) THEN
        RAISE EXCEPTION 'what was asked, and a request that was decided, never change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tr_extension_request_frozen BEFORE UPDATE ON extension_request
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_decided_request();
CREATE TRIGGER tr_extension_request_kept BEFORE DELETE OR TRUNCATE ON extension_request
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
""")


def downgrade() -> None:
    raise NotImplementedError
