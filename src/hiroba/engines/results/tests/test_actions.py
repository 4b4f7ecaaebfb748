"""Lessons are written by one and checked by another; practices spread from place to place."""

import pytest

from hiroba.engines.registry.places.tests.support import broken, journal, refused
from hiroba.engines.results import actions
from hiroba.engines.results.models import Adoption, Lesson, Practice
from hiroba.engines.results.states import LessonState
from hiroba.engines.results.tests.samples import (
    TODAY,
    adopted,
    day,
    interested,
    practice,
    published,
    reviewed,
    written,
)
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

SATO, ONO = "佐藤 職員(見本)", "小野 承認者(見本)"


def test_a_lesson_begins_as_a_draft_about_a_thing():
    lesson = written()

    told = (lesson.state, lesson.about_ref, lesson.written_by, lesson.written_at, lesson.field)
    assert told == ("draft", "P-1", officer(), clock.now(), "water")
    assert journal("results.write_lesson") == [(SATO, lesson.ref, {"about": "P-1"})]


def test_somebody_else_checks_it_and_it_is_published():
    lesson = reviewed()
    assert (lesson.state, lesson.reviewed_by, lesson.reviewed_at) == (
        "reviewed",
        approver(),
        clock.now(),
    )

    lesson = actions.publish_lesson(by=officer(), lesson=lesson)

    assert (lesson.state, lesson.published_at) == ("published", clock.now())
    assert journal("results.review_lesson") == [(ONO, lesson.ref, {})]
    assert journal("results.publish_lesson") == [(SATO, lesson.ref, {})]


def test_what_is_written_anew_is_checked_again():
    lesson = actions.revise_lesson(by=officer(), lesson=reviewed(), title_ja="水番は二人")

    kept = Lesson.objects.get(pk=lesson.pk)
    assert (kept.title_ja, kept.state, kept.reviewed_by, kept.reviewed_at) == (
        "水番は二人",
        "draft",
        None,
        None,
    )
    assert kept.advice_ja == "掘る前に、水番を二人決める。"
    assert journal("results.revise_lesson") == [(SATO, lesson.ref, {})]


def test_the_reviewer_who_writes_anew_is_its_writer():
    sato2 = somebody("sato2")
    lesson = reviewed()
    told = refused(actions.revise_lesson, by=sato2, lesson=lesson, title_ja="x")
    assert told == "教訓は、担当職員が書きます。"

    lesson = actions.revise_lesson(by=officer(), lesson=lesson, title_ja="x")

    assert lesson.written_by == officer()


def test_a_published_lesson_is_not_written_anew():
    told = refused(actions.revise_lesson, by=officer(), lesson=published(), title_ja="x")

    assert told == "いまは「公開中」のため、この操作はできません。"


def test_a_refusal_writes_nothing():
    lesson = written()

    refused(actions.review_lesson, by=officer(), lesson=lesson)
    refused(actions.publish_lesson, by=officer(), lesson=lesson)

    assert Lesson.objects.get(pk=lesson.pk).state == "draft"
    assert journal("results.review_lesson") == []


def test_a_practice_has_a_core_and_an_origin():
    known = practice()

    told = (known.title_ja, known.core_ja, known.origin_ref, known.described_by)
    assert told == ("二人の水番", "村が自分で二人選ぶ。", "P-1", officer())
    assert journal("results.describe_practice") == [(SATO, known.ref, {"origin": "P-1"})]


def test_a_practice_is_taken_up_step_by_step():
    adoption = interested()
    assert (adoption.state, adoption.direction) == ("interested", "horizontal")

    adoption = actions.pilot_practice(by=officer(), adoption=adoption, since=day("2023-05-01"))
    adoption = actions.adopt_practice(
        by=officer(), adoption=adoption, since=day("2023-10-01"), evidence=" 村の年報 "
    )

    kept = Adoption.objects.get(pk=adoption.pk)
    assert (kept.state, kept.since, kept.evidence) == ("adopted", day("2023-10-01"), "村の年報")
    assert journal("results.adopt_practice") == [
        (SATO, adoption.ref, {"since": "2023-10-01", "evidence": "村の年報"})
    ]


def test_after_two_years_it_is_said_to_last():
    adoption = actions.sustain_practice(by=officer(), adoption=adopted(), evidence="監査の報告")

    assert (adoption.state, adoption.evidence) == ("sustained", "監査の報告")


def test_what_was_given_up_is_kept_with_its_reason():
    adoption = actions.stop_practice(by=officer(), adoption=adopted(), because=" 予算がない ")

    assert (adoption.state, adoption.stopped_because) == ("stopped", "予算がない")
    assert journal("results.stop_practice") == [
        (SATO, adoption.ref, {"stopped_because": "予算がない"})
    ]


def test_the_database_wants_another_reviewer():
    lesson = written()

    told = broken(
        lambda: Lesson.objects.filter(pk=lesson.pk).update(
            state=LessonState.REVIEWED, reviewed_by=officer(), reviewed_at=clock.now()
        )
    )

    assert "lesson_is_reviewed_by_somebody_else" in told


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"title_ja": ""}, "lesson_has_a_title"),
        ({"state": "reviewed"}, "lesson_is_past_draft_iff_reviewed"),
        ({"published_at": "2023-11-01T00:00Z"}, "lesson_is_published_iff_dated"),
    ],
)
def test_the_database_keeps_lessons_in_order(facts, name):
    lesson = written()

    assert name in broken(lambda: Lesson.objects.filter(pk=lesson.pk).update(**facts))


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"place_ja": ""}, "adoption_has_a_place"),
        ({"state": "adopted"}, "adopted_practice_is_dated_and_shown"),
        ({"state": "stopped"}, "practice_is_stopped_iff_reasoned"),
        ({"stopped_because": "x"}, "practice_is_stopped_iff_reasoned"),
    ],
)
def test_the_database_keeps_adoptions_in_order(facts, name):
    adoption = interested()

    assert name in broken(lambda: Adoption.objects.filter(pk=adoption.pk).update(**facts))


def test_the_database_keeps_trees_and_cores():
    adoption = interested()

    told = broken(lambda: Adoption.objects.filter(pk=adoption.pk).update(parent=adoption.pk))
    assert "adoption_is_not_its_own_parent" in told
    told = broken(lambda: Practice.objects.update(core_ja=""))
    assert "practice_has_a_title_and_a_core" in told


def test_they_are_called_by_what_people_know():
    adoption = interested()

    assert (str(written()), str(adoption.practice)) == ("水番を先に決める", "二人の水番")
    assert str(adoption) == f"{adoption.practice_id} となり村"
    assert clock.today() == TODAY
