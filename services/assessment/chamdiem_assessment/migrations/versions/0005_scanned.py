"""What a virus scanner said of a file: it may have found something."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Checked apart from being added, so that nobody waits while old rows are read.
    op.execute("""
ALTER TABLE evidence DROP CONSTRAINT ck_evidence_scan,
    ADD CONSTRAINT ck_evidence_scan CHECK (scan IN ('not_scanned', 'clean', 'infected')) NOT VALID;
""")
    op.execute("ALTER TABLE evidence VALIDATE CONSTRAINT ck_evidence_scan")
    op.execute("ALTER TABLE evidence ADD CONSTRAINT ck_evidence_infected_is_refused CHECK (scan <> 'infected' OR status = 'refused')")


def downgrade() -> None:
    raise NotImplementedError
