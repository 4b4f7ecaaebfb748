"""The counting rule, for each kind of figure: before, inside and after what was published."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiroba.foundation.calendar import fiscal_year_bounds
from hiroba.reports.figures.reckoning import reckon
from hiroba.reports.figures.tests.samples import Visit, definition, printed, visits

YEARS = range(2019, 2027)
TOTAL_2021 = printed(100, "2010-04-01", "2022-03-31")
IN_2021 = printed(40, "2021-04-01", "2022-03-31")
AT_END_OF_2021 = printed(7, "", "2022-03-31")
EXHIBITION = printed(11, "2021-11-01", "2022-04-11", year=2021)
ONE_A_YEAR = visits(*(f"{year}-07-01" for year in YEARS))


def values(kind, records, since, *baselines):
    known = definition(kind, records, since)
    return [reckon(known, year, baselines).value for year in YEARS]


@pytest.mark.parametrize(
    ("kind", "since", "baseline", "expected"),
    [
        ("cumulative", "", TOTAL_2021, [None, None, 100, 101, 102, 103, 104, 105]),
        ("cumulative", "2023-04-01", TOTAL_2021, [None, None, 100, 101, 102, 103, 104, 105]),
        ("cumulative", "2019-04-01", TOTAL_2021, [1, 2, 100, 101, 102, 103, 104, 105]),
        ("year", "", IN_2021, [None, None, 40, None, None, None, None, None]),
        ("year", "2023-04-01", IN_2021, [None, None, 40, None, 1, 1, 1, 1]),
        ("year", "2019-04-01", IN_2021, [1, 1, 40, 1, 1, 1, 1, 1]),
        ("event", "", EXHIBITION, [None, None, 11, None, None, None, None, None]),
        ("event", "2024-04-01", EXHIBITION, [None, None, 11, None, None, 1, 1, 1]),
        ("as_of", "", AT_END_OF_2021, [None, None, 7, 7, 7, 7, 7, 7]),
        ("as_of", "2024-04-01", AT_END_OF_2021, [None, None, 7, 7, 7, 7, 7, 7]),
    ],
)
def test_records_count_once_and_only_where_print_ends(kind, since, baseline, expected):
    assert values(kind, ONE_A_YEAR, since, baseline) == expected


@pytest.mark.parametrize(
    ("kind", "baseline", "expected"),
    [
        ("cumulative", TOTAL_2021, [None, None, 100, 100, 100, 100, 100, 100]),
        ("year", IN_2021, [None, None, 40, None, None, None, None, None]),
        ("event", EXHIBITION, [None, None, 11, None, None, None, None, None]),
        ("as_of", AT_END_OF_2021, [None, None, 7, 7, 7, 7, 7, 7]),
    ],
)
def test_without_records_print_stands_alone(kind, baseline, expected):
    assert values(kind, None, "", baseline) == expected


@pytest.mark.parametrize("kind", ["cumulative", "year", "event", "as_of"])
def test_where_neither_print_nor_records_know_there_is_no_value(kind):
    assert values(kind, None, "") == [None] * 8
    assert values(kind, ONE_A_YEAR, "") == [None] * 8


def test_a_total_without_print_begins_with_the_records():
    assert values("cumulative", ONE_A_YEAR, "2021-04-01") == [None, None, 1, 2, 3, 4, 5, 6]


def test_a_record_on_the_last_printed_day_is_printed_and_one_the_day_after_is_added():
    edge = visits("2022-03-31", "2022-04-01")

    figure = reckon(definition("cumulative", edge), 2022, [TOTAL_2021])

    assert (figure.value, figure.contained.records, figure.added.records) == (
        101,
        [edge[0]],
        [edge[1]],
    )


def test_a_total_printed_in_the_middle_of_a_year_takes_the_rest_of_the_year_from_records():
    october = printed(1_000, "2010-04-01", "2023-10-24")
    records = visits("2023-10-24", "2023-10-25", "2024-03-31", "2024-04-01")

    figure = reckon(definition("cumulative", records), 2023, [october])

    assert (figure.value, figure.period.text("ja")) == (1_002, "2010–2023年度")


def test_the_last_of_several_totals_is_built_upon_and_a_later_one_is_not_known_yet():
    totals = [
        printed(100, "2010-04-01", "2022-03-31", pk=1),
        printed(130, "2010-04-01", "2023-03-31", pk=2),
        printed(150, "2010-04-01", "2025-03-31", pk=3),
    ]
    known = definition("cumulative", ONE_A_YEAR)

    assert [reckon(known, year, totals).value for year in YEARS] == [
        None,
        None,
        100,
        130,
        131,
        150,
        151,
        152,
    ]


def test_of_two_values_for_the_same_day_the_one_written_later_holds():
    first, second = printed(100, "", "2022-03-31", pk=1), printed(90, "", "2022-03-31", pk=2)

    for rows in ([first, second], [second, first]):
        assert reckon(definition("cumulative"), 2021, rows).value == 90
        assert reckon(definition("as_of"), 2021, rows).value == 90
        assert reckon(definition("year"), 2021, rows).value == 90


def test_a_total_to_which_nothing_was_added_ends_where_print_ends():
    figure = reckon(definition("cumulative", visits("2021-05-01")), 2026, [TOTAL_2021])

    assert (figure.value, figure.period.text("ja"), figure.period.text("en")) == (
        100,
        "2010–2021年度",
        "FY2010–2021",
    )
    assert (figure.fiscal_year, figure.contained.value) == (2026, 1)


def test_a_total_to_which_something_was_added_reaches_to_the_year_asked_for():
    figure = reckon(definition("cumulative", visits("2022-05-01")), 2026, [TOTAL_2021])

    assert (figure.value, figure.period.text("ja")) == (101, "2010–2026年度")


def test_left_out_records_add_nothing_and_are_told_with_their_reason():
    out = visits("2022-06-01", reason="二重の記録です。")

    figure = reckon(definition("cumulative", out), 2022, [TOTAL_2021])

    assert (figure.value, figure.period.text("ja")) == (100, "2010–2021年度")
    assert figure.added.excluded == ((out[0], "二重の記録です。"),)
    assert figure.parts == [
        ("公表値(2010–2021年度)", 100),
        ("そのあとの記録", 1),
        ("数えない記録", -1),
    ]


@pytest.mark.parametrize("kind", ["year", "event"])
def test_what_was_left_out_of_a_year_is_told_too(kind):
    rows = [*visits("2024-06-01"), *visits("2024-07-01", reason="練習です。")]

    figure = reckon(definition(kind, rows, "2024-04-01"), 2024, [])

    assert (figure.value, figure.parts) == (1, [("そのあとの記録", 2), ("数えない記録", -1)])


def test_a_year_with_complete_records_and_none_of_them_is_zero_and_not_unknown():
    figure = reckon(definition("year", [], "2024-04-01"), 2025, [])

    assert (figure.value, figure.text, figure.baseline) == (0, "0回", None)


def test_records_that_begin_within_a_year_do_not_speak_for_the_whole_year():
    known = definition("year", ONE_A_YEAR, "2024-04-02")

    assert [reckon(known, year, []).value for year in (2024, 2025)] == [None, 1]


def test_an_event_is_found_under_its_own_year_only_even_when_it_reached_into_the_next():
    found = {
        year: reckon(definition("event"), year, [EXHIBITION]).value for year in (2020, 2021, 2022)
    }

    assert found == {2020: None, 2021: 11, 2022: None}


def test_the_period_of_what_is_in_force_is_the_day_of_the_count():
    figure = reckon(definition("as_of"), 2025, [AT_END_OF_2021])

    assert (figure.period.text("ja"), figure.period.text("en")) == ("2021年度末", "end of FY2021")


def test_what_is_in_force_is_nothing_only_when_a_record_says_that_it_ended():
    ended = visits("2025-03-31", reason="終わりました。")

    assert values("as_of", ended, "2024-04-01", AT_END_OF_2021)[4:] == [7, 0, 7, 7]


def test_our_records_of_the_day_stand_beside_what_was_printed_of_it():
    figure = reckon(definition("as_of", visits("2022-03-31")), 2021, [AT_END_OF_2021])

    assert (figure.value, figure.contained.value) == (7, 1)


DAYS = st.dates(date(2008, 1, 1), date(2027, 12, 31))
SOME = st.lists(st.tuples(DAYS, st.booleans()), max_size=30)


def told(days):
    return [
        Visit(f"V-{number}", day, "数えません。" if out else "")
        for number, (day, out) in enumerate(days)
    ]


@settings(deadline=None, derandomize=True)
@given(days=SOME, year=st.integers(2021, 2026))
def test_whatever_the_records_a_total_is_print_and_one_for_each_counted_record_after_it(days, year):
    rows = told(days)
    until = fiscal_year_bounds(year)[1]
    after = [row for row in rows if TOTAL_2021.last_day < row.on <= until and not row.reason]

    figure = reckon(definition("cumulative", rows), year, [TOTAL_2021])

    assert figure.value == 100 + len(after)
    assert sum(value for _, value in figure.parts) == figure.value
    assert list(figure.added.records) == after


@settings(deadline=None, derandomize=True)
@given(days=SOME, more=st.dates(date(2010, 4, 1), date(2022, 3, 31)))
def test_one_more_record_inside_the_published_period_changes_no_year(days, more):
    rows = told(days)

    before = values("cumulative", rows, "", TOTAL_2021)
    after = values("cumulative", [*rows, Visit("V-new", more)], "", TOTAL_2021)

    assert before == after


@settings(deadline=None, derandomize=True)
@given(days=SOME, more=st.dates(date(2022, 4, 1), date(2026, 3, 31)))
def test_one_more_record_after_it_adds_one_from_its_year_on(days, more):
    rows = told(days)
    before = values("cumulative", rows, "", TOTAL_2021)
    after = values("cumulative", [*rows, Visit("V-new", more)], "", TOTAL_2021)

    raised = [
        year
        for year, old, new in zip(YEARS, before, after, strict=True)
        if (old, new) != (old, old)
    ]

    assert raised == [year for year in YEARS if fiscal_year_bounds(year)[1] >= more]


@settings(deadline=None, derandomize=True)
@given(days=SOME)
def test_the_years_of_a_figure_add_up_to_its_total(days):
    rows = told(days)
    span = range(2008, 2028)

    yearly = [reckon(definition("year", rows, "1990-04-01"), year, []).value for year in span]
    total = reckon(definition("cumulative", rows, "2008-04-01"), span[-1], []).value

    since = date(2008, 4, 1)
    assert sum(yearly) == total == sum(not row.reason and row.on >= since for row in rows)


@settings(deadline=None, derandomize=True)
@given(shift=st.integers(0, 4_000))
def test_a_record_never_counts_both_as_printed_and_as_added(shift):
    row = Visit("V-1", date(2015, 4, 1) + timedelta(days=shift))

    figure = reckon(definition("cumulative", [row]), 2026, [TOTAL_2021])

    assert figure.contained.value + figure.added.value == int(row.on <= date(2027, 3, 31))
