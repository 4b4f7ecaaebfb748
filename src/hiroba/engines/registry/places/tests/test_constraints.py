"""What the database promises about places, even to those who pass the actions by."""

import datetime

import pytest
from django.db.models import F, ProtectedError

from hiroba.engines.registry.places import examples
from hiroba.engines.registry.places.models import (
    Country,
    Municipality,
    Office,
    Prefecture,
    Site,
    Territory,
)
from hiroba.engines.registry.places.tests.support import broken

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_standing")]

DAY = datetime.date(2024, 4, 1)
ONE_DAY = datetime.timedelta(days=1)


def territory(**values):
    return lambda: Territory.objects.create(
        **({"office": examples.office("chubu"), "since": DAY} | values)
    )


def test_a_country_stops_being_least_developed_after_it_began():
    told = broken(lambda: Country.objects.filter(code="BT").update(ldc_until=F("ldc_since")))

    assert "country_stops_being_least_developed_after_it_began" in told


def test_an_office_closes_after_it_opened():
    told = broken(lambda: Office.objects.filter(ref="tokyo").update(since=DAY, until=DAY - ONE_DAY))

    assert "office_closes_after_it_opened" in told


def test_an_office_may_be_open_for_one_day():
    assert Office.objects.filter(ref="tokyo").update(since=DAY, until=DAY) == 1


def test_a_territory_is_something():
    assert "territory_is_a_prefecture_or_a_country" in broken(territory())


def test_a_territory_is_not_two_things():
    both = {"prefecture": examples.prefecture("20"), "country": examples.country("JP")}

    assert "territory_is_a_prefecture_or_a_country" in broken(territory(**both))


def test_a_territory_ends_after_it_begins():
    told = broken(territory(prefecture=examples.prefecture("20"), until=DAY - ONE_DAY))

    assert "territory_ends_after_it_begins" in told


@pytest.mark.parametrize("kind", ["prefecture", "country"])
def test_one_office_at_a_time_is_responsible(kind):
    place = {"prefecture": examples.prefecture("20"), "country": examples.country("KE")}[kind]

    told = broken(territory(**{kind: place}))

    assert kind in told


def test_a_past_responsibility_may_be_written_down():
    nagano = examples.prefecture("20")

    territory(prefecture=nagano, since=datetime.date(1990, 1, 1), until=DAY)()

    assert nagano.territories.count() == 2


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (Country, ("code", "alpha3", "numeric")),
        (Prefecture, ("code",)),
        (Office, ("ref",)),
        (Site, ("ref",)),
    ],
)
def test_codes_and_short_names_are_given_once(model, names):
    first, second = model.objects.order_by("pk")[:2]

    for name in names:
        value = getattr(first, name)
        told = broken(
            lambda name=name, value=value: model.objects.filter(pk=second.pk).update(
                **{name: value}
            )
        )
        assert name in told


def test_the_code_of_a_municipality_is_given_once():
    city = examples.kitakyushu()

    told = broken(
        lambda: Municipality.objects.create(
            code=city.code, prefecture=city.prefecture, name_ja="x", name_en="x", kana="x"
        )
    )

    assert "code" in told


@pytest.mark.parametrize(
    ("model", "code"), [(Prefecture, "13"), (Country, "JP"), (Prefecture, "20")]
)
def test_what_others_point_at_is_not_deleted(model, code):
    with pytest.raises(ProtectedError):
        model.objects.get(code=code).delete()

    assert model.objects.filter(code=code).exists()


@pytest.mark.parametrize("thing", [Country, Prefecture, Office, Site])
def test_things_are_called_by_their_japanese_name(thing):
    one = thing.objects.order_by("pk").first()

    assert str(one) == one.name_ja


def test_a_territory_is_called_by_its_office_its_place_and_its_first_day():
    told = [
        str(Territory.objects.get(prefecture__code="20")),
        str(Territory.objects.get(country__code="KE")),
    ]

    assert told == ["東京センター 長野県 2002-04-01", "ケニア事務所 ケニア 2002-04-01"]


def test_countries_and_municipalities_are_noted_by_their_code():
    assert (examples.country("KE").ref, examples.kitakyushu().ref) == ("KE", "401005")
