"""Tracks in which something is judged, and their proposals in the order of their scores."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from hiroba.engines.intake.decisions import queries as decisions
from hiroba.engines.intake.review import queries as review
from hiroba.engines.intake.submissions.states import SubmissionState
from hiroba.foundation.actors import Actor
from hiroba.programmes.cooperation.proposals import queries
from hiroba.programmes.cooperation.proposals.models import Proposal

if TYPE_CHECKING:
    from hiroba.engines.intake.decisions.models import Decision
    from hiroba.engines.intake.review.models import Review, Stage


@dataclass(frozen=True)
class Row:
    """One proposal in the ranking, with the decision on it so far."""

    place: int | None
    proposal: Proposal
    mean: Decimal | None
    reads: "tuple[Review, ...]"
    wanted: int
    decision: "Decision | None"

    @property
    def can_be_decided(self) -> bool:
        state = self.proposal.submission.state
        waits = state in (SubmissionState.UNDER_REVIEW, SubmissionState.RESERVED)
        settled = self.decision is not None and self.decision.state in ("proposed", "approved")
        return waits and len(self.reads) >= self.wanted and not settled


def stages_judged(by: Actor) -> "QuerySet[Stage]":
    """Stages in which proposals are read or decided, with their numbers."""
    return review.stages_of(queries.PROGRAMME).annotate(
        judged=Count(
            "track__submissions",
            filter=Q(track__submissions__state__in=review.JUDGED),
            distinct=True,
        ),
        waiting=Count(
            "track__submissions",
            filter=Q(track__submissions__state=SubmissionState.UNDER_REVIEW),
            distinct=True,
        ),
    )


def ranking(stage: "Stage", by: Actor) -> tuple[Row, ...]:
    """The proposals of a stage, the best first, for those who may see it."""
    ranked = review.ranking(stage)
    seen = {each.submission_id: each for each in queries.proposals_judged(by)}
    decided = decisions.latest_of([each.submission for each in ranked])
    return tuple(
        Row(
            each.place,
            seen[each.submission.pk],
            each.mean,
            each.reads,
            each.wanted,
            decided.get(each.submission.pk),
        )
        for each in ranked
        if each.submission.pk in seen
    )
