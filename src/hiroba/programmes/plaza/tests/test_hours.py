"""When sites are open."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.plaza import actions, queries
from hiroba.programmes.plaza.examples import rule, site
from hiroba.programmes.plaza.hours import Closing, closing_of


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("ref", "when", "is_open"),
    [
        ("ichigaya", "2023-11-01", True),
        ("ichigaya", "2023-11-05", False),  # the first Sunday
        ("ichigaya", "2023-11-12", True),  # the second
        ("ichigaya", "2023-11-19", False),  # the third
        ("ichigaya", "2023-12-28", True),
        ("ichigaya", "2023-12-29", False),
        ("ichigaya", "2024-01-03", False),
        ("ichigaya", "2024-01-04", True),
        ("ichigaya", "2023-11-03", True),  # a public holiday
        ("nagoya", "2023-11-03", False),
        ("nagoya", "2023-11-06", False),  # a Monday
        ("nagoya", "2023-11-05", True),
    ],
)
def test_a_site_rests_by_its_rule(ref, when, is_open):
    assert bool(queries.site_on(site(ref), day(when)).opening) == is_open


@pytest.mark.parametrize(
    ("now", "is_open"),
    [("09:59", False), ("10:00", True), ("17:59", True), ("18:00", False)],
)
def test_one_can_walk_in_between_its_hours(now, is_open):
    with clock.at(f"2023-11-01 {now}"):
        assert queries.site_on(site()).is_open_now == is_open


def test_tomorrow_is_not_now():
    assert not queries.site_on(site(), day("2023-11-02")).is_open_now


def test_a_day_on_which_it_is_closed_has_its_reason():
    actions.close_on(
        by=officer(), site=site(), day=day("2023-11-08"), reason_ja="設備の点検", reason_en="Works"
    )

    here = queries.site_on(site(), day("2023-11-08"))

    assert (here.opening, here.closed.reason_ja) == (None, "設備の点検")


def test_a_new_rule_holds_from_its_day_and_the_old_one_before():
    rule(site(), day("2023-12-01"), {"weekdays": [2]})

    assert queries.site_on(site(), day("2023-11-29")).opening
    assert not queries.site_on(site(), day("2023-12-06")).opening
    assert [row.since for row in site().rules.all()] == [day("2023-12-01"), day("2006-04-01")]


def test_before_its_first_rule_nobody_knows():
    here = queries.site_on(site(), day("2006-03-31"))

    assert (here.rule, here.opening, here.is_open_now) == (None, None, False)


def test_all_sites_of_a_day_are_told_in_three_questions(django_assert_num_queries):
    with django_assert_num_queries(3):
        told = [(here.site.ref, bool(here.opening)) for here in queries.sites_on()]

    assert told == [("ichigaya", True), ("nagoya", True)]


def test_what_lies_in_the_database_is_the_same_rule():
    rows = {"weekdays": [0], "nth_weekdays": [[1, 6]], "month_days": ["12-29"], "strange": 1}

    assert closing_of(rows) == Closing((0,), ((1, 6),), ("12-29",))
    assert closing_of({}) == Closing()
