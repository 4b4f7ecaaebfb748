"""What waits, and for whom."""

import pytest

from hiroba.engines.registry.people import examples as people
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import (
    administrator,
    approver,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.letters.actions import send
from hiroba.foundation.letters.queries import letters_to
from hiroba.programmes.cooperation.proposals import examples as proposals

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"


def dead_letters(count):
    for number in range(count):
        send(
            "accounts/login_code",
            to=f"ren{number}@example.jp",
            about="x",
            name="",
            code="",
            link="",
        )
    for number in range(count):
        letters_to(f"ren{number}@example.jp").update(state="dead")


def test_the_desk_is_for_those_who_have_a_role(client):
    client.force_login(somebody("akari"), backend=BACKEND)

    answer = client.get("/workbench/")

    assert answer.status_code == 403
    assert "担当の職員のためのものです" in answer.content.decode()


def test_an_empty_desk_says_so(client):
    client.force_login(officer(), backend=BACKEND)

    answer = client.get("/workbench/")

    assert (answer.context["piles"], answer.status_code) == ([], 200)


def test_officers_see_proposals_and_bodies_that_wait(client):
    with clock.at("2023-09-15 10:00"):
        proposal = proposals.submitted()
        body = people.waiting()
    client.force_login(officer(), backend=BACKEND)

    piles = client.get("/workbench/").context["piles"]

    assert [(pile.code, [thing.title for thing in pile.things]) for pile in piles] == [
        ("check", [proposal.submission.title]),
        ("verify", [body.name_ja]),
    ]


def test_each_reviewer_sees_what_is_still_owed_and_whether_it_is_late(client):
    with clock.at("2023-09-15 10:00"):
        _, (first, second) = proposals.under_review()
        proposals.read(first)

    with clock.at("2024-09-15 10:00"):
        piles = {}
        for reviewer in reviewers():
            client.force_login(reviewer, backend=BACKEND)
            piles[reviewer.pk] = client.get("/workbench/").context["piles"]

    [pile] = piles[second.reviewer.pk]
    assert piles[first.reviewer.pk] == []
    assert (pile.code, [thing.is_late for thing in pile.things]) == ("read", [True])


def test_a_decision_goes_from_the_chair_to_another_person_and_to_the_office(client):
    with clock.at("2023-09-15 10:00"):
        proposal, assignments = proposals.under_review()
        for assignment in assignments:
            proposals.read(assignment)

        def seen_by(user):
            client.force_login(user, backend=BACKEND)
            return [pile.code for pile in client.get("/workbench/").context["piles"]]

        before = (seen_by(chair()), seen_by(approver()))
        proposals.proposed(proposal)
        after = (seen_by(chair()), seen_by(approver()))

    assert (before, after) == ((["decide"], []), ([], ["approve"]))


def test_administrators_see_letters_that_did_not_arrive(client):
    dead_letters(1)
    client.force_login(administrator(), backend=BACKEND)

    [pile] = client.get("/workbench/").context["piles"]

    assert (pile.code, pile.count, pile.things[0].hint) == ("letters", 1, "ren0@example.jp")


def test_a_fuller_desk_asks_no_more(client, django_assert_max_num_queries):
    client.force_login(administrator(), backend=BACKEND)
    dead_letters(3)

    with django_assert_max_num_queries(12):
        [pile] = client.get("/workbench/").context["piles"]

    assert pile.count == 3
