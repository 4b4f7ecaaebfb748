"""Everything that is written about decisions."""

from typing import TYPE_CHECKING

from hiroba.engines.intake.decisions import policies
from hiroba.engines.intake.decisions.models import Decision
from hiroba.engines.intake.decisions.states import DECISION, DecisionState, Outcome
from hiroba.engines.intake.submissions import actions as submissions
from hiroba.engines.intake.submissions.queries import held
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.intake.submissions.models import Submission
    from hiroba.foundation.accounts.models import User

CARRIED_OUT_BY = {
    Outcome.SELECT: submissions.select,
    Outcome.RESERVE: submissions.reserve,
    Outcome.DECLINE: submissions.decline,
}


@action
def propose(
    *,
    by: "User",
    submission: "Submission",
    outcome: str,
    reason_internal: str,
    reason_applicant: str,
) -> Decision:
    """The chair's proposal waits for a second person."""
    submission = held(submission)
    require(policies.may_propose(by, submission, outcome, reason_internal, reason_applicant))

    decision = Decision.objects.create(
        ref=new_ref("E"),
        submission=submission,
        outcome=outcome,
        reason_internal=reason_internal,
        reason_applicant=reason_applicant,
        proposed_by=by,
        proposed_at=clock.now(),
    )

    note(by, "decisions.propose", submission, outcome=outcome)
    return decision


@action
def approve(*, by: "User", decision: Decision) -> Decision:
    """A second person agrees; it can be told."""
    decision = _locked(decision)
    require(policies.may_approve(by, decision))

    DECISION.move(decision, "approve")
    decision.approved_by, decision.approved_at = by, clock.now()
    decision.save(update_fields=["state", "approved_by", "approved_at"])

    note(by, "decisions.approve", decision.submission, outcome=decision.outcome)
    return decision


@action
def release(*, by: "User", decision: Decision) -> Decision:
    """The submission is what was decided; released twice is released once."""
    decision = _locked(decision)
    if decision.state == DecisionState.RELEASED:
        require(policies.may_hear_of(by, decision))
        return decision
    require(policies.may_release(by, decision))

    DECISION.move(decision, "release")
    decision.released_by, decision.released_at = by, clock.now()
    decision.save(update_fields=["state", "released_by", "released_at"])
    carry_out = CARRIED_OUT_BY[Outcome(decision.outcome)]
    decision.submission = carry_out(by=by, submission=decision.submission)

    note(by, "decisions.release", decision.submission, outcome=decision.outcome)
    return decision


@action
def revoke(*, by: "User", decision: Decision, why: str) -> Decision:
    """The proposal is off the table; another one can be made."""
    decision = _locked(decision)
    require(policies.may_revoke(by, decision))

    DECISION.move(decision, "revoke")
    decision.save(update_fields=["state"])

    note(by, "decisions.revoke", decision.submission, why=why)
    return decision


def _locked(decision: Decision) -> Decision:
    return (
        Decision.objects.select_for_update(of=("self",))
        .select_related("submission__track__call", "submission__body", "proposed_by")
        .get(pk=decision.pk)
    )
