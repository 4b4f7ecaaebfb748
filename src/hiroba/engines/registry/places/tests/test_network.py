"""Offices and sites: the sample network, and what administrators add to it."""

import datetime

import pytest
from django.forms.models import model_to_dict

from hiroba.engines.registry.places import actions, examples, queries
from hiroba.engines.registry.places.models import Country, Office, Prefecture, Site, Territory
from hiroba.engines.registry.places.tests.support import journal, refused
from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.actors import CLOCKWORK

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("places_standing", "in_november_2023"),
]

DAY = datetime.date(2023, 11, 1)


def everything():
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Country, Prefecture, Office, Territory, Site)
    }


def opened(ref="mombasa", **facts):
    names = {"name_ja": "モンバサ連絡所", "name_en": "Mombasa Liaison Office"}
    known = {"kind": "overseas", "country": examples.country("KE")} | names
    return actions.open_office(by=administrator(), ref=ref, **(known | facts))


def test_loading_the_sample_again_changes_nothing():
    before = everything()

    actions.load_reference(by=CLOCKWORK, with_municipalities=False)
    actions.load_sample_network(by=CLOCKWORK)

    assert everything() == before


def test_loading_the_sample_again_takes_nothing_back_that_was_decided():
    nagano = examples.prefecture("20")
    actions.take_over(
        by=administrator(),
        office=examples.office("chubu"),
        prefecture=nagano,
        since=datetime.date(2023, 4, 1),
    )
    before = everything()

    actions.load_sample_network(by=CLOCKWORK)

    assert everything() == before
    assert queries.office_responsible_for(nagano, DAY).ref == "chubu"


def test_a_country_that_was_changed_by_hand_is_brought_back():
    Country.objects.filter(code="KE").update(name_ja="けにあ", is_dac_recipient=False)

    actions.load_reference(by=CLOCKWORK, with_municipalities=False)

    kenya = Country.objects.get(code="KE")
    assert (kenya.name_ja, kenya.is_dac_recipient) == ("ケニア", True)


def test_loading_is_noted_with_how_much_there_is():
    actions.load_reference(by=administrator(), with_municipalities=False)
    actions.load_sample_network(by=administrator())

    assert journal("places.load_reference")[-1] == (
        "管理 太郎(見本)",
        "places",
        {"countries": 250},
    )
    assert journal("places.load_sample_network")[-1] == (
        "管理 太郎(見本)",
        "places",
        {"offices": 28},
    )


def test_an_office_is_opened_as_told():
    office = opened(since=DAY, is_sample=True)

    assert model_to_dict(Office.objects.get(ref="mombasa"), exclude=["id"]) == {
        "ref": "mombasa",
        "kind": "overseas",
        "name_ja": "モンバサ連絡所",
        "name_en": "Mombasa Liaison Office",
        "country": examples.country("KE").pk,
        "since": DAY,
        "until": None,
        "is_sample": True,
    }
    assert journal("places.open_office") == [("管理 太郎(見本)", office.ref, {})]


def test_an_officer_opens_nothing_and_nothing_is_left():
    before = everything()
    names = {"name_ja": "x", "name_en": "x"}

    refused(
        actions.open_office,
        by=officer(),
        ref="x",
        kind="domestic",
        country=examples.country("JP"),
        **names,
    )
    refused(actions.open_site, by=officer(), ref="x", prefecture=examples.prefecture("13"), **names)
    refused(actions.load_reference, by=officer())
    refused(actions.load_sample_network, by=officer())

    assert everything() == before


def test_a_site_is_opened_as_told():
    site = actions.open_site(
        by=administrator(),
        ref="kobe",
        name_ja="こうべ地球ひろば",
        name_en="Kobe Global Plaza",
        prefecture=examples.prefecture("28"),
        office=examples.office("kansai"),
        address_ja="兵庫県神戸市",
    )

    assert model_to_dict(queries.site("kobe"), exclude=["id"]) == {
        "ref": "kobe",
        "name_ja": "こうべ地球ひろば",
        "name_en": "Kobe Global Plaza",
        "office": examples.office("kansai").pk,
        "prefecture": examples.prefecture("28").pk,
        "address_ja": "兵庫県神戸市",
        "address_en": "",
        "time_zone": "Asia/Tokyo",
        "is_sample": False,
    }
    assert journal("places.open_site") == [("管理 太郎(見本)", site.ref, {"opened": "2023-11-01"})]


def test_opening_a_site_again_keeps_what_is_not_told():
    before = queries.site("ichigaya")

    actions.open_site(
        by=CLOCKWORK,
        ref="ichigaya",
        name_ja="地球ひろば",
        name_en="Global Plaza",
        prefecture=before.prefecture,
    )

    after = queries.site("ichigaya")
    assert (after.pk, after.name_ja, after.office, after.address_ja) == (
        before.pk,
        "地球ひろば",
        before.office,
        before.address_ja,
    )


def test_sites_stand_in_the_order_of_their_short_names(django_assert_num_queries):
    with django_assert_num_queries(1):
        told = [(site.ref, site.office.ref, site.prefecture.code) for site in queries.sites()]

    assert told == [
        ("ichigaya", "headquarters", "13"),
        ("nagoya", "chubu", "23"),
        ("sapporo", "sapporo", "01"),
    ]


@pytest.mark.parametrize(
    ("day", "is_open"),
    [("2023-10-31", False), ("2023-11-01", True), ("2024-03-31", True), ("2024-04-01", False)],
)
def test_an_office_is_open_from_its_first_to_its_last_day(day, is_open):
    office = opened(since=DAY)
    Office.objects.filter(pk=office.pk).update(until=datetime.date(2024, 3, 31))

    assert (office in queries.offices(datetime.date.fromisoformat(day))) == is_open


def test_offices_that_closed_are_still_known():
    Office.objects.filter(ref="obihiro").update(until=datetime.date(2010, 1, 1))

    assert queries.office("obihiro").name_ja == "北海道センター(帯広)"
    assert queries.offices().filter(ref="obihiro").exists()
    assert not queries.domestic_offices(DAY).filter(ref="obihiro").exists()


def test_what_does_not_exist_is_not_found():
    told = [
        queries.office("nowhere"),
        queries.site("nowhere"),
        queries.country("XX"),
        queries.country(""),
        queries.prefecture("48"),
        queries.municipality(""),
    ]

    assert told == [None] * 6


@pytest.mark.parametrize("code", ["KE", "ke", " ke "])
def test_a_country_is_known_by_its_code_however_it_is_typed(code):
    assert queries.country(code).name_ja == "ケニア"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("北海道", "01"),
        ("京都", "26"),
        ("京都府", "26"),
        ("大阪", "27"),
        ("東京", "13"),
        ("沖縄県", "47"),
        ("okinawa", "47"),
        ("1", "01"),
        ("47", "47"),
        (" 長野 ", "20"),
        ("長野市", None),
        ("東", None),
    ],
)
def test_a_prefecture_is_known_as_people_write_it(written, code):
    found = queries.prefecture_named(written)

    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("code", "day", "told"),
    [
        ("BW", "1994-12-18", True),
        ("BW", "1994-12-19", False),
        ("SS", "2011-12-31", False),
        ("SS", "2012-01-01", True),
        ("ST", "2024-12-12", True),
        ("ST", "2024-12-13", False),
        ("KE", "2023-11-01", False),
    ],
)
def test_the_least_developed_are_those_of_the_day(code, day, told):
    country = examples.country(code)

    assert queries.is_least_developed(country, datetime.date.fromisoformat(day)) == told


@pytest.mark.parametrize(
    ("words", "count"),
    [("'", 1), ("%", 0), ("_", 0), ("\\", 0), ("x" * 300, 0), ("😀", 0), ("  ", 250)],
)
def test_any_words_may_be_looked_for(words, count):
    assert queries.countries(words).count() == count


def test_countries_of_a_region_are_found_by_its_name():
    by_region = [queries.countries(words).count() for words in ("東アフリカ", "Eastern Africa")]

    assert by_region[0] == by_region[1] > 15
