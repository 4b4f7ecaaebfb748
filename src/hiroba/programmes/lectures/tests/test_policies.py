"""Who may do what about lectures: one yes, and each no by its sentence."""

from datetime import date, time, timedelta

import pytest

from hiroba.engines.registry.people import examples as people
from hiroba.foundation import clock
from hiroba.foundation.accounts import actions as accounts
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.programmes.lectures import actions, examples, policies, queries
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]

OFFICERS_ONLY = "この操作は、出前講座の担当職員が行います。"
SCHOOL_ONLY = "見本市立ひろば中学校の代表管理者か編集者だけができます。"
NO_REASON = "理由を書いてください。"
THREE = tuple((day, time(10, 45)) for day in world.DAYS)


def asking(by=None, wishes=THREE, pupils=34, minutes=50, rules=None):
    """What the policy says to a request."""
    body = people.school_body()
    rules = rules or examples.rules()
    return policies.may_ask(by or world.akari(), body, rules, wishes, pupils, minutes).reason


def shifted(days, at=time(10, 45)):
    return tuple((clock.today() + timedelta(days=days + more), at) for more in range(3))


def test_a_teacher_asks_for_the_own_school():
    assert asking() == ""


def test_others_do_not_ask_for_it():
    assert asking(by=somebody("ren")) == SCHOOL_ONLY


def test_without_rules_nobody_asks():
    verdict = policies.may_ask(world.akari(), people.school_body(), None, THREE, 34, 50)

    assert verdict.reason == "出前講座の規則がまだ定められていません。"


@pytest.mark.parametrize("wishes", [THREE[:2], (*THREE[:2], THREE[0]), ()])
def test_three_different_wishes_are_needed(wishes):
    assert asking(wishes=wishes) == "希望の日時を、ちがう三つにしてください。"


def test_a_wish_on_the_first_possible_day_is_in_time_and_the_day_before_is_not():
    assert asking(wishes=shifted(30)) == ""
    assert asking(wishes=shifted(29)) == (
        "準備のため、30日後の2023年10月12日(木)からの日をお選びください。"
    )


@pytest.mark.parametrize("at", [time(7, 59), time(20, 11), time(23, 30)])
def test_the_whole_lesson_lies_within_the_hours_of_the_office(at):
    assert asking(wishes=shifted(40, at)) == (
        "授業が08:00から21:00までに収まる時刻をお選びください。"
    )


@pytest.mark.parametrize("at", [time(8), time(20, 10)])
def test_the_first_and_the_last_hour_are_allowed(at):
    assert asking(wishes=shifted(40, at)) == ""


def test_too_few_pupils_are_told_what_is_possible():
    assert asking(pupils=10) == ""
    assert asking(pupils=9) == (
        "10人以上でお申し込みください。ほかの学級と一緒に聞くこともできます。"
    )


def test_an_officer_offers_to_a_lecturer_who_fits():
    lecture = world.requested()
    wish = lecture.wishes.get(rank=1)

    assert policies.may_offer(officer(), lecture, wish, world.laos())
    assert policies.may_offer(world.akari(), lecture).reason == OFFICERS_ONLY


def test_nothing_is_offered_twice_at_a_time():
    offer = world.offered()

    assert policies.may_offer(officer(), offer.lecture).reason == (
        "いまは「講師の返事を待っています」のため、この操作はできません。"
    )


def test_a_lecturer_who_does_not_fit_is_not_asked_and_the_reason_is_told():
    lecture = world.requested(country="PE")

    verdict = policies.may_offer(
        officer(), lecture, lecture.wishes.get(rank=1), examples.lecturer("juma")
    )

    assert verdict.reason == "この講師には打診できません。この課題を専門にしていません。"


def test_a_time_that_is_over_is_not_offered():
    lecture = world.requested()

    with clock.at("2023-11-15 10:45"):
        verdict = policies.may_offer(officer(), lecture, lecture.wishes.get(rank=1), world.laos())

    assert verdict.reason == "この日時はすでに過ぎています。"


def test_a_wish_of_another_class_is_not_offered():
    lecture, other = world.requested(), world.requested()

    verdict = policies.may_offer(officer(), lecture, other.wishes.get(rank=1), world.laos())

    assert verdict.reason == "この依頼の希望日からお選びください。"


def test_the_lecturer_accepts_and_nobody_else():
    offer = world.offered()

    assert policies.may_accept(world.noy(), offer)
    for other in (officer(), world.akari(), somebody("juma")):
        assert policies.may_accept(other, offer).reason == (
            "打診された講師ご本人がお答えください。"
        )


def test_an_answered_offer_is_not_answered_again():
    lecture = world.accepted()

    assert policies.may_accept(world.noy(), lecture.agreed).reason == (
        "いまは「引き受けた」のため、この操作はできません。"
    )
    assert policies.may_decline(world.noy(), lecture.agreed).reason == (
        "いまは「引き受けた」のため、この操作はできません。"
    )


def test_after_the_hour_nobody_accepts():
    offer = world.offered()

    with clock.at("2023-11-15 10:45"):
        assert policies.may_accept(world.noy(), offer).reason == "この日時はすでに過ぎています。"


def test_nobody_promises_the_same_time_twice():
    first, second = world.offered(), world.offered()
    actions.accept(by=world.noy(), offer=first)

    assert policies.may_accept(world.noy(), second).reason == (
        "同じ時間に、ほかの講座を引き受けています。"
    )


def test_a_no_needs_a_reason():
    offer = world.offered()

    assert policies.may_decline(world.noy(), offer, "出張のため。")
    assert policies.may_decline(world.noy(), offer, " ").reason == NO_REASON


def test_an_officer_takes_back_an_open_or_accepted_offer():
    offer, lecture = world.offered(), world.accepted(at=time(13, 35))

    assert policies.may_withdraw(officer(), offer, "重なったため。")
    assert policies.may_withdraw(officer(), lecture.agreed, "重なったため。")
    assert policies.may_withdraw(officer(), offer, "").reason == NO_REASON
    assert policies.may_withdraw(world.noy(), offer).reason == OFFICERS_ONLY


def test_what_is_settled_is_cancelled_and_not_taken_back():
    lecture = world.confirmed()

    assert policies.may_withdraw(officer(), lecture.agreed).reason == (
        "いまは「確定」のため、この操作はできません。"
    )


def test_an_officer_settles_what_a_lecturer_accepted():
    lecture = world.accepted()

    assert policies.may_confirm(officer(), lecture)
    assert policies.may_confirm(world.akari(), lecture).reason == OFFICERS_ONLY
    assert policies.may_confirm(officer(), world.requested()).reason == (
        "いまは「講師をさがしています」のため、この操作はできません。"
    )


def test_an_officer_turns_down_with_a_reason():
    lecture = world.requested()

    assert policies.may_turn_down(officer(), lecture, "講師がいないため。")
    assert policies.may_turn_down(officer(), lecture, "").reason == NO_REASON
    assert policies.may_turn_down(world.akari(), lecture).reason == OFFICERS_ONLY


def test_school_and_officer_call_off_before_it_begins():
    lecture = world.confirmed()

    assert policies.may_cancel(world.akari(), lecture, "学級閉鎖のため。")
    assert policies.may_cancel(officer(), lecture, "学級閉鎖のため。")
    assert policies.may_cancel(world.akari(), lecture, "").reason == NO_REASON
    assert policies.may_cancel(somebody("ren"), lecture).reason == SCHOOL_ONLY
    with clock.at("2023-11-15 10:45"):
        assert policies.may_cancel(officer(), lecture).reason == "この日時はすでに過ぎています。"


def test_a_link_belongs_to_an_online_class_whose_lecturer_agreed():
    lecture = world.confirmed()
    visit = world.requested(kind="visit")

    assert policies.may_set_link(officer(), lecture)
    assert policies.may_set_link(world.akari(), lecture).reason == OFFICERS_ONLY
    assert policies.may_set_link(officer(), visit).reason == (
        "会議のリンクは、オンラインの講座だけにあります。"
    )
    assert policies.may_set_link(officer(), world.requested()).reason == (
        "講師が決まってから入れてください。"
    )


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        (
            "2023-11-15 10:14",
            "会議のリンクは、始まる30分前(日本時間 11月15日 10:15)からここに出ます。",
        ),
        ("2023-11-15 10:15", ""),
        ("2023-11-15 11:00", ""),
    ],
)
def test_the_link_is_shown_from_half_an_hour_before(moment, reason):
    lecture = actions.set_link(
        by=officer(), lecture=world.confirmed(), link="https://meeting.example.jp/1"
    )

    with clock.at(moment):
        assert policies.may_see_link(world.akari(), lecture).reason == reason
        assert policies.may_see_link(world.noy(), lecture).reason == reason
        assert policies.may_see_link(officer(), lecture)


def test_how_long_before_is_a_rule_of_the_office():
    actions.change_rules(
        by=officer(),
        office=None,
        since=clock.today(),
        earliest=time(8),
        latest=time(21),
        lead_days=30,
        minimum_pupils=10,
        periods=[],
        answer_days=5,
        link_minutes=60,
    )
    lecture = actions.set_link(
        by=officer(), lecture=world.confirmed(), link="https://meeting.example.jp/1"
    )

    with clock.at("2023-11-15 09:45"):
        assert policies.may_see_link(world.akari(), lecture)


def test_there_is_no_link_before_it_is_settled_or_typed():
    settled, accepted = world.confirmed(), world.accepted(at=time(13, 35))

    assert policies.may_see_link(world.akari(), settled).reason == (
        "会議のリンクは、担当職員が準備しています。"
    )
    assert policies.may_see_link(world.akari(), accepted).reason == (
        "会議のリンクは、講座が確定してから出ます。"
    )


def test_how_it_went_is_recorded_after_it_began():
    lecture = world.confirmed()

    for verdict in (
        policies.may_record_held(world.akari(), lecture, 33),
        policies.may_record_not_held(world.akari(), lecture, "停電のため。"),
    ):
        assert verdict.reason == "始まる時刻の後に記録してください。"
    with clock.at("2023-11-15 10:45"):
        assert policies.may_record_held(world.akari(), lecture, 33)
        assert policies.may_record_held(officer(), lecture, 33)
        assert policies.may_record_not_held(world.akari(), lecture, "停電のため。")
        assert policies.may_record_not_held(world.akari(), lecture, "").reason == NO_REASON
        assert policies.may_record_held(world.akari(), lecture, 0).reason == (
            "聞いた人の数を入れてください。"
        )
        assert policies.may_record_held(somebody("ren"), lecture).reason == SCHOOL_ONLY


def test_only_what_was_settled_can_have_taken_place():
    assert policies.may_record_held(officer(), world.requested()).reason == (
        "いまは「講師をさがしています」のため、この操作はできません。"
    )


def test_the_teacher_answers_once_after_the_lecture():
    lecture = world.held()

    assert policies.may_answer(world.akari(), lecture)
    assert policies.may_answer(somebody("ren"), lecture).reason == SCHOOL_ONLY
    assert policies.may_answer(world.akari(), world.requested()).reason == (
        "講座の後にお答えください。"
    )
    actions.answer(
        by=world.akari(), lecture=lecture, edits=examples.edits(satisfaction="4", again="yes")
    )
    assert policies.may_answer(world.akari(), lecture).reason == "すでにお答えいただきました。"


def test_an_officer_says_what_a_lecture_used():
    lecture = world.requested()

    assert policies.may_draw_on(officer(), lecture)
    assert policies.may_draw_on(world.akari(), lecture).reason == OFFICERS_ONLY
    assert policies.may_draw_on(officer(), lecture, None, "P-UNKNOWN").reason == (
        "この番号の事業か教材は見つかりません。番号を確かめてください。"
    )


def test_officers_enter_and_revise_lecturers():
    assert policies.may_register_lecturer(officer())
    assert policies.may_revise_lecturer(officer())
    assert policies.may_register_lecturer(world.akari()).reason == OFFICERS_ONLY
    assert policies.may_revise_lecturer(world.noy()).reason == OFFICERS_ONLY


def test_lecturers_enter_their_own_absences():
    first, last = date(2023, 12, 1), date(2023, 12, 5)

    assert policies.may_add_absence(world.noy(), world.laos(), first, last)
    assert policies.may_add_absence(officer(), world.laos(), first, first)
    assert policies.may_add_absence(somebody("juma"), world.laos(), first, last).reason == (
        OFFICERS_ONLY
    )
    assert policies.may_add_absence(world.noy(), world.laos(), last, first).reason == (
        "終わりの日を、始まりの日より後にしてください。"
    )


def test_only_lecturers_have_hours_of_their_own():
    assert policies.may_see_offers(queries.lecturer_of(world.noy()))
    assert policies.may_see_offers(queries.lecturer_of(world.akari())).reason == (
        "講師として登録された方の画面です。"
    )


def test_rules_hold_from_today_on_and_their_hours_run_forward():
    today = clock.today()

    assert policies.may_change_rules(officer(), today, time(8), time(20))
    assert policies.may_change_rules(CLOCKWORK, today, time(8), time(20))
    assert policies.may_change_rules(world.akari(), today, time(8), time(20)).reason == (
        OFFICERS_ONLY
    )
    assert policies.may_change_rules(
        officer(), today - timedelta(days=1), time(8), time(20)
    ).reason == ("今日より後の日からの規則にしてください。")
    assert policies.may_change_rules(officer(), today, time(9), time(9)).reason == (
        "終わりの時刻を、始まりの時刻より後にしてください。"
    )


def test_an_officer_of_another_programme_is_no_officer_here():
    other = somebody("tanaka")
    accounts.grant(by=CLOCKWORK, user=other, role=Role.OFFICER, scope="programme:giving")

    assert policies.may_confirm(other, world.requested()).reason == OFFICERS_ONLY
