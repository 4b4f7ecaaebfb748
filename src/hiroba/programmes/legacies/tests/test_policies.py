"""Each yes, and each no by its sentence."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.programmes.legacies import actions, policies
from hiroba.programmes.legacies.examples import agreed, bank, hiroba_trust, legacy_officer
from hiroba.programmes.legacies.models import LegacyPartner
from hiroba.programmes.legacies.tests.samples import (
    CONSENT,
    NAME,
    TODAY,
    asked,
    done,
    in_state,
)

NAMED = (
    "遺贈のご相談は、遺贈の担当として指名された職員だけが見られます。"
    "必要なときは、管理者へご相談ください。"
)
IN_WRITING = "ご本人の書面による同意がないと、紹介できません。"
NOT_YET = "まだ来ていない日は記録できません。"
COMMITTEE = "包括遺贈と金銭以外の財産は、委員会の判断の日を記録してください。"
ERASED = "個人情報は、決まりによりすでに消去しました。"
TOMORROW = TODAY + datetime.timedelta(days=1)


def officer_of_giving():
    """Somebody who looks after gifts, and not after legacies."""
    user = somebody("gin")
    grant(by=CLOCKWORK, user=user, role=Role.OFFICER, scope="programme:giving")
    return user


def reviewer_of_legacies():
    """Somebody named for legacies in another role."""
    user = somebody("rei")
    grant(by=CLOCKWORK, user=user, role=Role.REVIEWER, scope="programme:legacies")
    return user


OTHERS = [
    lambda: GUEST,
    lambda: CLOCKWORK,
    lambda: somebody("hana"),
    officer,
    officer_of_giving,
    reviewer_of_legacies,
    auditor,
    administrator,
]
ABOUT_A_LEGACY = [
    policies.may_open_file,
    policies.may_write_down,
    policies.may_refer,
    policies.may_consult,
    policies.may_record_will,
    policies.may_notify,
    policies.may_accept,
    policies.may_decline,
    policies.may_receive,
    policies.may_close,
]
STAGES = [
    (policies.may_refer, "enquiry", "noticed", "遺言執行者からの通知"),
    (policies.may_consult, "referred", "enquiry", "ご相談"),
    (policies.may_record_will, "consulting", "enquiry", "ご相談"),
    (policies.may_notify, "will_made", "enquiry", "ご相談"),
    (policies.may_accept, "noticed", "enquiry", "ご相談"),
    (policies.may_decline, "noticed", "accepted", "お受けすると決定"),
    (policies.may_receive, "accepted", "declined", "ご辞退"),
    (policies.may_close, "declined", "noticed", "遺言執行者からの通知"),
]


def may_refer(legacy=None, **changed):
    known = {
        "partner": hiroba_trust(),
        "given_by": NAME,
        "given_on": TODAY,
        "words": CONSENT,
        **changed,
    }
    return policies.may_refer(legacy_officer(), legacy or asked(), **known)


def test_whoever_is_named_for_legacies_sees_them():
    assert policies.may_see(legacy_officer())


@pytest.mark.parametrize("person", OTHERS)
def test_nobody_else_sees_them(person):
    assert policies.may_see(person()).reason == NAMED


@pytest.mark.parametrize("may", ABOUT_A_LEGACY, ids=lambda may: may.__name__)
def test_an_officer_of_everything_is_not_named_for_legacies(may):
    assert may(officer(), asked()).reason == NAMED


@pytest.mark.parametrize("may", ABOUT_A_LEGACY, ids=lambda may: may.__name__)
def test_an_auditor_does_nothing_with_legacies(may):
    assert may(auditor(), asked()).reason == NAMED


@pytest.mark.parametrize(("may", "state", "_other", "_name"), STAGES)
def test_each_step_may_be_done_in_its_stage(may, state, _other, _name):
    assert may(legacy_officer(), in_state(state))


@pytest.mark.parametrize(("may", "_state", "other", "name"), STAGES)
def test_no_step_may_be_done_in_another_stage(may, _state, other, name):
    assert may(legacy_officer(), in_state(other)).reason == (
        f"いまは「{name}」のため、この操作はできません。"
    )


def test_everybody_who_agrees_may_ask():
    for person in (GUEST, somebody("hana"), officer()):
        assert policies.may_enquire(person)


def test_who_does_not_agree_is_told_what_to_do():
    assert policies.may_enquire(GUEST, is_agreed=False).reason == (
        "個人情報の扱いをご確認のうえ、同意の欄にしるしを付けてください。"
    )


@pytest.mark.parametrize("because", ["answer", "partner", "acceptance", "own_wish"])
def test_a_file_is_opened_for_a_stated_purpose(because):
    assert policies.may_open_file(legacy_officer(), asked(), because)


@pytest.mark.parametrize("because", ["", "curious"])
def test_curiosity_is_no_purpose(because):
    verdict = policies.may_open_file(legacy_officer(), asked(), because)

    assert verdict.reason == "開く理由を選んでください。"


def test_wishes_are_written_down_until_the_end():
    assert policies.may_write_down(legacy_officer(), asked(), 0)
    assert policies.may_write_down(legacy_officer(), in_state("closed")).reason == (
        "終了したご相談には書き足せません。"
    )


def test_nobody_expects_less_than_nothing():
    assert policies.may_write_down(legacy_officer(), asked(), -1).reason == (
        "金額は0円以上で入力してください。"
    )


def test_with_consent_and_a_memorandum_one_is_introduced():
    assert may_refer()


@pytest.mark.parametrize(
    "missing",
    [
        {"given_by": ""},
        {"given_by": "  "},
        {"given_on": None},
        {"words": ""},
        {"words": "  "},
    ],
)
def test_without_a_name_a_day_or_words_there_is_no_consent(missing):
    assert may_refer(**missing).reason == IN_WRITING


def test_consent_is_not_given_tomorrow():
    assert may_refer(given_on=TOMORROW).reason == "同意の日を、今日までの日にしてください。"


def test_nobody_is_introduced_to_a_partner_without_a_memorandum():
    partner = LegacyPartner.objects.create(
        ref="LP-1",
        body=bank("名ばかり銀行", "Name Only Bank", "ナバカリ"),
        about_ja="-",
        contact_ja="-",
        added_by=legacy_officer(),
        added_at=clock.now(),
    )

    assert may_refer(partner=partner).reason == "この提携先との覚書は、いま有効ではありません。"


def test_nobody_is_introduced_after_the_memorandum_ended():
    partner = hiroba_trust()
    actions.end_agreement(by=legacy_officer(), partner=partner, because="合意。")

    assert may_refer().reason == "この提携先との覚書は、いま有効ではありません。"


def test_nobody_is_introduced_to_the_same_partner_twice():
    legacy = done(asked(), "refer")

    assert may_refer(legacy).reason == "この提携先へは、すでに紹介しました。"


def test_money_is_accepted_without_the_committee():
    assert policies.may_accept(legacy_officer(), in_state("noticed"), "money")


@pytest.mark.parametrize("nature", ["property", "universal"])
def test_burdens_go_before_the_committee(nature):
    legacy = in_state("noticed")

    assert policies.may_accept(legacy_officer(), legacy, nature).reason == COMMITTEE
    assert policies.may_accept(legacy_officer(), legacy, nature, TODAY)


def test_the_committee_has_not_decided_tomorrow():
    verdict = policies.may_accept(legacy_officer(), in_state("noticed"), "property", TOMORROW)

    assert verdict.reason == NOT_YET


def test_what_is_left_is_one_of_the_known_kinds():
    verdict = policies.may_accept(legacy_officer(), in_state("noticed"), "castle")

    assert verdict.reason == "財産の種類を選んでください。"


@pytest.mark.parametrize("declining", ["debts", "reserved", "unfit", "other"])
def test_a_legacy_is_declined_for_a_known_reason(declining):
    assert policies.may_decline(legacy_officer(), in_state("noticed"), declining)


def test_a_free_text_is_no_reason_to_decline():
    verdict = policies.may_decline(legacy_officer(), in_state("noticed"), "花子さんの土地")

    assert verdict.reason == "辞退の理由を選んでください。"


def test_what_comes_is_money_and_came_until_today():
    legacy = in_state("accepted")

    assert policies.may_receive(legacy_officer(), legacy, 1, TODAY)
    assert policies.may_receive(legacy_officer(), legacy, 0, TODAY).reason == (
        "金額は1円以上で入力してください。"
    )
    assert policies.may_receive(legacy_officer(), legacy, 1, TOMORROW).reason == NOT_YET


@pytest.mark.parametrize("closing", ["done", "wished", "declined", "silent"])
def test_a_file_is_closed_for_a_known_reason(closing):
    assert policies.may_close(legacy_officer(), asked(), closing)


def test_a_free_text_is_no_reason_to_close():
    verdict = policies.may_close(legacy_officer(), asked(), "花子さんが亡くなった")

    assert verdict.reason == "終了の理由を選んでください。"


@pytest.mark.parametrize("person", [legacy_officer, administrator, lambda: GUEST])
def test_nobody_erases_by_hand(person):
    assert policies.may_erase(person(), in_state("closed")).reason == (
        "個人情報の消去は、決まりの日が来ると自動で行われます。"
    )


def test_the_clock_erases_what_was_kept_long_enough():
    legacy = in_state("closed")

    assert policies.may_erase(CLOCKWORK, legacy).reason == "まだ保存期間が終わっていません。"
    with clock.at("2028-11-01 03:00"):
        assert policies.may_erase(CLOCKWORK, legacy)


def test_the_clock_erases_once():
    legacy = in_state("closed")

    with clock.at("2028-11-01 03:00"):
        legacy = actions.erase(by=CLOCKWORK, legacy=legacy)
        assert policies.may_erase(CLOCKWORK, legacy).reason == ERASED
        assert policies.may_write_down(legacy_officer(), legacy).reason == ERASED


def test_a_body_becomes_a_partner_once():
    assert policies.may_add_partner(
        legacy_officer(), bank("もう一つの銀行", "Other Bank", "モウヒトツ")
    )
    assert policies.may_add_partner(legacy_officer(), hiroba_trust().body).reason == (
        "この団体は、すでに提携先です。"
    )


@pytest.mark.parametrize("person", OTHERS)
def test_nobody_else_keeps_the_list_of_partners(person):
    partner = agreed(hiroba_trust())

    assert policies.may_add_partner(person()).reason == NAMED
    assert policies.may_agree(person(), partner).reason == NAMED
    assert policies.may_end_agreement(person(), partner).reason == NAMED
