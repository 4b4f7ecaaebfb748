"""Reference for the story: real countries and prefectures, sample offices and sites."""

from hiroba.engines.registry.places import actions, queries
from hiroba.engines.registry.places.models import Country, Municipality, Office, Prefecture, Site
from hiroba.engines.registry.places.municipalities import with_check_digit
from hiroba.foundation.actors import CLOCKWORK


def reference(with_municipalities: bool = False) -> None:
    """Countries, prefectures, offices and sites are there; asking again costs one question."""
    if queries.site("ichigaya") is None:
        actions.load_reference(by=CLOCKWORK, with_municipalities=with_municipalities)
        actions.load_sample_network(by=CLOCKWORK)


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
