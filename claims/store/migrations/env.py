"""What Alembic runs: the migrations, on the connection it is given, inside its transaction."""

from __future__ import annotations

from alembic import context

from claims.store.rows import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    # SQLite alters a table by copying it; the foreign keys of others hold meanwhile.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
