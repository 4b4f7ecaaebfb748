"""Everything that is written about submissions."""

from datetime import datetime
from typing import TYPE_CHECKING

from hiroba.engines.forms import actions as forms
from hiroba.engines.intake.calls.queries import rules_in_force
from hiroba.engines.intake.submissions import policies
from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.intake.submissions.queries import held
from hiroba.engines.intake.submissions.states import SUBMISSION, SubmissionState
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.forms.actions import Written
    from hiroba.engines.forms.edits import Edit
    from hiroba.engines.intake.calls.models import Track
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User

MOST_TITLE = 200


@action
def start(
    *, by: "User", track: "Track", body: "Body", title: str, answers: dict[str, str]
) -> Submission:
    """There is a draft on the form and the rules that stand now; both stay with it."""
    require(policies.may_start(by, track, body, clock.now()))

    submission = Submission.objects.create(
        ref=new_ref("P"),
        track=track,
        rules=rules_in_force(track),
        body=body,
        owner=by,
        document=forms.start(by=by, form_version=track.form_version, answers=answers),
        title=title[:MOST_TITLE],
        started_at=clock.now(),
    )

    note(by, "submissions.start", submission, track=track.ref)
    return submission


@action
def write(
    *, by: "User", submission: Submission, edits: "tuple[Edit, ...]", title_key: str
) -> "Written":
    """What was typed is kept, and the submission carries the title that is written in it."""
    submission = held(submission)
    require(policies.may_write(by, submission, edits))

    written = forms.write(by=by, document=submission.document, edits=edits)
    title = " ".join(written.document.answers.get(title_key, "").split())[:MOST_TITLE]
    if title and title != submission.title:
        submission.title = title
        submission.save(update_fields=["title"])

    return written


@action
def submit(*, by: "User", submission: Submission, arrived_at: datetime) -> Submission:
    """Received under a number; a second click gets the same receipt."""
    submission = held(submission)
    if submission.state == SubmissionState.SUBMITTED and policies.may_withdraw(by, submission):
        return submission
    require(policies.may_submit(by, submission, arrived_at))

    again = submission.revision is not None
    revision = forms.seal(
        by=by, document=submission.document, reason="resubmit" if again else "submit"
    )
    SUBMISSION.move(submission, "submit")
    submission.revision, submission.submitted_at = revision, arrived_at
    submission.receipt_no = f"{submission.ref}-{revision.no}"
    submission.save(update_fields=["state", "revision", "submitted_at", "receipt_no"])

    note(
        by,
        "submissions.submit",
        submission,
        receipt_no=submission.receipt_no,
        sha256=revision.sha256,
    )
    return submission


@action
def take_back(*, by: "User", submission: Submission) -> Submission:
    """The submission is a draft again; its revision and the journal still tell of the receipt."""
    submission = held(submission)
    require(policies.may_take_back(by, submission))

    receipt_no = submission.receipt_no
    SUBMISSION.move(submission, "take_back")
    submission.revision = submission.submitted_at = submission.receipt_no = None
    submission.save(update_fields=["state", "revision", "submitted_at", "receipt_no"])

    note(by, "submissions.take_back", submission, receipt_no=receipt_no)
    return submission


@action
def send_back(
    *, by: "User", submission: Submission, because: str, correct_by: datetime
) -> Submission:
    """The body may correct and hand in again until the given moment."""
    submission = held(submission)
    require(policies.may_send_back(by, submission, because, correct_by))

    SUBMISSION.move(submission, "send_back")
    submission.returned_because, submission.correct_by = because, correct_by
    submission.save(update_fields=["state", "returned_because", "correct_by"])

    note(by, "submissions.send_back", submission, because=because)
    return submission


@action
def open_review(*, by: "User", submission: Submission) -> Submission:
    """Checked and complete; reviewers can be asked."""
    submission = held(submission)
    require(policies.may_open_review(by, submission))
    return _moved(by, submission, "open_review")


@action
def find_ineligible(*, by: "User", submission: Submission, because: str) -> Submission:
    """Checked, and it may not take part."""
    submission = held(submission)
    require(policies.may_find_ineligible(by, submission))
    return _moved(by, submission, "find_ineligible", because=because)


@action
def select(*, by: "User", submission: Submission) -> Submission:
    """The body's proposal was chosen."""
    submission = held(submission)
    require(policies.may_select(by, submission))
    return _moved(by, submission, "select")


@action
def reserve(*, by: "User", submission: Submission) -> Submission:
    """The proposal is chosen when another one drops out."""
    submission = held(submission)
    require(policies.may_reserve(by, submission))
    return _moved(by, submission, "reserve")


@action
def decline(*, by: "User", submission: Submission) -> Submission:
    """The proposal was not chosen."""
    submission = held(submission)
    require(policies.may_decline(by, submission))
    return _moved(by, submission, "decline")


@action
def withdraw(*, by: "User", submission: Submission) -> Submission:
    """The body does not wish to go on; what was sent in stays on record."""
    submission = held(submission)
    require(policies.may_withdraw(by, submission))
    return _moved(by, submission, "withdraw")


def _moved(by: "User", submission: Submission, verb: str, **details: str) -> Submission:
    SUBMISSION.move(submission, verb)
    submission.save(update_fields=["state"])
    note(by, f"submissions.{verb}", submission, **details)
    return submission
