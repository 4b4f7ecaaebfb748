"""Processes that live and end together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

GRACE = 8.0


@dataclass(frozen=True)
class Child:
    """A process to start."""

    name: str
    command: list[str]
    environment: dict[str, str]


def run_together(children: list[Child], greet: Callable[[], bool] | None = None) -> int:
    """Run until a signal comes or one of them ends; then all of them end. Answers the exit code.

    `greet` is called again and again until it has said, with a yes, that the children are up.
    """
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, frame: asked.append(number))
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for child in children:
            running[child.name] = _started(child)
        while not asked and not (ended := _ended(running)):
            greet = None if greet is None or greet() else greet
            time.sleep(0.1)
    finally:
        _end(list(running.values()))
    if asked:
        return 0
    print(f"{ended} が終わったので止めました / stopped, for {ended} ended", file=sys.stderr)
    return 1


def _started(child: Child) -> subprocess.Popen[bytes]:
    """A group of its own, so that Ctrl-C reaches only us and we end the others in order."""
    environment = {**os.environ, **child.environment}
    return subprocess.Popen(child.command, env=environment, start_new_session=True)


def _ended(running: dict[str, subprocess.Popen[bytes]]) -> str:
    return next((name for name, process in running.items() if process.poll() is not None), "")


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    """Ask them to end, wait a little, and leave nothing of their groups behind."""
    for process in running:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + GRACE
    for process in running:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.1, deadline - time.monotonic()))
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
