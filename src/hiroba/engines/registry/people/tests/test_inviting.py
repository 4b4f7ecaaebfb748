"""People come to belong to a body, change roles, and leave; an owner always stays."""

import pytest

from hiroba.engines.registry.people import actions, belonging, examples, policies, queries
from hiroba.engines.registry.people.models import Membership
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def refused(act, **known):
    with pytest.raises(Refused) as refusal:
        act(**known)
    return refusal.value.reason


def invited(user, role="editor"):
    return actions.invite(
        by=somebody("ren"), body=examples.minato(), name=user.name, email=user.email, role=role
    )


def test_an_invited_person_belongs_once_they_agree():
    akari, minato = somebody("akari"), examples.minato()

    membership = invited(akari)
    before = bool(policies.may_act_for(akari, minato))
    actions.accept_invitation(by=akari, membership=membership)

    assert (before, bool(policies.may_act_for(akari, minato))) == (False, True)
    assert list(queries.bodies_of(akari)) == [minato]
    letter = Letter.objects.get(kind="people/invited")
    assert (letter.to, letter.subject) == (
        "akari@example.jp",
        "「特定非営利活動法人みなと」への招待",
    )


def test_somebody_without_an_account_is_invited_by_address_and_recognised_by_it():
    minato = examples.minato()
    membership = actions.invite(
        by=somebody("ren"), body=minato, name="新しい方", email="new@example.jp", role="viewer"
    )

    newcomer = somebody("new", name="新しい方")

    assert list(queries.invitations_of(newcomer)) == [membership]
    accepted = actions.accept_invitation(by=newcomer, membership=membership)
    assert accepted.person.account == newcomer
    assert list(queries.invitations_of(newcomer)) == []


def test_an_invitation_is_answered_by_the_invited_only():
    reason = refused(
        actions.accept_invitation, by=somebody("machi"), membership=invited(somebody("akari"))
    )

    assert reason == "招待されたメールアドレスでログインしてください。"


def test_an_address_that_was_not_proven_answers_no_invitation():
    akari = somebody("akari")
    membership = invited(akari)
    akari.emailaddress_set.update(verified=False)

    reason = refused(actions.accept_invitation, by=akari, membership=membership)

    assert reason == "招待されたメールアドレスでログインしてください。"


def test_an_invitation_is_answered_once():
    membership = examples.member(examples.minato(), somebody("akari"))

    reason = refused(actions.accept_invitation, by=somebody("akari"), membership=membership)

    assert reason == "この招待は、もう使えません。"


def test_nobody_is_invited_twice():
    invited(somebody("akari"))

    reason = refused(invited, user=somebody("akari"))

    assert reason == "この方はすでに招待されているか、所属しています。"


def test_editors_do_not_invite():
    akari, minato = somebody("akari"), examples.minato()
    examples.member(minato, akari)

    reason = refused(
        actions.invite, by=akari, body=minato, name="x", email="x@example.jp", role="viewer"
    )

    assert reason == "所属する方を決めるのは代表管理者です。"


def test_an_officer_may_help_with_members():
    membership = actions.invite(
        by=officer(),
        body=examples.minato(),
        name="あかり",
        email="akari@example.jp",
        role="owner",
    )

    assert membership.role == "owner"


def test_viewers_see_and_signatories_sign_but_neither_acts():
    akari, machi, minato = somebody("akari"), somebody("machi"), examples.minato()
    examples.member(minato, akari, "viewer")
    examples.member(minato, machi, "signatory")

    acts = [bool(policies.may_act_for(one, minato)) for one in (akari, machi, somebody("ren"))]
    signs = [bool(policies.may_sign_for(one, minato)) for one in (akari, machi, somebody("ren"))]

    assert acts == [False, False, True]
    assert signs == [False, True, True]
    assert policies.may_sign_for(akari, minato).reason == (
        "特定非営利活動法人みなとの署名権者だけができます。"
    )


def test_the_last_owner_neither_leaves_nor_becomes_an_editor():
    own = Membership.objects.get(body=examples.minato())
    told = "代表管理者が一人もいなくなります。先にほかの方を代表管理者にしてください。"

    reasons = [
        refused(actions.leave, by=somebody("ren"), membership=own),
        refused(actions.change_role, by=somebody("ren"), membership=own, role="editor"),
    ]

    assert reasons == [told, told]


def test_an_owner_leaves_when_another_stays():
    minato = examples.minato()
    examples.member(minato, somebody("akari"), "owner")
    own = Membership.objects.get(person__account=somebody("ren"))

    actions.leave(by=somebody("ren"), membership=own)

    assert [one.person.account for one in queries.members_of(minato)] == [somebody("akari")]
    assert not policies.may_act_for(somebody("ren"), minato)


def test_who_left_is_gone_at_once_and_may_be_invited_again():
    membership = examples.member(examples.minato(), somebody("akari"))

    actions.leave(by=somebody("ren"), membership=membership)

    assert not policies.may_act_for(somebody("akari"), examples.minato())
    assert refused(actions.leave, by=somebody("ren"), membership=membership) == (
        "この方は、もう所属していません。"
    )
    assert examples.member(examples.minato(), somebody("akari"), "viewer").role == "viewer"


def test_an_invitation_can_be_withdrawn():
    membership = invited(somebody("akari"))

    actions.leave(by=somebody("ren"), membership=membership)

    assert list(queries.invitations_of(somebody("akari"))) == []


def test_a_changed_role_holds_at_once():
    membership = examples.member(examples.minato(), somebody("akari"), "viewer")

    actions.change_role(by=somebody("ren"), membership=membership, role="editor")

    assert policies.may_act_for(somebody("akari"), examples.minato())


def test_the_role_of_somebody_who_left_is_not_changed():
    membership = examples.member(examples.minato(), somebody("akari"))
    membership = actions.leave(by=somebody("akari"), membership=membership)

    reason = refused(actions.change_role, by=somebody("ren"), membership=membership, role="viewer")

    assert reason == "この方は、もう所属していません。"


def test_letters_go_to_those_who_act_or_sign_and_else_to_the_body():
    minato = examples.minato()
    examples.member(minato, somebody("akari"), "viewer")
    examples.member(minato, somebody("machi"), "signatory")

    told = [one.email for one in queries.members_to_write_to(minato)]
    alone = actions.enter_body(
        by=officer(), name_ja="会", personality="npo", email="kai@example.jp"
    )

    assert told == ["ren@example.jp", "machi@example.jp"]
    assert [one.email for one in queries.members_to_write_to(alone)] == ["kai@example.jp"]


def test_members_are_known_to_members_and_staff():
    minato = examples.minato()

    assert policies.may_see_members(somebody("ren"), minato)
    assert policies.may_see_members(officer(), minato)
    assert policies.may_see_members(somebody("akari"), minato).reason == (
        "所属する方だけが見られます。"
    )


def test_memberships_are_seen_within_ones_own_bodies():
    minato, school = examples.minato(), examples.school_body()

    seen = [membership.body for membership in belonging.memberships_seen_by(somebody("ren"))]

    assert (minato in seen, school in seen) == (True, False)


def test_a_membership_of_yesterday_holds_no_more():
    membership = examples.member(examples.minato(), somebody("akari"))
    actions.leave(by=somebody("akari"), membership=membership)

    with clock.at("2023-12-01 10:00"):
        assert list(queries.bodies_of(somebody("akari"))) == []
