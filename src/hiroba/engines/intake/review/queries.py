"""Questions about stages, assignments and reviews; a reviewer sees the own ones only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, Min, OuterRef, Prefetch, Q, QuerySet

from hiroba.engines.forms import queries as forms
from hiroba.engines.intake.review.models import Assignment, Conflict, Review, Stage
from hiroba.engines.intake.review.rubrics import HUNDREDTH
from hiroba.engines.intake.review.states import ReviewState
from hiroba.engines.intake.submissions.queries import submissions_in
from hiroba.engines.intake.submissions.states import SubmissionState
from hiroba.engines.registry.people.belonging import ever_belonged_to
from hiroba.foundation.accounts import queries as accounts
from hiroba.foundation.accounts.states import Role

if TYPE_CHECKING:
    from hiroba.engines.forms.reading import Sheet
    from hiroba.engines.intake.calls.models import Track
    from hiroba.engines.intake.submissions.models import Submission
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User

JUDGED = (
    SubmissionState.UNDER_REVIEW,
    SubmissionState.SELECTED,
    SubmissionState.RESERVED,
    SubmissionState.DECLINED,
)


@dataclass(frozen=True)
class Ranked:
    """One submission in the ranking: its mean of so many reads, and the single reads behind it."""

    place: int | None
    submission: Submission
    mean: Decimal | None
    reads: tuple[Review, ...]
    wanted: int

    @property
    def complete(self) -> bool:
        return len(self.reads) >= self.wanted


def stage_of(track: Track) -> Stage | None:
    """The stage in which a track's submissions are scored."""
    return Stage.objects.filter(track=track).select_related("track__call").order_by("no").first()


def stages_of(programme: str) -> QuerySet[Stage]:
    """All stages of a programme's tracks, those that closed last first."""
    return (
        Stage.objects.filter(track__call__programme=programme)
        .select_related("track__call")
        .order_by("-track__closes_at", "-pk")
    )


def assignments_of(reviewer: User) -> QuerySet[Assignment]:
    """What this person was asked to read, the first to fall due first; nobody else's."""
    return (
        Assignment.objects.filter(reviewer=reviewer, submission__state__in=JUDGED)
        .select_related("stage__track__call", "submission__revision__form_version", "review")
        .order_by("due_on", "pk")
    )


def waiting_for_review_by(reviewer: User) -> QuerySet[Assignment]:
    """Reads this person still owes; who stands too near owes nothing."""
    return assignments_of(reviewer).filter(
        ~Exists(_conflict("reviewer", "submission__body")),
        Q(review=None) | Q(review__state=ReviewState.DRAFT),
        submission__state=SubmissionState.UNDER_REVIEW,
    )


def assignments_for(submission: Submission) -> QuerySet[Assignment]:
    """Who reads a submission, for the office."""
    return (
        Assignment.objects.filter(submission=submission)
        .select_related("reviewer", "review")
        .order_by("pk")
    )


def sheets_for(assignment: Assignment) -> tuple[Sheet, ...]:
    """The one projection through which reviewers read: without what tells who wrote it."""
    submission = assignment.submission
    if submission.revision is None or stands_too_near(assignment.reviewer, submission.body):
        return ()
    return forms.revision_in_words(submission.revision, blind=True)


def declared_conflict(reviewer: User, body: Body) -> Conflict | None:
    """What was declared between a reviewer and a body."""
    return Conflict.objects.filter(reviewer=reviewer, body=body).first()


def stands_too_near(reviewer: User, body: Body) -> bool:
    """Whether the registry, now or once, or a declaration bars this person from judging it."""
    belonged = ever_belonged_to(body).filter(person__account=reviewer).exists()
    return belonged or _conflicts_with(body).filter(reviewer=reviewer).exists()


def reviewers_for(submission: Submission) -> tuple[tuple[User, int], ...]:
    """Reviewers of the programme not yet asked and not too near, the least loaded first."""
    programme = submission.track.call.programme
    pool = (
        accounts.holders(Role.REVIEWER, programme)
        .exclude(assignments__submission=submission)
        .exclude(pk__in=_conflicts_with(submission.body).values("reviewer"))
        .exclude(pk__in=ever_belonged_to(submission.body).values("person__account"))
        .annotate(load=Count("assignments", distinct=True))
        .order_by("load", "name", "pk")
    )
    return tuple((reviewer, reviewer.load) for reviewer in pool)  # type: ignore[attr-defined]


def read_enough(submission: Submission) -> bool:
    """Whether as many readers as the stage wants have handed in."""
    stage = stage_of(submission.track)
    handed_in = _counting().filter(assignment__submission=submission).count()
    return stage is not None and handed_in >= stage.reads


def submissions_read_enough(programme: str) -> QuerySet[Any, Any]:
    """Submissions under review on which as many readers as wanted have handed in."""
    handed_in = Q(assignments__review__in=_counting().order_by().values("pk"))
    return (
        submissions_in(SubmissionState.UNDER_REVIEW)
        .filter(track__call__programme=programme)
        .annotate(
            reads=Count("assignments", filter=handed_in, distinct=True),
            wanted=Min("track__stages__reads"),
        )
        .filter(reads__gte=F("wanted"))
        .order_by()
        .values("pk")
    )


def submitted_reviews(submission: Submission) -> QuerySet[Review]:
    """All reviews handed in on a submission, for chair and approver."""
    return (
        _counting()
        .filter(assignment__submission=submission)
        .select_related("assignment__reviewer")
        .order_by("submitted_at", "pk")
    )


def ranking(stage: Stage) -> tuple[Ranked, ...]:
    """Submissions by the mean of their reads; those still being read come last, without a place."""
    asked = Assignment.objects.filter(stage=stage).select_related("reviewer").order_by("pk")
    submissions = (
        submissions_in(*JUDGED)
        .filter(track=stage.track_id)
        .prefetch_related(
            Prefetch("assignments", asked),
            Prefetch("assignments__review", _counting()),
        )
    )
    return _placed([_ranked(each, stage.reads) for each in submissions])


def _counting() -> QuerySet[Review]:
    """Reviews handed in by readers who have declared no conflict, before or since."""
    near = _conflict("assignment__reviewer", "assignment__submission__body")
    return Review.objects.filter(~Exists(near), state=ReviewState.SUBMITTED)


def _conflict(reviewer: str, body: str) -> QuerySet[Conflict]:
    return Conflict.objects.filter(reviewer=OuterRef(reviewer), body=OuterRef(body))


def _conflicts_with(body: Body) -> QuerySet[Conflict]:
    """What was declared about the body, or about one that is one with it."""
    root = body.merged_into_id or body.pk
    return Conflict.objects.filter(Q(body=root) | Q(body__merged_into=root))


def _ranked(submission: Submission, wanted: int) -> Ranked:
    found = (getattr(each, "review", None) for each in submission.assignments.all())
    reads = tuple(review for review in found if review)
    return Ranked(None, submission, mean([review.total for review in reads]), reads, wanted)


def mean(totals: Sequence[Decimal]) -> Decimal | None:
    """The plain mean, to the hundredth; nothing read is nothing, not nought."""
    if not totals:
        return None
    return (sum(totals, Decimal(0)) / len(totals)).quantize(HUNDREDTH, ROUND_HALF_UP)


def _placed(rows: list[Ranked]) -> tuple[Ranked, ...]:
    """Best first; equal means share a place."""
    whole = sorted(
        (row for row in rows if row.complete),
        key=lambda row: (-(row.mean or 0), row.submission.ref),
    )
    means = [row.mean for row in whole]
    placed = [
        Ranked(means.index(row.mean) + 1, row.submission, row.mean, row.reads, row.wanted)
        for row in whole
    ]
    return (*placed, *(row for row in rows if not row.complete))
