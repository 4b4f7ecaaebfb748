"""Fixtures for every room."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.db.backends.postgresql.base import DatabaseOperations as PostgresOperations
from django.db.backends.sqlite3.base import DatabaseOperations as SqliteOperations
from django.utils import translation
from hypothesis import settings as properties

from hiroba.engines.registry.people import examples as bodies
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.themes import examples as themes
from hiroba.foundation import clock
from hiroba.foundation.accounts import examples as people
from hiroba.foundation.journal.models import Record
from hiroba.reports.figures import queries as figures

# The same examples each time, and no limit for a slow machine.
properties.register_profile("house", max_examples=30, derandomize=True, deadline=None)
properties.load_profile("house")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Countries, prefectures and themes stand before the first test, as in a house that is open."""
    with django_db_blocker.unblock(), clock.at("2023-04-01 09:00"):
        places.reference()
        themes.reference()
        _forget_the_journal()
        _keep_the_beginning()


# Beside each table that holds rows before the first test lies a copy of them.
KEPT = "kept_"


def _forget_the_journal() -> None:
    """A test's journal holds what the test did, not how the reference was laid."""
    emptied = _without_triggers if connection.vendor == "sqlite" else _asleep
    with connection.cursor() as cursor:
        for statement in emptied(connection.ops, None, [Record._meta.db_table]):
            cursor.execute(statement)


def _keep_the_beginning() -> None:
    """What migrations and reference have laid is there again after each test that commits."""
    tables = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        known = {each.name for each in connection.introspection.get_table_list(cursor)}
        for table in _filled(connection.ops, tables):
            if KEPT + table not in known and table != INDEX:
                kept, name = _quoted(connection.ops, table)
                cursor.execute(f"CREATE TABLE {kept} AS SELECT * FROM {name}")  # noqa: S608


def _quoted(operations: Any, table: str) -> tuple[str, str]:
    return operations.quote_name(KEPT + table), operations.quote_name(table)


def _laid_again(operations: Any) -> list[str]:
    with operations.connection.cursor() as cursor:
        known = [each.name for each in operations.connection.introspection.get_table_list(cursor)]
    pairs = [_quoted(operations, name[len(KEPT) :]) for name in known if name.startswith(KEPT)]
    return [f"INSERT INTO {name} SELECT * FROM {kept}" for kept, name in pairs]  # noqa: S608


# Those whom nearly every file asks for.
HOUSEHOLD = ("ren", "hana", "sato", "mori", "hayashi", "kimura", "ono", "kansa")


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What a file's own fixture builds on this stands for all its tests, which undo only their own.

    Not for tests that commit: other connections see nothing of it.
    """
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("ja"):
        yield
        transaction.set_rollback(True)


COMMITTING = {"transactional_db", "live_server", "closed_for_writing"}


def commits(test: pytest.Item) -> bool:
    """Whether other connections see what the test writes."""
    mark = test.get_closest_marker("django_db")
    asked = set(getattr(test, "fixturenames", ()))
    return bool(mark and mark.kwargs.get("transaction")) or bool(COMMITTING & asked)


@pytest.fixture(scope="module")
def acquaintances(request: pytest.FixtureRequest) -> None:
    """NPO Minato and the people of the house are there for all tests of a file.

    Where a test commits, each test makes the acquaintance by itself.
    """
    if any(commits(test) for test in request.session.items if test.path == request.path):
        return
    request.getfixturevalue("standing")
    with clock.at("2023-04-10 10:00"):
        bodies.minato()
        for handle in HOUSEHOLD:
            people.somebody(handle)


@pytest.fixture(autouse=True)
def in_japanese() -> Iterator[None]:
    """Sentences are compared in the source language."""
    cache.clear()
    figures.remembered().clear()
    with translation.override("ja"):
        yield


@pytest.fixture
def in_november_2023() -> Iterator[None]:
    """The story's present."""
    with clock.at("2023-11-01 10:00"):
        yield


@pytest.fixture
def closed_for_writing(transactional_db: None) -> Callable[[], AbstractContextManager[None]]:
    """`with closed_for_writing():` the database can only be read, as during its maintenance."""

    @contextmanager
    def closed() -> Iterator[None]:
        sqlite = connection.vendor == "sqlite"
        switch = "PRAGMA query_only" if sqlite else "SET default_transaction_read_only"
        with connection.cursor() as cursor:
            cursor.execute(f"{switch} = on")
            try:
                yield
            finally:
                cursor.execute(f"{switch} = off")

    return closed


@pytest.fixture(autouse=True, scope="session")
def emptying_passes_the_triggers() -> Iterator[None]:
    """After a test that commits, tables that hold rows are emptied, append-only ones too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteOperations, "sql_flush", _without_triggers)
        patch.setattr(PostgresOperations, "sql_flush", _asleep)
        yield


# The index is a table that Django does not know.
INDEX = "search_grams"


def _filled(operations: Any, tables: list[str]) -> list[str]:
    """Of many tables those that hold a row, asked in one question; the index always counts."""
    quoted = [(table, operations.quote_name(table)) for table in tables]
    asked = [
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {name})"  # noqa: S608
        for table, name in quoted
    ]
    with operations.connection.cursor() as cursor:
        found = []
        for start in range(0, len(asked), 100):
            cursor.execute(" UNION ALL ".join(asked[start : start + 100]))
            found += [table for (table,) in cursor.fetchall()]
    return [*found, INDEX]


def _emptied(operations: Any, tables: list[str]) -> list[str]:
    return [
        f"DELETE FROM {operations.quote_name(table)}"  # noqa: S608
        for table in _filled(operations, tables)
    ]


def _without_triggers(self: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
    with self.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
    dropped = [f"DROP TRIGGER {name}" for name, _ in triggers]
    return [
        *dropped,
        *_emptied(self, tables),
        *_laid_again(self),
        *(sql for _, sql in triggers),
    ]


def _asleep(self: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
    """As a replica, PostgreSQL fires neither our triggers nor those of foreign keys."""
    asleep, awake = ("SET session_replication_role = replica", "RESET session_replication_role")
    return [asleep, *_emptied(self, tables), *_laid_again(self), awake]
