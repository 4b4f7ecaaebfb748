"""Promises that the database keeps by triggers, alike on SQLite and PostgreSQL."""

from django.db.migrations import RunPython

SQLITE = """
CREATE TRIGGER {table}_is_never_{done} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION {table}_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_is_never_{done} BEFORE {verb} ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuses()
"""
VERBS = (("UPDATE", "changed"), ("DELETE", "deleted"))


def append_only(table: str) -> RunPython:
    """A migration's step after which rows of the table are never changed and never deleted."""

    def keep(apps, schema_editor):  # type: ignore[no-untyped-def]
        postgresql = schema_editor.connection.vendor == "postgresql"
        if postgresql:
            schema_editor.execute(POSTGRESQL_FUNCTION.format(table=table))
        for verb, done in VERBS:
            trigger = POSTGRESQL if postgresql else SQLITE
            schema_editor.execute(trigger.format(table=table, verb=verb, done=done))

    def release(apps, schema_editor):  # type: ignore[no-untyped-def]
        where = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        for _, done in VERBS:
            schema_editor.execute(f"DROP TRIGGER {table}_is_never_{done}{where}")

    return RunPython(keep, release)
