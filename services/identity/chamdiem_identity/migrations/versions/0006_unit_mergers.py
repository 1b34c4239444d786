"""Units merged into others, by a day."""

from alembic import op

revision = "0006"
down_revision = "0005"

_MERGERS = """
ALTER TABLE unit ADD COLUMN predecessors text[] NOT NULL DEFAULT '{}';
ALTER TABLE unit ADD COLUMN successor_code text CONSTRAINT fk_unit_successor_code REFERENCES unit (code)
    CONSTRAINT ck_unit_not_its_own_successor CHECK (successor_code <> code);
ALTER TABLE account ADD COLUMN former_units text[] NOT NULL DEFAULT '{}';
CREATE TABLE unit_merger (
    id uuid CONSTRAINT pk_unit_merger PRIMARY KEY,
    successor_code text NOT NULL CONSTRAINT fk_unit_merger_successor_code REFERENCES unit (code),
    predecessors text[] NOT NULL CONSTRAINT ck_unit_merger_predecessors CHECK (cardinality(predecessors) > 0),
    merged_on date NOT NULL,
    reason text NOT NULL CONSTRAINT ck_unit_merger_reason CHECK (btrim(reason) <> ''),
    account_acts jsonb NOT NULL CONSTRAINT ck_unit_merger_account_acts CHECK (jsonb_typeof(account_acts) = 'object'),
    sub_units_follow boolean NOT NULL,
    decided_by uuid NOT NULL CONSTRAINT fk_unit_merger_decided_by REFERENCES account (id),
    decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    carried_out_at timestamptz
);
CREATE INDEX ix_unit_merger_waiting ON unit_merger (merged_on) WHERE carried_out_at IS NULL;
"""


def upgrade() -> None:
    op.execute(_MERGERS)


def downgrade() -> None:
    raise NotImplementedError
