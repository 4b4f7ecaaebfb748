"""The full-text index behind Findable: FTS5 on SQLite, tsvector with GIN on PostgreSQL."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from hiroba.foundation.search.grams import grams, phrases

if TYPE_CHECKING:
    from hiroba.foundation.search.models import Findable

SQLITE_TABLE = (
    "CREATE VIRTUAL TABLE search_grams USING fts5"
    "(grams, tokenize=\"unicode61 remove_diacritics 0\", detail=full)"
)
POSTGRESQL_TABLE = (
    "CREATE TABLE search_grams (id bigint PRIMARY KEY, grams tsvector NOT NULL)",
    "CREATE INDEX search_grams_gin ON search_grams USING gin (grams)",
)


def write(things: Sequence["Findable"]) -> None:
    """Each thing can be found by its title and text; what stood there before is replaced."""
    rows = [(thing.pk, grams(f"{thing.title} {thing.text}")) for thing in things]
    erase([key for key, _ in rows])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(
                "INSERT INTO search_grams (id, grams) VALUES (%s, to_tsvector('simple', %s))", rows
            )
        else:
            cursor.executemany("INSERT INTO search_grams (rowid, grams) VALUES (%s, %s)", rows)


def erase(keys: Sequence[int]) -> None:
    """Nothing is found for these rows any more."""
    with connection.cursor() as cursor:
        column = "id" if connection.vendor == "postgresql" else "rowid"
        for part in _parts(keys, 500):
            marks = ",".join(["%s"] * len(part))
            cursor.execute(f"DELETE FROM search_grams WHERE {column} IN ({marks})", part)


def holding(found: "QuerySet[Findable]", words: str) -> "QuerySet[Findable]":
    """Those that hold every word; nothing when no word was typed."""
    asked = phrases(words)
    if not asked:
        return found.none()
    sql, query = _matching(asked)
    return found.filter(pk__in=RawSQL(sql, (query,)))


def _matching(asked: list[list[str]]) -> tuple[str, str]:
    if connection.vendor == "postgresql":
        query = " & ".join("(" + " <-> ".join(map(_lexeme, phrase)) + ")" for phrase in asked)
        return "SELECT id FROM search_grams WHERE grams @@ to_tsquery('simple', %s)", query
    query = " AND ".join(" + ".join(map(_quoted, phrase)) for phrase in asked)
    return "SELECT rowid FROM search_grams WHERE search_grams MATCH %s", query


def _lexeme(gram: str) -> str:
    star = gram.endswith("*")
    return "'" + gram.rstrip("*").replace("'", "''") + "'" + (":*" if star else "")


def _quoted(gram: str) -> str:
    star = gram.endswith("*")
    return '"' + gram.rstrip("*").replace('"', '""') + '"' + (" *" if star else "")


def _parts(rows: Sequence[Any], size: int) -> Iterable[Sequence[Any]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))
