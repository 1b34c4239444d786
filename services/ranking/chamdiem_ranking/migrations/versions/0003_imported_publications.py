"""Published results of earlier years, brought in by hand; a publication keeps the titles of its fields.

`imported` is a column of the publication, so that every reader of publications sees both kinds: what was imported differs in its mark alone.
`fields` is null for publications frozen before; their titles are still read from the criteria sets.
"""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute("""
ALTER TABLE publication ADD COLUMN imported boolean NOT NULL DEFAULT false, ADD COLUMN fields jsonb;
CREATE INDEX ix_publication_year ON publication (program, year);
""")


def downgrade() -> None:
    raise NotImplementedError
