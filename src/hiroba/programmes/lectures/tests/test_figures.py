"""How lectures and those who heard them are counted."""

from datetime import date, time

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.lectures import actions, examples, figures
from hiroba.programmes.lectures.tests import world
from hiroba.reports.figures.catalogue import catalogue

pytestmark = [pytest.mark.usefixtures("in_september")]

YEAR = (date(2023, 4, 1), date(2024, 3, 31))


def visited(attended=20):
    """A lecture for which somebody came to the school."""
    lecture = world.requested(kind="visit", at=time(13, 35))
    lecture = examples.confirmed(lecture, examples.lecturer("shiro"))
    with clock.at("2023-11-15 14:40"):
        return actions.record_held(by=world.akari(), lecture=lecture, attended=attended)


def test_only_what_took_place_is_counted():
    online, visit = world.held(), visited()
    world.requested(at=time(8, 45))

    counted = figures.lectures_between(*YEAR)

    assert counted.value == 2
    assert counted.parts == {"オンラインで海外と結ぶ": 1, "学校などに講師が行く": 1}
    assert list(counted.records) == [online, visit]


def test_what_did_not_take_place_is_not_counted():
    lecture = world.confirmed()
    with clock.at("2023-11-15 12:00"):
        actions.record_not_held(by=officer(), lecture=lecture, because="停電のため。")

    assert figures.lectures_between(*YEAR).value == 0
    assert figures.participants_between(*YEAR).value == 0


def test_everybody_who_heard_is_counted_each_time():
    world.held(attended=33)
    visited(attended=20)

    assert figures.participants_between(*YEAR).value == 53


def test_online_classes_are_counted_by_fiscal_year():
    online = world.held()
    visited()

    counted = figures.online_classes_between(*YEAR)

    assert (counted.value, counted.parts) == (1, {"2023年度": 1})
    assert list(counted.records) == [online]


def test_both_ends_of_the_span_belong_to_it():
    world.held()
    day = date(2023, 11, 15)

    assert figures.lectures_between(day, day).value == 1
    assert figures.lectures_between(date(2023, 11, 16), YEAR[1]).value == 0
    assert figures.lectures_between(YEAR[0], date(2023, 11, 14)).value == 0


def test_a_sample_shows_how_one_counts_and_is_never_counted_in_production(settings):
    world.held(is_sample=True)
    real = world.held_again()
    type(real).objects.filter(pk=real.pk).update(is_sample=False)

    shown = figures.lectures_between(*YEAR)
    settings.HIROBA_ENV = "production"
    counted = figures.lectures_between(*YEAR)

    assert (shown.value, counted.value) == (2, 1)
    assert list(counted.records) == [real]


def test_records_carry_on_after_the_published_values():
    known = catalogue()

    codes = ("outreach_lectures", "outreach_lecture_participants", "online_classes_held")
    assert [known[code].records_since for code in codes] == [date(2024, 4, 1)] * 3
    assert [known[code].counted for code in codes] == [
        figures.lectures_between,
        figures.participants_between,
        figures.online_classes_between,
    ]


def test_a_record_is_named_without_its_school():
    lecture = world.held()

    assert (lecture.title_ja, lecture.title_en) == (
        "オンライン出前講座: 教育",
        "Online class: Education",
    )
