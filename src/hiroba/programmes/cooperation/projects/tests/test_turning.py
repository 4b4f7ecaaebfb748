"""Turning the pages of a list, and small questions about projects."""

from datetime import date

import pytest
from django.test import RequestFactory

from hiroba.foundation import clock
from hiroba.foundation.web.paging import slice_by_key
from hiroba.programmes.cooperation.projects import queries
from hiroba.programmes.cooperation.projects.headings import headings_for
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.queries import Wanted
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = pytest.mark.django_db

ORDER = ("-listed_on", "-pk")


def turned(found, size, way="next_url"):
    """The pages of a list, from the first to the last."""
    address, pages = "/projects/", []
    while address:
        page = slice_by_key(RequestFactory().get(address), found, ORDER, size)
        pages.append(page)
        address = getattr(page, way)
    return pages


def turned_back(found, last):
    pages, address = [last], last.previous_url
    while address:
        pages.append(slice_by_key(RequestFactory().get(address), found, ORDER, 20))
        address = pages[-1].previous_url
    return pages


def test_a_project_without_a_country_has_an_empty_list():
    project = adopted(countries=[])

    assert queries.countries_of([project]) == {project.pk: []}


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
