"""Who may do what with gatherings: the yes, and each no by its sentence."""

import datetime

import pytest

from hiroba.engines.gatherings import actions, policies, queries
from hiroba.engines.gatherings.models import Slot
from hiroba.engines.gatherings.tests.samples import (
    MORNING,
    PROGRAMME,
    asked,
    booked,
    counted,
    hour,
    opened,
    planned,
)
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST

OFFICERS_ONLY = "この操作は、その事業の担当職員だけができます。"
YESTERDAY, TOMORROW = datetime.date(2023, 10, 31), datetime.date(2023, 11, 2)


def of(other):
    """The reason, or nothing when it is a yes."""
    return other.reason


@pytest.mark.parametrize("who", ["akari", "aoi", "mori", "kansa", "sumire"])
def test_only_officers_of_the_programme_plan_and_count(who):
    by, gathering, slot = somebody(who), planned(), opened()

    assert {
        of(policies.may_plan(by, PROGRAMME)),
        of(policies.may_add_slot(by, gathering)),
        of(policies.may_open_gathering(by, gathering)),
        of(policies.may_end_gathering(by, gathering)),
        of(policies.may_call_off(by, gathering)),
        of(policies.may_ask_for_duty(by, slot)),
        of(policies.may_count(by, PROGRAMME, YESTERDAY, None)),
        of(policies.may_correct_count(by, PROGRAMME, counted())),
    } == {OFFICERS_ONLY}


def test_officers_of_the_programme_and_the_clockwork_plan():
    assert policies.may_plan(officer(), PROGRAMME)
    assert policies.may_plan(CLOCKWORK, PROGRAMME)


def test_a_time_is_added_to_a_gathering_to_come():
    assert policies.may_add_slot(officer(), planned(), **hour(MORNING))


def test_a_time_ends_after_it_began():
    begins = clock.moment(MORNING)

    verdict = policies.may_add_slot(officer(), planned(), begins, begins)

    assert verdict.reason == "終わりの時刻を、始まりより後にしてください。"


def test_a_time_begins_once():
    slot = opened()

    verdict = policies.may_add_slot(officer(), slot.gathering, **hour(MORNING, 1))

    assert verdict.reason == "この時刻の枠は、すでにあります。"


def test_no_time_is_added_to_what_was_called_off():
    gathering = actions.call_off(by=officer(), gathering=planned(), because="台風のため")

    verdict = policies.may_add_slot(officer(), gathering, **hour(MORNING))

    assert verdict.reason == "終わった集まりには、時間を足せません。"


def test_without_a_time_one_cannot_book():
    verdict = policies.may_open_gathering(officer(), planned())

    assert verdict.reason == "先に、時間の枠を足してください。"


def test_a_gathering_ends_after_its_last_time():
    gathering = opened().gathering

    early = policies.may_end_gathering(officer(), gathering)
    with clock.at("2023-11-08 12:00"):
        late = policies.may_end_gathering(officer(), gathering)

    assert (early.reason, late.reason) == ("まだ終わっていない時間の枠があります。", "")


@pytest.mark.parametrize("because", ["", "  "])
def test_calling_off_has_a_reason(because):
    verdict = policies.may_call_off(officer(), planned(), because)

    assert verdict.reason == "中止の理由を書いてください。"


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        (1, ""),
        (8, ""),
        (9, "残り8名です。"),
        (0, "人数を1名以上にしてください。"),
        (-3, "人数を1名以上にしてください。"),
    ],
)
def test_one_books_as_many_seats_as_are_left(akari, people, reason):
    slot = opened(capacity=38)
    booked(slot, people=30, who="hana")

    assert policies.may_book(akari, Slot.objects.get(pk=slot.pk), people).reason == reason


def test_a_full_time_says_so(akari):
    slot = opened(capacity=30)
    booked(slot, people=30)

    verdict = policies.may_book(akari, Slot.objects.get(pk=slot.pk), 1)

    assert verdict.reason == "満員です。ほかの回をお選びください。"


def test_a_guest_is_asked_to_sign_in():
    assert policies.may_book(GUEST, opened()).reason == "予約するには、ログインしてください。"


@pytest.mark.parametrize(("when", "may"), [("09:59", True), ("10:00", False), ("10:30", False)])
def test_one_books_until_it_begins(akari, when, may):
    slot = opened()

    with clock.at(f"2023-11-08 {when}"):
        verdict = policies.may_book(akari, slot)

    assert verdict.reason == ("" if may else "この回は、もう始まりました。")


def test_nobody_books_what_is_not_open(akari):
    gathering = planned()
    slot = actions.add_slot(by=officer(), gathering=gathering, capacity=5, **hour(MORNING))

    assert policies.may_book(akari, slot).reason == "いまは受け付けていません。"


@pytest.mark.parametrize("who", ["akari", "sato"])
def test_whoever_booked_and_officers_give_seats_back(who):
    assert policies.may_cancel_booking(somebody(who), booked())


@pytest.mark.parametrize("who", ["hana", "aoi", "kansa"])
def test_others_do_not(who):
    verdict = policies.may_cancel_booking(somebody(who), booked())

    assert verdict.reason == "予約した方だけが取り消せます。"


def test_seats_are_not_given_back_twice(akari):
    booking = actions.cancel_booking(by=akari, booking=booked())

    verdict = policies.may_cancel_booking(akari, booking)

    assert verdict.reason == "いまは「取り消し」のため、この操作はできません。"


def test_seats_are_not_given_back_once_it_has_begun(akari, on_the_day):
    with clock.at("2023-11-01 10:00"):
        booking = booked()

    verdict = policies.may_cancel_booking(akari, booking)

    assert verdict.reason == ("始まった回の予約は取り消せません。担当の事務所へお知らせください。")


def test_on_the_day_a_party_is_welcomed_by_the_one_on_duty_and_by_officers():
    slot = opened()
    booking, aoi = booked(slot), somebody("aoi")
    actions.accept_duty(by=aoi, duty=asked(slot))

    with clock.at("2023-11-08 09:50"):
        assert policies.may_welcome(aoi, booking)
        assert policies.may_miss(aoi, booking)
        assert policies.may_welcome(officer(), booking)


def test_the_day_before_nobody_is_welcomed():
    booking = booked()

    with clock.at("2023-11-07 23:59"):
        assert policies.may_welcome(officer(), booking).reason == (
            "当日より前には、来場を記録できません。"
        )


def test_who_was_only_asked_welcomes_nobody(on_the_day):
    with clock.at("2023-11-01 10:00"):
        slot = opened()
        booking = booked(slot)
        asked(slot)

    verdict = policies.may_welcome(somebody("aoi"), booking)

    assert verdict.reason == "その回を引き受けた方と担当職員だけが記録できます。"


def test_nobody_is_not_a_party(on_the_day):
    with clock.at("2023-11-01 10:00"):
        booking = booked()

    verdict = policies.may_welcome(officer(), booking, 0)

    assert verdict.reason == "来場した人数を1名以上にしてください。"


def test_somebody_free_is_asked_for_duty():
    assert policies.may_ask_for_duty(officer(), opened(), somebody("aoi"))


def test_somebody_is_asked_once():
    slot = opened()
    asked(slot)

    verdict = policies.may_ask_for_duty(officer(), slot, somebody("aoi"))

    assert verdict.reason == "この方には、すでにお願いしています。"


def test_nobody_is_at_two_places_at_once():
    asked(opened())

    verdict = policies.may_ask_for_duty(
        officer(), opened(start="2023-11-08 11:30"), somebody("aoi")
    )

    assert verdict.reason == "この方は、同じ時間に別の回を受け持っています。"


def test_who_declined_is_free_for_the_other():
    duty = asked(opened())
    actions.decline_duty(by=somebody("aoi"), duty=duty)

    assert policies.may_ask_for_duty(officer(), opened(), somebody("aoi"))


def test_only_who_was_asked_answers():
    duty = asked()

    assert policies.may_accept_duty(somebody("aoi"), duty)
    assert policies.may_decline_duty(somebody("aoi"), duty)
    for other in (officer(), auditor(), somebody("hana")):
        assert policies.may_accept_duty(other, duty).reason == (
            "お願いされた本人だけが返事できます。"
        )


def test_nobody_declines_when_it_has_begun(on_the_day):
    with clock.at("2023-11-01 10:00"):
        duty = asked()

    verdict = policies.may_decline_duty(somebody("aoi"), duty)

    assert verdict.reason == "この回は、もう始まりました。"


def test_a_day_is_counted_once_and_not_before_it_comes():
    known = counted()

    assert policies.may_count(officer(), PROGRAMME, YESTERDAY, None)
    assert policies.may_count(officer(), PROGRAMME, TOMORROW, None).reason == (
        "まだ来ていない日は数えられません。"
    )
    assert policies.may_count(officer(), PROGRAMME, YESTERDAY, known).reason == (
        "この日は、もう数えてあります。訂正として記録してください。"
    )


def test_a_correction_has_a_reason_and_is_made_of_what_holds():
    wrong = counted()
    actions.correct_count(
        by=officer(), programme=PROGRAMME, wrong=wrong, people=230, because="読みまちがい"
    )
    holds = queries.count_on("site:ichigaya", "visitors", YESTERDAY)

    assert policies.may_correct_count(officer(), PROGRAMME, holds, "数え直し")
    assert policies.may_correct_count(officer(), PROGRAMME, holds, " ").reason == (
        "訂正の理由を書いてください。"
    )
    assert policies.may_correct_count(officer(), PROGRAMME, wrong, "数え直し").reason == (
        "この数は、もう訂正されています。"
    )
