"""A server process to be measured: started, asked, its CPU time read, ended."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
PROC = Path("/proc")
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True)
class Server:
    """A running server and how to reach it."""

    port: int
    process: subprocess.Popen[bytes]

    def cpu(self) -> float | None:
        """Seconds of CPU that its processes have used; nothing where /proc is missing."""
        if not PROC.exists():
            return None
        return sum(_seconds(pid) for pid in _family(self.process.pid))


@contextmanager
def serving(application: str, environment: dict[str, str], workers: int = 2) -> Iterator[Server]:
    """Granian as in production: two processes of four threads."""
    port = free_port()
    command = [
        str(Path(sys.executable).parent / "granian"),
        "--interface=wsgi",
        f"--host={HOST}",
        f"--port={port}",
        f"--workers={workers}",
        "--blocking-threads=4",
        "--no-ws",
        "--log-level=warning",
        application,
    ]
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(port, process)
        yield Server(port, process)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port that nobody listens on at the moment."""
    with socket.socket() as door:
        door.bind((HOST, 0))
        return int(door.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            line = http.client.HTTPConnection(HOST, port, timeout=5)
            line.request("GET", "/health/")
            if line.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


def _family(pid: int) -> list[int]:
    """The process and all that came from it."""
    children = PROC / str(pid) / "task" / str(pid) / "children"
    try:
        found = [int(each) for each in children.read_text().split()]
    except OSError:
        found = []
    return [pid, *(one for child in found for one in _family(child))]


def _seconds(pid: int) -> float:
    try:
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK
