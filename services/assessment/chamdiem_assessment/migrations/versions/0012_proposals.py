"""Proposals to change criteria, and who gave which leaf to which sub-unit when."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_PROPOSALS = """
CREATE TABLE criteria_proposal (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_criteria_proposal PRIMARY KEY,
    criteria_set_id uuid NOT NULL CONSTRAINT fk_criteria_proposal_criteria_set_id REFERENCES criteria_set (id),
    item text,
    text text NOT NULL CONSTRAINT ck_criteria_proposal_text CHECK (btrim(text) <> ''),
    unit_code text,
    appraiser_code text,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    status text NOT NULL CONSTRAINT ck_criteria_proposal_status CHECK (status IN ('open', 'accepted', 'declined', 'withdrawn')),
    answer text NOT NULL,
    answered_by uuid,
    answered_at timestamptz,
    CONSTRAINT ck_criteria_proposal_of_one CHECK ((unit_code IS NULL) <> (appraiser_code IS NULL)),
    CONSTRAINT ck_criteria_proposal_answered CHECK ((status = 'open') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
    CONSTRAINT ck_criteria_proposal_answer_says_why CHECK (status NOT IN ('accepted', 'declined') OR btrim(answer) <> '')
);
CREATE INDEX ix_criteria_proposal_unit_code ON criteria_proposal (unit_code);
CREATE INDEX ix_criteria_proposal_appraiser_code ON criteria_proposal (appraiser_code);
CREATE FUNCTION refuse_change_of_answered_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status <> 'open' OR ROW (OLD.criteria_set_id, OLD.item, OLD.text, OLD.unit_code, OLD.appraiser_code, OLD.proposed_by, OLD.proposed_at)
        IS DISTINCT FROM ROW (NEW.criteria_set_id, NEW.item, NEW.text, NEW.unit_code, NEW.appraiser_code, NEW.proposed_by, NEW.proposed_at) THEN
        RAISE EXCEPTION 'what was proposed, and a proposal that was answered, never change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tr_criteria_proposal_frozen BEFORE UPDATE ON criteria_proposal
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_answered_proposal();
CREATE TRIGGER tr_criteria_proposal_kept BEFORE DELETE OR TRUNCATE ON criteria_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""
# What code before this revision gives or takes back meanwhile is missing there; what is given now is not.
_SHARES = """
CREATE TABLE leaf_share_history (
    id uuid DEFAULT uuidv7() CONSTRAINT pk_leaf_share_history PRIMARY KEY,
    sheet_id uuid NOT NULL CONSTRAINT fk_leaf_share_history_sheet_id REFERENCES period_sheet (sheet_id),
    item text NOT NULL,
    sub_unit_code text,
    given_by uuid NOT NULL,
    given_at timestamptz NOT NULL
);
COMMENT ON COLUMN leaf_share_history.sub_unit_code IS 'null: taken back';
CREATE INDEX ix_leaf_share_history_sheet_id ON leaf_share_history (sheet_id);
CREATE TRIGGER tr_leaf_share_history_frozen BEFORE UPDATE OR DELETE ON leaf_share_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
INSERT INTO leaf_share_history (sheet_id, item, sub_unit_code, given_by, given_at)
SELECT sheet_id, item, sub_unit_code, given_by, given_at FROM leaf_share ORDER BY given_at;
"""


def upgrade() -> None:
    op.execute(_PROPOSALS + _SHARES)


def downgrade() -> None:
    raise NotImplementedError
