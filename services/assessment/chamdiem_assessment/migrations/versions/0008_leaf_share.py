"""Leaves that a unit gives to its sub-units, and which of the unit's files a sub-unit brought."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
CREATE TABLE leaf_share (
    sheet_id uuid NOT NULL CONSTRAINT fk_leaf_share_sheet_id REFERENCES period_sheet (sheet_id),
    item text NOT NULL,
    sub_unit_code text NOT NULL,
    given_by uuid NOT NULL,
    given_at timestamptz NOT NULL,
    CONSTRAINT pk_leaf_share PRIMARY KEY (sheet_id, item)
);
CREATE INDEX ix_leaf_share_sub_unit_code ON leaf_share (sub_unit_code);
ALTER TABLE evidence ADD COLUMN sub_unit_code text;
""")


def downgrade() -> None:
    raise NotImplementedError
