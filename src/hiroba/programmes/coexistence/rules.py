"""The limits of easy Japanese, as versions kept in a file."""

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data/easy.toml"


@dataclass(frozen=True)
class Limit:
    """From a day on: how many kanji and characters a sentence has at most in a phase."""

    since: datetime.date
    phase: str
    kanji: int
    length: int


@cache
def limits() -> tuple[Limit, ...]:
    """Every version of every limit."""
    rows = tomllib.loads(DATA.read_text("utf-8"))["limit"]
    return tuple(sorted((Limit(**row) for row in rows), key=lambda limit: limit.since))


def limit_on(day: datetime.date, phase: str) -> Limit | None:
    """The limit that counts on a day in a phase."""
    found = [limit for limit in limits() if limit.phase == phase and limit.since <= day]
    return found[-1] if found else None
