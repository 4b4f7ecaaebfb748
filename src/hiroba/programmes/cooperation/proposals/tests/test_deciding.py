"""Chair, approver and officer: three people between a ranking and a letter."""

import pytest

from hiroba.foundation.accounts.examples import approver, chair, officer
from hiroba.foundation.letters.queries import letters_about
from hiroba.programmes.cooperation.proposals import examples, judging, queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

STAFF = "/staff/cooperation/"
RANKING = f"{STAFF}rankings/grassroots-2023/grassroots_support/"


def read_twice(*scores, **answers):
    proposal, assignments = examples.under_review(examples.submitted(**answers))
    for assignment in assignments:
        examples.read(assignment, *scores)
    return proposal


def test_the_ranking_shows_the_best_first_with_every_read(signed_in):
    second, first = read_twice(3, 3, 3, 3, 3), read_twice(5, 5, 5, 5, 5)

    rows = signed_in(chair()).get(RANKING).context["rows"]

    assert [(row.place, row.proposal, str(row.mean), len(row.reads)) for row in rows] == [
        (1, first, "100.00", 2),
        (2, second, "50.00", 2),
    ]


def test_what_is_not_read_by_all_has_no_place_and_no_button(signed_in):
    _proposal, assignments = examples.under_review()
    examples.read(assignments[0])

    page = signed_in(chair()).get(RANKING)

    [row] = page.context["rows"]
    assert (row.place, row.can_be_decided) == (None, False)
    assert "採否の案を出す" not in page.content.decode()


def test_from_the_chair_to_the_letter(signed_in):
    proposal = read_twice(4, 4, 4, 4, 4)
    url = f"{STAFF}proposals/{proposal.ref}/decide/"
    said = {"outcome": "select", "reason_internal": "評価が高い", "reason_applicant": "具体的です"}

    signed_in(chair()).post(url, said)
    decision = queries.decisions_seen_by(chair()).get()
    decided = f"{STAFF}decisions/{decision.ref}/"
    signed_in(approver()).post(f"{decided}approve/")
    page = signed_in(officer()).post(f"{decided}release/", follow=True).content.decode()

    assert "結果を団体へ通知しました。" in page
    assert "通知済み" in page
    assert [letter.kind for letter in letters_about(proposal.ref)][-1] == "proposals/selected"


def test_buttons_that_sleep_say_why(signed_in):
    decision = examples.proposed(read_twice())

    page = signed_in(chair()).get(f"{STAFF}decisions/{decision.ref}/").content.decode()

    assert "承認は承認者の役割を持つ方が行います。" in page
    assert "結果の通知は担当の職員が行います。" in page


def test_the_proposer_cannot_open_the_approvers_door(signed_in):
    decision = examples.proposed(read_twice())

    answer = signed_in(chair()).post(f"{STAFF}decisions/{decision.ref}/approve/")

    assert answer.status_code == 403


def test_an_approver_sends_it_back_to_the_chair(signed_in):
    proposal = read_twice()
    decision = examples.proposed(proposal)

    page = signed_in(approver()).post(
        f"{STAFF}decisions/{decision.ref}/revoke/", {"why": "もう一度"}, follow=True
    )

    assert "採否の案を取り消しました。" in page.content.decode()
    assert queries.proposals_to_decide(chair()) == [proposal]


def test_each_finds_what_waits(signed_in):
    waiting, proposal = read_twice(), read_twice()
    decision = examples.proposed(proposal)

    assert queries.proposals_to_decide(chair()) == [waiting]
    assert list(queries.decisions_to_approve(approver())) == [decision]
    judging.approve_decision(by=approver(), decision=decision)
    assert list(queries.decisions_to_release(officer())) == [decision]


def test_lists_ask_the_same_questions_for_one_and_for_three(
    signed_in, django_assert_max_num_queries
):
    browser = signed_in(chair())
    for _ in range(3):
        examples.proposed(read_twice())
        for url, most in ((RANKING, 12), (f"{STAFF}decisions/", 8), (f"{STAFF}rankings/", 8)):
            with django_assert_max_num_queries(most):
                browser.get(url)
