"""Who could give a lecture and why, who could not and why not: pure, and the same every time."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from django.utils.translation import gettext as _

from hiroba.foundation.calendar import is_public_holiday
from hiroba.programmes.lectures.hours import Local, local, term_of

HOME = "JP"
COMFORT = time(8), time(20)
COUNTRY, THEME, COMFORTABLE, BUSY = 100, 40, 20, 15
RANKS = {1: 80, 2: 40, 3: 0}


@dataclass(frozen=True)
class Wished:
    """One wish of a class."""

    rank: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Need:
    """What a class asks for."""

    is_online: bool
    grade: str
    language: str
    theme: int
    country: str
    only_this_country: bool
    minutes: int
    wishes: tuple[Wished, ...]


@dataclass(frozen=True)
class Able:
    """What is known about a lecturer."""

    ref: str
    name: str
    country: str
    country_name: str
    zone: str
    since: date
    until: date | None
    languages: frozenset[str]
    themes: frozenset[int]
    grades: frozenset[str]
    weekdays: frozenset[int]
    earliest: time
    latest: time
    capacity: int
    trained_until: date | None
    absences: tuple[tuple[date, date], ...] = ()
    promised: tuple[tuple[datetime, datetime], ...] = ()
    declined: bool = False
    is_sample: bool = False


@dataclass(frozen=True)
class Reason:
    """Why not, by its code and its sentence."""

    code: str
    sentence: str


@dataclass(frozen=True)
class Chance:
    """A wish as it looks for one lecturer: by both clocks, and what stands against it."""

    wished: Wished
    here: Local
    there: Local
    against: tuple[Reason, ...]


@dataclass(frozen=True)
class Candidate:
    """A lecturer beside a request, with every reason for and against."""

    able: Able
    speaks_for: tuple[str, ...]
    against: tuple[Reason, ...]
    chances: tuple[Chance, ...]
    score: int

    @property
    def fits(self) -> bool:
        return not self.against and any(not chance.against for chance in self.chances)

    @property
    def obstacles(self) -> tuple[Reason, ...]:
        """Every exclusion, each once."""
        found = [*self.against, *(why for chance in self.chances for why in chance.against)]
        return tuple({reason.code: reason for reason in reversed(found)}.values())[::-1]


@dataclass(frozen=True)
class Match:
    """Everybody beside one request: those who could, the best first, and those who could not."""

    fitting: tuple[Candidate, ...]
    others: tuple[Candidate, ...]

    @cached_property
    def hurdles(self) -> list[tuple[str, int]]:
        """How many lecturers each hurdle stopped, the highest first."""
        counted = Counter(reason.code for one in self.others for reason in one.obstacles)
        return [(str(HURDLES[code]()), number) for code, number in counted.most_common()]


def match(need: Need, lecturers: Iterable[Able]) -> Match:
    """Everybody judged; the same facts give the same order."""
    judged = [judge(need, able) for able in lecturers]
    judged.sort(key=lambda one: (-one.score, one.able.name, one.able.ref))
    fitting = tuple(one for one in judged if one.fits)
    return Match(fitting, tuple(one for one in judged if not one.fits))


def judge(need: Need, able: Able) -> Candidate:
    """One lecturer beside the request."""
    chances = tuple(_chance(need, able, wished) for wished in need.wishes)
    against = tuple(_against(need, able))
    free = [chance for chance in chances if not chance.against]
    return Candidate(
        able, tuple(_speaks_for(need, able, free)), against, chances, _score(need, able, free)
    )


def _against(need: Need, able: Able) -> Iterable[Reason]:
    """What no date could change."""
    at_home = able.country == HOME
    if need.is_online and at_home:
        yield Reason("place", _("日本にいます。オンラインでは海外にいる講師と結びます。"))
    if not need.is_online and not at_home:
        yield Reason("place", _("いまは%(country)sにいるため、教室へは行けません。") % _named(able))
    if need.only_this_country and need.country and need.country != able.country:
        yield Reason("country", _("希望の国ではなく、%(country)sの講師です。") % _named(able))
    if need.theme not in able.themes:
        yield Reason("theme", _("この課題を専門にしていません。"))
    if need.grade not in able.grades:
        yield Reason("grade", _("この学年は受け持っていません。"))
    if need.language not in able.languages:
        yield Reason("language", _("授業のことばで話せません。"))
    if able.declined:
        yield Reason("declined", _("この依頼をすでに断っています。"))


def _chance(need: Need, able: Able, wished: Wished) -> Chance:
    there = local(wished.starts_at, need.minutes, able.zone)
    here = local(wished.starts_at, need.minutes, "Asia/Tokyo")
    return Chance(wished, here, there, tuple(_against_wish(able, wished, here, there)))


def _against_wish(able: Able, wished: Wished, here: Local, there: Local) -> Iterable[Reason]:
    """What stands against one wish; days and hours are those of the lecturer's place."""
    day, told = there.day, {"hours": there.hours, **_named(able)}
    if day < able.since or (able.until and day > able.until):
        yield Reason("posting", _("この日は%(country)sにいません。") % told)
    if not there.lies_within(able.earliest, able.latest):
        yield Reason("hours", _("現地では%(hours)sで、話せる時間の外です。") % told)
    if day.weekday() not in able.weekdays:
        yield Reason("weekday", _("現地のその曜日は受けていません。"))
    if is_public_holiday(day, able.country):
        yield Reason("holiday", _("現地の祝日です。"))
    if any(since <= day <= until for since, until in able.absences):
        yield Reason("absence", _("本人の都合がつかない日です。"))
    if able.trained_until is None or able.trained_until < day:
        yield Reason("training", _("子どもの安全の研修が、この日までに切れています。"))
    if any(begun < wished.ends_at and wished.starts_at < over for begun, over in able.promised):
        yield Reason("promised", _("同じ時間に、ほかの講座を引き受けています。"))
    if _load(able, here.day) >= able.capacity:
        yield Reason("capacity", _("この学期に受けられる回数に達しています。"))


def _load(able: Able, day: date) -> int:
    """How many lectures are promised in the term of a day, by Japan's calendar."""
    first, last = term_of(day)
    days = (local(begun, 1, "Asia/Tokyo").day for begun, _over in able.promised)
    return sum(first <= promised <= last for promised in days)


def _speaks_for(need: Need, able: Able, free: list[Chance]) -> Iterable[str]:
    """What makes this lecturer a good answer."""
    if need.country and need.country == able.country:
        yield _("希望の%(country)sにいます。") % _named(able)
    if need.theme in able.themes:
        yield _("この課題を専門にしています。")
    for chance in free:
        told = {"rank": chance.wished.rank, "hours": chance.there.hours}
        yield _("第%(rank)s希望は現地の%(hours)sで、話せる時間です。") % told


def _score(need: Need, able: Able, free: list[Chance]) -> int:
    score = COUNTRY * (bool(need.country) and need.country == able.country)
    score += THEME * (need.theme in able.themes)
    score += max((RANKS[chance.wished.rank] for chance in free), default=0)
    score += COMFORTABLE * any(chance.there.lies_within(*COMFORT) for chance in free)
    return score - BUSY * len(able.promised)


def _named(able: Able) -> dict[str, str]:
    return {"country": able.country_name}


# What each hurdle is called where hurdles are counted.
HURDLES: dict[str, Callable[[], str]] = {
    "place": lambda: _("いまいる場所"),
    "country": lambda: _("希望の国"),
    "theme": lambda: _("課題"),
    "grade": lambda: _("学年"),
    "language": lambda: _("授業のことば"),
    "declined": lambda: _("断りの返事"),
    "posting": lambda: _("任期"),
    "hours": lambda: _("現地の時刻"),
    "weekday": lambda: _("現地の曜日"),
    "holiday": lambda: _("現地の祝日"),
    "absence": lambda: _("本人の都合"),
    "training": lambda: _("研修の期限"),
    "promised": lambda: _("ほかの講座との重なり"),
    "capacity": lambda: _("学期の回数"),
}
