"""Real workers in processes of their own, on the database of the test."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection

PROGRAM = (
    "import django; django.setup(); from hiroba.foundation.jobs.working import work; "
    "work(lease_seconds={lease}, grace={grace}, concurrency={hands})"
)


def database_address() -> str:
    """The test's database, as DATABASE_URL writes it."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    secret = f":{told['PASSWORD']}" if told["PASSWORD"] else ""
    place = f"{told['HOST'] or 'localhost'}:{told['PORT'] or 5432}"
    return f"postgres://{told['USER']}{secret}@{place}/{told['NAME']}"


@dataclass
class Workers:
    """Those that were started; the fixture ends what is left of them."""

    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(
        self, lease: float = 2, grace: float = 6, hands: int = 2, **environment: str
    ) -> subprocess.Popen[bytes]:
        """One more worker."""
        known = {
            **os.environ,
            "HIROBA_ENV": "demo",
            "HIROBA_POOL": "0",
            "EMAIL_URL": "dummymail://",
            "DATABASE_URL": database_address(),
            "DJANGO_SETTINGS_MODULE": "hiroba.config.settings",
        }
        program = PROGRAM.format(lease=lease, grace=grace, hands=hands)
        process = subprocess.Popen(
            [sys.executable, "-c", program], env={**known, **environment}, start_new_session=True
        )
        self.running.append(process)
        return process

    def end(self) -> None:
        """Nobody is left."""
        for process in self.running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it came true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return condition()
