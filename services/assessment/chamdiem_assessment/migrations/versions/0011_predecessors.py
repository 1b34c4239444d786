"""The units merged into a unit."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.execute("ALTER TABLE known_unit ADD COLUMN predecessors text[] NOT NULL DEFAULT '{}'")


def downgrade() -> None:
    raise NotImplementedError
