"""How visitors become a number that everybody can follow."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.programmes.plaza import actions, examples, figures
from hiroba.programmes.plaza.states import CountKind
from hiroba.reports.figures import queries as reports
from hiroba.reports.figures.examples import published_figures
from hiroba.reports.figures.records import rows

FIRST, LAST = datetime.date(2024, 4, 1), datetime.date(2025, 3, 31)


@pytest.fixture
def one_day_in_june():
    """312 walked in, 40 came to an event, and a class of 31 was welcomed by its guide."""
    with clock.at("2024-05-20 10:00"):
        visit = examples.visit(examples.slot(datetime.date(2024, 6, 5)))
        duty = actions.ask_guide(by=officer(), slot=visit.booking.slot, person=somebody("aoi"))
        actions.accept_duty(by=somebody("aoi"), duty=duty)
    with clock.at("2024-06-05 18:10"):
        actions.welcome_visit(by=officer(), booking=visit.booking, came=31)
        for kind, people in ((CountKind.WALK_IN, 312), (CountKind.EVENT, 40)):
            day = datetime.date(2024, 6, 5)
            actions.count(by=officer(), site=examples.site(), kind=kind, day=day, people=people)
        yield visit


def test_day_counts_and_groups_are_added(one_day_in_june):
    counted = figures.visitors_of("ichigaya")(FIRST, LAST)

    assert (counted.value, counted.parts) == (
        383,
        {"展示を見た人": 312, "催しに来た人": 40, "groups": 31},
    )


def test_another_site_counts_its_own(one_day_in_june):
    assert figures.visitors_of("nagoya")(FIRST, LAST).value == 0


def test_groups_are_counted_when_they_had_a_guide(one_day_in_june):
    assert figures.group_visits(FIRST, LAST).value == 1
    assert figures.group_visitors(FIRST, LAST).value == 31


def test_a_group_without_a_guide_is_a_visitor_but_no_guided_group(one_day_in_june):
    duty = one_day_in_june.booking.slot.duties.get()
    duty.state = "declined"
    duty.save()

    assert figures.group_visits(FIRST, LAST).value == 0
    assert figures.visitors_of("ichigaya")(FIRST, LAST).value == 383


def test_each_record_says_how_many_it_adds(one_day_in_june):
    counted = figures.visitors_of("ichigaya")(FIRST, LAST)

    added = [row[2] for row in rows(counted, figures.Counted(0))]
    assert sorted(map(int, added)) == [31, 40, 312]


def test_the_published_total_is_the_opening_balance(one_day_in_june):
    published_figures()

    before = reports.figure("plaza_ichigaya_visitors", 2023)
    after = reports.figure("plaza_ichigaya_visitors", 2024)

    assert (before.value, after.value) == (2_499_622, 2_499_622 + 383)


def test_the_refugee_exhibition_keeps_its_published_number():
    published_figures()

    assert reports.figure("plaza_refugee_exhibition_visitors", 2023).value == 11_469


def test_in_production_samples_count_nothing(one_day_in_june, settings):
    settings.HIROBA_ENV = "production"

    counted = figures.visitors_of("ichigaya")(FIRST, LAST)

    assert counted.parts == {"展示を見た人": 312, "催しに来た人": 40}
