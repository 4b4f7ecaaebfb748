"""Questions about countries, prefectures, municipalities, offices and sites."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from hiroba.engines.registry.places.models import (
    Country,
    Municipality,
    Office,
    Prefecture,
    Site,
    Territory,
    TerritoryQuerySet,
)
from hiroba.engines.registry.places.states import OfficeKind


def countries(words: str = "", partners_only: bool = False) -> QuerySet[Country]:
    """Countries whose name contains the words, in the order of their readings."""
    found = Country.objects.partners() if partners_only else Country.objects.all()
    if words := words.strip():
        found = found.filter(
            Q(name_ja__icontains=words)
            | Q(name_en__icontains=words)
            | Q(kana__icontains=words)
            | Q(code__iexact=words)
            | Q(region_ja__icontains=words)
            | Q(region_en__icontains=words)
        )
    return found.order_by("kana", "pk")


def partner_countries() -> QuerySet[Country]:
    """Countries that receive development aid."""
    return countries(partners_only=True)


def country(code: str) -> Country | None:
    """The country with this code of two letters."""
    return Country.objects.filter(code=code.strip().upper()).first()


def is_least_developed(country: Country, on: datetime.date) -> bool:
    """Whether the country was one of the least developed on a day."""
    return Country.objects.least_developed(on).filter(pk=country.pk).exists()


def prefectures() -> QuerySet[Prefecture]:
    """The 47 prefectures from north to south."""
    return Prefecture.objects.order_by("code", "pk")


def prefecture(code: str) -> Prefecture | None:
    """The prefecture with this code of two digits."""
    return Prefecture.objects.filter(code=code).first()


def prefecture_named(name: str) -> Prefecture | None:
    """The prefecture that somebody wrote, with or without 都, 府 or 県, or as a code."""
    name = name.strip()
    if not name:
        return None
    written = Q(name_ja=name) | Q(name_en__iexact=name) | Q(code=name.zfill(2))
    for ending in "都府県":
        written |= Q(name_ja=f"{name}{ending}")
    return Prefecture.objects.filter(written).first()


def municipalities(prefecture: Prefecture | None = None) -> QuerySet[Municipality]:
    """Cities, wards, towns and villages, of one prefecture or of all."""
    found = Municipality.objects.select_related("prefecture").order_by("code", "pk")
    return found.filter(prefecture=prefecture) if prefecture else found


def municipality(code: str) -> Municipality | None:
    """The municipality with this code; five digits are enough."""
    found = Municipality.objects.select_related("prefecture")
    return found.filter(code__startswith=code).first() if len(code) in (5, 6) else None


def municipality_named(prefecture: Prefecture, name: str) -> Municipality | None:
    """The municipality that somebody wrote, with or without its district."""
    found, name = municipalities(prefecture), name.strip()
    return (
        found.filter(name_ja=name).first() or found.filter(name_ja=name.partition("郡")[2]).first()
    )


def offices(on: datetime.date | None = None, kind: str = "") -> QuerySet[Office]:
    """Offices of a kind, all that ever were or those open on a day."""
    found = Office.objects.select_related("country").order_by("kind", "pk")
    found = found.filter(kind=kind) if kind else found
    if on:
        found = found.filter(Q(since=None) | Q(since__lte=on), Q(until=None) | Q(until__gte=on))
    return found


def domestic_offices(on: datetime.date | None = None) -> QuerySet[Office]:
    """Offices in Japan that look after prefectures."""
    return offices(on, OfficeKind.DOMESTIC)


def office(ref: str) -> Office | None:
    """The office with this name."""
    return Office.objects.select_related("country").filter(ref=ref).first()


def office_responsible_for(prefecture: Prefecture, on: datetime.date) -> Office | None:
    """The office that looked after a prefecture on a day."""
    return _holder(Territory.objects.on(on).filter(prefecture=prefecture))


def office_responsible_abroad(country: Country, on: datetime.date) -> Office | None:
    """The office that looked after a country on a day."""
    return _holder(Territory.objects.on(on).filter(country=country))


def _holder(held: TerritoryQuerySet) -> Office | None:
    territory = held.select_related("office__country").order_by("-since", "-pk").first()
    return territory.office if territory else None


def territories(on: datetime.date) -> QuerySet[Territory]:
    """Who looked after what on a day."""
    return (
        Territory.objects.on(on)
        .select_related("office", "prefecture", "country")
        .order_by("prefecture__code", "country__kana", "pk")
    )


def sites() -> QuerySet[Site]:
    """Places one can visit."""
    return Site.objects.select_related("office", "prefecture").order_by("ref", "pk")


def site(ref: str) -> Site | None:
    """The site with this name."""
    return sites().filter(ref=ref).first()


def least_developed_codes(on: datetime.date) -> QuerySet[Country, str]:
    """Codes of the least developed countries of a day."""
    found = Country.objects.least_developed(on).order_by("code", "pk")
    return found.values_list("code", flat=True)


@dataclass(frozen=True)
class Clock:
    """What the clocks of some zones of a country show."""

    zone: str
    shows: datetime.datetime

    @property
    def time(self) -> str:
        """Hours and minutes there; templates would turn the moment into our own time."""
        return self.shows.strftime("%H:%M")


def clocks_in(country: Country, at: datetime.datetime) -> list[Clock]:
    """The time in a country, once for each different time its clocks show."""
    seen: dict[datetime.timedelta | None, Clock] = {}
    for name in country.time_zones:
        here = at.astimezone(ZoneInfo(name))
        seen.setdefault(here.utcoffset(), Clock(name.rpartition("/")[2].replace("_", " "), here))
    return sorted(seen.values(), key=lambda clock: clock.shows.utcoffset() or datetime.timedelta(0))
