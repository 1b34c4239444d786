"""The lead asks a member to look again at what stands; the member confirms or proposes another figure."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("""
CREATE TABLE second_look (
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    appraisal_id uuid NOT NULL CONSTRAINT fk_second_look_appraisal REFERENCES appraisal,
    account_id uuid NOT NULL,
    note text NOT NULL,
    state text NOT NULL CONSTRAINT ck_second_look_state CHECK (state IN ('open', 'confirmed', 'proposed', 'withdrawn')),
    score numeric CONSTRAINT ck_second_look_not_negative CHECK (score >= 0),
    not_applicable boolean NOT NULL,
    count bigint CONSTRAINT ck_second_look_count_not_negative CHECK (count >= 0),
    reason text NOT NULL,
    score_version int NOT NULL,
    version int NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    answered_at timestamptz,
    CONSTRAINT pk_second_look PRIMARY KEY (sheet_id, item),
    CONSTRAINT ck_second_look_answered_has_time CHECK (state IN ('open', 'withdrawn') OR answered_at IS NOT NULL)
);
COMMENT ON COLUMN second_look.score_version IS 'of the appraised score that the member answered about; 0 before';
CREATE INDEX ix_second_look_appraisal ON second_look (appraisal_id, state);
CREATE TABLE second_look_history (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_second_look_history PRIMARY KEY,
    sheet_id uuid NOT NULL,
    item text NOT NULL,
    version int NOT NULL,
    act text NOT NULL CONSTRAINT ck_second_look_history_act CHECK (act IN ('asked', 'confirmed', 'proposed', 'withdrawn')),
    account_id uuid NOT NULL,
    note text NOT NULL,
    score numeric,
    not_applicable boolean NOT NULL,
    count bigint,
    reason text NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX ix_second_look_history_item ON second_look_history (sheet_id, item, id);
CREATE TRIGGER second_look_history_is_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON second_look_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
""")


def downgrade() -> None:
    raise NotImplementedError
