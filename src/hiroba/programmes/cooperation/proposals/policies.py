"""Who may propose, check, score, decide and tell; the engines' rules and our own."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from hiroba.engines.forms.queries import latest_version
from hiroba.engines.intake.calls import policies as calls
from hiroba.engines.intake.decisions import policies as decisions
from hiroba.engines.intake.review import policies as review
from hiroba.engines.intake.submissions import policies as submissions
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK, Actor
from hiroba.foundation.verdicts import YES, Verdict, all_of, no, unless
from hiroba.programmes.cooperation.proposals import queries

if TYPE_CHECKING:
    from hiroba.engines.forms.edits import Edit
    from hiroba.engines.intake.calls.models import Call, Track
    from hiroba.engines.intake.decisions.models import Decision
    from hiroba.engines.intake.review.models import Assignment
    from hiroba.engines.registry.people.models import Body
    from hiroba.programmes.cooperation.proposals.models import Proposal, Scheme

PROGRAMME = queries.PROGRAMME


def may_lay_out_schemes(by: Actor) -> Verdict:
    """The house itself, an officer or an administrator lays out schemes and forms."""
    known = by == CLOCKWORK or by.holds(Role.OFFICER, Role.ADMINISTRATOR)
    return unless(known, _("事業形態と様式は担当職員が用意します。"))


def may_prepare_call(by: Actor, ref: str = "") -> Verdict:
    """An officer prepares a call."""
    return calls.may_prepare(by, PROGRAMME, ref)


def may_add_track(by: Actor, call: "Call", scheme: "Scheme", opens_at: datetime) -> Verdict:
    """A scheme is opened in a call when its form stands and it has limits on that day."""
    return all_of(
        calls.may_prepare_any(by, PROGRAMME),
        unless(call.published_at is None, _("公開した公募には枠を足せません。")),
        unless(latest_version(scheme.form_code), _("この事業形態の様式がまだありません。")),
        unless(
            queries.limits_on(scheme, opens_at.astimezone(clock.JAPAN).date()),
            _("この事業形態の上限が、まだ決まっていません。"),
        ),
    )


def may_publish_call(by: Actor, call: "Call") -> Verdict:
    """An officer publishes a call that has tracks."""
    return calls.may_publish(by, call)


def may_change_track(by: Actor, track: "Track") -> Verdict:
    """Whether deadline and rules of the track can still be changed by this officer."""
    return calls.may_change(by, track)


def may_extend_track(by: Actor, track: "Track", closes_at: datetime, why: str) -> Verdict:
    """An officer moves the deadline to a later moment."""
    return calls.may_extend(by, track, closes_at, why)


def may_amend_rules(by: Actor, track: "Track", rules: dict[str, Any], why: str) -> Verdict:
    """An officer amends the rules for drafts begun from now on."""
    return calls.may_amend_rules(by, track, rules, why)


def may_start_proposal(by: Actor, track: "Track", body: "Body") -> Verdict:
    """Somebody who acts for a body that fits the track, while it is open."""
    return submissions.may_start(by, track, body, clock.now())


def may_save_answers(by: Actor, proposal: "Proposal", edits: "tuple[Edit, ...]" = ()) -> Verdict:
    """The body writes on its draft as long as it likes."""
    return submissions.may_write(by, proposal.submission, edits)


def may_submit_proposal(by: Actor, proposal: "Proposal", arrived_at: datetime) -> Verdict:
    """In time, complete, from a body that fits, and within the frame of the track."""
    return all_of(
        submissions.may_submit(by, proposal.submission, arrived_at), _within_frame(proposal)
    )


def may_take_back_proposal(by: Actor, proposal: "Proposal") -> Verdict:
    """Before the deadline the body may go on writing."""
    return submissions.may_take_back(by, proposal.submission)


def may_withdraw_proposal(by: Actor, proposal: "Proposal") -> Verdict:
    """The body may withdraw until the result is told."""
    return submissions.may_withdraw(by, proposal.submission)


def may_open_review(by: Actor, proposal: "Proposal") -> Verdict:
    """An officer has checked it and hands it to the reviewers."""
    return submissions.may_open_review(by, proposal.submission)


def may_send_back(by: Actor, proposal: "Proposal", because: str, correct_by: datetime) -> Verdict:
    """An officer asks for corrections."""
    return submissions.may_send_back(by, proposal.submission, because, correct_by)


def may_find_ineligible(by: Actor, proposal: "Proposal", because: str) -> Verdict:
    """An officer finds that it may not take part, and says why."""
    return all_of(
        may_find_any_ineligible(by, proposal),
        unless(because.strip(), _("資格がないとする理由を書いてください。")),
    )


def may_find_any_ineligible(by: Actor, proposal: "Proposal") -> Verdict:
    """Whether this officer may say so about this proposal now."""
    return submissions.may_find_ineligible(by, proposal.submission)


def may_assign_reviewers(by: Actor, proposal: "Proposal") -> Verdict:
    """An officer asks reviewers once the proposal is under review."""
    return all_of(
        calls.may_prepare_any(by, PROGRAMME),
        unless(
            proposal.submission.state == queries.STATES.UNDER_REVIEW,
            _("審査に進めると、審査員を割り当てられます。"),
        ),
    )


def may_save_review(by: Actor, assignment: "Assignment", scores: dict[str, int]) -> Verdict:
    """The reviewer who was asked notes scores until handing in."""
    return review.may_save(by, assignment, scores)


def may_submit_review(
    by: Actor, assignment: "Assignment", scores: dict[str, int], comment_panel: str
) -> Verdict:
    """The reviewer hands in complete scores with a reason."""
    return review.may_submit(by, assignment, scores, comment_panel)


def may_declare_conflict(by: Actor, assignment: "Assignment") -> Verdict:
    """A reviewer says that they stand too near."""
    return review.may_declare_conflict(by, assignment.reviewer, assignment.submission.body)


def may_propose_decision(by: Actor, proposal: "Proposal", **said: Any) -> Verdict:
    """The chair proposes what is to become of it."""
    if said:
        return decisions.may_propose(by, proposal.submission, **said)
    return decisions.may_decide(by, proposal.submission)


def may_approve_decision(by: Actor, decision: "Decision") -> Verdict:
    """A second person agrees."""
    return decisions.may_approve(by, decision)


def may_revoke_decision(by: Actor, decision: "Decision") -> Verdict:
    """Chair or approver take it back before it is told."""
    return decisions.may_revoke(by, decision)


def may_release_decision(by: Actor, decision: "Decision") -> Verdict:
    """An officer tells the body."""
    return decisions.may_release(by, decision)


def _within_frame(proposal: "Proposal") -> Verdict:
    found = queries.strains_of(proposal)
    return no(found[0].sentence) if found else YES
