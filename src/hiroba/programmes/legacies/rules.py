"""How long personal data are kept, how long a file stays open, which numbers are too small."""

import datetime
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data/rules.json"


@dataclass(frozen=True)
class Rules:
    """The rules of one version, valid from a day on."""

    valid_from: datetime.date
    keep_years: int
    open_minutes: int
    small_below: int
    source: str

    def closed_until(self, day: datetime.date) -> datetime.date:
        """What was closed until then no longer keeps personal data on this day."""
        leap = (day.month, day.day) == (2, 29)
        return day.replace(year=day.year - self.keep_years, day=28 if leap else day.day)


@cache
def editions() -> tuple[Rules, ...]:
    """All versions, the newest first."""
    rows = json.loads(DATA.read_text(encoding="utf-8"))
    found = [Rules(datetime.date.fromisoformat(row.pop("valid_from")), **row) for row in rows]
    return tuple(sorted(found, key=lambda rules: rules.valid_from, reverse=True))


def rules_on(day: datetime.date) -> Rules:
    """The version that is valid on a day; before the first one, the first one."""
    found = [rules for rules in editions() if rules.valid_from <= day]
    return found[0] if found else editions()[-1]
