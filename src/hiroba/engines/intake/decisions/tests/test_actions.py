"""One proposes, another approves, a third tells; the database wants two people too."""

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.intake.decisions import actions, policies, queries
from hiroba.engines.intake.decisions.examples import REASONS, approved, proposed
from hiroba.engines.intake.decisions.models import Decision
from hiroba.engines.intake.review.examples import asked, read, read_by_two
from hiroba.engines.intake.submissions.examples import under_review
from hiroba.engines.registry.people.examples import member, minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import approver, auditor, chair, officer, somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.journal.models import Record

pytestmark = pytest.mark.django_db

PROGRAMME = "cooperation"


@pytest.fixture(autouse=True)
def in_autumn_2023():
    with clock.at("2023-04-10 10:00"):
        minato()
    with clock.at("2023-09-20 10:00"):
        yield


@pytest.mark.parametrize(
    ("outcome", "state"), [("select", "selected"), ("reserve", "reserved"), ("decline", "declined")]
)
def test_what_is_released_is_carried_out_once(outcome, state):
    decision = approved(outcome)

    first = actions.release(by=officer(), decision=decision)
    second = actions.release(by=officer(), decision=decision)

    assert (first.submission.state, second.state) == (state, "released")
    assert Record.objects.filter(verb="decisions.release").count() == 1
    assert queries.released_for(first.submission) == first


def test_the_database_refuses_that_one_person_does_both():
    decision = proposed()

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(
            state="approved", approved_by=chair(), approved_at=clock.now()
        )


def test_a_revoked_proposal_makes_room_for_another():
    decision = proposed()

    actions.revoke(by=approver(), decision=decision, why="もう一度話し合う")
    again = proposed(decision.submission, "decline")

    assert queries.under_way(decision.submission) == again


def test_each_sees_what_waits_for_them():
    decision = proposed()

    assert list(queries.decisions_to_approve(approver(), PROGRAMME)) == [decision]
    assert list(queries.decisions_to_approve(chair(), PROGRAMME)) == []
    assert list(queries.decisions_seen_by(auditor(), PROGRAMME)) == [decision]
    assert list(queries.decisions_seen_by(somebody("ren"), PROGRAMME)) == []
    assert list(queries.decisions_to_release(officer(), PROGRAMME)) == []


def why_not(policy, *args):
    return getattr(policies, f"may_{policy}")(*args).reason


def test_to_propose():
    submission = read_by_two()

    def ask(by, outcome="select", **change):
        said = {**REASONS, **change}
        return policies.may_propose(
            by, submission, outcome, said["reason_internal"], said["reason_applicant"]
        ).reason

    assert ask(chair()) == ""
    assert "審査委員長" in ask(officer())
    assert "どれか" in ask(chair(), "dance")
    assert "内部向け" in ask(chair(), reason_internal=" ")
    assert "団体へ伝える" in ask(chair(), reason_applicant="")
    proposed(submission)
    assert ask(chair()) == "採否の案がもう出ています。"


def test_nothing_is_proposed_before_everybody_has_read():
    first, _second = asked(under_review())
    read(first, 5, 5)

    assert why_not("decide", chair(), first.submission) == "審査員の採点がまだそろっていません。"


def test_a_chair_who_belongs_to_the_body_stays_out():
    submission = read_by_two()
    member(minato(), chair())

    assert "利害関係" in why_not("decide", chair(), submission)


def test_to_approve():
    decision = proposed()
    both = somebody("kimura")
    grant(by=CLOCKWORK, user=both, role="approver", scope="programme:cooperation")

    assert why_not("approve", approver(), decision) == ""
    assert "承認者の役割" in why_not("approve", officer(), decision)
    assert "別の方が承認" in why_not("approve", somebody("kimura"), decision)


def test_to_release():
    assert "承認待ち" in why_not("release", officer(), proposed())
    decision = approved()
    assert why_not("release", officer(), decision) == ""
    assert "担当の職員" in why_not("release", approver(), decision)


def test_to_revoke():
    decision = proposed()

    assert why_not("revoke", chair(), decision) == ""
    assert "審査委員長か承認者" in why_not("revoke", officer(), decision)
