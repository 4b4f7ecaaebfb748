"""Who may give, receive and use what was given: the yes, and each no by its sentence."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.programmes.giving import actions, examples, policies
from hiroba.programmes.giving.models import Cause, Gift
from hiroba.programmes.giving.tests.conftest import PROJECT

TODAY = datetime.date(2023, 11, 1)
OFFICERS_ONLY = "寄附の担当職員だけができます。"


@pytest.mark.parametrize("who", ["hana", "ono", "kansa", "sumire"])
def test_only_officers_of_giving_keep_it(who):
    by, gift = somebody(who), examples.promised("akari", 5000)

    assert {
        policies.may_open_cause(by, "new").reason,
        policies.may_set_rule(by, examples.cause(), TODAY, 500).reason,
        policies.may_receive(by, gift).reason,
        policies.may_allocate(by).reason,
    } == {OFFICERS_ONLY}


@pytest.mark.parametrize("who", ["sato", "fumi"])
def test_officers_keep_it(who):
    by, gift = somebody(who), examples.promised()

    assert policies.may_open_cause(by, "new")
    assert policies.may_set_rule(by, examples.cause(), TODAY, 500)
    assert policies.may_receive(by, gift, TODAY, 3000)
    assert policies.may_allocate(by, PROJECT)
    assert policies.may_withdraw(by, gift)


def test_a_cause_has_a_code_of_its_own():
    assert policies.may_open_cause(officer(), "world").reason == (
        "この記号の寄附先は、すでにあります。"
    )


def test_a_rule_begins_on_a_day_of_its_own_and_asks_for_something():
    cause = examples.cause()

    assert policies.may_set_rule(officer(), cause, examples.APRIL, 500).reason == (
        "この日からの決まりは、すでにあります。別の日を選んでください。"
    )
    assert policies.may_set_rule(officer(), cause, TODAY, 0).reason == (
        "金額を1円以上にしてください。"
    )


@pytest.mark.parametrize(("yen", "reason"), [(500, ""), (499, "金額は、500円以上にしてください。")])
def test_one_gives_as_much_as_the_rule_says(yen, reason):
    assert policies.may_promise(examples.cause(), yen).reason == reason


@pytest.mark.parametrize("address", ["", "   "])
def test_a_receipt_needs_an_address(address):
    assert policies.may_promise(examples.cause(), 500, address).reason == (
        "受領証明書をお送りする住所を書いてください。"
    )


@pytest.mark.parametrize(
    ("day", "may"), [("2023-04-02", False), ("2023-04-03", True), ("2023-10-31", True),
                     ("2023-11-01", False)]
)  # fmt: skip
def test_one_gives_while_the_cause_is_open(day, may):
    Cause.objects.filter(ref="world").update(closed_on=TODAY)

    with clock.at(f"{day} 10:00"):
        verdict = policies.may_promise(examples.cause())

    closed = "この寄附先は、いま受け付けていません。ほかの寄附先をご覧ください。"
    assert verdict.reason == ("" if may else closed)


def test_nothing_arrives_tomorrow_or_as_nothing():
    gift = examples.promised()
    tomorrow = TODAY + datetime.timedelta(days=1)

    assert policies.may_receive(officer(), gift, tomorrow, 3000).reason == (
        "まだ来ていない日は記録できません。"
    )
    assert policies.may_receive(officer(), gift, TODAY, 0).reason == (
        "金額を1円以上にしてください。"
    )


def test_a_withdrawn_gift_does_not_arrive():
    gift = actions.withdraw(by=somebody("hana"), gift=examples.promised())

    assert policies.may_receive(officer(), gift).reason == (
        "いまは「取りやめ」のため、この操作はできません。"
    )


def test_the_donor_withdraws_what_has_not_arrived():
    gift = examples.promised()

    assert policies.may_withdraw(somebody("hana"), gift)
    assert policies.may_withdraw(somebody("akari"), gift).reason == (
        "申し込んだ方だけが取りやめられます。"
    )
    assert policies.may_withdraw(somebody("hana"), examples.hanas_gift()).reason == (
        "いまは「入金済み」のため、この操作はできません。"
    )


def test_a_guests_gift_is_withdrawn_by_officers_only():
    gift = examples.promised("")

    assert policies.may_withdraw(officer(), gift)
    assert policies.may_withdraw(GUEST, gift).reason == "申し込んだ方だけが取りやめられます。"


@pytest.mark.parametrize("who", ["hana", "sato", "kansa"])
def test_the_donor_officers_and_auditors_read_the_receipt(who):
    assert policies.may_read_receipt(somebody(who), fresh(examples.hanas_gift()))


@pytest.mark.parametrize("who", ["akari", "ono", "sumire"])
def test_others_do_not_read_it(who):
    assert policies.may_read_receipt(somebody(who), fresh(examples.hanas_gift())).reason == (
        "寄附した方だけが受け取れます。"
    )


def test_before_the_gift_arrives_there_is_no_receipt():
    gift = examples.promised(address="東京都", wants_receipt=True)

    assert policies.may_read_receipt(somebody("hana"), gift).reason == (
        "入金を確認してから、受領証明書をお出しします。"
    )


def test_who_asked_for_none_has_none():
    gift = examples.received(examples.promised("akari", 5000), "2023-10-20")

    assert policies.may_read_receipt(somebody("akari"), fresh(gift)).reason == (
        "受領証明書を希望されていません。"
    )


@pytest.mark.parametrize("ref", ["P-NOBODY", "cause:world"])
def test_only_projects_that_everybody_can_read_about_are_paid_for(ref):
    assert policies.may_allocate(officer(), ref).reason == (
        "この番号の事業は見つかりません。事業の画面にある番号を書いてください。"
    )


def test_an_approver_of_another_programme_does_not_allocate():
    assert policies.may_allocate(approver(), PROJECT).reason == OFFICERS_ONLY


def fresh(gift):
    return Gift.objects.get(pk=gift.pk)
