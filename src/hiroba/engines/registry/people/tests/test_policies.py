"""Every policy of bodies: one yes, and each no by its sentence."""

import datetime

import pytest

from hiroba.engines.registry.people import actions, examples, policies
from hiroba.engines.registry.people.corporate_numbers import completed
from hiroba.engines.registry.people.models import Body, Membership
from hiroba.foundation.accounts.examples import (
    administrator,
    auditor,
    chair,
    officer,
    somebody,
)
from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER, PAYMENTS
from hiroba.foundation.verdicts import YES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = datetime.date(2023, 11, 1)
KEEPERS_ONLY = "団体の台帳は担当職員が扱います。"
ACTING_ONLY = "特定非営利活動法人みなとの代表管理者か編集者だけができます。"
STOPPED = "この団体は停止中です。担当職員へご連絡ください。"
MERGED = "この団体は株式会社みほん水処理に統合されました。そちらで続けてください。"
WRONG_NUMBER = "法人番号が正しくありません。13桁の数字を確かめてください。"
NO_OWNER = "代表管理者が一人もいなくなります。先にほかの方を代表管理者にしてください。"
GONE = "この方は、もう所属していません。"


@pytest.fixture
def minato():
    return examples.minato()


@pytest.fixture
def stopped(minato):
    return actions.suspend(by=officer(), body=minato, reason="確認中")


@pytest.fixture
def merged_away(minato):
    survivor = examples.company()
    actions.merge(by=officer(), absorbed=minato, survivor=survivor, reason="同じ団体でした")
    return Body.objects.get(pk=minato.pk)


def own(body, handle="ren"):
    return Membership.objects.get(body=body, person__account=somebody(handle), until=None)


def invited(body, handle="akari", role="viewer"):
    user = somebody(handle)
    return actions.invite(
        by=somebody("ren"), body=body, name=user.name, email=user.email, role=role
    )


@pytest.mark.parametrize("keeper", [officer, administrator])
def test_officers_and_administrators_keep_the_registry(keeper):
    assert policies.may_keep_registry(keeper()) == YES


@pytest.mark.parametrize("other", [auditor, chair, lambda: somebody("ren"), lambda: GUEST])
def test_nobody_else_keeps_the_registry(other):
    assert policies.may_keep_registry(other()).reason == KEEPERS_ONLY


def test_owners_and_editors_act_for_their_body(minato):
    examples.member(minato, somebody("akari"), "editor")

    answers = [policies.may_act_for(somebody(one), minato) for one in ("ren", "akari")]

    assert answers == [YES, YES]


@pytest.mark.parametrize("role", ["viewer", "signatory"])
def test_viewers_and_signatories_do_not_act(minato, role):
    examples.member(minato, somebody("akari"), role)

    assert policies.may_act_for(somebody("akari"), minato).reason == ACTING_ONLY


@pytest.mark.parametrize("hand", [GUEST, CLOCKWORK, IMPORTER, PAYMENTS])
def test_hands_do_not_act_for_a_body(minato, hand):
    assert policies.may_act_for(hand, minato).reason == ACTING_ONLY


def test_officers_do_not_act_in_the_name_of_a_body(minato):
    assert policies.may_act_for(officer(), minato).reason == ACTING_ONLY


def test_an_invitation_alone_lets_nobody_act(minato):
    invited(minato, role="owner")

    assert policies.may_act_for(somebody("akari"), minato).reason == ACTING_ONLY


def test_nobody_acts_for_a_suspended_body(stopped):
    assert policies.may_act_for(somebody("ren"), stopped).reason == STOPPED


def test_nobody_acts_for_a_body_that_was_merged_away(merged_away):
    assert policies.may_act_for(somebody("ren"), merged_away).reason == MERGED


def test_a_body_that_waits_to_be_verified_can_be_acted_for():
    assert policies.may_act_for(somebody("hana"), examples.waiting()) == YES


@pytest.mark.parametrize(("role", "signs"), [("signatory", True), ("owner", True)])
def test_owners_and_signatories_sign(minato, role, signs):
    examples.member(minato, somebody("akari"), role)

    assert bool(policies.may_sign_for(somebody("akari"), minato)) == signs


@pytest.mark.parametrize("role", ["editor", "viewer"])
def test_editors_and_viewers_do_not_sign(minato, role):
    examples.member(minato, somebody("akari"), role)

    assert policies.may_sign_for(somebody("akari"), minato).reason == (
        "特定非営利活動法人みなとの署名権者だけができます。"
    )


def test_nobody_signs_for_a_suspended_body(stopped):
    assert policies.may_sign_for(somebody("ren"), stopped).reason == STOPPED


def test_everybody_with_an_account_may_register_a_body():
    assert policies.may_register_body(somebody("akari")) == YES


@pytest.mark.parametrize("hand", [GUEST, IMPORTER, CLOCKWORK])
def test_a_hand_registers_no_body(hand):
    assert policies.may_register_body(hand).reason == "団体の登録にはログインが必要です。"


def test_the_number_of_a_merged_body_is_free_again(merged_away):
    assert policies.may_register_body(somebody("akari"), merged_away.corporate_number) == YES


def test_the_number_of_a_suspended_body_is_taken(stopped):
    told = policies.may_register_body(somebody("akari"), stopped.corporate_number).reason

    assert told == (
        "この法人番号の団体はすでに登録されています(特定非営利活動法人みなと)。"
        "登録した方に招待を頼んでください。"
    )


@pytest.mark.parametrize("by", [officer, administrator, lambda: IMPORTER])
def test_keepers_and_the_importer_enter_bodies(by):
    assert policies.may_enter_body(by()) == YES


@pytest.mark.parametrize("by", [lambda: somebody("ren"), auditor, lambda: CLOCKWORK])
def test_others_enter_no_bodies(by):
    assert policies.may_enter_body(by()).reason == KEEPERS_ONLY


def test_a_wrong_number_is_not_entered():
    assert policies.may_enter_body(officer(), "2010005000002").reason == WRONG_NUMBER


def test_a_body_keeps_its_own_number_when_it_is_revised(minato):
    assert policies.may_revise_body(somebody("ren"), minato, minato.corporate_number) == YES


def test_a_body_does_not_take_the_number_of_another(minato):
    company = examples.company()

    told = policies.may_revise_body(somebody("ren"), minato, company.corporate_number).reason

    assert told.startswith("この法人番号の団体はすでに登録されています(株式会社みほん水処理)。")


def test_a_member_hears_why_a_suspended_body_is_not_revised(stopped):
    assert policies.may_revise_body(somebody("ren"), stopped).reason == STOPPED


def test_an_officer_corrects_a_suspended_body(stopped):
    assert policies.may_revise_body(officer(), stopped) == YES


def test_nobody_corrects_a_body_that_was_merged_away(merged_away):
    answers = [
        policies.may_revise_body(by, merged_away).reason for by in (somebody("ren"), officer())
    ]

    assert answers == [MERGED, MERGED]


def test_a_body_is_renamed_from_today_on(minato):
    assert policies.may_rename_body(somebody("ren"), minato, TODAY) == YES


def test_a_stranger_renames_nothing(minato):
    assert policies.may_rename_body(somebody("akari"), minato, TODAY).reason == ACTING_ONLY


def test_a_body_without_a_known_beginning_is_renamed_on_any_past_day():
    waiting = examples.waiting()

    told = policies.may_rename_body(somebody("hana"), waiting, datetime.date(1990, 1, 1))

    assert told == YES


@pytest.mark.parametrize("by", [lambda: IMPORTER, lambda: CLOCKWORK, officer, administrator])
def test_bodies_of_open_data_come_from_the_importer_the_clock_and_keepers(by):
    assert policies.may_register_foreign_body(by()) == YES


def test_a_guest_brings_no_bodies_of_open_data():
    assert policies.may_register_foreign_body(GUEST).reason == (
        "公開データの団体は担当職員が取り込みます。"
    )


@pytest.mark.parametrize("by", [officer, administrator, lambda: CLOCKWORK])
def test_keepers_and_the_clock_verify(by):
    assert policies.may_verify(by(), examples.waiting()) == YES


def test_an_auditor_verifies_nothing():
    assert policies.may_verify(auditor(), examples.waiting()).reason == "確認は担当職員が行います。"


def test_a_body_that_was_merged_while_it_waited_is_not_verified(minato):
    waiting = examples.waiting()
    actions.merge(by=officer(), absorbed=waiting, survivor=minato, reason="同じ団体でした")
    waiting.refresh_from_db()

    assert policies.may_verify(officer(), waiting).reason == (
        "この団体は特定非営利活動法人みなとに統合されました。そちらで続けてください。"
    )


def test_a_suspended_body_is_not_verified_again(stopped):
    assert policies.may_verify(officer(), stopped).reason == (
        "いまは「停止中」のため、この操作はできません。"
    )


def test_a_verified_body_is_suspended_for_a_reason(minato):
    assert policies.may_suspend(officer(), minato, "確認中") == YES


@pytest.mark.parametrize("reason", ["", " ", "\u3000\n"])
def test_an_empty_reason_suspends_nothing(minato, reason):
    assert policies.may_suspend(officer(), minato, reason).reason == "停止の理由を書いてください。"


def test_a_body_that_waits_is_not_suspended():
    assert policies.may_suspend(officer(), examples.waiting(), "確認中").reason == (
        "いまは「確認待ち」のため、この操作はできません。"
    )


def test_a_body_that_was_merged_away_is_not_suspended(merged_away):
    assert policies.may_suspend(officer(), merged_away, "確認中").reason == MERGED


def test_an_officer_lifts_a_suspension(stopped):
    assert policies.may_lift(officer(), stopped) == YES


def test_a_member_does_not_lift_the_suspension_of_the_own_body(stopped):
    assert policies.may_lift(somebody("ren"), stopped).reason == KEEPERS_ONLY


def test_a_suspended_body_may_be_merged_away(stopped):
    assert policies.may_merge(officer(), stopped, examples.company(), "同じ団体") == YES


def test_nothing_is_merged_into_what_was_merged_away(merged_away):
    told = policies.may_merge(officer(), examples.school_body(), merged_away, "同じ団体")

    assert told.reason == MERGED


def test_a_merge_is_undone_by_a_keeper_only(minato):
    merge = actions.merge(
        by=officer(), absorbed=minato, survivor=examples.company(), reason="同じ団体"
    )

    assert policies.may_unmerge(administrator(), merge) == YES
    assert policies.may_unmerge(somebody("ren"), merge).reason == KEEPERS_ONLY


@pytest.mark.parametrize("by", ["ren", "sato", "kanri"])
def test_owners_and_keepers_decide_on_members(minato, by):
    assert policies.may_manage_members(somebody(by), minato) == YES


def test_a_stranger_decides_on_no_members(minato):
    assert policies.may_manage_members(somebody("akari"), minato).reason == (
        "所属する方を決めるのは代表管理者です。"
    )


def test_members_of_a_suspended_body_stay_as_they_are(stopped):
    answers = [
        policies.may_manage_members(by, stopped).reason for by in (somebody("ren"), officer())
    ]

    assert answers == [STOPPED, STOPPED]


def test_an_owner_invites_a_stranger(minato):
    assert policies.may_invite(somebody("ren"), minato, "akari@example.jp") == YES


@pytest.mark.parametrize("email", ["akari@example.jp", " AKARI@example.jp "])
def test_who_was_invited_is_not_invited_again_however_it_is_typed(minato, email):
    invited(minato)

    assert policies.may_invite(somebody("ren"), minato, email).reason == (
        "この方はすでに招待されているか、所属しています。"
    )


def test_a_member_of_a_merged_body_is_known_to_the_body_it_became(minato):
    actions.merge(by=officer(), absorbed=examples.school_body(), survivor=minato, reason="同じ団体")

    told = policies.may_invite(somebody("ren"), minato, "akari@example.jp").reason

    assert told == "この方はすでに招待されているか、所属しています。"


def test_the_invited_person_may_accept(minato):
    assert policies.may_accept_invitation(somebody("akari"), invited(minato)) == YES


def test_a_guest_accepts_nothing(minato):
    assert policies.may_accept_invitation(GUEST, invited(minato)).reason == (
        "招待されたメールアドレスでログインしてください。"
    )


def test_a_withdrawn_invitation_is_not_accepted(minato):
    membership = actions.leave(by=somebody("ren"), membership=invited(minato))

    assert policies.may_accept_invitation(somebody("akari"), membership).reason == (
        "この招待は、もう使えません。"
    )


def test_who_belongs_already_does_not_accept_by_another_address(minato):
    akari = somebody("akari")
    examples.member(minato, akari)
    akari.emailaddress_set.create(email="second@example.jp", verified=True)
    second = actions.invite(
        by=somebody("ren"), body=minato, name="あかり", email="second@example.jp", role="viewer"
    )

    assert policies.may_accept_invitation(akari, second).reason == (
        "この団体には、すでに所属しているか、ほかの招待があります。"
    )


@pytest.mark.parametrize("role", ["owner", "editor", "viewer", "signatory"])
def test_an_owner_gives_a_member_any_role(minato, role):
    member = examples.member(minato, somebody("akari"))

    assert policies.may_change_role(somebody("ren"), member, role) == YES


def test_a_member_does_not_change_the_own_role(minato):
    member = examples.member(minato, somebody("akari"))

    assert policies.may_change_role(somebody("akari"), member, "owner").reason == (
        "所属する方を決めるのは代表管理者です。"
    )


def test_the_last_owner_keeps_the_role_even_for_an_officer(minato):
    assert policies.may_change_role(officer(), own(minato), "viewer").reason == NO_OWNER


def test_an_owner_who_stays_owner_is_no_loss(minato):
    assert policies.may_change_role(somebody("ren"), own(minato), "owner") == YES


def test_an_invited_owner_does_not_count_as_one_who_stays(minato):
    invited(minato, role="owner")

    assert policies.may_leave(somebody("ren"), own(minato)).reason == NO_OWNER


def test_a_second_owner_lets_the_first_go(minato):
    examples.member(minato, somebody("akari"), "owner")

    assert policies.may_leave(somebody("ren"), own(minato)) == YES


def test_a_member_leaves_even_a_suspended_body(minato):
    member = examples.member(minato, somebody("akari"))
    actions.suspend(by=officer(), body=minato, reason="確認中")
    member.refresh_from_db()

    assert policies.may_leave(somebody("akari"), member) == YES
    assert policies.may_leave(somebody("ren"), member).reason == STOPPED


def test_a_stranger_lets_nobody_go(minato):
    assert policies.may_leave(somebody("akari"), own(minato)).reason == (
        "所属する方を決めるのは代表管理者です。"
    )


def test_one_does_not_leave_twice(minato):
    member = examples.member(minato, somebody("akari"))
    member = actions.leave(by=somebody("akari"), membership=member)

    assert policies.may_leave(somebody("akari"), member).reason == GONE


def test_the_owner_of_the_survivor_lets_a_member_go_who_came_by_a_merge(minato):
    school = examples.school_body()
    member = examples.member(school, somebody("machi"))
    actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")
    member.refresh_from_db()

    assert policies.may_leave(somebody("ren"), member) == YES
    assert policies.may_change_role(somebody("ren"), member, "viewer") == YES


def test_the_owner_of_a_merged_body_may_leave_because_the_survivor_has_one(minato):
    school = examples.school_body()
    actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")

    assert policies.may_leave(somebody("akari"), own(school, "akari")) == YES


@pytest.mark.parametrize("by", [lambda: somebody("akari"), lambda: IMPORTER, lambda: CLOCKWORK])
def test_people_and_the_importer_make_persons_known(by):
    assert policies.may_know_person(by()) == YES


def test_payments_make_no_persons_known():
    assert policies.may_know_person(PAYMENTS).reason == "登録にはログインが必要です。"


def test_branches_are_added_by_those_who_revise(minato):
    assert policies.may_add_branch(somebody("ren"), minato) == YES
    assert policies.may_add_branch(somebody("akari"), minato).reason == ACTING_ONLY


@pytest.mark.parametrize("by", [officer, administrator, auditor, lambda: somebody("ren")])
def test_members_are_seen_by_members_keepers_and_auditors(minato, by):
    assert policies.may_see_members(by(), minato) == YES


@pytest.mark.parametrize("by", [chair, lambda: somebody("akari"), lambda: GUEST])
def test_members_are_not_seen_by_others(minato, by):
    assert policies.may_see_members(by(), minato).reason == "所属する方だけが見られます。"


def test_a_second_body_may_have_no_number_at_all(minato):
    Body.objects.filter(pk=minato.pk).update(corporate_number="")

    assert policies.may_register_body(somebody("akari"), "") == YES


def test_a_right_number_that_nobody_has_is_free(minato):
    assert policies.may_revise_body(somebody("ren"), minato, completed("010001000099")) == YES
