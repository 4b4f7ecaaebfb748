"""A figure as data, for each kind of it."""

import json

import pytest
from django.utils import translation

from hiroba.reports.figures.api import FigureTold
from hiroba.reports.figures.datasheets import told
from hiroba.reports.figures.reckoning import reckon
from hiroba.reports.figures.tests.samples import definition, printed, visits

TOTAL = printed(100, "2010-04-01", "2022-03-31")
PLANNED = printed(5, "2021-04-01", "2022-03-31")
PLANNED.basis = "plan"
PLANNED.certainty = "approximate"


def counts(found):
    names = ("value", "records_counted", "records_excluded", "records_in_baseline")
    return tuple(told(found)[name] for name in names)


def test_what_was_added_left_out_and_contained_is_counted_apart():
    rows = [
        *visits("2021-05-01", "2022-05-01", "2022-06-01"),
        *visits("2022-07-01", reason="練習です。"),
    ]

    assert counts(reckon(definition("cumulative", rows), 2022, [TOTAL])) == (102, 2, 1, 1)


def test_print_alone_has_no_records():
    assert counts(reckon(definition("cumulative"), 2022, [TOTAL])) == (100, 0, 0, 0)


def test_plans_and_rounded_values_are_marked():
    found = told(reckon(definition("year"), 2021, [PLANNED]))

    assert (found["plan"], found["approximate"]) == (True, True)
    assert (found["baseline"]["basis"], found["baseline"]["certainty"]) == ("plan", "approximate")


@pytest.mark.parametrize("kind", ["cumulative", "year", "as_of", "event"])
@pytest.mark.parametrize("year", [2009, 2021, 2026])
def test_every_figure_fits_the_shape_that_the_api_promises(kind, year):
    found = told(reckon(definition(kind, visits("2024-05-01"), "2024-04-01"), year, [TOTAL]))

    whole = FigureTold(**found).model_dump(mode="json")
    assert whole == json.loads(json.dumps(found))


def test_both_languages_are_there_whatever_the_reader_speaks():
    figure = reckon(definition("cumulative"), 2022, [TOTAL])

    japanese = told(figure)
    with translation.override("en"):
        english = told(figure)

    assert {**japanese, "url": "/en" + japanese["url"]} == english
    assert japanese["period"] == {"ja": "2010–2021年度", "en": "FY2010–2021"}
