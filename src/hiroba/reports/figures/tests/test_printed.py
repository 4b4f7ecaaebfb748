"""Every published value, as the yearly page prints it in Japanese and in English."""

from pathlib import Path

import pytest
from django.utils import translation

from hiroba.foundation import clock
from hiroba.reports.figures import queries
from hiroba.reports.figures.catalogue import catalogue
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.models import Baseline
from hiroba.reports.figures.writing import value_text

pytestmark = pytest.mark.django_db

# Written by hand from the published pages: figure, year, then period and value in both languages.
PRINTED = [
    tuple(line.split(" | "))
    for line in (Path(__file__).parent / "printed.txt").read_text("utf-8").splitlines()
]
# A later total of the same year goes before this one.
EARLIER_IN_ITS_YEAR = ("plaza_ichigaya_visitors", "2016年5月まで")
LAST_OF_ITS_YEAR = [row for row in PRINTED if (row[0], row[2]) != EARLIER_IN_ITS_YEAR]


@pytest.fixture(autouse=True)
def in_summer_2024():
    with clock.at("2024-08-01 10:00"):
        published_figures()
        yield


def test_there_are_fifty_three_of_them():
    assert (len(PRINTED), Baseline.objects.current().count()) == (53, 53)


def test_each_value_is_written_as_it_was_printed():
    rows = Baseline.objects.current().order_by("figure", "last_day", "pk")

    written = [
        (
            row.figure,
            str(row.fiscal_year),
            row.period.text("ja"),
            value_text(catalogue()[row.figure], row.value, "ja"),
            row.period.text("en"),
            value_text(catalogue()[row.figure], row.value, "en"),
        )
        for row in rows
    ]

    assert written == PRINTED


@pytest.mark.parametrize("printed", LAST_OF_ITS_YEAR, ids=lambda row: f"{row[0]} {row[1]} {row[3]}")
def test_each_value_is_what_the_figure_says_for_its_year(printed):
    code, year, period, text, english_period, english_text = printed
    figure = queries.figure(code, int(year))
    japanese = (figure.period_text, figure.text, f"{figure.number}{figure.unit}")
    with translation.override("en"):
        english = (figure.period_text, figure.text)

    assert japanese == (period, text, text)
    assert english == (english_period, english_text)


@pytest.mark.parametrize("code", sorted({row[0] for row in PRINTED}))
def test_each_figure_has_a_page_in_both_languages(client, code):
    figure = queries.figure(code)
    shown = f'<data value="{figure.value}">{figure.number}</data><small>{figure.unit}</small>'

    japanese = client.get(f"/figures/{code}/").content.decode()
    english = client.get(f"/en/figures/{code}/").content.decode()

    assert f"<h1>{figure.definition.name_ja}</h1>" in japanese and shown in japanese
    assert f"<h1>{figure.definition.name_en}</h1>" in english
    assert f'<data value="{figure.value}">{figure.value:,}</data>' in english


def test_only_the_three_rounded_values_are_called_approximate():
    found = [figure.code for figure in queries.figures().values() if figure.is_approximate]
    earlier = [
        code
        for code in ("outreach_lectures", "outreach_lecture_participants")
        if queries.figure(code, 2011).is_approximate
    ]

    assert found == ["hometown_complaints"]
    assert earlier == ["outreach_lectures", "outreach_lecture_participants"]


def test_a_value_that_was_counted_together_says_so():
    computed = Baseline.objects.filter(certainty="computed")

    assert [(row.figure, row.value) for row in computed] == [("council_attendance", 107)]
