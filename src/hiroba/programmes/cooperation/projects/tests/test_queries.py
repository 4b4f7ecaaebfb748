"""The list, its filters and its counts."""

from datetime import date

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.actors import GUEST
from hiroba.programmes.cooperation.projects import downloads, queries, tallies
from hiroba.programmes.cooperation.projects.headings import headings_for
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.queries import Count, Wanted
from hiroba.programmes.cooperation.projects.states import Scheme
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    """Water in Laos of NPO Minato (2023), gardens in Kenya (2023) and Uganda (2021)."""
    with clock.at("2023-11-01 10:00"):
        water = adopted(
            body=minato(), planned_start=date(2023, 4, 1), planned_end=date(2025, 3, 31)
        )
        old = gardens(2).replace("KE", "UG").replace("11220", "12220")
        bring_in(gardens(1), old.replace("2023-04-01", "2021-04-01"))
    kenya, uganda = (Project.objects.get(iati_identifier=f"T-{number}") for number in (1, 2))
    return water, kenya, uganda


def found(**wanted):
    return [row.project for row in queries.listed(Wanted(**wanted))]


def test_the_newest_come_first(three):
    water, kenya, uganda = three

    assert found() == [water, kenya, uganda]
    assert list(queries.projects_seen_by(GUEST)) == [water, kenya, uganda]


def test_each_filter_finds_its_own(three):
    water, kenya, uganda = three

    assert found(country="KE") == [kenya]
    assert found(country="ug") == [uganda]
    assert found(sector="112") == [kenya]
    assert found(sector="12220") == [uganda]
    assert found(year="2024") == [water]
    assert found(year="2023") == [water, kenya]
    assert found(body=minato().ref) == [water]
    assert found(origin="imported") == [kenya, uganda]
    assert found(scheme=Scheme.PARTNER) == [water]
    assert found(country="JP") == []


def test_filters_and_words_go_together(three):
    water, kenya, uganda = three

    assert found(words="水道") == [water]
    assert found(words="菜園") == [kenya, uganda]
    assert found(words="菜園", year="2023") == [kenya]
    assert found(words="菜園", year="2023", country="KE", sector="11220") == [kenya]
    assert found(words="ありません") == []


def test_many_hits_are_walked_and_few_are_fetched(three, monkeypatch):
    water, kenya, uganda = three
    monkeypatch.setattr(queries, "FEW", 1)
    queries._few_of.cache_clear()

    assert found(words="菜園") == [kenya, uganda]
    assert found(words="水道") == [water]


def test_counting_stops_when_it_would_take_long(three, monkeypatch):
    monkeypatch.setattr(queries, "COUNTED_TO", 1)

    def count(**wanted):
        asked = Wanted(**wanted)
        return queries.count_up_to(queries.listed(asked), asked)

    assert count() == Count(3)
    assert count(country="KE") == Count(1)
    assert count(words="菜園") == Count(1, more=True)
    monkeypatch.setattr(queries, "FEW", 1)
    queries._few_of.cache_clear()
    assert count(words="菜園") == Count(1, more=True)
    assert count(words="水道") == Count(1)


def test_counts_follow_the_data(three):
    assert tallies.counts_under("country") == {"LA": 1, "KE": 1, "UG": 1}
    assert tallies.total() == 3

    with clock.at("2023-11-02 10:00"):
        bring_in(gardens(3))

    assert tallies.counts_under("country") == {"LA": 1, "KE": 2, "UG": 1}


def test_a_table_has_a_row_for_each_project(three):
    rows = [
        dict(zip(downloads.HEADER, row, strict=True))
        for row in downloads.rows_of(queries.listed(Wanted()))
    ]

    assert [(row["title_ja"], row["countries"], row["iati_status"]) for row in rows] == [
        ("村の水道", "LA", ""),
        ("学校菜園", "KE", "2"),
        ("学校菜園", "UG", "2"),
    ]


def test_a_project_is_listed_in_every_year_it_runs_but_not_for_ever():
    names = headings_for(origin="own", begins_on=date(2024, 3, 31), ends_on=date(2025, 4, 1))
    endless = headings_for(origin="own", begins_on=date(2000, 4, 1), ends_on=date(9999, 1, 1))
    open_end = headings_for(origin="own", begins_on=date(2000, 4, 1))

    assert names == ["everything", "origin:own", "year:2023", "year:2024", "year:2025"]
    assert len(endless) == 2 + 31
    assert open_end == ["everything", "origin:own", "year:2000"]
