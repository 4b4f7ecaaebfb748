"""The same lesson by the clocks of two places: pure questions about hours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from hiroba.foundation import clock

QUARTER = timedelta(minutes=15)
DAWN, NIGHT = time(6), time(22)
# Terms of Japanese schools begin in April, September and January.
TERMS = ((1, 4), (4, 9), (9, 13))


@dataclass(frozen=True)
class Local:
    """When a lesson begins and ends at a place, and how many days that is from Japan's day."""

    starts: datetime
    ends: datetime
    shift: int

    @property
    def day(self) -> date:
        """The day there; templates would turn the moment into our own time."""
        return self.starts.date()

    @property
    def hours(self) -> str:
        """08:45–09:30, by the clocks there."""
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"

    def lies_within(self, earliest: time, latest: time) -> bool:
        """Whether the whole lesson lies in these hours of one day there."""
        same_day = self.starts.date() == self.ends.date()
        return same_day and self.starts.time() >= earliest and self.ends.time() <= latest


@lru_cache(maxsize=4096)
def local(starts_at: datetime, minutes: int, zone: str) -> Local:
    """The lesson by the clocks of a zone; an hour that the clocks skip or repeat stays right."""
    moment, there = starts_at.astimezone(UTC), ZoneInfo(zone)
    starts = moment.astimezone(there)
    ends = (moment + timedelta(minutes=minutes)).astimezone(there)
    shift = (starts.date() - starts_at.astimezone(clock.JAPAN).date()).days
    return Local(starts, ends, shift)


def quarters(starts_at: datetime, ends_at: datetime) -> Iterator[datetime]:
    """Every quarter of an hour that the lesson touches."""
    moment = starts_at.astimezone(UTC).replace(second=0, microsecond=0)
    moment -= timedelta(minutes=moment.minute % 15)
    while moment < ends_at:
        yield moment
        moment += QUARTER


def term_of(day: date) -> tuple[date, date]:
    """First and last day of the school term a day belongs to."""
    first, after = next(term for term in TERMS if term[0] <= day.month < term[1])
    next_first = date(day.year + 1, 1, 1) if after > 12 else date(day.year, after, 1)
    return date(day.year, first, 1), next_first - timedelta(days=1)


@dataclass(frozen=True)
class Bell:
    """A period of the school day, and whether people at the other place are awake for it."""

    period: int
    here: Local
    there: Local
    is_awake: bool


@dataclass(frozen=True)
class Reach:
    """Which lessons of a day a place can be reached in, and from when to when else."""

    bells: tuple[Bell, ...]
    windows: tuple[tuple[str, str], ...]

    @property
    def is_out_of_reach(self) -> bool:
        """Whether no ordinary lesson finds anybody awake there."""
        return not any(bell.is_awake for bell in self.bells)


def reach(
    on: date, minutes: int, zone: str, bells: Iterable[time], earliest: time, latest: time
) -> Reach:
    """How lessons of a day in Japan look from a place, between the hours of our rules."""
    rung = tuple(
        _bell(number, datetime.combine(on, at, clock.JAPAN), minutes, zone)
        for number, at in enumerate(bells, start=1)
    )
    return Reach(rung, tuple(_windows(on, minutes, zone, earliest, latest)))


def _bell(number: int, starts_at: datetime, minutes: int, zone: str) -> Bell:
    there = local(starts_at, minutes, zone)
    here = local(starts_at, minutes, clock.JAPAN.key)
    return Bell(number, here, there, there.lies_within(DAWN, NIGHT))


def _windows(
    on: date, minutes: int, zone: str, earliest: time, latest: time
) -> Iterator[tuple[str, str]]:
    """Spans of Japanese time in which a lesson may begin and somebody there is awake."""
    moment = datetime.combine(on, earliest, clock.JAPAN)
    close = datetime.combine(on, latest, clock.JAPAN) - timedelta(minutes=minutes)
    first = last = None
    while moment <= close:
        if local(moment, minutes, zone).lies_within(DAWN, NIGHT):
            first, last = first or moment, moment
        elif first and last:
            yield f"{first:%H:%M}", f"{last:%H:%M}"
            first = last = None
        moment += QUARTER
    if first and last:
        yield f"{first:%H:%M}", f"{last:%H:%M}"
