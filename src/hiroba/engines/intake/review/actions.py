"""Everything that is written about stages, assignments, conflicts and reviews."""

from datetime import date
from typing import TYPE_CHECKING, Any

from hiroba.engines.intake.review import policies, queries
from hiroba.engines.intake.review.models import Assignment, Conflict, Review, Stage
from hiroba.engines.intake.review.states import REVIEW
from hiroba.engines.intake.submissions.queries import held
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Track
    from hiroba.engines.intake.submissions.models import Submission
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User


@action
def open_stage(
    *, by: "User", track: "Track", name_ja: str, name_en: str, rubric: dict[str, Any], reads: int
) -> Stage:
    """The track's submissions are scored with this rubric by so many readers each."""
    require(policies.may_open_stage(by, track, rubric, reads))

    stage = Stage.objects.create(
        track=track,
        name_ja=name_ja,
        name_en=name_en,
        rubric=rubric,
        reads=reads,
        created_at=clock.now(),
    )

    note(by, "review.open_stage", stage, reads=reads)
    return stage


@action
def assign(*, by: "User", submission: "Submission", reviewer: "User", due_on: date) -> Assignment:
    """The reviewer is asked to read the submission; asked twice is asked once."""
    submission = held(submission)
    stage = queries.stage_of(submission.track)
    asked = Assignment.objects.filter(stage=stage, submission=submission, reviewer=reviewer).first()
    if asked:
        return asked
    require(policies.may_assign(by, submission, stage, reviewer, due_on))

    assert stage
    assignment = Assignment.objects.create(
        ref=new_ref("A"),
        stage=stage,
        submission=submission,
        reviewer=reviewer,
        due_on=due_on,
        assigned_by=by,
        assigned_at=clock.now(),
    )

    note(by, "review.assign", submission, reviewer=reviewer.name, due_on=due_on.isoformat())
    return assignment


@action
def declare_conflict(
    *, by: "User", reviewer: "User", body: "Body", kind: str, why: str = ""
) -> Conflict:
    """The reviewer can no longer be asked to read, or score, anything of this body."""
    reviewer = type(reviewer).objects.select_for_update().get(pk=reviewer.pk)
    require(policies.may_declare_conflict(by, reviewer, body))

    conflict = Conflict.objects.create(
        reviewer=reviewer, body=body, kind=kind, why=why, declared_by=by, declared_at=clock.now()
    )

    note(by, "review.declare_conflict", body, reviewer=reviewer.name, kind=kind)
    return conflict


@action
def save(
    *,
    by: "User",
    assignment: Assignment,
    scores: dict[str, int],
    comment_panel: str,
    comment_applicant: str,
) -> Review:
    """What the reviewer has so far is kept, and nobody else sees it."""
    assignment = _locked(assignment)
    require(policies.may_save(by, assignment, scores))
    return _noted_down(assignment, scores, comment_panel, comment_applicant)


@action
def submit(
    *,
    by: "User",
    assignment: Assignment,
    scores: dict[str, int],
    comment_panel: str,
    comment_applicant: str,
) -> Review:
    """The review is handed in and can no longer be changed."""
    assignment = _locked(assignment)
    require(policies.may_submit(by, assignment, scores, comment_panel, comment_applicant))

    review = _noted_down(assignment, scores, comment_panel, comment_applicant)
    REVIEW.move(review, "submit")
    review.total = assignment.stage.criteria.total(scores)
    review.submitted_at = clock.now()
    review.save(update_fields=["state", "total", "submitted_at"])

    note(by, "review.submit", assignment)
    return review


def _locked(assignment: Assignment) -> Assignment:
    return (
        Assignment.objects.select_for_update(of=("self",))
        .select_related(
            "stage__track__call", "submission__body", "submission__revision", "reviewer", "review"
        )
        .get(pk=assignment.pk)
    )


def _noted_down(
    assignment: Assignment, scores: dict[str, int], comment_panel: str, comment_applicant: str
) -> Review:
    revision = assignment.submission.revision
    assert revision
    review, _is_new = Review.objects.update_or_create(
        assignment=assignment,
        defaults={
            "revision": revision,
            "scores": scores,
            "comment_panel": comment_panel,
            "comment_applicant": comment_applicant,
            "saved_at": clock.now(),
        },
    )
    return review
