"""Who may do what at meetings: the yes, and each no by its sentence."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.programmes.dialogue import actions, examples, policies
from hiroba.programmes.dialogue.states import Side

OFFICERS_ONLY = "対話の担当職員だけができます。"
COORDINATORS_ONLY = "この会合のコーディネーターだけができます。"
DUE = datetime.date(2024, 3, 29)


@pytest.mark.parametrize("who", ["hana", "ren", "kansa", "sumire"])
def test_only_officers_of_the_dialogue_open_and_plan(who):
    by, council = somebody(who), examples.series()

    assert {
        policies.may_open_series(by).reason,
        policies.may_name_coordinator(by, council, somebody("akari")).reason,
        policies.may_plan_meeting(by, council, 2023).reason,
    } == {OFFICERS_ONLY}


@pytest.mark.parametrize("by", [officer, lambda: CLOCKWORK], ids=["officer", "clockwork"])
def test_officers_open_and_plan(by):
    council = examples.series()

    assert policies.may_open_series(by())
    assert policies.may_name_coordinator(by(), council, somebody("akari"))
    assert policies.may_plan_meeting(by(), council, 2023)


def test_nobody_speaks_for_both_sides():
    verdict = policies.may_name_coordinator(officer(), examples.series(), somebody("ren"))

    assert verdict.reason == "この方は、すでにこの会合のコーディネーターです。"


def test_the_council_meets_twice_a_year():
    examples.meeting("2023-11-15")
    examples.meeting("2024-02-14")

    this_year = policies.may_plan_meeting(officer(), examples.series(), 2023)
    next_year = policies.may_plan_meeting(officer(), examples.series(), 2024)

    assert (this_year.reason, next_year.reason) == ("この会合は、年に2回までです。", "")


def test_without_a_rule_nobody_meets():
    words = {"title_ja": "新", "title_en": "New", "about_ja": "新", "about_en": "New"}
    new = actions.open_series(by=officer(), ref="new", kind="study", **words)

    assert policies.may_plan_meeting(officer(), new, 2023).reason == (
        "この会合には、まだ決まりがありません。"
    )


@pytest.mark.parametrize(("day", "may"), [("2023-11-22", True), ("2023-11-23", False)])
def test_items_are_proposed_three_weeks_ahead(coming, day, may):
    with clock.at(f"{day} 18:00"):
        verdict = policies.may_propose_item(somebody("hana"), coming)

    assert verdict.reason == ("" if may else "この会合の議題の受付は終わりました。")


def test_a_guest_signs_in_to_propose(coming):
    assert policies.may_propose_item(GUEST, coming).reason == (
        "提案するには、ログインしてください。"
    )


@pytest.mark.parametrize("who", ["ren", "sato"])
def test_coordinators_of_both_sides_decide(coming, who):
    item, by = examples.item(coming, "議題"), somebody(who)

    assert policies.may_accept_item(by, item)
    assert policies.may_decline_item(by, item, "次回に")


@pytest.mark.parametrize("who", ["hana", "kansa", "mori"])
def test_others_do_not(coming, held, who):
    by, item = somebody(who), examples.item(coming, "議題")
    minutes = actions.write_minutes(by=officer(), meeting=held, text="発言")

    assert {
        policies.may_accept_item(by, item).reason,
        policies.may_decline_item(by, item).reason,
        policies.may_write_minutes(by, held).reason,
        policies.may_approve_minutes(by, minutes).reason,
        policies.may_promise(by, held).reason,
    } == {COORDINATORS_ONLY}


def test_an_item_is_declined_with_a_reason(coming):
    verdict = policies.may_decline_item(officer(), examples.item(coming, "議題"), " ")

    assert verdict.reason == "取り上げない理由を書いてください。"


def test_an_item_is_decided_once(coming):
    item = actions.accept_item(by=officer(), item=examples.item(coming, "議題"))

    assert policies.may_decline_item(somebody("ren"), item, "次回に").reason == (
        "いまは「取り上げる」のため、この操作はできません。"
    )


def test_one_registers_once_and_before_it_begins(coming):
    hana = somebody("hana")
    before = policies.may_register(hana, coming)
    examples.registration(coming)

    assert before
    assert policies.may_register(hana, coming).reason == "この会合には、もう申し込んでいます。"
    with clock.at("2023-12-13 14:00"):
        assert policies.may_register(somebody("akari"), coming).reason == (
            "この回は、もう始まりました。"
        )


def test_who_cancelled_registers_again(coming):
    hana = somebody("hana")
    actions.cancel_registration(by=hana, registration=examples.registration(coming))

    assert policies.may_register(hana, coming)


def test_minutes_are_written_after_the_meeting(coming, held):
    assert policies.may_write_minutes(officer(), held)
    assert policies.may_write_minutes(officer(), coming).reason == "会合のあとに書いてください。"


def test_each_side_agrees_once_with_the_newest_version(held):
    first = actions.write_minutes(by=officer(), meeting=held, text="発言")
    second = actions.write_minutes(by=officer(), meeting=held, text="発言(直し)")
    actions.approve_minutes(by=officer(), minutes=second)

    assert policies.may_approve_minutes(somebody("ren"), second)
    assert policies.may_approve_minutes(officer(), second).reason == (
        "あなたの側は、もう確認しています。"
    )
    assert policies.may_approve_minutes(somebody("ren"), first).reason == (
        "新しい版があります。そちらをご覧ください。"
    )


def test_a_promise_is_due_in_time_to_come(held):
    yesterday = datetime.date(2023, 10, 31)

    assert policies.may_promise(officer(), held, DUE)
    assert policies.may_promise(officer(), held, yesterday).reason == (
        "期日を、今日より後にしてください。"
    )


def test_the_side_that_promised_and_officers_record_that_it_is_done(held):
    told = {"owner": "NGO事務局", "text": "名簿を送る", "due_on": DUE}
    promised = actions.promise(by=officer(), meeting=held, side=Side.NGO, **told)

    assert policies.may_fulfil(somebody("ren"), promised)
    assert policies.may_fulfil(officer(), promised)
    assert policies.may_fulfil(somebody("hana"), promised).reason == (
        "約束した側のコーディネーターだけが記録できます。"
    )
    done = actions.fulfil(by=somebody("ren"), commitment=promised, how="送りました")
    assert policies.may_fulfil(officer(), done).reason == (
        "いまは「果たした」のため、この操作はできません。"
    )
