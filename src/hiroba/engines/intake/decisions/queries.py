"""Questions about decisions: those under way, those waiting for a second person."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from hiroba.engines.intake.decisions.models import Decision
from hiroba.engines.intake.decisions.states import DecisionState
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import Actor

if TYPE_CHECKING:
    from hiroba.engines.intake.submissions.models import Submission

DECIDING = (Role.OFFICER, Role.CHAIR, Role.APPROVER, Role.AUDITOR)


def decisions_seen_by(by: Actor, programme: str) -> QuerySet[Decision]:
    """Decisions of a programme, for those who prepare, take or check them."""
    found = Decision.objects.filter(submission__track__call__programme=programme).select_related(
        "submission__track__call", "submission__body", "proposed_by", "approved_by"
    )
    seen = by.holds(*DECIDING, programme=programme)
    return (found if seen else found.none()).order_by("proposed_at", "pk")


def decisions_to_approve(by: Actor, programme: str) -> QuerySet[Decision]:
    """What waits for this person's approval; never what they proposed themselves."""
    found = decisions_seen_by(by, programme).filter(state=DecisionState.PROPOSED)
    if by.account is None or not by.holds(Role.APPROVER, programme=programme):
        return found.none()
    return found.exclude(proposed_by=by.account)


def decisions_to_release(by: Actor, programme: str) -> QuerySet[Decision]:
    """What is approved and not yet told, for officers."""
    found = decisions_seen_by(by, programme).filter(state=DecisionState.APPROVED)
    return found if by.holds(Role.OFFICER, programme=programme) else found.none()


def under_way(submission: "Submission") -> Decision | None:
    """The decision that is proposed or approved and not yet told."""
    return (
        Decision.objects.filter(
            submission=submission, state__in=(DecisionState.PROPOSED, DecisionState.APPROVED)
        )
        .select_related("proposed_by", "approved_by")
        .first()
    )


def latest_of(submissions: "Iterable[Submission]") -> dict[int, Decision]:
    """The last decision on each submission, by its key; one question for all."""
    found = (
        Decision.objects.filter(submission__in=list(submissions))
        .exclude(state=DecisionState.REVOKED)
        .order_by("proposed_at", "pk")
    )
    return {decision.submission_id: decision for decision in found}


def released_for(submission: "Submission") -> Decision | None:
    """The last decision that the body was told."""
    return (
        Decision.objects.filter(submission=submission, state=DecisionState.RELEASED)
        .order_by("-released_at", "-pk")
        .first()
    )
