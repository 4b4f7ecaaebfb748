"""Processes that live and end together."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

GRACE = 8.0


@dataclass(frozen=True)
class Child:
    """A process to start."""

    name: str
    command: list[str]
    environment: dict[str, str]


def run_together(children: list[Child], when_started: Callable[[], None] | None = None) -> int:
    """Run until a signal comes or one of them ends; then all of them end. Answers the exit code."""
    asked: list[int] = []

    def ask(number: int, frame: FrameType | None) -> None:
        asked.append(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)
    running = [_started(child) for child in children]
    try:
        if when_started:
            when_started()
        while not asked and all(process.poll() is None for process in running):
            time.sleep(0.1)
    finally:
        _end(running)
    return 0 if asked else 1


def _started(child: Child) -> subprocess.Popen[bytes]:
    """A group of its own, so that Ctrl-C reaches only us and we end the others in order."""
    environment = {**os.environ, **child.environment}
    return subprocess.Popen(child.command, env=environment, start_new_session=True)


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + GRACE
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
