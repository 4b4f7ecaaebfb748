"""The full-text index behind Findable: FTS5 on SQLite, tsvector with GIN on PostgreSQL."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from hiroba.foundation.search.grams import grams, phrases

if TYPE_CHECKING:
    from hiroba.foundation.search.models import Findable

# The words are cut already: "ascii" parts them at spaces and takes all other signs as they are.
SQLITE_TABLE = "CREATE VIRTUAL TABLE search_grams USING fts5(grams, tokenize=ascii)"
POSTGRESQL_TABLE = (
    "CREATE TABLE search_grams (id bigint PRIMARY KEY, grams tsvector NOT NULL)",
    "CREATE INDEX search_grams_gin ON search_grams USING gin (grams)",
)

FEW = 500


def write(things: Sequence["Findable"]) -> None:
    """Each thing can be found by its title and text; what stood there before is replaced."""
    rows = [(thing.pk, _vector(grams(f"{thing.title} {thing.text}"))) for thing in things]
    erase([key for key, _ in rows])
    postgresql = connection.vendor == "postgresql"
    columns, marks = ("id", "%s, %s::tsvector") if postgresql else ("rowid", "%s, %s")
    statement = f"INSERT INTO search_grams ({columns}, grams) VALUES ({marks})"  # noqa: S608 (marks)
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def erase(keys: Sequence[int]) -> None:
    """Nothing is found for these rows any more."""
    with connection.cursor() as cursor:
        column = "id" if connection.vendor == "postgresql" else "rowid"
        for part in _parts(keys, 500):
            marks = ",".join(["%s"] * len(part))
            statement = f"DELETE FROM search_grams WHERE {column} IN ({marks})"  # noqa: S608 (marks)
            cursor.execute(statement, part)


def holding(found: "QuerySet[Findable]", words: str) -> "QuerySet[Findable]":
    """Those that hold every word; nothing when no word was typed.

    A planner takes rare words for frequent ones and walks through the whole table for them; so a
    few keys are fetched first, and only many are left to the database.
    """
    asked = phrases(words)
    if not asked:
        return found.none()
    sql, query = _matching(asked)
    few = _keys(f"{sql} LIMIT {FEW + 1}", query)
    return found.filter(pk__in=few if len(few) <= FEW else RawSQL(sql, (query,)))  # noqa: S611


def _keys(sql: str, query: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, (query,))
        return [key for (key,) in cursor.fetchall()]


def _vector(cut: list[str]) -> str:
    """The words with their places, written so that PostgreSQL need not cut them again."""
    if connection.vendor == "postgresql":
        return " ".join(f"'{gram}':{place}" for place, gram in enumerate(cut, start=1))
    return " ".join(cut)


def _matching(asked: list[list[str]]) -> tuple[str, str]:
    if connection.vendor == "postgresql":
        query = " & ".join("(" + " <-> ".join(map(_lexeme, phrase)) + ")" for phrase in asked)
        return "SELECT id FROM search_grams WHERE grams @@ %s::tsquery", query
    query = " AND ".join(" + ".join(map(_quoted, phrase)) for phrase in asked)
    return "SELECT rowid FROM search_grams WHERE search_grams MATCH %s", query


def _lexeme(gram: str) -> str:
    """Words hold letters and digits only, so that nothing in them ends the quotes."""
    return f"'{gram.removesuffix('*')}'" + (":*" if gram.endswith("*") else "")


def _quoted(gram: str) -> str:
    return f'"{gram.removesuffix("*")}"' + (" *" if gram.endswith("*") else "")


def _parts(rows: Sequence[Any], size: int) -> Iterable[Sequence[Any]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))
