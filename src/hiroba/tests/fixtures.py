"""Fixtures for every room."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db.backends.sqlite3.operations import DatabaseOperations
from django.utils import translation

from hiroba.foundation import clock


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


@pytest.fixture(autouse=True, scope="session")
def emptying_passes_the_triggers() -> Iterator[None]:
    """After a test that commits, SQLite empties tables by DELETE, append-only ones too."""
    plain = DatabaseOperations.sql_flush

    def sql_flush(self, style, tables, **options):  # type: ignore[no-untyped-def]
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
        dropped = [f"DROP TRIGGER {name}" for name, _ in triggers]
        return [*dropped, *plain(self, style, tables, **options), *(sql for _, sql in triggers)]

    DatabaseOperations.sql_flush = sql_flush  # type: ignore[method-assign]
    yield
    DatabaseOperations.sql_flush = plain  # type: ignore[method-assign]
