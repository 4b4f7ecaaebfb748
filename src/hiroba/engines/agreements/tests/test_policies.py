"""Each yes, and each no by its sentence."""

import pytest

from hiroba.engines.agreements import actions, policies
from hiroba.engines.agreements.shapes import Signing
from hiroba.engines.agreements.tests.samples import (
    BOOK,
    CONSENT,
    PROGRAMME,
    agreed,
    concluded,
    day,
    drafted,
    first_due,
    handed_in,
    ren,
    signings,
    terms,
)
from hiroba.engines.registry.people import examples as bodies
from hiroba.engines.registry.people.states import MemberRole
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import GUEST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

FOR_OFFICERS = "契約と覚書は、担当職員が記録します。"
BACK_DATED = "有効になる日は、今日以降にしてください。過去の日にはさかのぼれません。"
TWO_SIGNERS = "相手方とこの機関の、二人の署名者を記録してください。"
FOR_PARTNERS = "提出できるのは、契約の相手方の団体で編集の権限がある方です。"
REASON = "理由を書いてください。"


def may_conclude(agreement=None, signed=None, book=BOOK, **told):
    signed = signings() if signed is None else signed
    return policies.may_conclude(officer(), agreement or drafted(), terms(**told), signed, book)


def test_an_officer_prepares_an_agreement():
    assert policies.may_draft(officer(), PROGRAMME, "service", "P-1")


@pytest.mark.parametrize("person", [lambda: GUEST, lambda: somebody("hana"), auditor])
def test_others_prepare_none(person):
    assert policies.may_draft(person(), PROGRAMME, "service", "P-1").reason == FOR_OFFICERS


def test_an_unknown_kind_is_refused():
    verdict = policies.may_draft(officer(), PROGRAMME, "handshake", "P-1")

    assert verdict.reason == "この種類の契約は登録されていません。"


def test_a_thing_has_one_agreement_of_a_kind_at_a_time():
    drafted()

    verdict = policies.may_draft(officer(), PROGRAMME, "service", "P-1")
    assert verdict.reason == "同じ種類の契約が、すでにあります。"
    assert policies.may_draft(officer(), PROGRAMME, "memorandum", "P-1")


@pytest.mark.parametrize("may", [policies.may_meet, policies.may_waive])
def test_only_officers_settle_preconditions(may):
    precondition = drafted(preconditions=[CONSENT]).preconditions.get()

    assert may(officer(), precondition)
    assert may(ren(), precondition).reason == FOR_OFFICERS


def test_a_precondition_is_settled_once():
    agreement = drafted(preconditions=[CONSENT])
    done = actions.meet(by=officer(), precondition=agreement.preconditions.get())

    assert policies.may_waive(officer(), done, "いらない。").reason == (
        "いまは「満たした」のため、この操作はできません。"
    )


def test_nothing_is_waived_without_a_reason():
    precondition = drafted(preconditions=[CONSENT]).preconditions.get()

    assert policies.may_waive(officer(), precondition, " ").reason == REASON


def test_when_everything_is_signed_in_order_an_officer_concludes():
    assert may_conclude()


def test_others_conclude_nothing():
    assert policies.may_conclude(ren(), drafted()).reason == FOR_OFFICERS


def test_nothing_is_concluded_while_a_precondition_is_open():
    assert may_conclude(drafted(preconditions=[CONSENT])).reason == (
        "満たしていない前提条件があります。満たすか、理由を書いて免除してください。"
    )


def test_what_is_met_and_waived_stands_in_nobodys_way():
    agreement = drafted(preconditions=[CONSENT])
    actions.waive(by=officer(), precondition=agreement.preconditions.get(), because="不要。")

    assert may_conclude(agreement)


def test_an_agreement_is_concluded_once():
    assert may_conclude(concluded()).reason == "いまは「締結済み」のため、この操作はできません。"


def test_nothing_is_back_dated():
    assert may_conclude(effective_on=day("2023-10-31")).reason == BACK_DATED


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"text": " "}, "契約の内容を書いてください。"),
        ({"ends_on": day("2023-10-01")}, "期間の終わりを、始まりより後にしてください。"),
        ({"ends_on": None}, "提出の決まりがある契約には、終わりの日が要ります。"),
        ({"yen": -1}, "金額は0円以上で入力してください。"),
    ],
)
def test_terms_that_make_no_sense_are_refused(told, reason):
    assert may_conclude(**told).reason == reason


def test_both_sides_sign():
    partner, house = signings()

    assert may_conclude(signed=[partner]).reason == TWO_SIGNERS
    assert may_conclude(drafted("P-2"), signed=[house, house]).reason == TWO_SIGNERS


def test_one_person_does_not_sign_for_both_sides():
    partner, _ = signings()

    signed = [partner, Signing(partner.signer, partner.signed_on)]
    assert may_conclude(signed=signed).reason == TWO_SIGNERS


def test_signatures_stand_in_order():
    assert may_conclude(signed=signings("2023-11-01", "2023-10-30")).reason == (
        "署名の日が、署名の順番と合っていません。"
    )


def test_nobody_signs_ahead():
    assert may_conclude(signed=signings("2023-11-01", "2023-11-02")).reason == (
        "まだ来ていない日の署名は記録できません。"
    )


def test_a_concluded_agreement_is_amended_with_a_reason():
    agreement = concluded()

    assert policies.may_amend(officer(), agreement, terms(), signings(), BOOK, "延長。")
    assert policies.may_amend(officer(), agreement, because="").reason == REASON
    assert policies.may_amend(ren(), agreement).reason == FOR_OFFICERS


def test_a_draft_is_not_amended():
    assert policies.may_amend(officer(), drafted()).reason == (
        "いまは「準備中」のため、この操作はできません。"
    )


def test_a_change_does_not_begin_before_the_version_it_changes():
    agreement = drafted()
    agreed(agreement, effective_on=day("2023-12-01"))
    agreement.refresh_from_db()

    told = terms(effective_on=day("2023-11-15"))
    verdict = policies.may_amend(officer(), agreement, told, signings(), BOOK, "延長。")
    assert verdict.reason == "変更は、いまの版より前の日から有効にはできません。"


def test_an_agreement_ends_today_or_later_with_a_reason():
    agreement = concluded()

    assert policies.may_end(officer(), agreement, day("2023-11-01"), "合意。")
    assert policies.may_end(officer(), agreement, day("2023-10-31"), "合意。").reason == (
        "終了の日は、今日以降にしてください。"
    )
    assert policies.may_end(officer(), agreement, None, "").reason == REASON
    assert policies.may_end(ren(), agreement).reason == FOR_OFFICERS


def test_those_who_act_for_a_partner_hand_in():
    assert policies.may_hand_in(ren(), first_due(concluded()), "掘りました。")


@pytest.mark.parametrize("person", [lambda: GUEST, lambda: somebody("hana"), officer])
def test_others_hand_in_nothing(person):
    report = first_due(concluded())

    assert policies.may_hand_in(person(), report).reason == FOR_PARTNERS


def test_who_only_looks_on_in_a_body_hands_in_nothing():
    report = first_due(concluded())
    viewer = somebody("umi")
    bodies.member(bodies.minato(), viewer, MemberRole.VIEWER)

    assert policies.may_hand_in(viewer, report).reason == FOR_PARTNERS


def test_an_empty_report_is_none():
    verdict = policies.may_hand_in(ren(), first_due(concluded()), " ")

    assert verdict.reason == "報告の内容を書いてください。"


def test_a_report_is_handed_in_once_until_it_is_sent_back():
    report = handed_in(concluded())

    assert policies.may_hand_in(ren(), report).reason == (
        "いまは「受領待ち」のため、この操作はできません。"
    )


def test_what_a_change_replaced_is_not_handed_in():
    agreement = concluded()
    report = first_due(agreement)
    actions.amend(
        by=officer(),
        agreement=agreement,
        terms=terms(),
        signings=signings(),
        because="報告をやめる。",
    )

    report.refresh_from_db()
    assert policies.may_hand_in(ren(), report).reason == (
        "契約の変更により、この提出は要らなくなりました。"
    )


@pytest.mark.parametrize("may", [policies.may_accept, policies.may_send_back])
def test_officers_look_at_what_was_handed_in(may):
    report = handed_in(concluded())

    assert may(officer(), report)
    assert may(ren(), report).reason == FOR_OFFICERS


@pytest.mark.parametrize("may", [policies.may_accept, policies.may_send_back])
def test_nobody_looks_at_what_was_not_handed_in(may):
    assert may(officer(), first_due(concluded())).reason == (
        "いまは「提出前」のため、この操作はできません。"
    )


@pytest.mark.parametrize("may", [policies.may_accept, policies.may_send_back])
def test_nobody_looks_at_the_own_report(may):
    bodies.member(bodies.minato(), officer())
    report = first_due(concluded())
    report = actions.hand_in(by=officer(), obligation=report, text="自分で。")

    assert may(officer(), report).reason == "提出した方とは別の職員が確認してください。"


def test_nothing_is_sent_back_without_a_reason():
    assert policies.may_send_back(officer(), handed_in(concluded()), "").reason == REASON


def test_days_of_the_policies_are_those_of_the_house():
    agreement = drafted()

    with clock.at("2023-11-02 00:30"):
        assert may_conclude(agreement).reason == BACK_DATED
