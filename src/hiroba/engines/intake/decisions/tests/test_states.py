"""Every verb of a decision from every state, and what is true afterwards."""

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.intake.decisions import actions, policies, queries
from hiroba.engines.intake.decisions.examples import REASONS, approved, proposed
from hiroba.engines.intake.decisions.models import Decision
from hiroba.engines.intake.decisions.states import DECISION, DecisionState, Outcome
from hiroba.engines.intake.review.examples import read_by_two
from hiroba.engines.intake.submissions import actions as submissions
from hiroba.engines.intake.submissions.examples import under_review
from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.registry.people.examples import member, minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import approver, chair, officer, reviewers, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused
from hiroba.tests.racing import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_autumn_2023")]

PROGRAMME = "cooperation"


def released(outcome="select"):
    return actions.release(by=officer(), decision=approved(outcome))


def revoked():
    return actions.revoke(by=chair(), decision=proposed(), why="もう一度")


IN_STATE = {"proposed": proposed, "approved": approved, "released": released, "revoked": revoked}
SAID_AGAIN = {("release", "released")}


def told_so_far():
    return Record.objects.filter(verb__startswith="decisions.").count()


def do(verb, decision):
    more = {
        "approve": {"by": approver()},
        "release": {"by": officer()},
        "revoke": {"by": chair(), "why": "もう一度"},
    }[verb]
    return getattr(actions, verb)(decision=decision, **more)


def facts(decision):
    stored = Decision.objects.get(pk=decision.pk)
    return (
        stored.state,
        stored.proposed_by_id,
        stored.proposed_at,
        stored.approved_by_id,
        stored.approved_at,
        stored.released_by_id,
        stored.released_at,
        stored.submission.state,
    )


ALLOWED = [(verb, state) for verb, move in DECISION.moves.items() for state in move.sources]
REFUSED = [
    (verb, state)
    for verb, move in DECISION.moves.items()
    for state in DecisionState.values
    if state not in move.sources and (verb, state) not in SAID_AGAIN
]


@pytest.mark.parametrize(("verb", "state"), ALLOWED)
def test_what_the_table_allows_leads_where_it_says(verb, state):
    decision = IN_STATE[state]()

    done = do(verb, decision)

    assert done.state == DECISION.moves[verb].target == facts(decision)[0]


@pytest.mark.parametrize(("verb", "state"), REFUSED)
def test_what_it_does_not_allow_is_refused_and_nothing_changes(verb, state):
    decision = IN_STATE[state]()
    before, told = facts(decision), told_so_far()

    with pytest.raises(Refused, match=f"いまは「{DecisionState(state).label}」のため"):
        do(verb, decision)

    assert facts(decision) == before
    assert told_so_far() == told


def test_three_people_and_three_moments_stand_behind_a_released_one():
    with clock.at("2023-09-21 10:00"):
        decision = proposed()
    with clock.at("2023-09-22 10:00"):
        actions.approve(by=approver(), decision=decision)
    with clock.at("2023-09-23 10:00"):
        actions.release(by=officer(), decision=decision)

    assert facts(decision) == (
        "released",
        chair().pk,
        clock.moment("2023-09-21 10:00"),
        approver().pk,
        clock.moment("2023-09-22 10:00"),
        officer().pk,
        clock.moment("2023-09-23 10:00"),
        "selected",
    )
    told = Record.objects.filter(verb__startswith="decisions.").order_by("pk")
    assert [(each.verb, each.hand, each.details) for each in told] == [
        ("decisions.propose", chair().name, {"outcome": "select"}),
        ("decisions.approve", approver().name, {"outcome": "select"}),
        ("decisions.release", officer().name, {"outcome": "select"}),
    ]
    assert {each.subject for each in told} == {decision.submission.ref}


def test_asking_again_whether_it_was_told_changes_nothing():
    decision = released()
    before, told = facts(decision), told_so_far()

    with clock.at("2023-10-01 10:00"):
        again = do("release", decision)

    assert (again, facts(decision), told_so_far()) == (decision, before, told)


@pytest.mark.parametrize("who", [chair, approver, lambda: somebody("ren")])
def test_who_may_not_tell_does_not_hear_of_it_either(who):
    decision = released()

    with pytest.raises(Refused, match="結果の通知は担当の職員が行います。"):
        actions.release(by=who(), decision=decision)


@pytest.mark.parametrize("step", ["approve", "release"])
def test_a_body_that_withdrew_meanwhile_is_neither_selected_nor_told(step):
    decision = proposed() if step == "approve" else approved()
    submissions.withdraw(by=somebody("ren"), submission=decision.submission)
    decision = Decision.objects.select_related("submission__track__call").get(pk=decision.pk)

    verdict = getattr(policies, f"may_{step}")(
        approver() if step == "approve" else officer(), decision
    )

    assert verdict.reason == "いまは「取り下げ」のため、この操作はできません。"
    with pytest.raises(Refused, match="取り下げ"):
        do(step, decision)
    assert do("revoke", decision).state == "revoked"


def test_a_reserved_one_is_decided_again_when_another_drops_out():
    decision = released("reserve")
    submission = Submission.objects.get(pk=decision.submission.pk)

    again = proposed(submission)
    actions.approve(by=approver(), decision=again)
    actions.release(by=officer(), decision=again)

    submission.refresh_from_db()
    assert submission.state == "selected"
    assert queries.released_for(submission) == again
    assert queries.latest_of([submission]) == {submission.pk: again}


def test_a_reserved_one_is_not_reserved_twice():
    submission = released("reserve").submission

    with pytest.raises(Refused, match="補欠"):
        proposed(submission, "reserve")


def test_an_officer_of_the_body_does_not_tell():
    decision = approved()
    member(minato(), officer())

    assert policies.may_release(officer(), decision).reason == (
        "ご自分の団体の応募には、職員として関われません。"
    )


def test_an_approver_of_the_body_stays_out():
    decision = proposed()
    member(minato(), approver())

    assert policies.may_approve(approver(), decision).reason == (
        "この団体と利害関係があるため、採否に関われません。"
    )


def test_a_role_that_was_taken_away_decides_nothing():
    decision = proposed()
    approver().grants.update(ended_at=clock.now())

    with pytest.raises(Refused, match="承認は承認者の役割を持つ方が行います。"):
        actions.approve(by=approver(), decision=decision)


@pytest.mark.parametrize("who", [officer, approver, lambda: reviewers()[0], lambda: GUEST])
def test_only_the_chair_proposes(who):
    verdict = policies.may_propose(
        who(), read_by_two(), "select", REASONS["reason_internal"], REASONS["reason_applicant"]
    )

    assert verdict.reason == "採否の案は審査委員長が出します。"


def test_a_chair_of_another_programme_proposes_nothing_here():
    other = somebody("yama")
    grant(by=CLOCKWORK, user=other, role="chair", scope="programme:giving")

    assert "審査委員長" in policies.may_decide(other, read_by_two()).reason


def past_the_actions(decision, **change):
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(**change)
    return str(caught.value)


@pytest.mark.parametrize("lost", ["approved_by", "approved_at"])
@pytest.mark.parametrize("state", ["approved", "released"])
def test_the_database_wants_somebody_and_a_moment_behind_an_approval(state, lost):
    told = past_the_actions(IN_STATE[state](), **{lost: None})

    assert "decision_is_approved_by_somebody_at_a_moment" in told


@pytest.mark.parametrize("lost", ["released_by", "released_at"])
def test_the_database_wants_somebody_and_a_moment_behind_a_letter(lost):
    told = past_the_actions(released(), **{lost: None})

    assert "decision_is_released_by_somebody_at_a_moment" in told


def test_the_database_refuses_a_release_without_its_moment_and_a_moment_without_release():
    assert past_the_actions(approved(), state="released")
    assert past_the_actions(
        proposed(under_review_read()), released_by=officer(), released_at=clock.now()
    )


def under_review_read():
    return read_by_two(under_review())


def test_the_database_wants_a_second_person():
    told = past_the_actions(approved(), approved_by=chair())

    assert "decision_is_approved_by_a_second_person" in told


def test_the_database_allows_one_decision_under_way():
    decision = proposed()

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            ref="E-SECOND",
            submission=decision.submission,
            outcome=Outcome.DECLINE,
            proposed_by=chair(),
            proposed_at=clock.now(),
            **REASONS,
        )


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_proposals_at_once_are_one():
    kimura, submission = chair(), read_by_two()

    brought = at_once(
        *(
            lambda outcome=outcome: actions.propose(
                by=kimura, submission=submission, outcome=outcome, **REASONS
            )
            for outcome in ("select", "decline")
        )
    )

    assert [each for each in brought if isinstance(each, str)] == ["採否の案がもう出ています。"]
    assert Decision.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_approving_and_revoking_at_once_ends_in_one_state():
    ono, kimura, decision = approver(), chair(), proposed()

    brought = at_once(
        lambda: actions.approve(by=ono, decision=decision),
        lambda: actions.revoke(by=kimura, decision=decision, why="もう一度"),
    )

    state, told = facts(decision)[0], [each for each in brought if isinstance(each, str)]
    assert (state, told) in [
        # Revoked after it was approved, or revoked before anybody could approve.
        ("revoked", []),
        ("revoked", ["いまは「取り消し」のため、この操作はできません。"]),
    ]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_told_by_three_at_once_is_told_once():
    sato, decision = officer(), approved()

    brought = at_once(*[lambda: actions.release(by=sato, decision=decision)] * 3)

    assert [each.state for each in brought] == ["released"] * 3
    assert Record.objects.filter(verb="decisions.release").count() == 1
    assert Record.objects.filter(verb="submissions.select").count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_withdrawing_and_telling_at_once_is_one_of_both():
    ren, sato, decision = somebody("ren"), officer(), approved()

    at_once(
        lambda: submissions.withdraw(by=ren, submission=decision.submission),
        lambda: actions.release(by=sato, decision=decision),
    )

    stored = facts(decision)
    assert (stored[0], stored[-1]) in [("released", "selected"), ("approved", "withdrawn")]
