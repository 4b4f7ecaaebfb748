"""Submissions in every state, each brought there by the people who do that."""

from hiroba.engines.forms.examples import FULL
from hiroba.engines.intake.submissions import actions
from hiroba.engines.intake.submissions.examples import draft, submitted, under_review
from hiroba.engines.intake.submissions.models import Submission
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody

CORRECT_BY = "2023-10-20 17:00"


def returned(correct_by: str = CORRECT_BY) -> Submission:
    """Officer Sato asks for corrections."""
    return actions.send_back(
        by=officer(),
        submission=submitted(),
        because="総額を確かめてください。",
        correct_by=clock.moment(correct_by),
    )


def decided(verb: str) -> Submission:
    """A result was carried out."""
    return getattr(actions, verb)(by=officer(), submission=under_review())


def ineligible() -> Submission:
    """Checked, and found to be outside the rules."""
    return actions.find_ineligible(by=officer(), submission=submitted(), because="活動がない")


def withdrawn() -> Submission:
    """Ren of NPO Minato does not wish to go on."""
    return actions.withdraw(by=somebody("ren"), submission=submitted())


def full() -> Submission:
    """A draft in which nothing is missing."""
    return draft(**FULL)


IN_STATE = {
    "draft": full,
    "submitted": submitted,
    "returned": returned,
    "under_review": under_review,
    "selected": lambda: decided("select"),
    "reserved": lambda: decided("reserve"),
    "declined": lambda: decided("decline"),
    "withdrawn": withdrawn,
    "ineligible": ineligible,
}


def do(verb: str, submission: Submission) -> Submission:
    """The verb as the person who may do it does it."""
    ren, sato = somebody("ren"), officer()
    more = {
        "submit": {"by": ren, "arrived_at": clock.now()},
        "take_back": {"by": ren},
        "withdraw": {"by": ren},
        "send_back": {
            "by": sato,
            "because": "直してください。",
            "correct_by": clock.moment(CORRECT_BY),
        },
        "find_ineligible": {"by": sato, "because": "活動がない"},
    }.get(verb, {"by": sato})
    return getattr(actions, verb)(submission=submission, **more)


def facts(submission: Submission) -> tuple[object, ...]:
    """Everything that a verb can change about a submission, as it is stored."""
    stored = Submission.objects.get(pk=submission.pk)
    return (
        stored.state,
        stored.revision_id,
        stored.submitted_at,
        stored.receipt_no,
        stored.returned_because,
        stored.correct_by,
        stored.title,
        stored.document.answers,
        stored.document.revisions.count(),
    )
