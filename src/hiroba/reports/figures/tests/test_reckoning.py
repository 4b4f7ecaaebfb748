"""How a value comes about: print, then one for each record after it."""

from dataclasses import replace
from datetime import date

from hiroba.foundation.figures import Counted, FigureDefinition
from hiroba.reports.figures.definitions import PUBLISHED_ONLY
from hiroba.reports.figures.models import Baseline
from hiroba.reports.figures.reckoning import reckon

PROJECTS = PUBLISHED_ONLY["grassroots_projects"]
SELECTED = PUBLISHED_ONLY["grassroots_adopted"]
DESKS = PUBLISHED_ONLY["japan_desk_countries"]

PRINTED = Baseline(
    pk=1,
    figure=PROJECTS.code,
    fiscal_year=2023,
    first_day=date(2002, 4, 1),
    last_day=date(2024, 3, 31),
    value=1_405,
)
YEAR_2021 = Baseline(
    pk=2,
    figure=SELECTED.code,
    fiscal_year=2021,
    first_day=date(2021, 4, 1),
    last_day=date(2022, 3, 31),
    value=31,
)
DESKS_2023 = Baseline(
    pk=3, figure=DESKS.code, fiscal_year=2023, last_day=date(2024, 3, 31), value=25
)


def counting(
    definition: FigureDefinition, *days: date, since: date | None = None
) -> FigureDefinition:
    """The definition with records of these days; one without a day is never counted."""

    def counted(first: date, last: date) -> Counted:
        found = [day for day in days if first <= day <= last]
        return Counted(len(found), records=found)

    return replace(definition, counted=counted, records_since=since)


def test_without_records_the_published_value_stands_and_says_until_when():
    figure = reckon(PROJECTS, 2025, [PRINTED])

    assert (figure.value, figure.period.text("ja")) == (1_405, "2002–2023年度")


def test_a_record_after_the_published_period_adds_one():
    figure = reckon(counting(PROJECTS, date(2024, 10, 1)), 2024, [PRINTED])

    assert (figure.value, figure.period.text("ja")) == (1_406, "2002–2024年度")
    assert figure.parts == [("公表値(2002–2023年度)", 1_405), ("そのあとの記録", 1)]


def test_a_record_inside_the_published_period_is_shown_but_not_counted_twice():
    figure = reckon(counting(PROJECTS, date(2023, 11, 20)), 2023, [PRINTED])

    assert (figure.value, figure.added.value, figure.contained.value) == (1_405, 0, 1)


def test_the_last_day_is_printed_and_the_next_day_adds_one():
    days = date(2024, 3, 31), date(2024, 4, 1)

    figure = reckon(counting(PROJECTS, *days), 2024, [PRINTED])

    assert (figure.value, figure.contained.value, figure.added.value) == (1_406, 1, 1)


def test_an_earlier_year_than_the_first_published_total_is_not_known():
    figure = reckon(counting(PROJECTS, date(2015, 5, 1)), 2015, [PRINTED])

    assert (figure.value, figure.text, figure.parts) == (
        None,
        "公表値なし",
        [("そのあとの記録", 0)],
    )


def test_a_running_total_without_print_counts_from_where_records_are_complete():
    known = counting(PROJECTS, date(2024, 5, 1), date(2025, 5, 1), since=date(2024, 4, 1))

    figure = reckon(known, 2025, [])

    assert (figure.value, figure.period.text("ja")) == (2, "2024–2025年度")


def test_left_out_records_are_listed_with_their_reason():
    def counted(first: date, last: date) -> Counted:
        return Counted(1, records=["P-1"], excluded=(("P-2", "中止になった"),))

    figure = reckon(replace(PROJECTS, counted=counted), 2024, [PRINTED])

    assert (figure.value, figure.parts) == (
        1_406,
        [("公表値(2002–2023年度)", 1_405), ("そのあとの記録", 2), ("数えない記録", -1)],
    )


def test_a_yearly_figure_takes_print_before_records():
    known = counting(SELECTED, date(2021, 9, 1), since=date(2021, 4, 1))

    figure = reckon(known, 2021, [YEAR_2021])

    assert (figure.value, figure.contained.value) == (31, 1)


def test_a_yearly_figure_counts_records_only_where_they_are_complete():
    known = counting(SELECTED, date(2024, 9, 1), since=date(2024, 4, 1))

    values = {year: reckon(known, year, [YEAR_2021]).value for year in (2020, 2021, 2023, 2024)}

    assert values == {2020: None, 2021: 31, 2023: None, 2024: 1}


def test_what_is_in_force_is_taken_from_the_last_count():
    values = {year: reckon(DESKS, year, [DESKS_2023]).value for year in (2022, 2023, 2024)}

    assert values == {2022: None, 2023: 25, 2024: 25}


def test_what_is_in_force_is_counted_from_records_once_they_are_complete():
    known = counting(DESKS, date(2025, 3, 31), since=date(2024, 4, 1))

    figure = reckon(known, 2024, [DESKS_2023])

    assert (figure.value, figure.period.text("ja")) == (1, "2024年度末")


def test_a_number_too_small_to_be_told_is_no_value_and_says_why():
    hidden = replace(
        SELECTED,
        counted=lambda first, last: Counted(0, is_hidden=True),
        records_since=date(2022, 4, 1),
    )

    found = reckon(hidden, 2023, [YEAR_2021])
    assert (found.value, found.number, found.text) == (None, "", "少数のため非公表")


def test_what_was_published_is_told_though_our_own_number_is_hidden():
    hidden = replace(
        SELECTED,
        counted=lambda first, last: Counted(0, is_hidden=True),
        records_since=date(2020, 4, 1),
    )

    assert reckon(hidden, 2021, [YEAR_2021]).text == "31件"
