"""A whole house running in processes of its own, and visitors who come to it over the line."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

HOST = "127.0.0.1"
BIN = Path(sys.executable).parent
# What the tests themselves live in must not leak into the house that is tried.
OURS = ("HIROBA_", "DATABASE_URL", "DJANGO_", "EMAIL_URL", "PORT", "PROMETHEUS_")


def environment(**wished: str) -> dict[str, str]:
    """The environment of a house that knows nothing of the tests."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return {**clean, **wished}


def free_port() -> int:
    """A port that nobody listens on at the moment."""
    with socket.socket() as door:
        door.bind((HOST, 0))
        return int(door.getsockname()[1])


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it came true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return condition()


def hiroba(env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """One command of the console, run to its end."""
    return subprocess.run(
        [str(BIN / "hiroba"), *arguments], env=env, capture_output=True, text=True, timeout=120
    )


@contextmanager
def started(env: dict[str, str], log: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command that goes on; whatever happens, it and its group are gone afterwards."""
    with log.open("ab") as written:
        process = subprocess.Popen(
            [str(BIN / "hiroba"), *arguments],
            env=env,
            stdout=written,
            stderr=written,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                process.wait(15)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def processes_with(mark: str) -> list[int]:
    """Processes in whose environment a mark stands; empty where that cannot be seen."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
    return found


def seconds_of(processes: list[int]) -> float:
    """The CPU time that processes have used, which other work on the machine does not change."""
    found = 0.0
    for pid in processes:
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            found += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Visitor:
    """A browser without a screen: it keeps cookies and sends forms; each request is a new line."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        """One page."""
        return self._ask("GET", path, b"", headers)

    def send(self, page: str, **typed: str) -> Answer:
        """The form on a page, filled in and sent."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(page).text)
        assert token, f"there is no form on {page}"
        body = urlencode({**typed, "csrfmiddlewaretoken": token[1]}).encode()
        host = self.headers.get("Host", f"{HOST}:{self.port}")
        scheme = self.headers.get("X-Forwarded-Proto", "http")
        kind = "application/x-www-form-urlencoded"
        headers = {"Content-Type": kind, "Referer": f"{scheme}://{host}{page}"}
        return self._ask("POST", page, body, headers)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        line = http.client.HTTPConnection(HOST, self.port, timeout=20)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        line.request(method, path, body or None, {**self.headers, "Cookie": cookie, **headers})
        found = line.getresponse()
        answer = Answer(found.status, found.headers, found.read())
        line.close()
        for baked in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = baked.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer


class Cable:
    """The line between the house and its database, which can be cut and mended."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = free_port()
        self.ends: list[socket.socket] = []
        self.door: socket.socket | None = None

    def mend(self) -> None:
        """The database can be reached."""
        self.door = socket.create_server((HOST, self.port))
        threading.Thread(target=self._listen, args=(self.door,), daemon=True).start()

    def cut(self) -> None:
        """The database is gone, in the middle of whatever was said."""
        assert self.door
        with suppress(OSError):
            self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        for end in self.ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.ends = []

    def _listen(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = door.accept()
                far = socket.create_connection((HOST, self.target))
                self.ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=(one, other), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    with suppress(OSError):
        other.shutdown(socket.SHUT_RDWR)
