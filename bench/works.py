"""The works that are measured, each at the house, at the minimal project and in bare SQL."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bench.asking import Asker, Cost, cost, cost_of
from bench.bare import Bare, seconds_of
from bench.machine import Server

# Behind a proxy that ends TLS, as in production.
PROXIED = {"X-Forwarded-Proto": "https"}
# Work, its name, and the CPU it may cost in milliseconds.
WORKS: dict[str, tuple[str, str, float | None]] = {
    "list": ("事業の一覧", "list of projects", 15),
    "country": ("国でしぼった一覧", "list of one country", 15),
    "detail": ("事業の画面", "page of a project", 15),
    "search": ("検索(水道)", "search (水道)", 30),
    "submit": ("提案の提出", "handing in a proposal", 25),
    "csv": ("全件の CSV", "CSV of all rows", None),
}


@dataclass(frozen=True)
class Row:
    """What one work costs at three places."""

    work: str
    bare: float
    minimal: Cost
    house: Cost


def house_costs(server: Server, told: dict[str, Any], seconds: float) -> dict[str, Cost]:
    """Every work at the house."""
    visitor = Asker(server, PROXIED)
    paths = {
        "list": "/projects/",
        "country": f"/projects/?country={told['country']}",
        "detail": f"/projects/{told['project']}/",
        "search": f"/projects/?words={quote(told['words'])}",
        "csv": "/projects/table.csv",
    }
    found = {work: _cost(visitor, path, work, seconds) for work, path in paths.items()}
    found["submit"] = _submitting(server, told["session"], told["drafts"])
    return found


def minimal_costs(server: Server, told: dict[str, Any], seconds: float) -> dict[str, Cost]:
    """The nearest thing to every work at the minimal project."""
    visitor = Asker(server)
    paths = {
        "list": "/list/",
        "country": f"/list/?name=country:{told['country']}",
        "detail": f"/one/{told['project']}/",
        "csv": "/table.csv",
    }
    found = {work: _cost(visitor, path, work, seconds) for work, path in paths.items()}
    found["search"] = found["list"]
    found["submit"] = cost_of(visitor, lambda: visitor.ask("/write/", "POST"), seconds)
    return found


def bare_seconds(bare: Bare, told: dict[str, Any], seconds: float) -> dict[str, float]:
    """Every work in bare SQL."""
    asked = bare.questions(told)
    return {
        work: seconds_of(question, *_patience(work, seconds)) for work, question in asked.items()
    }


def _cost(visitor: Asker, path: str, work: str, seconds: float) -> Cost:
    question: Callable[[], int] = lambda: visitor.ask(path)  # noqa: E731
    if work == "csv":
        before = visitor.server.cpu()
        started = time.perf_counter()
        size = question()
        return cost(visitor.server, before, [time.perf_counter() - started], size)
    return cost_of(visitor, question, seconds)


def _patience(work: str, seconds: float) -> tuple[float, int]:
    return (0, 1) if work == "csv" else (seconds / 2, 3)


def _submitting(server: Server, session: str, drafts: list[str]) -> Cost:
    """Each draft is handed in once, with everything a browser sends along."""
    mine = "/my/cooperation/proposals"
    cookies = {"Cookie": f"sessionid={session}"}
    page, baked = Asker(server, {**PROXIED, **cookies}).text(f"{mine}/{drafts[0]}/check/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    kept = next((one.split(";")[0] for one in baked if one.startswith("csrftoken=")), "")
    assert token, "the page before handing in has no button"
    headers = {
        **PROXIED,
        "Cookie": f"sessionid={session}; {kept}",
        "X-CSRFToken": token[1],
        "Referer": f"https://127.0.0.1:{server.port}{mine}/",
    }
    author = Asker(server, headers)
    first, rest = drafts[:4], drafts[4:]
    for ref in first:
        author.ask(f"{mine}/{ref}/submit/", "POST", (302,))
    before, walls = server.cpu(), []
    for ref in rest:
        started = time.perf_counter()
        author.ask(f"{mine}/{ref}/submit/", "POST", (302,))
        walls.append(time.perf_counter() - started)
    return cost(server, before, walls)
