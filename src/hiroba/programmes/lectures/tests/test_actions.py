"""What is true after each step of a lecture: the record, the journal, the letters."""

from datetime import date, time

import pytest

from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.places.tests.support import journal, letters, refused
from hiroba.engines.ties import queries as ties
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.search import actions as search
from hiroba.foundation.search import queries as found
from hiroba.foundation.search.models import Findable
from hiroba.programmes.lectures import actions, examples
from hiroba.programmes.lectures.models import Answer, Hold, Lecture, LectureRules, OnlineClass
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]

LINK = "https://meeting.example.jp/laos"


def test_a_request_waits_with_three_wishes_under_the_rules_of_the_day():
    lecture = world.requested()

    assert (lecture.state, lecture.body, lecture.asked_by) == (
        "requested",
        people.school_body(),
        world.akari(),
    )
    assert lecture.asked_at == clock.now()
    assert lecture.rules == LectureRules.objects.get()
    assert list(lecture.wishes.values_list("rank", "on", "at", "period")) == [
        (1, date(2023, 11, 15), time(10, 45), 3),
        (2, date(2023, 11, 16), time(10, 45), 3),
        (3, date(2023, 11, 21), time(10, 45), 3),
    ]
    assert journal("lectures.ask") == [
        (world.akari().name, lecture.ref, {"kind": "online", "pupils": 34})
    ]


def test_the_teacher_is_told_that_it_arrived():
    lecture = world.requested()

    assert letters("lectures/asked") == [
        (
            "akari@example.jp",
            "ja",
            f"【ひろば】出前講座の申し込みを受け付けました({lecture.ref})",
        )
    ]


def test_only_an_online_class_has_a_place_for_a_link():
    online, visit = world.requested(), world.requested(kind="visit")

    assert [row.lecture for row in OnlineClass.objects.all()] == [online]
    assert (online.is_online, visit.is_online) == (True, False)


def test_a_time_between_the_bells_is_no_period():
    lecture = world.requested(at=time(16))

    assert {wish.period for wish in lecture.wishes.all()} == {None}


def test_a_refused_request_leaves_nothing():
    reason = refused(world.requested, pupils=3)

    assert reason == "10人以上でお申し込みください。ほかの学級と一緒に聞くこともできます。"
    assert Lecture.objects.count() == 0
    assert letters("lectures/asked") == []


def test_new_rules_leave_what_was_asked_under_the_old():
    before = world.requested()
    newer = actions.change_rules(
        by=officer(),
        office=None,
        since=clock.today(),
        earliest=time(9),
        latest=time(17),
        lead_days=14,
        minimum_pupils=20,
        periods=["09:00"],
        answer_days=3,
        link_minutes=10,
    )

    after = world.requested()

    before.refresh_from_db()
    assert before.rules != newer
    assert after.rules == newer
    assert {wish.period for wish in after.wishes.all()} == {None}


def test_settling_tells_both_sides():
    lecture = world.confirmed()

    assert (lecture.state, lecture.confirmed_at) == ("confirmed", clock.now())
    subject = f"【ひろば】出前講座が決まりました({lecture.ref})"
    assert letters("lectures/confirmed") == [
        ("akari@example.jp", "ja", subject),
        ("noy@example.jp", "ja", subject),
    ]
    assert journal("lectures.confirm") == [(officer().name, lecture.ref, {})]


def test_nobody_settles_what_nobody_accepted():
    lecture = world.requested()

    assert refused(actions.confirm, by=officer(), lecture=lecture) == (
        "いまは「講師をさがしています」のため、この操作はできません。"
    )
    lecture.refresh_from_db()
    assert lecture.state == "requested"


def test_a_request_is_turned_down_with_a_reason():
    lecture = actions.turn_down(
        by=officer(), lecture=world.requested(), because=" 講師がいません。 "
    )

    assert (lecture.state, lecture.closed_because) == ("turned_down", "講師がいません。")
    assert [to for to, _language, _subject in letters("lectures/turned_down")] == [
        "akari@example.jp"
    ]


def test_calling_off_frees_the_lecturers_time_and_tells_both():
    lecture = world.confirmed()
    assert Hold.objects.count() == 4

    lecture = actions.cancel(by=world.akari(), lecture=lecture, because="学級閉鎖のため。")

    assert (lecture.state, lecture.closed_because) == ("cancelled", "学級閉鎖のため。")
    assert lecture.offers.get().state == "withdrawn"
    assert Hold.objects.count() == 0
    assert [to for to, _language, _subject in letters("lectures/cancelled")] == [
        "akari@example.jp",
        "noy@example.jp",
    ]


def test_calling_off_a_request_that_nobody_was_asked_for_tells_the_school():
    actions.cancel(by=world.akari(), lecture=world.requested(), because="行事のため。")

    assert [to for to, _language, _subject in letters("lectures/cancelled")] == ["akari@example.jp"]


def test_an_open_offer_ends_with_the_lecture():
    offer = world.offered()

    actions.cancel(by=officer(), lecture=offer.lecture, because="災害のため。")

    offer.refresh_from_db()
    assert (offer.state, offer.because) == ("withdrawn", "災害のため。")


def test_the_link_is_kept_and_never_written_into_the_journal():
    lecture = actions.set_link(by=officer(), lecture=world.confirmed(), link=LINK)

    online = OnlineClass.objects.get(lecture=lecture)
    assert (online.link, online.linked_at) == (LINK, clock.now())
    assert journal("lectures.set_link") == [(officer().name, lecture.ref, {})]


def test_the_link_can_be_put_right():
    lecture = actions.set_link(by=officer(), lecture=world.confirmed(), link=LINK)

    actions.set_link(by=officer(), lecture=lecture, link=f"{LINK}-2")

    assert OnlineClass.objects.get(lecture=lecture).link == f"{LINK}-2"


def test_what_took_place_has_its_day_and_its_number():
    lecture = world.held()

    assert (lecture.state, lecture.held_on, lecture.attended) == (
        "held",
        date(2023, 11, 15),
        33,
    )
    assert journal("lectures.record_held") == [(world.akari().name, lecture.ref, {"attended": 33})]
    assert letters("lectures/held") == [
        (
            "akari@example.jp",
            "ja",
            f"【ひろば】出前講座のあとの声を聞かせてください({lecture.ref})",
        )
    ]


def test_what_took_place_is_found_by_country_and_never_by_school():
    lecture = world.held()

    everybody = somebody("ren")
    assert [one.ref for one in found.found_by(everybody, "ラオス", "lectures", "ja")] == [
        lecture.ref
    ]
    assert not found.found_by(everybody, "ひろば中学校", "lectures").exists()
    assert {one.url for one in Findable.objects.filter(ref=lecture.ref)} == {
        f"/lectures/{lecture.ref}/",
        f"/en/lectures/{lecture.ref}/",
    }


def test_what_did_not_take_place_has_its_reason():
    lecture = world.confirmed()

    with clock.at("2023-11-15 11:50"):
        lecture = actions.record_not_held(
            by=world.akari(), lecture=lecture, because="回線がつながりませんでした。"
        )

    assert (lecture.state, lecture.closed_because, lecture.held_on) == (
        "not_held",
        "回線がつながりませんでした。",
        None,
    )
    assert [to for to, _language, _subject in letters("lectures/not_held")] == [
        "akari@example.jp",
        "noy@example.jp",
    ]


def test_the_answer_is_sealed_on_a_version_of_the_form():
    lecture = world.held()

    given = actions.answer(
        by=world.akari(),
        lecture=lecture,
        edits=examples.edits(satisfaction="5", again="yes", said="質問が続きました。"),
    )

    assert given.document.form_version.ref == "lecture-answer-1"
    assert given.document.revisions.get().answers == {
        "satisfaction": "5",
        "again": True,
        "said": "質問が続きました。",
    }


def test_an_answer_without_a_mark_is_refused_and_leaves_nothing():
    lecture = world.held()

    reason = refused(
        actions.answer, by=world.akari(), lecture=lecture, edits=examples.edits(again="yes")
    )

    assert reason == "まだ直すところが1か所あります。「確認」の頁で見られます。"
    assert Answer.objects.count() == 0


def test_two_answers_stand_on_the_same_version():
    first, second = world.held(), world.held_again()
    for lecture in (first, second):
        actions.answer(
            by=world.akari(),
            lecture=lecture,
            edits=examples.edits(satisfaction="4", again="no"),
        )

    assert {answer.document.form_version.no for answer in Answer.objects.all()} == {1}


def test_a_project_that_was_used_is_tied_and_shown_once_it_took_place():
    search.put(
        ref="P-KENYA",
        kind="projects",
        url="/projects/P-KENYA/",
        title="ケニアの事業",
    )
    lecture = world.confirmed()
    actions.draw_on(by=officer(), lecture=lecture, ref=" P-KENYA ")
    before = [step.kind for step in ties.chain_through("P-KENYA").steps if step.things]

    with clock.at("2023-11-15 11:50"):
        actions.record_held(by=world.akari(), lecture=lecture, attended=33)

    after = [step.kind for step in ties.chain_through("P-KENYA").steps if step.things]
    assert (before, after) == (["project"], ["project", "lecture"])
    tied = ties.ties_of(lecture.ref)
    assert [(tie.relation, tie.thing.ref, tie.leads_on) for tie in tied] == [
        ("used_in", "P-KENYA", False)
    ]


@pytest.mark.parametrize("kind", ["bodies", "lectures"])
def test_what_is_neither_project_nor_material_is_not_tied(kind):
    search.put(ref="X-1", kind=kind, url="/x/", title="ほかのもの")

    reason = refused(actions.draw_on, by=officer(), lecture=world.requested(), ref="X-1")

    assert reason == "この番号の事業か教材は見つかりません。番号を確かめてください。"
