"""Survey forms that were opened again after they had been closed."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE known_survey ADD COLUMN closed boolean NOT NULL DEFAULT true")


def downgrade() -> None:
    raise NotImplementedError
