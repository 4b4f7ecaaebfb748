"""Reference for the story: real countries and prefectures, sample offices and sites."""

from hiroba.engines.registry.places import actions, queries, sources
from hiroba.engines.registry.places.models import Country, Municipality, Office, Prefecture, Site
from hiroba.engines.registry.places.municipalities import with_check_digit
from hiroba.foundation.actors import CLOCKWORK


def reference(with_municipalities: bool = False) -> None:
    """Countries, prefectures, offices and sites are there; asking again costs one question."""
    if queries.site("ichigaya") is None:
        actions.load_reference(by=CLOCKWORK, with_municipalities=with_municipalities)
        _offices()
        _sites()


def _offices() -> None:
    for row in sources.typed("offices.csv"):
        if queries.office(row["ref"]):
            continue
        office = actions.open_office(
            by=CLOCKWORK,
            ref=row["ref"],
            kind=row["kind"],
            name_ja=row["name_ja"],
            name_en=row["name_en"],
            country=country(row["country"]),
            is_sample=True,
        )
        for code in row["territory"].split():
            is_prefecture = code.isdecimal()
            actions.take_over(
                by=CLOCKWORK,
                office=office,
                since=actions.FIRST_DAY,
                prefecture=prefecture(code) if is_prefecture else None,
                country=None if is_prefecture else country(code),
            )


def _sites() -> None:
    for row in sources.typed("sites.csv"):
        actions.open_site(
            by=CLOCKWORK,
            ref=row["ref"],
            name_ja=row["name_ja"],
            name_en=row["name_en"],
            prefecture=prefecture(row["prefecture"]),
            office=queries.office(row["office"]),
            address_ja=row["address_ja"],
            address_en=row["address_en"],
            is_sample=True,
        )


def country(code: str) -> Country:
    """A real country."""
    if not Country.objects.exists():
        reference()
    return Country.objects.get(code=code)


def prefecture(code: str) -> Prefecture:
    """A real prefecture."""
    if not Prefecture.objects.exists():
        reference()
    return Prefecture.objects.get(code=code)


def office(ref: str = "tokyo") -> Office:
    """One of the sample offices."""
    reference()
    return Office.objects.get(ref=ref)


def site(ref: str = "ichigaya") -> Site:
    """One of the sample sites."""
    reference()
    return Site.objects.get(ref=ref)


def kitakyushu() -> Municipality:
    """A city that shares what it knows about water; it stands even without the full list."""
    city, _is_new = Municipality.objects.get_or_create(
        code=with_check_digit("40100"),
        defaults={
            "prefecture": prefecture("40"),
            "name_ja": "北九州市",
            "name_en": "Kitakyushu City",
            "kana": "キタキュウシュウシ",
        },
    )
    return city


def tell() -> None:
    """Everything the demo needs to know about places."""
    reference(with_municipalities=True)
    if not Municipality.objects.filter(code="131016").exists():
        actions.load_reference(by=CLOCKWORK)
