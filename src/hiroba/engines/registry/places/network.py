"""The sample offices, their territories and sites, as rows that are not saved yet."""

import datetime

from hiroba.engines.registry.places.models import Country, Office, Prefecture, Site, Territory
from hiroba.engines.registry.places.sources import typed

FIRST_DAY = datetime.date(2002, 4, 1)


def offices() -> list[Office]:
    """Headquarters, the domestic offices and some abroad."""
    countries = _countries()
    return [
        Office(
            ref=row["ref"],
            kind=row["kind"],
            name_ja=row["name_ja"],
            name_en=row["name_en"],
            country=countries[row["country"]],
            is_sample=True,
        )
        for row in typed("offices.csv")
    ]


def territories() -> list[Territory]:
    """Which office looks after which prefecture or country from the first day."""
    known, countries, prefectures = _offices(), _countries(), _prefectures()
    return [
        Territory(
            office=known[row["ref"]],
            prefecture=prefectures.get(code),
            country=countries.get(code),
            since=FIRST_DAY,
        )
        for row in typed("offices.csv")
        for code in row["territory"].split()
    ]


def sites() -> list[Site]:
    """Places one can visit."""
    known, prefectures = _offices(), _prefectures()
    return [
        Site(
            ref=row["ref"],
            name_ja=row["name_ja"],
            name_en=row["name_en"],
            office=known[row["office"]],
            prefecture=prefectures[row["prefecture"]],
            address_ja=row["address_ja"],
            address_en=row["address_en"],
            is_sample=True,
        )
        for row in typed("sites.csv")
    ]


def _countries() -> dict[str, Country]:
    listed = [f"{row['country']} {row['territory']}".split() for row in typed("offices.csv")]
    codes = {code for one in listed for code in one if code.isalpha()}
    return Country.objects.in_bulk(list(codes), field_name="code")


def _prefectures() -> dict[str, Prefecture]:
    return Prefecture.objects.in_bulk(field_name="code")


def _offices() -> dict[str, Office]:
    return Office.objects.in_bulk(field_name="ref")
