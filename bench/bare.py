"""The same questions in bare SQL, on one connection of the database's own driver."""

import csv
import io
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from statistics import median
from typing import Any

import psycopg

COLUMNS = "p.ref, p.title_ja, p.summary_ja, p.reporter_name, p.planned_start, p.planned_end"
LIST = (
    f"SELECT {COLUMNS} FROM projects_heading h JOIN projects_project p ON p.id = h.project_id "
    "WHERE h.name = ? ORDER BY h.listed_on DESC, h.id DESC LIMIT 21"
)
PROJECT = f"SELECT {COLUMNS} FROM projects_project p WHERE p.ref = ?"
FOUND = {
    "sqlite": "SELECT rowid FROM search_grams WHERE search_grams MATCH ?",
    "postgresql": "SELECT id FROM search_grams WHERE grams @@ CAST(? AS tsquery)",
}
SEARCH = (
    "SELECT f.ref, f.title FROM search_findable f WHERE f.kind = 'projects' AND f.language = 'ja' "
    "AND f.id IN ({}) ORDER BY f.day DESC, f.id DESC LIMIT 21"
)
TABLE = f"SELECT {COLUMNS} FROM projects_project p ORDER BY p.listed_on DESC, p.id DESC"
ENTRY = "INSERT INTO bench_entry (text, written_at) VALUES (?, CURRENT_TIMESTAMP)"
ENTRIES = {
    "sqlite": "CREATE TABLE IF NOT EXISTS bench_entry (id integer PRIMARY KEY, text text NOT NULL, "
    "written_at text NOT NULL)",
    "postgresql": "CREATE TABLE IF NOT EXISTS bench_entry (id bigserial PRIMARY KEY, "
    "text text NOT NULL, written_at timestamptz NOT NULL)",
}


class Bare:
    """One connection, asked without anything in between."""

    def __init__(self, vendor: str, address: str) -> None:
        self.vendor = vendor
        self.line: Any
        if vendor == "sqlite":
            self.line = sqlite3.connect(address, isolation_level=None, timeout=20)
            self.line.execute("PRAGMA journal_mode=WAL")
            self.line.execute("PRAGMA synchronous=NORMAL")
        else:
            self.line = psycopg.connect(address, autocommit=True)
        self.ask(ENTRIES[vendor])

    def ask(self, statement: str, *parameters: Any) -> list[Any]:
        """All rows of an answer."""
        marks = statement if self.vendor == "sqlite" else statement.replace("?", "%s")
        with closing(self.line.cursor()) as cursor:
            cursor.execute(marks, parameters)
            return list(cursor.fetchall()) if cursor.description else []

    def version(self) -> str:
        """The database and its version."""
        if self.vendor == "sqlite":
            return f"SQLite {sqlite3.sqlite_version}"
        return f"PostgreSQL {self.ask('SHOW server_version')[0][0].split()[0]}"

    def questions(self, told: dict[str, Any]) -> dict[str, Callable[[], Any]]:
        """What is measured, by the names of the works."""
        words = told["words"]
        asked = f'"{words}"' if self.vendor == "sqlite" else f"'{words}'"
        return {
            "list": lambda: self.ask(LIST, "everything"),
            "country": lambda: self.ask(LIST, f"country:{told['country']}"),
            "detail": lambda: self.ask(PROJECT, told["project"]),
            "search": lambda: self.ask(SEARCH.format(FOUND[self.vendor]), asked),
            "submit": lambda: self.ask(ENTRY, "one line"),
            "csv": self.table,
        }

    def table(self) -> int:
        """Every row as CSV."""
        out = io.StringIO()
        csv.writer(out).writerows(self.ask(TABLE))
        return len(out.getvalue())


def seconds_of(question: Callable[[], Any], seconds: float, least: int = 3) -> float:
    """How long one question takes, by the clock."""
    question()
    walls: list[float] = []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline or len(walls) < least:
        started = time.perf_counter()
        question()
        walls.append(time.perf_counter() - started)
    return median(walls)
