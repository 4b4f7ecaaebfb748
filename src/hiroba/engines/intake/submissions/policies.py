"""Who may send in, send back and decide, until when, and what must be complete."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.forms import policies as forms
from hiroba.engines.intake.calls import policies as calls
from hiroba.engines.intake.calls.queries import rules_in_force
from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.intake.submissions.states import SUBMISSION, SubmissionState
from hiroba.engines.registry.people import policies as people
from hiroba.engines.registry.people.belonging import holds_role
from hiroba.engines.registry.people.queries import standing_for
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import Actor
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.engines.forms.edits import Edit
    from hiroba.engines.intake.calls.models import Track
    from hiroba.engines.registry.people.models import Body

MOST_REASON = 4000


def may_start(by: Actor, track: "Track", body: "Body", moment: datetime) -> Verdict:
    """Somebody who acts for a body that meets every rule may begin while the track is open."""
    return all_of(
        people.may_act_for(by, body),
        calls.may_answer(track, moment),
        calls.may_take_part(body, track, rules_in_force(track)),
    )


def may_write(by: Actor, submission: Submission, edits: "tuple[Edit, ...]") -> Verdict:
    """A draft is written by its body, as long as it likes; the deadline is asked at submission."""
    writable = submission.state in SUBMISSION.moves["submit"].sources
    return all_of(
        people.may_act_for(by, standing_for(submission.body)),
        unless(writable, _("提出した後は書きかえられません。")),
        forms.may_write(by, submission.document, edits),
    )


def may_submit(by: Actor, submission: Submission, arrived_at: datetime) -> Verdict:
    """In time by the arrival of the request, complete, and from a body that meets every rule."""
    return all_of(
        people.may_act_for(by, standing_for(submission.body)),
        SUBMISSION.allows("submit", submission.state),
        _in_time(submission, arrived_at),
        calls.may_take_part(standing_for(submission.body), submission.track, submission.rules),
        forms.may_seal(by, submission.document),
    )


def may_take_back(by: Actor, submission: Submission) -> Verdict:
    """Before the deadline, and before the office has opened it, the body may go on writing."""
    return all_of(
        people.may_act_for(by, standing_for(submission.body)),
        SUBMISSION.allows("take_back", submission.state),
        unless(submission.track.open(), _("締切を過ぎたため、提出を取り消せません。")),
    )


def may_withdraw(by: Actor, submission: Submission) -> Verdict:
    """The body may withdraw until a decision has been released."""
    return all_of(
        people.may_act_for(by, standing_for(submission.body)),
        SUBMISSION.allows("withdraw", submission.state),
    )


def may_send_back(by: Actor, submission: Submission, because: str, correct_by: datetime) -> Verdict:
    """An officer sends back with a reason and a day by which it is to be corrected."""
    return all_of(
        _handles(by, submission, Role.OFFICER),
        SUBMISSION.allows("send_back", submission.state),
        unless(because.strip(), _("直してほしいところを書いてください。")),
        unless(
            len(because) <= MOST_REASON,
            _("%(n)s字までで書いてください。") % {"n": f"{MOST_REASON:,}"},
        ),
        unless(correct_by > clock.now(), _("修正の期限は、今より後にしてください。")),
    )


def may_check(by: Actor, submission: Submission) -> Verdict:
    """Whether this officer may check this submission now."""
    return all_of(
        _handles(by, submission, Role.OFFICER), SUBMISSION.allows("open_review", submission.state)
    )


def may_open_review(by: Actor, submission: Submission) -> Verdict:
    """An officer who has checked the submission opens its review."""
    return may_check(by, submission)


def may_find_ineligible(by: Actor, submission: Submission) -> Verdict:
    """An officer finds that it may not take part, or that it was never corrected."""
    waits = submission.state == SubmissionState.RETURNED and _may_still_arrive(submission)
    return all_of(
        _handles(by, submission, Role.OFFICER),
        SUBMISSION.allows("find_ineligible", submission.state),
        unless(not waits, _("修正の期限までは、団体の修正を待ちます。")),
    )


def may_select(by: Actor, submission: Submission) -> Verdict:
    """The result is carried out by whoever may release decisions."""
    return _may_carry_out(by, submission, "select")


def may_reserve(by: Actor, submission: Submission) -> Verdict:
    """The result is carried out by whoever may release decisions."""
    return _may_carry_out(by, submission, "reserve")


def may_decline(by: Actor, submission: Submission) -> Verdict:
    """The result is carried out by whoever may release decisions."""
    return _may_carry_out(by, submission, "decline")


def _may_carry_out(by: Actor, submission: Submission, verb: str) -> Verdict:
    return all_of(
        _handles(by, submission, Role.OFFICER, Role.APPROVER),
        SUBMISSION.allows(verb, submission.state),
    )


def _handles(by: Actor, submission: Submission, *roles: Role) -> Verdict:
    """The office acts on others' submissions, never on those of one's own body."""
    return all_of(
        unless(
            by.holds(*roles, programme=submission.track.call.programme),
            _("この操作は担当の職員が行います。"),
        ),
        unless(
            not holds_role(by, standing_for(submission.body)),
            _("ご自分の団体の応募には、職員として関われません。"),
        ),
    )


def _may_still_arrive(submission: Submission) -> bool:
    return bool(_in_time(submission, clock.now()))


def _in_time(submission: Submission, arrived_at: datetime) -> Verdict:
    """A correction may arrive until its own deadline, and as long as the track is open anyway."""
    in_window = calls.may_answer(submission.track, arrived_at)
    if submission.state == SubmissionState.RETURNED and submission.correct_by and not in_window:
        until = submission.correct_by.astimezone(clock.JAPAN).strftime("%Y-%m-%d %H:%M")
        return unless(
            arrived_at < submission.correct_by,
            _("修正の期限(%(at)s)を過ぎました。書いた内容は残っています。") % {"at": until},
        )
    return in_window
