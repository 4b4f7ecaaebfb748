"""Fixtures for every room."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.backends.postgresql.base import DatabaseOperations as PostgresOperations
from django.db.backends.sqlite3.base import DatabaseOperations as SqliteOperations
from django.utils import translation
from hypothesis import settings as properties

from hiroba.foundation import clock

# The same examples each time, and no limit for a slow machine.
properties.register_profile("house", max_examples=30, derandomize=True, deadline=None)
properties.load_profile("house")


@pytest.fixture(autouse=True)
def in_japanese() -> Iterator[None]:
    """Sentences are compared in the source language."""
    cache.clear()
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
    """After a test that commits, tables are emptied, append-only ones too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteOperations, "sql_flush", _without_triggers(SqliteOperations.sql_flush))
        patch.setattr(PostgresOperations, "sql_flush", _asleep(PostgresOperations.sql_flush))
        yield


# The index is a table that Django does not know.
EMPTY_INDEX = "DELETE FROM search_grams"


def _without_triggers(plain):  # type: ignore[no-untyped-def]
    def sql_flush(self, style, tables, **options):  # type: ignore[no-untyped-def]
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
        dropped = [f"DROP TRIGGER {name}" for name, _ in triggers]
        emptied = [*plain(self, style, tables, **options), EMPTY_INDEX]
        return [*dropped, *emptied, *(sql for _, sql in triggers)]

    return sql_flush


def _asleep(plain):  # type: ignore[no-untyped-def]
    def sql_flush(self, style, tables, **options):  # type: ignore[no-untyped-def]
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
            )
            kept = [table for (table,) in cursor.fetchall()]
        asleep = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in kept]
        awake = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in kept]
        return [*asleep, *plain(self, style, tables, **options), EMPTY_INDEX, *awake]

    return sql_flush
