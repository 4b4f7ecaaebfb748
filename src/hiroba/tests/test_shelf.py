"""The copied database is the migrated one."""

import re

from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from hiroba.tests import shelf

IMPORT = re.compile(r"^from (hiroba\.[\w.]+) import", re.M)


def test_nothing_that_migrations_import_is_forgotten():
    imported = {
        name
        for path in shelf.HOUSE.rglob("migrations/*.py")
        for name in IMPORT.findall(path.read_text(encoding="utf8"))
    }

    watched = {"hiroba." + name.removesuffix(".py").replace("/", ".") for name in shelf.IMPORTED}
    assert imported == watched


def test_a_changed_migration_asks_for_a_new_copy(tmp_path, monkeypatch):
    migration = tmp_path / "rooms/migrations/0001_initial.py"
    migration.parent.mkdir(parents=True)
    migration.write_text("one")
    monkeypatch.setattr(shelf, "HOUSE", tmp_path)
    monkeypatch.setattr(shelf, "IMPORTED", ())
    before = shelf.fingerprint()

    migration.write_text("two")

    assert shelf.fingerprint() != before


def test_every_migration_has_been_carried_out(db, capsys):
    call_command("migrate", "--check", verbosity=0)

    assert MigrationRecorder(connection).migration_qs.filter(app="search").exists()
