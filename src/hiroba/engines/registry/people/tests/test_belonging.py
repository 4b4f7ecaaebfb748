"""Who belongs to which body on which day, and as what."""

import datetime

import pytest

from hiroba.engines.registry.people import actions, belonging, examples, queries
from hiroba.engines.registry.people.belonging import Recipient
from hiroba.engines.registry.people.models import Membership, Person
from hiroba.engines.registry.places.tests.support import refused
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.actors import GUEST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = datetime.date(2023, 11, 1)


@pytest.fixture
def minato():
    return examples.minato()


def invited(body, email, role="viewer", name="招かれた方"):
    return actions.invite(by=somebody("ren"), body=body, name=name, email=email, role=role)


def names(memberships):
    return [(one.person.name, one.role) for one in memberships]


def merged(absorbed, survivor):
    actions.merge(by=officer(), absorbed=absorbed, survivor=survivor, reason="同じ団体")
    absorbed.refresh_from_db()
    return absorbed


def test_a_membership_begins_on_the_day_it_is_accepted(minato):
    with clock.at("2023-11-02 10:00"):
        membership = invited(minato, "akari@example.jp")
    with clock.at("2023-11-05 10:00"):
        membership = actions.accept_invitation(by=somebody("akari"), membership=membership)

    days = []
    for day in ("2023-11-02", "2023-11-04", "2023-11-05", "2024-11-05"):
        with clock.at(f"{day} 12:00"):
            days.append(belonging.holds_role(somebody("akari"), minato, "viewer"))
    assert days == [False, False, True, True]
    assert membership.since == datetime.date(2023, 11, 5)


def test_a_membership_ends_on_the_day_somebody_leaves(minato):
    member = examples.member(minato, somebody("akari"))

    with clock.at("2023-12-24 23:59"):
        actions.leave(by=somebody("akari"), membership=member)
        on_the_day = belonging.holds_role(somebody("akari"), minato)
    with clock.at("2023-12-23 10:00"):
        before = belonging.holds_role(somebody("akari"), minato)

    assert (before, on_the_day) == (True, False)


def test_a_new_role_counts_at_once_and_the_old_one_no_more(minato):
    member = examples.member(minato, somebody("akari"), "signatory")

    actions.change_role(by=somebody("ren"), membership=member, role="viewer")

    held = [
        belonging.holds_role(somebody("akari"), minato, role) for role in ("signatory", "viewer")
    ]
    assert held == [False, True]


def test_who_left_comes_back_with_a_new_membership(minato):
    first = examples.member(minato, somebody("akari"))
    actions.leave(by=somebody("akari"), membership=first)

    second = examples.member(minato, somebody("akari"), "viewer")

    kept = Membership.objects.filter(person__account=somebody("akari")).order_by("pk")
    assert [(one.ref, one.role, one.until) for one in kept] == [
        (first.ref, "editor", TODAY),
        (second.ref, "viewer", None),
    ]


@pytest.mark.parametrize("by", [lambda: GUEST, lambda: somebody("machi"), officer])
def test_strangers_hold_no_role(minato, by):
    assert not belonging.holds_role(by(), minato)


def test_members_stand_in_the_order_they_came_and_invited_people_last(minato):
    invited(minato, "new@example.jp", name="新しい方")
    with clock.at("2023-12-01 10:00"):
        examples.member(minato, somebody("akari"), "viewer")
        told = names(queries.members_of(minato))

    assert told == [
        ("鈴木 蓮(見本)", "owner"),
        ("中村 あかり(見本)", "viewer"),
        ("新しい方", "viewer"),
    ]


def test_members_of_the_body_that_was_merged_away_are_members_too(minato):
    school = merged(examples.school_body(), minato)

    assert len(queries.members_of(minato)) == 2
    assert names(queries.members_of(school)) == [("中村 あかり(見本)", "owner")]


def test_asking_for_members_costs_one_question(minato, django_assert_num_queries):
    examples.member(minato, somebody("akari"))
    examples.member(minato, somebody("machi"))

    with django_assert_num_queries(1):
        told = [(one.person.address, one.body.name_ja) for one in queries.members_of(minato)]

    assert len(told) == 3


def test_letters_reach_each_address_once(minato):
    school = merged(examples.school_body(), minato)
    examples.member(minato, somebody("machi"), "signatory")
    assert school.merged_into == minato

    told = queries.members_to_write_to(minato)

    assert sorted(one.email for one in told) == [
        "akari@example.jp",
        "machi@example.jp",
        "ren@example.jp",
    ]
    assert {one.language for one in told} == {"ja"}


def test_a_body_without_members_and_address_reaches_nobody():
    body = actions.enter_body(by=officer(), name_ja="空の会", personality="npo")

    assert queries.members_to_write_to(body) == []


def test_a_body_without_members_is_reached_at_its_own_address_in_japanese():
    body = actions.enter_body(
        by=officer(), name_ja="空の会", personality="npo", email="sora@example.jp"
    )

    assert queries.members_to_write_to(body) == [Recipient("sora@example.jp", "ja")]


def test_an_invitation_waits_for_its_person_only(minato):
    membership = invited(minato, "akari@example.jp")

    waiting = [list(queries.invitations_of(somebody(one))) for one in ("akari", "machi", "ren")]

    assert waiting == [[membership], [], []]


@pytest.mark.parametrize("typed", ["New@Example.jp", " new@example.jp "])
def test_an_invitation_finds_its_person_however_the_address_is_typed(minato, typed):
    membership = invited(minato, typed)

    newcomer = somebody("new", name="新しい方")

    assert list(queries.invitations_of(newcomer)) == [membership]
    accepted = actions.accept_invitation(by=newcomer, membership=membership)
    assert accepted.person.account == newcomer


def test_an_invitation_to_a_second_address_is_found_when_it_is_proven(minato):
    akari = somebody("akari")
    membership = invited(minato, "second@example.jp")
    before = list(queries.invitations_of(akari))

    akari.emailaddress_set.create(email="second@example.jp", verified=True)

    assert (before, list(queries.invitations_of(akari))) == ([], [membership])
    assert actions.accept_invitation(by=akari, membership=membership).person.account == akari


def test_who_is_invited_by_a_second_address_stays_one_person(minato):
    akari = somebody("akari")
    known = examples.person(akari)
    akari.emailaddress_set.create(email="second@example.jp", verified=True)

    accepted = actions.accept_invitation(by=akari, membership=invited(minato, "second@example.jp"))

    assert accepted.person == known


def test_two_invitations_by_two_addresses_end_in_one_membership(minato):
    akari = somebody("akari")
    akari.emailaddress_set.create(email="second@example.jp", verified=True)
    first, second = invited(minato, "akari@example.jp"), invited(minato, "second@example.jp")
    actions.accept_invitation(by=akari, membership=first)

    told = refused(actions.accept_invitation, by=akari, membership=second)

    assert told == "この団体には、すでに所属しているか、ほかの招待があります。"
    assert list(queries.bodies_of(akari)) == [minato]


def test_a_withdrawn_invitation_waits_no_more(minato):
    membership = invited(minato, "akari@example.jp")

    actions.leave(by=somebody("ren"), membership=membership)

    assert list(queries.invitations_of(somebody("akari"))) == []


def test_the_invited_person_declines(minato):
    membership = invited(minato, "akari@example.jp")
    examples.person(somebody("akari"))
    membership.person = queries.person_of(somebody("akari"))
    membership.save(update_fields=["person"])

    actions.leave(by=somebody("akari"), membership=membership)

    assert names(queries.members_of(minato)) == [("鈴木 蓮(見本)", "owner")]


def test_memberships_are_managed_by_owners(minato):
    examples.member(minato, somebody("akari"), "editor")

    counts = [
        belonging.memberships_managed_by(somebody(one), minato).count()
        for one in ("ren", "akari", "machi")
    ]

    assert counts == [2, 0, 0]


@pytest.mark.parametrize("keeper", [officer, administrator])
def test_keepers_see_every_membership(minato, keeper):
    examples.company()

    assert belonging.memberships_seen_by(keeper()).count() == 2


def test_members_see_memberships_of_all_that_became_one_body(minato):
    merged(examples.school_body(), minato)
    examples.company()

    seen = [
        {one.person.name for one in belonging.memberships_seen_by(somebody(handle))}
        for handle in ("ren", "akari")
    ]

    both = {"鈴木 蓮(見本)", "中村 あかり(見本)"}
    assert seen == [both, both]


def test_auditors_see_memberships_of_their_own_bodies_only(minato):
    assert list(belonging.memberships_seen_by(auditor())) == []


def test_who_was_known_by_address_is_recognised_with_the_account():
    known = actions.know_person(by=officer(), name="新しい方", email="New@Example.jp")

    newcomer = somebody("new", name="別の書き方")

    assert actions.introduce(by=newcomer) == known
    assert Person.objects.get(account=newcomer).name == "新しい方"


def test_an_address_that_is_not_proven_recognises_nobody():
    actions.know_person(by=officer(), name="新しい方", email="new@example.jp")
    newcomer = somebody("new")
    newcomer.emailaddress_set.update(verified=False)

    person = actions.introduce(by=newcomer)

    assert (Person.objects.count(), person.account) == (2, newcomer)


def test_the_oldest_of_two_strangers_is_recognised():
    first, _second = (
        actions.know_person(by=officer(), name=name, email="new@example.jp") for name in "一二"
    )

    assert queries.stranger_with(somebody("new")) == first


def test_a_person_is_found_by_address_the_one_with_an_account_first():
    stranger = actions.know_person(by=officer(), name="蓮", email="REN@example.jp")
    before = queries.person_by_email("ren@example.jp")
    ren = Person.objects.create(
        ref="P-REN", name="蓮", email="x@example.jp", account=somebody("ren")
    )

    assert (before, queries.person_by_email(" Ren@example.jp ")) == (stranger, ren)
    assert queries.person_by_email("nobody@example.jp") is None
    assert queries.person_by_email(" ") is None


def test_a_person_without_an_account_reads_japanese_letters_at_the_known_address():
    person = actions.know_person(by=officer(), name="だれか", email="x@example.jp")

    assert (person.address, person.language) == ("x@example.jp", "ja")


def test_the_accounts_address_and_language_are_the_persons():
    person = examples.person(somebody("peter", name="Peter", language="en"))

    assert (person.address, person.language) == ("peter@example.jp", "en")


@pytest.mark.parametrize(
    ("proven", "asked", "answer"),
    [
        (True, "akari@example.jp", True),
        (True, " AKARI@example.jp", True),
        (True, "machi@example.jp", False),
        (False, "akari@example.jp", False),
        (True, "", False),
    ],
)
def test_an_address_is_somebodys_when_it_is_proven(proven, asked, answer):
    akari = somebody("akari")
    akari.emailaddress_set.update(verified=proven)

    assert belonging.has_address(akari, asked) == answer
