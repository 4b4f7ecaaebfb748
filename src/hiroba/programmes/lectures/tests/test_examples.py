"""The story of lectures is told once."""

import pytest

from hiroba.foundation import clock
from hiroba.programmes.lectures import examples, queries
from hiroba.programmes.lectures.models import Answer, Lecture, Lecturer, Offer
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("lectures_standing"), pytest.mark.django_db]


def counts():
    return [model.objects.count() for model in (Lecture, Offer, Answer, Lecturer)]


@pytest.mark.parametrize("today", ["2024-01-10 10:00", "2026-11-27 10:00", "2023-12-28 10:00"])
def test_the_story_is_told_once_whatever_the_day(today):
    with clock.at(today):
        examples.tell()
        once = counts()
        examples.tell()

        assert counts() == once == [4, 2, 1, 4]


def test_akaris_class_met_laos_in_november_2023():
    with clock.at("2024-01-10 10:00"):
        lecture = examples.with_laos()

    assert (lecture.asked_at.strftime("%Y-%m"), str(lecture.held_on)) == ("2023-09", "2023-11-15")
    assert lecture.agreed.lecturer.person.account == world.noy()
    assert lecture.is_sample


def test_everybody_of_the_demo_finds_something_to_do():
    with clock.at("2024-01-10 10:00"):
        examples.tell()

        assert queries.to_match(examples.officer()).count() == 2
        assert queries.offers_to_answer(examples.somebody("rosa")).count() == 1
        assert queries.lectures_of(world.akari()).count() == 4
