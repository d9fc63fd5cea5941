"""Digests and LLM answers."""

import sqlalchemy as sa
from advanced_alchemy.types import DateTimeUTC
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "digests",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("article_sha256", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", DateTimeUTC(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_digests"),
    )
    op.create_index("ix_digests_article_sha256", "digests", ["article_sha256"])
    op.create_table(
        "llm_answers",
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("article_sha256", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", DateTimeUTC(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("request", name="pk_llm_answers"),
    )
    op.create_index("ix_llm_answers_article_sha256", "llm_answers", ["article_sha256"])


def downgrade() -> None:
    op.drop_table("llm_answers")
    op.drop_table("digests")
