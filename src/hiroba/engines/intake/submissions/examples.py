"""Small submissions for tests: a draft, a full one, one that came in."""

from typing import TYPE_CHECKING

from hiroba.engines.forms.examples import FULL
from hiroba.engines.intake.calls.examples import track
from hiroba.engines.intake.submissions import actions
from hiroba.engines.intake.submissions.models import Submission
from hiroba.engines.registry.people.examples import minato
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User


def draft(by: "User | None" = None, body: "Body | None" = None, **answers: str) -> Submission:
    """What NPO Minato has begun."""
    body = body or minato()
    by = by or somebody("ren")
    return actions.start(by=by, track=track(), body=body, title="水の事業", answers=answers)


def submitted(by: "User | None" = None, body: "Body | None" = None) -> Submission:
    """What NPO Minato handed in just now."""
    submission = draft(by, body, **FULL)
    return actions.submit(by=by or somebody("ren"), submission=submission, arrived_at=clock.now())


def under_review(by: "User | None" = None, body: "Body | None" = None) -> Submission:
    """Checked by officer Sato."""
    return actions.open_review(by=officer(), submission=submitted(by, body))
