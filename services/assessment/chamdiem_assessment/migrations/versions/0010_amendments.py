"""Amending decisions: a sheet may get another version of its set and what that did to it is kept."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# A sheet's identity stays frozen but for the version of its set. Code before this revision changes nothing there at all.
_SHEETS = """
DROP TRIGGER tr_period_sheet_frozen ON period_sheet;
CREATE TRIGGER tr_period_sheet_stays BEFORE DELETE ON period_sheet FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_period_sheet_frozen BEFORE UPDATE ON period_sheet FOR EACH ROW
    WHEN (ROW (OLD.sheet_id, OLD.period_id, OLD.set_code, OLD.unit_code, OLD.unit_name, OLD.unit_type, OLD.ranking_group)
          IS DISTINCT FROM ROW (NEW.sheet_id, NEW.period_id, NEW.set_code, NEW.unit_code, NEW.unit_name, NEW.unit_type, NEW.ranking_group))
    EXECUTE FUNCTION refuse_change();
"""
_AMENDMENTS = """
CREATE TABLE set_amendment (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_set_amendment PRIMARY KEY,
    period_id uuid NOT NULL CONSTRAINT fk_set_amendment_period_id REFERENCES period (id),
    set_code text NOT NULL,
    from_set_id uuid NOT NULL CONSTRAINT fk_set_amendment_from_set_id REFERENCES criteria_set (id),
    to_set_id uuid NOT NULL CONSTRAINT fk_set_amendment_to_set_id REFERENCES criteria_set (id),
    decision jsonb NOT NULL,
    reason text NOT NULL CONSTRAINT ck_set_amendment_reason CHECK (btrim(reason) <> ''),
    deadline timestamptz,
    items jsonb NOT NULL,
    amended_by uuid NOT NULL,
    amended_at timestamptz NOT NULL,
    CONSTRAINT ck_set_amendment_other_version CHECK (from_set_id <> to_set_id)
);
COMMENT ON COLUMN set_amendment.items IS 'what differs between the two versions: added, removed, changed, named';
COMMENT ON COLUMN set_amendment.amended_at IS 'real time; also the time of every answer and state it changed';
CREATE INDEX ix_set_amendment_period_id ON set_amendment (period_id);
CREATE TABLE amended_sheet (
    amendment_id uuid NOT NULL CONSTRAINT fk_amended_sheet_amendment_id REFERENCES set_amendment (id),
    sheet_id uuid NOT NULL CONSTRAINT fk_amended_sheet_sheet_id REFERENCES period_sheet (sheet_id),
    status_before text NOT NULL,
    status_after text NOT NULL,
    rescored text[] NOT NULL,
    emptied text[] NOT NULL,
    gone text[] NOT NULL,
    restored text[] NOT NULL,
    CONSTRAINT pk_amended_sheet PRIMARY KEY (amendment_id, sheet_id)
);
COMMENT ON TABLE amended_sheet IS 'every sheet of the amended set, also those in which nothing changed';
CREATE INDEX ix_amended_sheet_sheet_id ON amended_sheet (sheet_id);
CREATE TRIGGER tr_set_amendment_frozen BEFORE UPDATE OR DELETE ON set_amendment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tr_amended_sheet_frozen BEFORE UPDATE OR DELETE ON amended_sheet FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""


def upgrade() -> None:
    op.execute(_SHEETS + _AMENDMENTS)


def downgrade() -> None:
    raise NotImplementedError
