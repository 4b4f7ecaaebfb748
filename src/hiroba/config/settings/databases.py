"""SQLite in the data folder unless DATABASE_URL names another database."""

from typing import Any

from hiroba.config.settings.environment import DATA, env

__all__ = ["DATABASES"]

# Without IMMEDIATE, two people who read and then write at once get "database is locked".
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
    "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;"
    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;",
}


def _database() -> dict[str, Any]:
    DATA.mkdir(parents=True, exist_ok=True)
    database: dict[str, Any] = env.db_url("DATABASE_URL", f"sqlite:///{DATA / 'hiroba.sqlite3'}")
    if database["ENGINE"].endswith("sqlite3"):
        # A file, so that tests can start real workers and let several threads race.
        test = {"NAME": DATA / "test.sqlite3"}
        return {**database, "OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": 60, "TEST": test}
    size = env.int("HIROBA_POOL", 4)
    pool = {"min_size": 1, "max_size": size, "timeout": 10} if size else False
    return {**database, "OPTIONS": {**database.get("OPTIONS", {}), "pool": pool}}


DATABASES = {"default": _database()}
