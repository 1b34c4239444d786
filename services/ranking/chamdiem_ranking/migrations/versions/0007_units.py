"""Units and what was merged into them, to compare them with the years before."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute("""
CREATE TABLE known_unit (
    code text CONSTRAINT pk_known_unit PRIMARY KEY,
    version bigint NOT NULL,
    name text NOT NULL,
    predecessors text[] NOT NULL
);
""")


def downgrade() -> None:
    raise NotImplementedError
