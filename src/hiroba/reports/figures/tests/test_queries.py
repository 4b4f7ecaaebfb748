"""Questions about figures."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.actors import IMPORTER
from hiroba.reports.figures import actions, queries
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.models import Assertion
from hiroba.reports.figures.published import Published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_summer_2024():
    with clock.at("2024-08-01 10:00"):
        published_figures()
        yield


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("grassroots_projects", 1_405),
        ("plaza_ichigaya_visitors", 2_499_622),
        ("plaza_refugee_exhibition_visitors", 11_469),
        ("japan_desk_countries", 25),
    ],
)
def test_the_numbers_of_the_yearly_page_are_found(code, value):
    assert queries.figure(code, 2023).value == value


def test_without_a_year_the_newest_known_value_is_given():
    assert queries.figure("essay_entries").fiscal_year == 2023
    assert queries.figure("outreach_lectures").fiscal_year == 2014


def test_a_plan_is_not_taken_for_the_newest_result():
    figure = queries.figure("teacher_overseas_training_participants")

    assert (figure.fiscal_year, figure.value, figure.is_plan) == (2014, 166, False)
    assert queries.figure("teacher_overseas_training_participants", 2025).is_plan


def test_an_exhibition_is_shown_under_the_year_in_which_it_began():
    assert queries.figure("plaza_refugee_exhibition_visitors", 2024).value is None


def test_a_running_total_within_the_years_takes_the_last_one_published_by_then():
    years = {
        year: queries.figure("plaza_ichigaya_visitors", year).value for year in (2012, 2013, 2016)
    }

    assert years == {2012: None, 2013: 1_000_000, 2016: 1_500_000}


def test_the_list_asks_for_published_values_once(django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        groups = queries.figures_by_group(2023)

    codes = [figure.code for _, figures in groups for figure in figures]
    assert codes[0] == "grassroots_projects"
    assert "essay_entries" in codes and "outreach_lectures" not in codes


def test_what_others_published_agrees_with_ours():
    rows = [row for code in queries.figures() for row in queries.comparisons_of(code)]

    assert len(rows) == Assertion.objects.count()
    assert [row.assertion for row in rows if row.gap != 0] == []


def test_a_difference_is_told_and_nothing_is_overwritten():
    told = {"figure": "japan_desk_countries", "fiscal_year": 2023, "value": 26, "url": ""}
    wanted = Published((), ({**told, "source_ja": "ある新聞", "source_en": "A newspaper"},))

    actions.load_published(by=IMPORTER, wanted=wanted)

    gaps = [row.gap for row in queries.comparisons_of("japan_desk_countries")]
    assert (gaps, queries.figure("japan_desk_countries", 2023).value) == ([0, -1], 25)
