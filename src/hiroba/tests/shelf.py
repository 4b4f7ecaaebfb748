"""A migrated database is made once and copied for each worker and each suite."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.backends.sqlite3.creation import DatabaseCreation as SqliteCreation

HOUSE = Path(__file__).resolve().parents[1]
LOCK = HOUSE.parents[1] / "requirements/runtime.lock"
# What migrations say and what they import; a test proves that nothing is forgotten.
IMPORTED = ("engines/ledger/promises.py", "foundation/promises.py", "foundation/search/index.py")


def fingerprint() -> str:
    """The same as long as a migrated database would be the same."""
    read = [*sorted(HOUSE.rglob("migrations/*.py")), *(HOUSE / name for name in IMPORTED), LOCK]
    told = hashlib.sha256()
    for path in read:
        told.update(path.read_bytes())
    return told.hexdigest()[:16]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any
) -> Iterator[None]:
    """The test database begins as a copy of one that has been migrated already."""
    with pytest.MonkeyPatch.context() as patch:
        if connection.vendor == "sqlite":
            patch.setattr(SqliteCreation, "_create_test_db", _copied)
        else:
            with django_db_blocker.unblock():
                template = _template()
            patch.setitem(connection.settings_dict["TEST"], "TEMPLATE", template)
        yield


_PLAIN = SqliteCreation._create_test_db


def _copied(creation: Any, *arguments: Any, **options: Any) -> str:
    name: str = _PLAIN(creation, *arguments, **options)
    folder = Path(tempfile.gettempdir()) / f"hiroba-shelf-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    shelf = folder / f"{fingerprint()}.sqlite3"
    with _alone(folder / "lock"):
        if not shelf.exists():
            for old in folder.glob("*.sqlite3*"):
                old.unlink()
            making = shelf.with_suffix(".making")
            making.unlink(missing_ok=True)
            _migrate(f"sqlite:///{making}")
            making.rename(shelf)
    shutil.copy(shelf, name)
    return name


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _template() -> str:
    """The name of a migrated database on this server; the first who asks makes it."""
    name = f"hiroba_shelf_{fingerprint()}"
    creation: Any = connection.creation
    with creation._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('hiroba shelf'))")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            making = connection.ops.quote_name(name + "_making")
            cursor.execute(f"DROP DATABASE IF EXISTS {making}")
            cursor.execute(f"CREATE DATABASE {making}")
            _migrate(_address(name + "_making"))
            cursor.execute(f"ALTER DATABASE {making} RENAME TO {connection.ops.quote_name(name)}")
        cursor.execute("SELECT pg_advisory_unlock(hashtext('hiroba shelf'))")
    return name


def _address(name: str) -> str:
    start, _, rest = os.environ["DATABASE_URL"].rpartition("/")
    _, mark, options = rest.partition("?")
    return f"{start}/{name}{mark}{options}"


def _migrate(address: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
        env={**os.environ, "DATABASE_URL": address, "HIROBA_POOL": "0"},
        check=True,
    )
