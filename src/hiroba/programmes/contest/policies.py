"""Who may open a contest, enter, check, judge and tell the results; readers never see who wrote."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.engines.intake.calls import policies as calls
from hiroba.engines.intake.decisions import policies as decisions
from hiroba.engines.intake.review import policies as review
from hiroba.engines.intake.review import queries as reviews
from hiroba.engines.intake.submissions import policies as submissions
from hiroba.engines.registry.people import policies as people
from hiroba.foundation import clock
from hiroba.foundation.roles import Role
from hiroba.foundation.verdicts import YES, Verdict, all_of, no, unless
from hiroba.programmes.contest import queries, reckoning
from hiroba.programmes.contest.queries import PROGRAMME
from hiroba.programmes.contest.states import Division, Prize

if TYPE_CHECKING:
    import datetime

    from hiroba.engines.intake.decisions.models import Decision
    from hiroba.engines.intake.review.models import Assignment
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.contest.models import Contest, Essay, Pupil, Upload

FIRST_GRADE, LAST_GRADE = 1, 3


def _is_officer(by: "Actor") -> Verdict:
    return unless(
        by.holds(Role.OFFICER, programme=PROGRAMME),
        _("コンテストの準備と確認は担当の職員が行います。"),
    )


def may_open_contest(by: "Actor", ref: str = "") -> Verdict:
    """An officer opens a contest under a free name."""
    return all_of(_is_officer(by), calls.may_prepare(by, PROGRAMME, ref) if ref else YES)


def may_begin(by: "Actor", contest: "Contest", body: "Body") -> Verdict:
    """Somebody who acts for a school may enter essays while a division is open."""
    tracks = queries.tracks_of(contest)
    is_open = any(calls.may_answer(track, clock.now()) for track in tracks)
    return all_of(
        people.may_act_for(by, body),
        unless(is_open, _("このコンテストは、いま作品を受け付けていません。")),
    )


def may_enter(  # noqa: PLR0913
    by: "Actor", contest: "Contest", body: "Body", division: str, grade: int, name: str,
    kana: str, title: str, text: str, consent: bool,
) -> Verdict:  # fmt: skip
    """One essay of a pupil, in time, short enough, and with the guardian's consent."""
    track = queries.track_of(contest, division) if division in Division.values else None
    if track is None:
        return no(_("部門は「中学生の部」か「高校生の部」です。"))
    most = queries.longest(track)
    length = reckoning.characters(text)
    return all_of(
        unless(consent, _("保護者の同意を確かめてから応募してください。")),
        unless(name.strip() and kana.strip(), _("氏名とふりがなを書いてください。")),
        unless(FIRST_GRADE <= grade <= LAST_GRADE, _("学年は1、2、3のどれかです。")),
        unless(title.strip() and text.strip(), _("題名と本文を書いてください。")),
        unless(
            length <= most,
            _("本文は原稿用紙で%(length)s字分あります。%(most)s字までにしてください。")
            % {"length": length, "most": most},
        ),
        submissions.may_start(by, track, body, clock.now()),
        unless(
            queries.pupil_entered(contest, body, name=name, kana=kana, grade=grade) is None,
            _("この生徒の作品は、もう届いています(一人一点まで)。"),
        ),
    )


def may_upload(by: "Actor", contest: "Contest", body: "Body") -> Verdict:
    """A list is sent in by whoever may enter essays one by one."""
    return may_begin(by, contest, body)


def may_repair(by: "Actor", upload: "Upload") -> Verdict:
    """The school's own people repair its rows."""
    return people.may_act_for(by, upload.body)


def may_withdraw(by: "Actor", essay: "Essay") -> Verdict:
    """The school withdraws an essay; what is known about the pupil is erased."""
    return submissions.may_withdraw(by, essay.submission)


def may_accept(by: "Actor", essay: "Essay") -> Verdict:
    """An officer who has checked an essay gives it to two readers."""
    checked = submissions.may_open_review(by, essay.submission)
    if not checked:
        return checked
    enough = len(reviews.reviewers_for(essay.submission)) >= _reads(essay)
    return all_of(
        unless(enough, _("この作品を読める審査員が足りません。審査員の役割を確かめてください。")),
    )


def may_disqualify(by: "Actor", essay: "Essay", because: str | None = None) -> Verdict:
    """An officer finds, with a reason, that an essay may not take part."""
    return all_of(
        submissions.may_find_ineligible(by, essay.submission),
        unless(because is None or bool(because.strip()), _("理由を書いてください。")),
    )


def _reads(essay: "Essay") -> int:
    stage = reviews.stage_of(essay.submission.track)
    return stage.reads if stage else 1


def may_score(
    by: "Actor", assignment: "Assignment", scores: dict[str, int], comment: str
) -> Verdict:
    """The reader who was asked scores every criterion, with a word for the panel."""
    return review.may_submit(by, assignment, scores, comment)


def may_award(by: "Actor", essay: "Essay", prize: str | None = None) -> Verdict:
    """The chair proposes a prize once both reads are in and the results are not settled."""
    known = prize is None or prize in Prize.values
    if not by.holds(Role.CHAIR, programme=PROGRAMME):
        return no(_("採否の案は審査委員長が出します。"))
    return all_of(
        unless(essay.contest.settled_at is None, _("結果は、もう確定しています。")),
        decisions.may_decide(by, essay.submission),
        unless(known, _("賞を選んでください。")),
    )


def may_approve_award(by: "Actor", decision: "Decision") -> Verdict:
    """A second person agrees to a prize."""
    return decisions.may_approve(by, decision)


def may_settle(
    by: "Actor", contest: "Contest", results_at: "datetime.datetime | None" = None
) -> Verdict:
    """An officer settles the results, all approved, and says when everybody may know."""
    awards = list(queries.awards_of(by, contest))
    return all_of(
        _is_officer(by),
        unless(contest.settled_at is None, _("結果は、もう確定しています。")),
        unless(awards, _("賞の決まった作品が、まだありません。")),
        unless(
            all(award.state == "approved" for award in awards),
            _("承認を待つ賞があります。承認がそろうと確定できます。"),
        ),
        unless(
            results_at is None or results_at > clock.now(),
            _("発表の日時は、今より後にしてください。"),
        ),
    )


def may_announce(by: "Actor", contest: "Contest") -> Verdict:
    """Once the results are out, an officer lets the published essays be found by their titles."""
    return all_of(
        _is_officer(by),
        unless(contest.results_are_out(), _("結果の発表の日時が、まだ来ていません。")),
    )


def may_see_certificate(by: "Actor", essay: "Essay", pupil: "Pupil | None") -> Verdict:
    """The school's people and officers print the certificate once the results are out."""
    return all_of(
        unless(pupil is not None, _("賞状は、学校の方と担当の職員だけが印刷できます。")),
        unless(
            bool(essay.prize) and essay.contest.results_are_out(),
            _("賞状は、結果の発表の後に印刷できます。"),
        ),
    )
