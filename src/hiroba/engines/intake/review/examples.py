"""A small stage with two criteria, and reads of it."""

from datetime import date
from typing import Any

from hiroba.engines.intake.calls.examples import track
from hiroba.engines.intake.review import actions
from hiroba.engines.intake.review.models import Assignment, Stage
from hiroba.engines.intake.submissions.examples import under_review
from hiroba.engines.intake.submissions.models import Submission
from hiroba.foundation.accounts.examples import officer, reviewers

DUE = date(2023, 10, 31)


def rubric() -> dict[str, Any]:
    """Need counts forty, plan sixty; each from one to five."""
    levels = [
        {"score": score, "text": {"ja": f"{score}点", "en": f"{score} points"}}
        for score in range(1, 6)
    ]
    return {
        "criteria": [
            {
                "key": "need",
                "label": {"ja": "必要性", "en": "Need"},
                "weight": 40,
                "levels": levels,
            },
            {
                "key": "plan",
                "label": {"ja": "計画", "en": "Plan"},
                "weight": 60,
                "levels": levels,
            },
        ]
    }


def stage() -> Stage:
    """Two readers for each submission of the small track."""
    known = Stage.objects.filter(track=track()).first()
    return known or actions.open_stage(
        by=officer(),
        track=track(),
        name_ja="書面審査",
        name_en="Written review",
        rubric=rubric(),
        reads=2,
    )


def asked(submission: Submission | None = None) -> tuple[Assignment, Assignment]:
    """Two reviewers were asked to read a submission."""
    stage()
    submission = submission or under_review()
    first, second = (
        actions.assign(by=officer(), submission=submission, reviewer=each, due_on=DUE)
        for each in reviewers()
    )
    return first, second


def read(assignment: Assignment, need: int, plan: int) -> None:
    """The reviewer hands in two scores."""
    actions.submit(
        by=assignment.reviewer,
        assignment=assignment,
        scores={"need": need, "plan": plan},
        comment_panel="よく練られています。",
        comment_applicant="",
    )


def read_by_two(submission: Submission | None = None) -> Submission:
    """A submission on which both reviewers have handed in."""
    first, second = asked(submission)
    read(first, 5, 4)
    read(second, 4, 4)
    return first.submission
