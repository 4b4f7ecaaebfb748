"""Lecturers are asked and answer; a promise holds their time."""

from datetime import UTC, date, datetime, time

import pytest

from hiroba.engines.registry.places.tests.support import broken, journal, letters, refused
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.verdicts import Verdict
from hiroba.programmes.lectures import actions, examples, policies
from hiroba.programmes.lectures.models import Hold, Lecture, Offer
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]

TAKEN = "同じ時間に、ほかの講座を引き受けています。"


def quarters_of(lecturer):
    found = Hold.objects.filter(lecturer=lecturer).order_by("at")
    return [hold.at.astimezone(clock.JAPAN).strftime("%d %H:%M") for hold in found]


def test_an_offer_names_the_time_and_the_day_of_the_answer():
    offer = world.offered()

    assert (offer.state, offer.lecture.state) == ("offered", "offered")
    assert offer.starts_at == datetime(2023, 11, 15, 1, 45, tzinfo=UTC)
    assert offer.ends_at == datetime(2023, 11, 15, 2, 35, tzinfo=UTC)
    assert offer.answer_by == date(2023, 9, 17)
    assert offer.offered_by == officer()
    assert journal("lectures.offer") == [
        (
            officer().name,
            offer.lecture.ref,
            {"offer": offer.ref, "lecturer": world.laos().ref, "wish": 1},
        )
    ]


def test_the_lecturer_is_told():
    offer = world.offered()

    assert letters("lectures/offered") == [
        ("noy@example.jp", "ja", f"【ひろば】出前講座をお願いできますか({offer.lecture.ref})")
    ]


def test_an_open_offer_holds_nothing():
    world.offered()

    assert quarters_of(world.laos()) == []


def test_a_yes_holds_every_quarter_of_the_lesson():
    lecture = world.accepted()

    assert lecture.state == "accepted"
    assert (lecture.agreed.state, lecture.agreed.answered_at) == ("accepted", clock.now())
    assert quarters_of(world.laos()) == ["15 10:45", "15 11:00", "15 11:15", "15 11:30"]
    assert letters("lectures/accepted") == [
        ("sato@example.jp", "ja", f"【ひろば】講師が引き受けました({lecture.ref})")
    ]
    assert journal("lectures.accept") == [
        (world.noy().name, lecture.ref, {"offer": lecture.agreed.ref})
    ]


def test_a_no_brings_the_request_back_and_the_reason_to_the_officer():
    offer = world.offered()

    offer = actions.decline(by=world.noy(), offer=offer, because="巡回の日です。")

    assert (offer.state, offer.because) == ("declined", "巡回の日です。")
    lecture = Lecture.objects.get()
    assert (lecture.state, lecture.agreed) == ("requested", None)
    assert letters("lectures/declined") == [
        ("sato@example.jp", "ja", f"【ひろば】講師が断りました({lecture.ref})")
    ]


def test_who_said_no_is_not_asked_again_for_the_same_class():
    offer = world.offered()
    actions.decline(by=world.noy(), offer=offer, because="巡回の日です。")
    lecture = Lecture.objects.get()

    reason = refused(examples.offered, lecture=lecture, who=world.laos(), rank=2)

    assert reason == "この講師には打診できません。この依頼をすでに断っています。"


def test_another_lecturer_can_be_asked_after_a_no():
    lecture = world.requested(theme="environment", at=time(9, 40), country="PE")
    offer = examples.offered(lecture, examples.lecturer("rosa"))
    actions.decline(by=examples.somebody("rosa"), offer=offer, because="その夜は集まりがあります。")

    lecture.refresh_from_db()
    assert policies.may_offer(officer(), lecture)
    assert [row.state for row in Offer.objects.all()] == ["declined"]


def test_taking_back_frees_the_time():
    lecture = world.accepted()

    offer = actions.withdraw(by=officer(), offer=lecture.agreed, because="日がかわりました。")

    lecture.refresh_from_db()
    assert (lecture.state, lecture.agreed) == ("requested", None)
    assert (offer.state, offer.because) == ("withdrawn", "日がかわりました。")
    assert quarters_of(world.laos()) == []
    assert [to for to, _language, _subject in letters("lectures/withdrawn")] == ["noy@example.jp"]


def test_what_was_freed_can_be_promised_again():
    lecture = world.accepted()
    actions.withdraw(by=officer(), offer=lecture.agreed, because="日がかわりました。")

    world.accepted()

    assert len(quarters_of(world.laos())) == 4


def test_two_classes_ask_for_one_hour_and_the_first_yes_counts():
    first, second = world.offered(), world.offered()
    actions.accept(by=world.noy(), offer=first)

    assert refused(actions.accept, by=world.noy(), offer=second) == TAKEN
    second.refresh_from_db()
    assert (second.state, second.lecture.state) == ("offered", "offered")


def test_the_database_refuses_a_second_promise_even_when_the_policy_is_passed(monkeypatch):
    first, second = world.offered(), world.offered()
    actions.accept(by=world.noy(), offer=first)
    monkeypatch.setattr(policies, "may_accept", lambda by, offer: Verdict())

    assert refused(actions.accept, by=world.noy(), offer=second) == TAKEN
    assert quarters_of(world.laos()) == ["15 10:45", "15 11:00", "15 11:15", "15 11:30"]


def test_lessons_that_overlap_by_a_minute_meet_in_a_quarter(monkeypatch):
    first, second = world.offered(), world.offered(at=time(11, 34))
    actions.accept(by=world.noy(), offer=first)
    monkeypatch.setattr(policies, "may_accept", lambda by, offer: Verdict())

    assert refused(actions.accept, by=world.noy(), offer=second) == TAKEN


def test_two_lecturers_may_promise_the_same_hour():
    world.accepted(at=time(14, 30))
    kenyan = examples.offered(
        world.requested(theme="environment", at=time(14, 30), country="KE"),
        examples.lecturer("juma"),
    )

    actions.accept(by=examples.somebody("juma"), offer=kenyan)

    assert len(quarters_of(examples.lecturer("juma"))) == 4
    assert len(quarters_of(world.laos())) == 4


def test_a_full_term_is_full():
    world.accepted(at=time(8, 45))
    world.accepted(at=time(10, 45))
    world.accepted(at=time(13, 35))

    assert refused(world.offered, at=time(16)) == (
        "この講師には打診できません。この学期に受けられる回数に達しています。"
    )


def test_one_lecture_is_offered_to_one_lecturer_at_a_time():
    offer = world.offered()

    def second():
        Offer.objects.create(
            ref="O-2",
            lecture=offer.lecture,
            wish=offer.wish,
            lecturer=examples.lecturer("juma"),
            starts_at=offer.starts_at,
            ends_at=offer.ends_at,
            offered_by=officer(),
            offered_at=clock.now(),
            answer_by=clock.today(),
        )

    assert "offers_offer" in broken(second) or "offer" in broken(second)


@pytest.mark.parametrize(
    ("facts", "promise"),
    [
        ({"state": "declined"}, "offer_"),
        ({"because": "理由"}, "offer_ends_iff_reasoned"),
        ({"answered_at": datetime(2023, 9, 12, tzinfo=UTC)}, "offer_is_answered_iff_dated"),
        ({"ends_at": datetime(2023, 11, 15, 1, 45, tzinfo=UTC)}, "offer_ends_after_it_begins"),
    ],
)
def test_the_database_keeps_what_an_offer_promises(facts, promise):
    offer = world.offered()

    assert promise in broken(lambda: Offer.objects.filter(pk=offer.pk).update(**facts))


@pytest.mark.parametrize(
    ("facts", "promise"),
    [
        ({"pupils": 0}, "lecture_has_pupils_and_a_length"),
        ({"minutes": 10}, "lecture_has_pupils_and_a_length"),
        ({"attended": 3}, "lecture_is_held_iff_dated_and_counted"),
        ({"held_on": date(2023, 11, 15)}, "lecture_is_held_iff_dated_and_counted"),
        ({"closed_because": "理由"}, "lecture_is_closed_iff_reasoned"),
        ({"state": "turned_down"}, "lecture_is_closed_iff_reasoned"),
        ({"state": "accepted"}, "lecture_has_a_lecturer_iff_agreed"),
        ({"confirmed_at": datetime(2023, 9, 12, tzinfo=UTC)}, "lecture_is_confirmed_iff_dated"),
    ],
)
def test_the_database_keeps_what_a_lecture_promises(facts, promise):
    lecture = world.requested()

    assert promise in broken(lambda: Lecture.objects.filter(pk=lecture.pk).update(**facts))


@pytest.mark.parametrize(
    ("facts", "promise"),
    [
        ({"rank": 4}, "wish_is_one_of_three"),
        ({"rank": 2}, "wish"),
        ({"on": world.DAYS[1]}, "wish"),
    ],
)
def test_the_database_keeps_three_different_wishes(facts, promise):
    wish = world.requested().wishes.get(rank=1)

    assert promise in broken(lambda: type(wish).objects.filter(pk=wish.pk).update(**facts))


def test_a_link_has_its_moment():
    online = world.requested().online

    assert "online_class_is_linked_iff_dated" in broken(
        lambda: type(online).objects.filter(pk=online.pk).update(link="https://x.example.jp")
    )
