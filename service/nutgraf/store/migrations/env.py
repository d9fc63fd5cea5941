"""Run by Alembic with the connection that `open_store` holds."""

from advanced_alchemy.base import orm_registry
from alembic import context

from nutgraf.store import tables

__all__ = ["tables"]

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=orm_registry.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
