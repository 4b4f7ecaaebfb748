"""Who proposes, who approves, who tells: never one person alone."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.intake.decisions import queries
from hiroba.engines.intake.decisions.models import Decision
from hiroba.engines.intake.decisions.states import DECISION, Outcome
from hiroba.engines.intake.review.queries import read_enough, stands_too_near
from hiroba.engines.intake.submissions import policies as submissions
from hiroba.engines.intake.submissions.states import SUBMISSION
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import Actor
from hiroba.foundation.verdicts import Verdict, all_of, no, unless

if TYPE_CHECKING:
    from hiroba.engines.intake.submissions.models import Submission

CARRIED_OUT_IF = {
    Outcome.SELECT: submissions.may_select,
    Outcome.RESERVE: submissions.may_reserve,
    Outcome.DECLINE: submissions.may_decline,
}


def may_decide(by: Actor, submission: "Submission") -> Verdict:
    """Whether the chair may propose anything on this submission now."""
    return all_of(
        unless(
            by.holds(Role.CHAIR, programme=submission.track.call.programme),
            _("採否の案は審査委員長が出します。"),
        ),
        _unbiased(by, submission),
        SUBMISSION.allows(Outcome.DECLINE, submission.state),
        unless(read_enough(submission), _("審査員の採点がまだそろっていません。")),
        unless(queries.under_way(submission) is None, _("採否の案がもう出ています。")),
    )


def may_propose(
    by: Actor,
    submission: "Submission",
    outcome: str,
    reason_internal: str,
    reason_applicant: str,
) -> Verdict:
    """The chair proposes once the reads are in, with a reason for the file and one for the body."""
    if outcome not in Outcome.values:
        return no(_("採択・補欠・不採択のどれかを選んでください。"))
    return all_of(
        may_decide(by, submission),
        SUBMISSION.allows(outcome, submission.state),
        unless(reason_internal.strip(), _("内部向けの理由を書いてください。")),
        unless(reason_applicant.strip(), _("団体へ伝える理由を書いてください。")),
    )


def may_approve(by: Actor, decision: Decision) -> Verdict:
    """An approver who did not propose it agrees."""
    return all_of(
        _is_approver(by, decision),
        unless(
            by.account != decision.proposed_by,
            _("案を出した方とは別の方が承認します。"),
        ),
        _unbiased(by, decision.submission),
        DECISION.allows("approve", decision.state),
        SUBMISSION.allows(decision.outcome, decision.submission.state),
    )


def may_release(by: Actor, decision: Decision) -> Verdict:
    """An officer tells the body what was decided, once."""
    return all_of(
        may_hear_of(by, decision),
        DECISION.allows("release", decision.state),
        CARRIED_OUT_IF[Outcome(decision.outcome)](by, decision.submission),
    )


def may_hear_of(by: Actor, decision: Decision) -> Verdict:
    """Whoever tells the body may ask again whether it was told."""
    return unless(
        by.holds(Role.OFFICER, programme=decision.submission.track.call.programme),
        _("結果の通知は担当の職員が行います。"),
    )


def may_revoke(by: Actor, decision: Decision) -> Verdict:
    """Before it is told, a decision can be taken back by chair or approver."""
    programme = decision.submission.track.call.programme
    return all_of(
        unless(
            by.holds(Role.CHAIR, Role.APPROVER, programme=programme),
            _("取り消せるのは審査委員長か承認者です。"),
        ),
        DECISION.allows("revoke", decision.state),
    )


def _is_approver(by: Actor, decision: Decision) -> Verdict:
    return unless(
        by.holds(Role.APPROVER, programme=decision.submission.track.call.programme),
        _("承認は承認者の役割を持つ方が行います。"),
    )


def _unbiased(by: Actor, submission: "Submission") -> Verdict:
    return unless(
        by.account is not None and not stands_too_near(by.account, submission.body),
        _("この団体と利害関係があるため、採否に関われません。"),
    )
