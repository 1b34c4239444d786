"""The kit's tables and one of its own."""

from alembic import op

from chamdiem_kit.migrate import KIT_TABLES

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.execute(KIT_TABLES)
    op.execute("CREATE TABLE thing (code text CONSTRAINT uq_thing_code UNIQUE, version bigint NOT NULL)")


def downgrade() -> None:
    raise NotImplementedError
