"""Alembic's entry point: runs the migrations on the connection that it is handed."""

from alembic import context

from sayso.ledger.schema import metadata

attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    target_metadata=metadata,
    version_table=attributes["version_table"],
    # SQLite too rolls tables back, when BEGIN is given by hand: a killed migration leaves nothing.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
