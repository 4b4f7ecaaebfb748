"""Everything that is written about places."""

import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from hiroba.engines.registry.places import network, policies, sources
from hiroba.engines.registry.places.models import (
    Country,
    Municipality,
    Office,
    Prefecture,
    Site,
    Territory,
)
from hiroba.engines.registry.places.municipalities import municipality_rows
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


@action
def load_reference(*, by: "Actor", with_municipalities: bool = True) -> None:
    """Countries, prefectures and municipalities are as the packages have them, however often."""
    require(policies.may_load_reference(by))

    _put(Country, sources.country_rows())
    _put(Prefecture, sources.typed("prefectures.csv"))
    if with_municipalities:
        _put_municipalities()

    note(by, "places.load_reference", "places", countries=Country.objects.count())


def _put(model: type[Model], rows: list[Any]) -> None:
    """Rows are added or brought up to date by their code."""
    others = [name for name in rows[0] if name != "code"]
    model._default_manager.bulk_create(
        [model(**row) for row in rows],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=others,
    )


def _put_municipalities() -> None:
    """Whole cities before their wards, because a ward points at its city."""
    prefectures = dict(Prefecture.objects.values_list("code", "pk"))
    cities: dict[str, int] = {}
    rows = municipality_rows()
    for part in ([row for row in rows if not row.part_of], [row for row in rows if row.part_of]):
        _put(
            Municipality,
            [
                {
                    "code": row.code,
                    "prefecture_id": prefectures[row.prefecture],
                    "part_of_id": cities.get(row.part_of),
                    "name_ja": row.name_ja,
                    "name_en": row.name_en,
                    "kana": row.kana,
                }
                for row in part
            ],
        )
        cities = dict(Municipality.objects.values_list("code", "pk"))


@action
def load_sample_network(*, by: "Actor") -> None:
    """The sample offices look after their prefectures and countries, and the sample sites stand."""
    require(policies.may_load_sample_network(by))

    Office.objects.bulk_create(network.offices(), ignore_conflicts=True)
    Territory.objects.bulk_create(network.territories(), ignore_conflicts=True)
    Site.objects.bulk_create(network.sites(), ignore_conflicts=True)

    note(by, "places.load_sample_network", "places", offices=Office.objects.count())


@action
def open_office(
    *, by: "Actor", ref: str, kind: str, name_ja: str, name_en: str, country: Country, **facts: Any
) -> Office:
    """There is an office from which the agency works."""
    require(policies.may_open_office(by, ref))

    names = {"name_ja": name_ja, "name_en": name_en}
    office = Office.objects.create(ref=ref, kind=kind, country=country, **names, **facts)

    note(by, "places.open_office", office)
    return office


@action
def take_over(
    *,
    by: "Actor",
    office: Office,
    since: datetime.date,
    prefecture: Prefecture | None = None,
    country: Country | None = None,
) -> Territory:
    """The office looks after the prefecture or country from a day on, another one before."""
    held = Territory.objects.select_for_update().filter(
        prefecture=prefecture, country=country, until=None
    )
    before = held.first()
    require(policies.may_take_over(by, office, since, prefecture, country))

    if before:
        before.until = since - datetime.timedelta(days=1)
        before.save(update_fields=["until"])
    territory = Territory.objects.create(
        office=office, prefecture=prefecture, country=country, since=since
    )

    note(by, "places.take_over", office, since=since.isoformat())
    return territory


@action
def open_site(
    *, by: "Actor", ref: str, name_ja: str, name_en: str, prefecture: Prefecture, **facts: Any
) -> Site:
    """There is a place one can visit; opening it again brings what is told up to date."""
    require(policies.may_open_site(by, ref))

    facts |= {"name_ja": name_ja, "name_en": name_en, "prefecture": prefecture}
    site, _is_new = Site.objects.update_or_create(ref=ref, defaults=facts)

    note(by, "places.open_site", ref, opened=clock.today().isoformat())
    return site
