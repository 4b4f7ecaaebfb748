"""A small decision for tests."""

from hiroba.engines.intake.decisions import actions
from hiroba.engines.intake.decisions.models import Decision
from hiroba.engines.intake.review.examples import read_by_two
from hiroba.engines.intake.submissions.models import Submission
from hiroba.foundation.accounts.examples import approver, chair

REASONS = {"reason_internal": "評価が高い。", "reason_applicant": "計画が具体的です。"}


def proposed(submission: Submission | None = None, outcome: str = "select") -> Decision:
    """The chair proposes on what two have read."""
    return actions.propose(
        by=chair(), submission=submission or read_by_two(), outcome=outcome, **REASONS
    )


def approved(outcome: str = "select") -> Decision:
    """A second person agreed."""
    return actions.approve(by=approver(), decision=proposed(outcome=outcome))
