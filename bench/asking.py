"""Asking a server again and again for a limited time, and what it cost."""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from bench.machine import HOST, Server


@dataclass(frozen=True)
class Cost:
    """What one request took: CPU of the server, and time until the answer was there."""

    cpu: float | None
    wall: float
    count: int
    size: int = 0

    @property
    def of_the_machine(self) -> float:
        """CPU where it can be read, else the time of the clock."""
        return self.wall if self.cpu is None else self.cpu


class Asker:
    """A visitor who keeps the line open."""

    def __init__(self, server: Server, headers: dict[str, str] | None = None) -> None:
        self.server = server
        self.headers = headers or {}
        self.line = http.client.HTTPConnection(HOST, server.port, timeout=120)

    def ask(self, path: str, method: str = "GET", expected: tuple[int, ...] = (200,)) -> int:
        """One question; answers how many bytes came back."""
        length = {"Content-Length": "0"} if method == "POST" else {}
        self.line.request(method, path, headers={**self.headers, **length})
        answer = self.line.getresponse()
        body = answer.read()
        if answer.status not in expected:
            raise RuntimeError(f"{method} {path}: {answer.status}")
        return len(body)

    def text(self, path: str) -> tuple[str, list[str]]:
        """The answer as text, and its cookies."""
        self.line.request("GET", path, headers=self.headers)
        answer = self.line.getresponse()
        return answer.read().decode(), answer.headers.get_all("Set-Cookie") or []


def cost_of(asker: Asker, question: Callable[[], int], seconds: float, least: int = 5) -> Cost:
    """Ask for so many seconds, at least so often, after two questions that warm up."""
    size = max(question() for _ in range(4))
    before, walls = asker.server.cpu(), []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline or len(walls) < least:
        started = time.perf_counter()
        question()
        walls.append(time.perf_counter() - started)
    return cost(asker.server, before, walls, size)


def cost(server: Server, before: float | None, walls: list[float], size: int = 0) -> Cost:
    """The cost of one of these questions, in seconds."""
    after = server.cpu()
    cpu = None if before is None or after is None else (after - before) / len(walls)
    return Cost(cpu, median(walls), len(walls), size)
