"""Filters alone and together, words, order and turning pages."""

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
from hiroba.programmes.cooperation.projects.headings import headings_for
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.queries import Count, Wanted
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = pytest.mark.django_db

ORDER = ("-listed_on", "-pk")


@pytest.fixture
def world():
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


def turned(found, size, way="next_url"):
    """The pages of a list, from the first to the last."""
    address, pages = "/projects/", []
    while address:
        page = slice_by_key(RequestFactory().get(address), found, ORDER, size)
        pages.append(page)
        address = getattr(page, way)
    return pages


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


def test_a_project_without_a_country_has_an_empty_list():
    project = adopted(countries=[])

    assert queries.countries_of([project]) == {project.pk: []}


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


@pytest.mark.parametrize("count", [0, 1, 19, 20, 21, 40, 41])
def test_a_list_is_turned_forward_and_back_without_losing_a_row(count):
    with clock.at("2023-11-01 10:00"):
        if count:
            bring_in(*(gardens(number, more="") for number in range(count)))
    found = queries.listed(Wanted())

    pages = turned(found, 20)
    back = turned_back(found, pages[-1])

    rows = [row.pk for page in pages for row in page.rows]
    assert rows == [row.pk for row in found]
    assert len(pages) == max(1, -(-count // 20))
    assert [row.pk for page in reversed(back) for row in page.rows] == rows


def turned_back(found, last):
    pages, address = [last], last.previous_url
    while address:
        pages.append(slice_by_key(RequestFactory().get(address), found, ORDER, 20))
        address = pages[-1].previous_url
    return pages


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


def test_the_source_of_a_decision_is_asked_for_by_its_name():
    project = adopted(source_ref="S-1")

    assert queries.adopted_from("S-1") == project
    assert queries.adopted_from("S-2") is None
    assert queries.adopted_from("") is None


def test_fingerprints_are_those_of_reported_projects_only():
    adopted()
    bring_in(gardens(1), gardens(2))

    assert queries.fingerprints(["T-1", "T-3"]) == {
        "T-1": Project.objects.get(iati_identifier="T-1").fingerprint
    }
    assert queries.fingerprints([]) == {}


def test_imports_are_listed_the_newest_first():
    with clock.at("2023-11-01 10:00"):
        first = bring_in(gardens(1))
    with clock.at("2023-11-02 10:00"):
        second = bring_in(gardens(2))

    assert list(queries.import_runs()) == [second, first]


@pytest.mark.parametrize(
    ("begins", "ends", "years"),
    [
        (None, None, []),
        (None, date(2024, 1, 1), []),
        (date(2023, 3, 31), None, [2022]),
        (date(2023, 4, 1), date(2023, 4, 1), [2023]),
        (date(2023, 4, 1), date(2024, 4, 1), [2023, 2024]),
        (date(2023, 4, 1), date(2023, 3, 1), [2023]),
        (date(2000, 4, 1), date(2030, 4, 1), list(range(2000, 2031))),
        (date(2000, 4, 1), date(2031, 4, 1), list(range(2000, 2031))),
    ],
)
def test_the_years_of_a_project_are_fiscal_years(begins, ends, years):
    names = headings_for(origin="own", begins_on=begins, ends_on=ends)

    assert [name for name in names if name.startswith("year:")] == [
        f"year:{year}" for year in years
    ]


def test_every_heading_is_named_once_and_fits_its_column():
    names = headings_for(
        origin="imported",
        body_ref="B-1234567890",
        countries=["KE", "KE"],
        sectors=["11220", "11230", "112"],
    )

    assert names == [
        "everything",
        "origin:imported",
        "body:B-1234567890",
        "country:KE",
        "category:112",
        "sector:11220",
        "sector:11230",
    ]
