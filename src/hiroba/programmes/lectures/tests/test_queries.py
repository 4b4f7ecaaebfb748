"""Who sees which lectures, what waits for whom, and what teachers said together."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.programmes.lectures import actions, examples, queries, rankings
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]


def answered(lecture, **typed):
    """The teacher's answer."""
    told = {"satisfaction": "5", "again": "yes"} | typed
    return actions.answer(by=world.akari(), lecture=lecture, edits=examples.edits(**told))


def test_a_school_sees_its_own_requests_and_others_see_none():
    lecture = world.requested()

    assert list(queries.lectures_of(world.akari())) == [lecture]
    assert list(queries.lectures_of(somebody("ren"))) == []
    assert list(queries.lectures_seen_by(officer())) == [lecture]
    assert list(queries.lectures_seen_by(somebody("ren"))) == []


def test_officers_keep_all_or_those_of_a_state():
    waiting, settled = world.requested(), world.confirmed(at=time(13, 35))

    assert set(queries.lectures_kept_by(officer())) == {waiting, settled}
    assert list(queries.lectures_kept_by(officer(), "confirmed")) == [settled]
    assert set(queries.lectures_kept_by(officer(), "nonsense")) == {waiting, settled}
    assert list(queries.lectures_kept_by(world.akari())) == []
    assert list(queries.lectures_kept_by(GUEST)) == []


def test_what_waits_for_the_officer_is_a_question_of_state_and_clock():
    requested = world.requested()
    accepted = world.accepted(at=time(13, 35))
    confirmed = world.confirmed(at=time(8, 45))

    assert list(queries.to_match(officer())) == [requested]
    assert list(queries.to_confirm(officer())) == [accepted]
    with clock.at("2023-11-15 09:34"):
        assert list(queries.to_record(officer())) == []
    with clock.at("2023-11-15 09:35"):
        assert list(queries.to_record(officer())) == [confirmed]


def test_the_longest_wait_comes_first():
    with clock.at("2023-09-10 10:00"):
        earlier = world.requested()
    later = world.requested()

    assert list(queries.to_match(officer())) == [earlier, later]
    assert list(queries.lectures_of(world.akari())) == [later, earlier]


def test_offers_belong_to_their_lecturer():
    offer = world.offered()

    assert list(queries.offers_to(world.noy())) == [offer]
    assert list(queries.offers_to_answer(world.noy())) == [offer]
    assert list(queries.offers_to(somebody("juma"))) == []
    assert list(queries.offers_to(officer())) == []


def test_an_answered_offer_waits_no_longer():
    lecture = world.accepted()

    assert list(queries.offers_to_answer(world.noy())) == []
    assert list(queries.offers_to(world.noy())) == [lecture.agreed]


def test_the_teacher_owes_an_answer_until_it_is_given():
    lecture = world.held()

    assert list(queries.to_answer_about(world.akari())) == [lecture]
    answered(lecture)
    assert list(queries.to_answer_about(world.akari())) == []


def test_an_offices_own_rules_go_before_those_of_all():
    office = examples.places.office("tokyo")
    own = actions.change_rules(
        by=officer(),
        office=office,
        since=clock.today() + timedelta(days=1),
        earliest=time(9),
        latest=time(17),
        lead_days=60,
        minimum_pupils=20,
        periods=[],
        answer_days=3,
        link_minutes=30,
    )
    general = examples.rules()
    tomorrow = clock.today() + timedelta(days=1)

    assert queries.rules_on(office, clock.today()) == general
    assert queries.rules_on(office, tomorrow) == own
    assert queries.rules_on(None, tomorrow) == general
    assert queries.rules_on(None, date(2023, 3, 31)) is None
    assert queries.rules_for_schools_of(world.akari()) == general


def test_countries_are_counted_without_japan_and_without_who_left():
    actions.revise_lecturer(
        by=officer(),
        lecturer=examples.lecturer("rosa"),
        themes=[],
        until=date(2023, 9, 11),
    )

    found = queries.countries_to_meet(clock.today())

    assert [(country.code, number) for country, number in found] == [("KE", 1), ("LA", 1)]


def test_both_clocks_of_an_offer():
    clocks = queries.clocks_of(world.offered())

    assert (clocks.here.day, clocks.here.hours) == (date(2023, 11, 15), "10:45–11:35")
    assert (clocks.there.day, clocks.there.hours) == (date(2023, 11, 15), "08:45–09:35")
    assert clocks.country.code == "LA"


def test_teachers_voices_are_counted_together_and_for_one_lecturer():
    answered(world.held())
    answered(world.held_again(), satisfaction="3", again="no")

    together = queries.voices(queries.answers_about())
    noys = queries.voices(queries.answers_about(world.laos()))
    jumas = queries.voices(queries.answers_about(examples.lecturer("juma")))

    assert together == noys
    assert (together.number, together.again) == (2, 1)
    assert together.marks == ((5, 1), (4, 0), (3, 1), (2, 0), (1, 0))
    assert (jumas.number, jumas.again) == (0, 0)


def test_everybody_knows_of_lectures_that_took_place():
    world.requested(at=time(8, 45))
    lecture = world.held()

    assert list(queries.lectures_held()) == [lecture]
    assert queries.lecture_named(lecture.ref) == lecture
    assert queries.lecture_named("K-NOBODY") is None


def test_the_need_of_a_class_is_read_from_its_row():
    lecture = world.requested()

    need = rankings.need_of(lecture)

    assert (need.is_online, need.grade, need.language) == (True, "junior_high", "ja")
    assert (need.country, need.only_this_country, need.minutes) == ("LA", False, 50)
    assert [wished.rank for wished in need.wishes] == [1, 2, 3]
    assert need.wishes[0].starts_at == clock.moment("2023-11-15 10:45")
    assert need.wishes[0].ends_at == clock.moment("2023-11-15 11:35")


def test_everybody_is_judged_and_the_wished_country_comes_first():
    found = rankings.match_for(world.requested())

    assert [one.able.name for one in found.fitting] == [
        "野井 のい(見本)",
        "森下 ローサ(見本)",
    ]
    assert {one.able.country for one in found.others} == {"KE", "JP"}


def test_one_judgement_is_the_same_alone_and_among_all():
    lecture = world.requested()

    found = rankings.match_for(lecture)

    assert rankings.candidate_for(lecture, world.laos()) == found.fitting[0]


@pytest.mark.parametrize("booked", [1, 3])
def test_judging_asks_the_same_questions_whatever_is_promised(booked):
    for hour in range(booked):
        world.accepted(at=time(8 + 2 * hour))
    lecture = world.requested(at=time(16))

    with CaptureQueriesContext(connection) as asked:
        rankings.match_for(lecture)

    assert len(asked) == 6


def test_a_country_out_of_reach_is_explained():
    lecture = world.requested(country="GH", theme="health")

    country, reach = rankings.reach_of(lecture)

    assert country.code == "GH"
    assert reach.is_out_of_reach
    assert reach.windows == (("15:00", "20:00"),)


def test_without_a_wished_country_there_is_nothing_to_explain():
    assert rankings.reach_of(world.requested(country="")) is None
