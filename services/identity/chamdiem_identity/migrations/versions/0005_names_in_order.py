"""Accounts by their holders' names in Vietnamese order."""

from alembic import op
from sqlalchemy import text

from chamdiem_rules.name_order import name_sort_key

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("ALTER TABLE account ADD COLUMN name_sort_key text NOT NULL DEFAULT ''")
    connection = op.get_bind()
    rows = [
        {"id": row.id, "key": name_sort_key(row.holder_name, str(row.id))}
        for row in connection.execute(text("SELECT id, holder_name FROM account")).all()
    ]
    if rows:
        connection.execute(text("UPDATE account SET name_sort_key = :key WHERE id = :id"), rows)
    op.execute("CREATE INDEX ix_account_name_sort_key ON account (name_sort_key, id)")


def downgrade() -> None:
    raise NotImplementedError
