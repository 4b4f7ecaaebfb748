"""Everybody beside a request: the rows become what the matcher understands, in few questions."""

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING

from hiroba.foundation import clock
from hiroba.foundation.words import said
from hiroba.programmes.lectures.hours import Reach, reach, term_of
from hiroba.programmes.lectures.matching import Able, Candidate, Match, Need, Wished, judge, match
from hiroba.programmes.lectures.models import Lecture, Lecturer, Offer, Wish
from hiroba.programmes.lectures.states import OfferState

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Country

ONE_DAY = datetime.timedelta(days=1)
Spans = dict[int, list[tuple[datetime.datetime, datetime.datetime]]]


def need_of(lecture: Lecture) -> Need:
    """What the class asks for, as the matcher reads it."""
    length = datetime.timedelta(minutes=lecture.minutes)
    wishes = lecture.wishes.order_by("rank", "pk")
    return Need(
        is_online=lecture.is_online,
        grade=lecture.grade,
        language=lecture.language,
        theme=lecture.theme_id,
        country=lecture.country.code if lecture.country else "",
        only_this_country=lecture.only_this_country,
        minutes=lecture.minutes,
        wishes=tuple(Wished(wish.rank, wish.starts_at, wish.starts_at + length) for wish in wishes),
    )


def match_for(lecture: Lecture) -> Match:
    """Every lecturer who serves on one of the days wished, judged."""
    need = need_of(lecture)
    days = [wished.starts_at.date() for wished in need.wishes]
    found = Lecturer.objects.serving_between(min(days) - ONE_DAY, max(days) + ONE_DAY)
    found = found.select_related("person", "country").order_by("pk")
    rows = list(found.prefetch_related("themes", "absences"))
    promised, declined = _promised(days), _declined(lecture)
    return match(need, [_able(row, promised.get(row.pk, []), declined) for row in rows])


def candidate_for(lecture: Lecture, lecturer: Lecturer) -> Candidate:
    """One lecturer beside the request."""
    need = need_of(lecture)
    promised = _promised([wished.starts_at.date() for wished in need.wishes])
    return judge(need, _able(lecturer, promised.get(lecturer.pk, []), _declined(lecture)))


def obstacle(candidate: Candidate, wish: Wish) -> str:
    """The first sentence that stands against a lecturer at the time of a wish."""
    chances = [one for one in candidate.chances if one.wished.rank == wish.rank]
    found = [*candidate.against, *(why for one in chances for why in one.against)]
    return found[0].sentence if found else ""


def reach_of(lecture: Lecture) -> "tuple[Country, Reach] | None":
    """How the wished country can be reached from a classroom, when a country is wished."""
    wish, country = lecture.wishes.order_by("rank", "pk").first(), lecture.country
    if wish is None or country is None or not country.time_zones:
        return None
    rules = lecture.rules
    zone = country.time_zones[0]
    hours = (rules.bells, rules.earliest, rules.latest)
    return country, reach(wish.on, lecture.minutes, zone, *hours)


def _promised(days: list[datetime.date]) -> Spans:
    """What lecturers have promised in the terms of these days."""
    terms = [term_of(day) for day in days]
    first, last = min(term[0] for term in terms), max(term[1] for term in terms)
    begin = datetime.datetime.combine(first, datetime.time(), clock.JAPAN)
    end = datetime.datetime.combine(last, datetime.time.max, clock.JAPAN)
    offers = Offer.objects.filter(state=OfferState.ACCEPTED, starts_at__range=(begin, end))
    spans: Spans = defaultdict(list)
    for row in offers.order_by("pk").values_list("lecturer", "starts_at", "ends_at"):
        spans[row[0]].append((row[1], row[2]))
    return spans


def _declined(lecture: Lecture) -> set[int]:
    said_no = lecture.offers.filter(state=OfferState.DECLINED).order_by("pk")
    return set(said_no.values_list("lecturer", flat=True))


def _able(
    row: Lecturer,
    promised: list[tuple[datetime.datetime, datetime.datetime]],
    declined: set[int],
) -> Able:
    return Able(
        ref=row.ref,
        name=row.person.name,
        country=row.country.code,
        country_name=said(row.country, "name"),
        zone=row.zone,
        since=row.since,
        until=row.until,
        languages=frozenset(row.languages),
        themes=frozenset(theme.pk for theme in row.themes.all()),
        grades=frozenset(row.grades),
        weekdays=frozenset(row.weekdays),
        earliest=row.earliest,
        latest=row.latest,
        capacity=row.capacity,
        trained_until=row.trained_until,
        absences=tuple((one.since, one.until) for one in row.absences.all()),
        promised=tuple(promised),
        declined=row.pk in declined,
        is_sample=row.is_sample,
    )
