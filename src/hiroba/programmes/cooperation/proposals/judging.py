"""Everything that is written about judging proposals: conflicts, scores, decisions, results."""

from typing import TYPE_CHECKING

from hiroba.engines.intake.decisions import actions as decisions
from hiroba.engines.intake.decisions.states import Outcome
from hiroba.engines.intake.review import actions as review
from hiroba.engines.registry.people.queries import standing_for
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require
from hiroba.programmes.cooperation.projects import actions as projects
from hiroba.programmes.cooperation.proposals import policies, queries
from hiroba.programmes.cooperation.proposals.models import Proposal
from hiroba.programmes.cooperation.proposals.telling import tell_body

if TYPE_CHECKING:
    from hiroba.engines.intake.decisions.models import Decision
    from hiroba.engines.intake.review.models import Assignment, Review
    from hiroba.foundation.accounts.models import User

LETTERS = {Outcome.SELECT: "selected", Outcome.RESERVE: "reserved", Outcome.DECLINE: "declined"}


@action
def declare_conflict(*, by: "User", assignment: "Assignment", kind: str, why: str) -> None:
    """The reviewer no longer judges this body; the officer sees that a reader is missing."""
    require(policies.may_declare_conflict(by, assignment))
    review.declare_conflict(
        by=by,
        reviewer=assignment.reviewer,
        body=assignment.submission.body,
        kind=kind,
        why=why,
    )


@action
def save_review(
    *,
    by: "User",
    assignment: "Assignment",
    scores: dict[str, int],
    comment_panel: str,
    comment_applicant: str,
) -> "Review":
    """What the reviewer has so far is kept."""
    require(policies.may_save_review(by, assignment, scores))
    return review.save(
        by=by,
        assignment=assignment,
        scores=scores,
        comment_panel=comment_panel,
        comment_applicant=comment_applicant,
    )


@action
def submit_review(
    *,
    by: "User",
    assignment: "Assignment",
    scores: dict[str, int],
    comment_panel: str,
    comment_applicant: str,
) -> "Review":
    """The review is handed in."""
    require(policies.may_submit_review(by, assignment, scores, comment_panel))
    return review.submit(
        by=by,
        assignment=assignment,
        scores=scores,
        comment_panel=comment_panel,
        comment_applicant=comment_applicant,
    )


@action
def propose_decision(
    *,
    by: "User",
    proposal: Proposal,
    outcome: str,
    reason_internal: str,
    reason_applicant: str,
) -> "Decision":
    """The chair's proposal waits for a second person."""
    said = {
        "outcome": outcome,
        "reason_internal": reason_internal,
        "reason_applicant": reason_applicant,
    }
    require(policies.may_propose_decision(by, proposal, **said))
    return decisions.propose(by=by, submission=proposal.submission, **said)


@action
def approve_decision(*, by: "User", decision: "Decision") -> "Decision":
    """A second person agrees."""
    require(policies.may_approve_decision(by, decision))
    return decisions.approve(by=by, decision=decision)


@action
def revoke_decision(*, by: "User", decision: "Decision", why: str) -> "Decision":
    """The proposal is off the table."""
    require(policies.may_revoke_decision(by, decision))
    return decisions.revoke(by=by, decision=decision, why=why)


@action
def release_decision(*, by: "User", decision: "Decision") -> "Decision":
    """The body is told; what was selected is a project from now on."""
    decision = decisions.release(by=by, decision=decision)
    proposal = queries.proposal_of(decision.submission)
    if decision.outcome == Outcome.SELECT and proposal.project is None:
        _adopt(by, proposal)

    tell_body(
        LETTERS[Outcome(decision.outcome)],
        proposal,
        once=decision.ref,
        because=decision.reason_applicant,
        project=proposal.project,
    )
    return decision


def _adopt(by: "User", proposal: Proposal) -> None:
    proposal.project = projects.adopt(
        by=by,
        title_ja=proposal.submission.title,
        title_en=proposal.title_en,
        summary_ja=proposal.summary_ja,
        scheme=proposal.scheme.code,
        body=standing_for(proposal.submission.body),
        countries=proposal.country_codes,
        prefecture_code=proposal.prefecture_code,
        planned_start=proposal.planned_start,
        planned_end=proposal.planned_end,
        yen=proposal.yen_total or 0,
        source_ref=proposal.ref,
        is_sample=proposal.submission.track.call.is_sample,
    )
    proposal.save(update_fields=["project"])
    note(by, "proposals.adopt", proposal, project=proposal.project.ref)
