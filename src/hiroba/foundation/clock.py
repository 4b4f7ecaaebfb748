"""The only place that knows what time it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime

JAPAN = ZoneInfo("Asia/Tokyo")

_fixed: ContextVar[datetime | None] = ContextVar("fixed", default=None)


def now() -> datetime:
    """The present moment, or the one the test, the story or the demo lives in."""
    return _fixed.get() or timezone.now() + shift()


def machine() -> datetime:
    """The moment on the machine's own clock, never shifted: for leases and waiting times."""
    return _fixed.get() or timezone.now()


def today() -> date:
    """The present day in Japan."""
    return now().astimezone(JAPAN).date()


def shift() -> timedelta:
    """How far the demo's clock is from the real one; production has no such clock."""
    return getattr(settings, "HIROBA_CLOCK_SHIFT", timedelta(0))


def is_shifted() -> bool:
    """Whether the clock was set at start-up, so that pages can say so."""
    return shift() != timedelta(0)


def moment(when: str | datetime) -> datetime:
    """The moment written as "2023-11-01 10:00" in Japan, or with an offset of its own.

    Raises ValueError when the text is no moment.
    """
    parsed = parse_datetime(when) if isinstance(when, str) else when
    if parsed is None:
        raise ValueError(f"not a moment: {when!r}")
    return parsed if timezone.is_aware(parsed) else parsed.replace(tzinfo=JAPAN)


@contextmanager
def at(when: str | datetime) -> Iterator[None]:
    """Live at another moment: `with clock.at("2023-11-01 10:00"):`, for tests and examples."""
    token = _fixed.set(moment(when))
    try:
        yield
    finally:
        _fixed.reset(token)
