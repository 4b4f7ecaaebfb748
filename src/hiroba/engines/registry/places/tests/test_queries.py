"""Questions about places find what people write."""

import datetime

import pytest

from hiroba.engines.registry.places import actions, examples, queries
from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places():
    examples.reference()


def test_a_country_is_found_by_either_language_its_reading_and_its_code():
    asked = ["ケニア", "kenya", "bt", "ミナミアフリカ"]

    found = [[country.code for country in queries.countries(words)] for words in asked]

    assert found == [["KE"], ["KE"], ["BT"], ["ZA"]]


def test_countries_stand_in_the_order_of_their_readings():
    kana = list(queries.countries().values_list("kana", flat=True))

    assert kana == sorted(kana)


def test_partner_countries_are_those_on_the_list():
    codes = set(queries.partner_countries().values_list("code", flat=True))

    assert {"KE", "LA", "BR"} <= codes
    assert not {"JP", "US", "FR"} & codes
    assert len(codes) == 141


def test_a_country_graduates_on_a_day():
    bhutan = examples.country("BT")

    told = [
        queries.is_least_developed(bhutan, datetime.date(2023, 12, day)) for day in (12, 13, 14)
    ]

    assert told == [True, False, False]


def test_there_were_46_least_developed_countries_in_november_2023():
    codes = list(queries.least_developed_codes(datetime.date(2023, 11, 1)))

    assert len(codes) == 46


@pytest.mark.parametrize("written", ["東京都", "東京", "Tokyo", "13"])
def test_a_prefecture_is_known_however_it_is_written(written):
    assert queries.prefecture_named(written).code == "13"


def test_a_prefecture_that_does_not_exist_is_not_found():
    assert queries.prefecture_named("東京府") is None
    assert queries.prefecture_named("") is None


def test_a_municipality_is_known_with_and_without_its_district():
    actions.load_reference(by=CLOCKWORK)
    hokkaido = examples.prefecture("01")

    found = [queries.municipality_named(hokkaido, name) for name in ("石狩郡当別町", "当別町")]

    assert [town.code for town in found] == ["013030", "013030"]
    assert queries.municipality_named(hokkaido, "港区") is None
    assert queries.municipality("01303").name_ja == "当別町"


def test_the_clocks_of_a_country_are_told_once_for_each_time():
    with clock.at("2023-11-01 10:00"):
        here = [
            (one.zone, one.time) for one in queries.clocks_in(examples.country("KE"), clock.now())
        ]
        brazil = queries.clocks_in(examples.country("BR"), clock.now())

    assert here == [("Nairobi", "04:00")]
    assert len({one.time for one in brazil}) == len(brazil) == 4


def test_offices_are_asked_by_kind_and_day():
    day = datetime.date(2023, 11, 1)

    assert queries.domestic_offices(day).count() == 15
    assert queries.offices(day, "headquarters").get().ref == "headquarters"
