"""Run by Alembic, within the transaction of `migrate.to_newest`."""

from alembic import context

from tierline.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # half a schema is none
)
with context.begin_transaction():
    context.run_migrations()
