"""Marks in a text: {{fig:code fy=2023}} for numbers, {{fy:2023}} and {{date:2023-11}} for time,
and alone in a paragraph {{stats:…}}, {{chart:…}}, {{map:…}}, {{art:…}} for pictures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

MARK = re.compile(r"\{\{\s*(?P<kind>[a-z]+):(?P<rest>[^{}]*)\}\}")
OPTION = re.compile(r"(?P<name>[a-z]+)=(?P<value>\S+)")
YEAR = re.compile(r"[12][0-9]{3}")
DATE = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?")

NUMBERS = {"fig"}
TIMES = {"year", "fy", "date"}
PICTURES = {"stats", "chart", "map", "art"}
OPTIONS = {"fig": {"fy", "unit"}}


@dataclass(frozen=True)
class Mark:
    """One mark: its kind, the words in it, its options, and where it stands."""

    kind: str
    words: tuple[str, ...]
    options: dict[str, str] = field(default_factory=dict)
    written: str = ""
    line: int = 0

    def asks_for(self, year: int) -> list[tuple[str, int]]:
        """The figures it shows, each with its fiscal year; without one, the edition's own."""
        asked = self.options.get("fy", "")
        of_year = int(asked) if YEAR.fullmatch(asked) else year
        if self.kind in NUMBERS | {"stats"}:
            return [(code, of_year) for code in self.words]
        return []


def is_time(mark: Mark) -> bool:
    """Whether a mark for time names one year or one day of the calendar."""
    if len(mark.words) != 1:
        return False
    return _is_day(mark.words[0]) if mark.kind == "date" else bool(YEAR.fullmatch(mark.words[0]))


def _is_day(text: str) -> bool:
    found = DATE.fullmatch(text)
    try:
        return found is not None and bool(date(*(int(part or 1) for part in found.groups())))
    except ValueError:
        return False


def marks_in(text: str) -> Iterator[Mark]:
    """Every mark of a text in the order in which it stands."""
    for found in MARK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield read(found, line)


def read(found: re.Match[str], line: int = 0) -> Mark:
    """A mark as it is written between the braces."""
    rest = found["rest"]
    options = {each["name"]: each["value"] for each in OPTION.finditer(rest)}
    words = tuple(OPTION.sub("", rest).split())
    return Mark(found["kind"], words, options, found[0], line)


def without_marks(text: str) -> str:
    """The text with each mark taken out, and every line where it was."""
    return MARK.sub("", text)
