"""Filters alone and together, words and counts."""

from datetime import date
from itertools import product

import pytest
from django.test import RequestFactory

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import GUEST
from hiroba.foundation.web.paging import slice_by_key
from hiroba.programmes.cooperation.projects import queries
from hiroba.programmes.cooperation.projects.queries import Count, Wanted
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens
from hiroba.programmes.cooperation.projects.tests.test_turning import turned

pytestmark = pytest.mark.django_db

ORDER = ("-listed_on", "-pk")


@pytest.fixture(scope="module")
def world(reference):
    """Water of NPO Minato in Laos, a museum in Laos, gardens in Kenya, a clinic in Uganda."""
    with clock.at("2023-11-01 10:00"):
        adopted(
            "村の水道",
            body=minato(),
            planned_start=date(2023, 4, 1),
            planned_end=date(2025, 3, 31),
        )
        adopted("平和博物館", scheme=Scheme.SUPPORT, planned_start=date(2022, 4, 1))
        clinic = gardens(2).replace("KE", "UG").replace("11220", "12220")
        clinic = clinic.replace("学校菜園", "村の診療所").replace("2023-04-01", "2022-04-01")
        bring_in(gardens(1), clinic)


def titles(**wanted):
    return [row.project.title_ja for row in queries.listed(Wanted(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["平和博物館", "村の水道", "学校菜園", "村の診療所"]),
        ({"country": "LA"}, ["平和博物館", "村の水道"]),
        ({"country": "la"}, ["平和博物館", "村の水道"]),
        ({"country": "KE"}, ["学校菜園"]),
        ({"country": "JP"}, []),
        ({"sector": "122"}, ["村の診療所"]),
        ({"sector": "11220"}, ["学校菜園"]),
        ({"sector": "11"}, []),
        ({"year": "2022"}, ["平和博物館", "村の診療所"]),
        ({"year": "2023"}, ["村の水道", "学校菜園"]),
        ({"year": "２０２３"}, []),
        ({"origin": "own"}, ["平和博物館", "村の水道"]),
        ({"origin": "imported"}, ["学校菜園", "村の診療所"]),
        ({"scheme": "grassroots_support"}, ["平和博物館"]),
        ({"scheme": "world_fund"}, []),
        ({"body": "B-NOBODY"}, []),
        ({"words": "村"}, ["村の水道", "村の診療所"]),
        ({"words": "水道 村"}, ["村の水道"]),
        ({"words": "ケニア"}, ["学校菜園"]),
        ({"words": "Kenya"}, ["学校菜園"]),
        ({"words": "kenya GARDENS"}, ["学校菜園"]),
        ({"words": "T-2"}, ["村の診療所"]),
        ({"words": "みなと"}, ["村の水道"]),
        ({"words": "存在しない"}, []),
        ({"country": "LA", "scheme": "grassroots_partner"}, ["村の水道"]),
        ({"country": "LA", "year": "2022"}, ["平和博物館"]),
        ({"country": "LA", "origin": "imported"}, []),
        ({"country": "LA", "words": "村"}, ["村の水道"]),
        ({"origin": "imported", "year": "2022", "sector": "122"}, ["村の診療所"]),
        ({"origin": "imported", "words": "村", "country": "UG", "year": "2022"}, ["村の診療所"]),
        ({"origin": "imported", "words": "村", "country": "KE"}, []),
    ],
)
def test_a_question_finds_what_fits_and_nothing_else(world, wanted, found):
    assert sorted(titles(**wanted)) == sorted(found)


def test_the_projects_of_a_body_are_found_by_its_ref(world):
    assert titles(body=minato().ref) == ["村の水道"]


def test_filters_meet_as_sets_do(world):
    options = {
        "country": ["", "LA", "KE"],
        "year": ["", "2022", "2023"],
        "origin": ["", "own", "imported"],
        "words": ["", "村"],
    }
    alone = {
        (name, value): set(titles(**{name: value}))
        for name, values in options.items()
        for value in values
    }

    for chosen in product(*options.values()):
        wanted = dict(zip(options, chosen, strict=True))
        meeting = set.intersection(*(alone[pair] for pair in wanted.items()))
        assert set(titles(**wanted)) == meeting, wanted


@pytest.mark.parametrize(
    "odd",
    ["\x00", "%", "_", "'", '"', "\\", "𠮷", "🍚", "(", "* OR 1=1", "あ" * 500, "\u3000", "-"],
)
def test_odd_words_are_only_words(world, odd):
    assert isinstance(titles(words=odd), list)
    assert titles(country=odd.replace("\x00", "x"), words=odd) == []


def test_projects_of_the_same_day_stand_in_the_order_they_came(world):
    assert titles(origin="own") == ["平和博物館", "村の水道"]


def test_a_visitor_and_an_officer_see_the_same_projects(world):
    assert list(queries.projects_seen_by(GUEST)) == list(queries.projects_seen_by(officer()))


def test_a_body_is_named_only_when_it_is_asked_for(world):
    assert queries.body_looked_for(minato().ref) == minato()
    assert queries.body_looked_for("") is None
    assert queries.body_looked_for("B-NOBODY") is None


def test_countries_of_no_projects_need_no_answer(world):
    assert queries.countries_of([]) == {}


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, Count(4)),
        ({"country": "LA"}, Count(2)),
        ({"country": "JP"}, Count(0)),
        ({"country": "LA", "year": "2022"}, Count(1)),
        ({"words": "村"}, Count(2)),
        ({"words": "存在しない"}, Count(0)),
    ],
)
def test_the_count_is_the_length_of_the_list(world, wanted, count):
    asked = Wanted(**wanted)

    assert queries.count_up_to(queries.listed(asked), asked) == count
    assert len(titles(**wanted)) == count.number


def test_pages_of_a_question_hold_only_what_was_asked_for(world):
    pages = turned(queries.listed(Wanted(words="村")), 1)

    assert [[row.project.title_ja for row in page.rows] for page in pages] == [
        ["村の水道"],
        ["村の診療所"],
    ]


def test_what_comes_while_one_turns_pages_moves_no_row(world):
    first, *_ = turned(queries.listed(Wanted()), 2)
    with clock.at("2023-12-01 10:00"):
        adopted("新しい事業")

    second = slice_by_key(RequestFactory().get(first.next_url), queries.listed(Wanted()), ORDER, 2)

    assert [row.project.title_ja for row in second.rows] == ["学校菜園", "村の診療所"]
