"""Who may do what at the plaza: the yes, and each no by its sentence."""

import datetime
from datetime import time

import pytest

from hiroba.engines.gatherings.models import Slot
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.programmes.plaza import actions, examples, policies
from hiroba.programmes.plaza.examples import site

DAY = datetime.date(2023, 11, 22)
OFFICERS_ONLY = "地球ひろばの担当職員だけができます。"


def opening(by, since=datetime.date(2024, 1, 1), **changed):
    told = {"opens": time(10), "closes": time(18), "party_min": 5, "party_max": 40, **changed}
    return policies.may_set_rule(by, site(), since, **told).reason


def offering(by, day=DAY, starts=time(10), ends=time(12)):
    return policies.may_offer_visit(by, site(), day, starts, ends).reason


def exhibition(**told):
    return actions.prepare_exhibition(
        by=officer(), site=site(), starts_on=DAY, title_ja="展示", text_ja="紹介", **told
    )


@pytest.mark.parametrize("who", ["akari", "aoi", "kansa", "sumire"])
def test_only_officers_of_the_plaza_keep_it(who):
    by, draft = somebody(who), exhibition()

    assert {
        policies.may_open_site(by).reason,
        opening(by),
        policies.may_close_on(by, site(), DAY, "点検").reason,
        policies.may_prepare_exhibition(by, DAY, None).reason,
        policies.may_publish_exhibition(by, draft).reason,
        offering(by),
    } == {OFFICERS_ONLY}


@pytest.mark.parametrize("by", [officer, lambda: CLOCKWORK], ids=["officer", "clockwork"])
def test_officers_keep_it(by):
    draft = exhibition()

    assert {
        policies.may_open_site(by()).reason,
        opening(by()),
        policies.may_close_on(by(), site(), DAY, "点検").reason,
        policies.may_prepare_exhibition(by(), DAY, None).reason,
        policies.may_publish_exhibition(by(), draft).reason,
        offering(by()),
    } == {""}


def test_a_rule_begins_on_a_day_of_its_own():
    assert opening(officer(), datetime.date(2006, 4, 1)) == (
        "この日からの決まりは、すでにあります。別の日を選んでください。"
    )


def test_a_site_closes_after_it_opens():
    assert opening(officer(), closes=time(10)) == "閉館の時刻を、開館より後にしてください。"


@pytest.mark.parametrize("sizes", [(0, 40), (41, 40)], ids=["nobody", "turned"])
def test_a_group_has_a_smallest_and_a_largest_size(sizes):
    assert opening(officer(), party_min=sizes[0], party_max=sizes[1]) == (
        "団体の人数の下限と上限を確かめてください。"
    )


def test_a_day_that_has_passed_is_not_closed():
    verdict = policies.may_close_on(officer(), site(), datetime.date(2023, 10, 31), "点検")

    assert verdict.reason == "過ぎた日は、休館にできません。"


def test_a_closed_day_has_a_reason():
    assert policies.may_close_on(officer(), site(), DAY, " ").reason == (
        "休館の理由を書いてください。"
    )


def test_a_day_is_closed_once():
    actions.close_on(by=officer(), site=site(), day=DAY, reason_ja="点検")

    assert policies.may_close_on(officer(), site(), DAY, "点検").reason == (
        "この日は、すでに休館になっています。"
    )


def test_an_exhibition_ends_after_it_began():
    verdict = policies.may_prepare_exhibition(officer(), DAY, datetime.date(2023, 11, 21))

    assert verdict.reason == "最後の日を、始まりの日より後にしてください。"


def test_what_is_published_is_not_published_again():
    shown = actions.publish_exhibition(by=officer(), exhibition=exhibition())

    assert policies.may_publish_exhibition(officer(), shown).reason == (
        "いまは「公開」のため、この操作はできません。"
    )


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"ends": time(10)}, "終わりの時刻を、始まりより後にしてください。"),
        ({"day": datetime.date(2023, 11, 1)}, "明日より後の日を選んでください。"),
        ({"day": datetime.date(2023, 11, 19)}, "この日は休館日です。"),
        ({"starts": time(9)}, "開館している時間の中で選んでください。"),
        ({"starts": time(17), "ends": time(19)}, "開館している時間の中で選んでください。"),
    ],
    ids=["no length", "today", "closed", "too early", "too late"],
)
def test_visits_are_offered_while_the_site_is_open(changed, reason):
    assert offering(officer(), **changed) == reason


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        (5, ""),
        (40, ""),
        (4, "この会場が一度に受け入れる団体は、5名から40名までです。"),
        (41, "この会場が一度に受け入れる団体は、5名から40名までです。"),
    ],
)
def test_a_site_takes_groups_of_its_size(people, reason):
    slot = examples.slot(DAY, capacity=60)

    assert policies.may_book_visit(somebody("akari"), slot, people).reason == reason


@pytest.mark.parametrize(
    ("today", "reason"),
    [
        ("2023-11-15", ""),
        ("2023-11-16", "この会場の団体見学は、7日前までに申し込んでください。"),
    ],
)
def test_a_group_books_a_week_ahead(today, reason):
    slot = examples.slot(DAY)

    with clock.at(f"{today} 20:00"):
        assert policies.may_book_visit(somebody("akari"), slot).reason == reason


def test_a_guest_signs_in_first():
    verdict = policies.may_book_visit(GUEST, examples.slot(DAY))

    assert verdict.reason == "予約するには、ログインしてください。"


def test_the_engine_counts_the_seats():
    slot = examples.slot(DAY)
    examples.visit(slot, people=32)

    verdict = policies.may_book_visit(somebody("hana"), Slot.objects.get(pk=slot.pk), 9)

    assert verdict.reason == "残り8名です。"


@pytest.mark.parametrize(("who", "may"), [("sato", 1), ("aoi", 1), ("kansa", 1), ("akari", 0)])
def test_officers_guides_and_auditors_see_the_day(who, may):
    verdict = policies.may_keep_the_day(somebody(who))

    assert verdict.reason == ("" if may else "地球ひろばの担当職員と案内人だけが見られます。")
