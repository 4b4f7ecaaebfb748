"""Promises that the database keeps by triggers, alike on SQLite and PostgreSQL."""

from django.db.migrations import RunPython

# SQLite's triggers for DELETE do not see INSERT OR REPLACE, so a known key is refused too.
SQLITE = (
    """
    CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
    """,
    """
    CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
    """,
    """
    CREATE TRIGGER {table}_is_never_replaced BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
    """,
)
POSTGRESQL = (
    """
    CREATE OR REPLACE FUNCTION {table}_refuses() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$
    """,
    """
    CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_refuses()
    """,
    """
    CREATE TRIGGER {table}_is_never_emptied BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuses()
    """,
)
RELEASE_SQLITE = (
    "DROP TRIGGER {table}_is_never_changed",
    "DROP TRIGGER {table}_is_never_deleted",
    "DROP TRIGGER {table}_is_never_replaced",
)
RELEASE_POSTGRESQL = ("DROP FUNCTION {table}_refuses() CASCADE",)


def append_only(table: str) -> RunPython:
    """A migration's step after which rows of the table are never changed and never deleted."""

    def keep(apps, schema_editor):  # type: ignore[no-untyped-def]
        postgresql = schema_editor.connection.vendor == "postgresql"
        for statement in POSTGRESQL if postgresql else SQLITE:
            schema_editor.execute(statement.format(table=table))

    def release(apps, schema_editor):  # type: ignore[no-untyped-def]
        postgresql = schema_editor.connection.vendor == "postgresql"
        for statement in RELEASE_POSTGRESQL if postgresql else RELEASE_SQLITE:
            schema_editor.execute(statement.format(table=table))

    return RunPython(keep, release)
