"""Who may assign readers, who may read, and what a review must have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from hiroba.engines.intake.review import queries, rubrics
from hiroba.engines.intake.review.models import Assignment, Stage
from hiroba.engines.intake.review.states import REVIEW, ReviewState
from hiroba.engines.intake.submissions.states import SubmissionState
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import Actor
from hiroba.foundation.verdicts import YES, Verdict, all_of, no, unless

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Track
    from hiroba.engines.intake.submissions.models import Submission
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User

MOST_COMMENT = 4000


def may_open_stage(by: Actor, track: Track, rubric: Any, reads: int) -> Verdict:
    """An officer lays down the rubric before anybody reads."""
    return all_of(
        _is_officer(by, track.call.programme),
        unless(queries.stage_of(track) is None, _("この枠の審査段階はもうあります。")),
        unless(reads >= 1, _("一件につき一人以上の審査員が要ります。")),
        _sound(rubric),
    )


def may_assign(
    by: Actor, submission: Submission, stage: Stage | None, reviewer: User, due_on: date
) -> Verdict:
    """An officer asks somebody who reviews for the programme and stands far enough away."""
    programme = submission.track.call.programme
    return all_of(
        _is_officer(by, programme),
        unless(stage is not None, _("この枠の審査基準がまだありません。")),
        _under_review(submission),
        unless(
            reviewer.holds(Role.REVIEWER, programme=programme),
            _("%(name)sさんは、この事業の審査員ではありません。") % {"name": reviewer.name},
        ),
        unless(
            not queries.stands_too_near(reviewer, submission.body),
            _("%(name)sさんは、この団体と利害関係があるため審査できません。")
            % {"name": reviewer.name},
        ),
        unless(due_on >= clock.today(), _("審査の期限は、今日より後にしてください。")),
    )


def may_declare_conflict(by: Actor, reviewer: User, body: Body) -> Verdict:
    """A reviewer declares the own conflicts; an officer may record those of others."""
    return all_of(
        unless(
            by.account == reviewer or by.holds(Role.OFFICER),
            _("利害関係は、審査員ご本人か担当職員が届け出ます。"),
        ),
        unless(
            queries.declared_conflict(reviewer, body) is None,
            _("この利害関係はもう届け出されています。"),
        ),
    )


def may_save(by: Actor, assignment: Assignment, scores: dict[str, int]) -> Verdict:
    """The reviewer who was asked may note scores, as far as they go, until handing in."""
    review = getattr(assignment, "review", None)
    return all_of(
        unless(by.account == assignment.reviewer, _("割り当てられた審査員だけが採点できます。")),
        unless(
            by.holds(Role.REVIEWER, programme=assignment.stage.track.call.programme),
            _("審査員の役割が終わっています。担当職員へご連絡ください。"),
        ),
        unless(
            by.account and not queries.stands_too_near(by.account, assignment.submission.body),
            _("利害関係があるため、この応募は審査できません。"),
        ),
        _under_review(assignment.submission),
        REVIEW.allows("submit", review.state if review else ReviewState.DRAFT),
        _within(assignment.stage, scores),
    )


def may_submit(
    by: Actor,
    assignment: Assignment,
    scores: dict[str, int],
    comment_panel: str,
    comment_applicant: str = "",
) -> Verdict:
    """A review is handed in complete: every criterion scored, and a reason for the panel."""
    asked = {criterion.key for criterion in assignment.stage.criteria.criteria}
    return all_of(
        may_save(by, assignment, scores),
        unless(set(scores) == asked, _("すべての観点に点をつけると提出できます。")),
        unless(comment_panel.strip(), _("審査会へのコメントを書いてください。")),
        unless(
            max(len(comment_panel), len(comment_applicant)) <= MOST_COMMENT,
            _("%(n)s字までで書いてください。") % {"n": f"{MOST_COMMENT:,}"},
        ),
    )


def _is_officer(by: Actor, programme: str) -> Verdict:
    return unless(
        by.holds(Role.OFFICER, programme=programme), _("審査の準備は担当の職員が行います。")
    )


def _under_review(submission: Submission) -> Verdict:
    return unless(
        submission.state == SubmissionState.UNDER_REVIEW, _("この応募はいま審査中ではありません。")
    )


def _within(stage: Stage, scores: dict[str, int]) -> Verdict:
    levels = {each.key: [level.score for level in each.levels] for each in stage.criteria.criteria}
    sound = all(key in levels and score in levels[key] for key, score in scores.items())
    return unless(sound, _("点は示された段階から選んでください。"))


def _sound(rubric: Any) -> Verdict:
    try:
        rubrics.parse(rubric)
    except rubrics.Broken as broken:
        return no(_("この審査基準は使えません。%(why)s") % {"why": broken})
    return YES
