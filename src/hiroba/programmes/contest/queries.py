"""Questions about contests and essays; who wrote one is answered to few."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet

from hiroba.engines.intake.calls import queries as calls
from hiroba.engines.intake.decisions import queries as decisions
from hiroba.engines.intake.review import queries as review
from hiroba.engines.intake.submissions.states import RECEIVED, SubmissionState
from hiroba.engines.registry.people import queries as people
from hiroba.engines.ties.shapes import ThingFacts
from hiroba.engines.ties.states import ThingKind
from hiroba.foundation import clock
from hiroba.foundation.roles import Role
from hiroba.foundation.search import queries as search
from hiroba.programmes.contest.models import Contest, Essay, FaultyRow, Pupil, SchoolPrize, Upload
from hiroba.programmes.contest.states import ORDER, Prize

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Track
    from hiroba.engines.intake.decisions.models import Decision
    from hiroba.engines.intake.review.models import Assignment
    from hiroba.engines.intake.review.queries import Ranked
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

PROGRAMME = "contest"
KIND = "contest"
INSPIRING = {
    "materials": ThingKind.MATERIAL,
    "lectures": ThingKind.LECTURE,
    "journeys": ThingKind.JOURNEY,
}
STAFF = (Role.OFFICER, Role.CHAIR, Role.APPROVER, Role.AUDITOR)


@dataclass(frozen=True)
class Winner:
    """A prize as everybody may know it: without what was not agreed to."""

    prize: str
    division: str
    title: str
    name: str
    school: str
    essay_ref: str

    @property
    def prize_name(self) -> str:
        return str(Prize(self.prize).label)


@dataclass(frozen=True)
class Place:
    """An essay in the ranking."""

    ranked: "Ranked"
    essay: Essay


def contests_seen_by(by: "Actor") -> QuerySet[Contest]:
    """Published contests for everybody, the others for those who prepare them; the newest first."""
    found = Contest.objects.select_related("call").order_by("-pk")
    if by.holds(*STAFF, programme=PROGRAMME):
        return found
    return found.filter(call__published_at__lte=clock.now())


def contests_open() -> QuerySet[Contest]:
    """Contests that one can enter now."""
    found = Contest.objects.select_related("call").order_by("-pk")
    return found.filter(call__in=calls.open_calls(PROGRAMME).order_by().values("pk"))


def tracks_of(contest: Contest) -> "tuple[Track, ...]":
    """The divisions of a contest with their windows."""
    return calls.tracks_of(contest.call)


def track_of(contest: Contest, division: str) -> "Track | None":
    """One division of a contest."""
    return next((track for track in tracks_of(contest) if track.code == division), None)


def longest(track: "Track") -> int:
    """How many squares an essay of the division may fill, as its form's version says."""
    return track.form_version.definition.by_key["text"].max_chars or 0


def schools_of(user: "User") -> "QuerySet[Body]":
    """The schools in whose name the person may enter essays."""
    return people.bodies_acted_for_by(user).filter(personality__in=("school", "school_corporation"))


def entries_of(user: "User") -> QuerySet[Essay]:
    """What one's schools have entered, the newest first."""
    mine = people.bodies_of(user).order_by().values("pk")
    return _essays().select_related("pupil").filter(submission__body__in=mine).order_by("-pk")


def essays_kept_by(by: "Actor") -> QuerySet[Essay]:
    """All essays that came in, for those who look after the contest; the newest first."""
    found = _essays().filter(submission__state__in=RECEIVED)
    return (found if by.holds(*STAFF, programme=PROGRAMME) else found.none()).order_by("-pk")


def essays_to_check(by: "Actor") -> QuerySet[Essay]:
    """What waits for an officer, the oldest first."""
    found = essays_kept_by(by).filter(submission__state=SubmissionState.SUBMITTED)
    return (found if by.holds(Role.OFFICER, programme=PROGRAMME) else found.none()).order_by("pk")


def pupil_seen_by(by: "Actor", essay: Essay) -> Pupil | None:
    """Who wrote an essay, for officers of the contest and for the school's own people."""
    may = by.holds(Role.OFFICER, programme=PROGRAMME) or (
        by.account is not None and entries_of(by.account).filter(pk=essay.pk).exists()
    )
    return Pupil.objects.filter(essay=essay).first() if may else None


def pupil_entered(contest: Contest, body: "Body", **who: object) -> Pupil | None:
    """The pupil of a school who has entered already."""
    found = Pupil.objects.select_related("essay__submission__revision")
    return found.filter(contest=contest, body=body, **who).first()


def uploads_of(user: "User") -> QuerySet[Upload]:
    """The lists that one's schools sent in, the newest first."""
    mine = people.bodies_of(user).order_by().values("pk")
    return Upload.objects.filter(body__in=mine).select_related("contest__call", "body")


def rows_to_repair(upload: Upload) -> QuerySet[FaultyRow]:
    """The rows of a list that could not be entered, by line."""
    return upload.faulty_rows.order_by("line", "pk")


def reads_of(user: "User") -> "QuerySet[Assignment]":
    """What a reader was asked to read."""
    return review.assignments_of(user).filter(stage__track__call__programme=PROGRAMME)


def reads_owed_by(user: "User") -> "QuerySet[Assignment]":
    """Reads that a reader still owes."""
    return review.waiting_for_review_by(user).filter(stage__track__call__programme=PROGRAMME)


def ranking_of(track: "Track") -> list[Place]:
    """The essays of a division by the mean of their reads."""
    stage = review.stage_of(track)
    ranked = review.ranking(stage) if stage else ()
    rows = _essays().filter(submission__in=[each.submission.pk for each in ranked])
    essays = {essay.submission_id: essay for essay in rows}
    return [Place(each, essays[each.submission.pk]) for each in ranked]


def award_under_way(essay: Essay) -> "Decision | None":
    """The prize that waits for a second person, or for the day of the results."""
    return decisions.under_way(essay.submission)


def awards_to_approve(by: "Actor") -> "QuerySet[Decision]":
    """Prizes that wait for this person's approval."""
    return decisions.decisions_to_approve(by, PROGRAMME)


def awards_of(by: "Actor", contest: Contest) -> "QuerySet[Decision]":
    """Every prize of a contest that is proposed or approved and not settled."""
    found = decisions.decisions_seen_by(by, PROGRAMME).filter(submission__essay__contest=contest)
    return found.filter(state__in=("proposed", "approved"))


def winners_of(contest: Contest) -> list[Winner]:
    """The prizes of a contest, once everybody may know them; the best first."""
    if not contest.results_are_out():
        return []
    found = _essays().filter(contest=contest, submission__state=SubmissionState.SELECTED)
    told = [_told(essay) for essay in found.select_related("pupil").order_by("pk")]
    return sorted(told, key=lambda each: (each.division, ORDER.index(each.prize)))


def essays_published() -> QuerySet[Essay]:
    """Essays that everybody may read: the prize is told by now, and the text was agreed to."""
    found = _essays().select_related("pupil").filter(pupil__show_text=True).order_by("pk")
    is_out = {"contest__results_at__lte": clock.now()}
    return found.filter(submission__state=SubmissionState.SELECTED, **is_out)


def essay_published(ref: str) -> tuple[Essay, Winner] | None:
    """One of the essays that everybody may read, with its prize."""
    essay = essays_published().filter(ref=ref).first()
    return (essay, _told(essay)) if essay else None


def school_prizes_of(contest: Contest) -> "Iterable[SchoolPrize]":
    """The schools that are honoured, once everybody may know it."""
    found = contest.school_prizes.select_related("body").order_by("-entries", "pk")
    return found if contest.results_are_out() else ()


def entries_by_school(contest: Contest) -> list[tuple[int, int]]:
    """How many essays came in from each school."""
    found = Essay.objects.filter(contest=contest, submission__state__in=RECEIVED).order_by()
    counted = found.values_list("submission__body").annotate(n=Count("pk"))
    return [(body, n) for body, n in counted.order_by("submission__body")]


def inspiration(ref: str) -> ThingFacts | None:
    """A lecture, material or journey of the house, by its number as everybody finds it."""
    found = {entry.language: entry for entry in search.known_as(ref.strip())}
    if "ja" not in found or found["ja"].kind not in INSPIRING:
        return None
    ja, en = found["ja"], found.get("en", found["ja"])
    return ThingFacts(ja.ref, INSPIRING[ja.kind], ja.title, en.title, ja.url)


def text_of(essay: Essay) -> str:
    """The text as it was sent in."""
    revision = essay.submission.revision
    return str(revision.answers.get("text", "")) if revision else ""


def _told(essay: Essay) -> Winner:
    pupil: Pupil | None = getattr(essay, "pupil", None)
    named = pupil is not None and pupil.show_name
    return Winner(
        prize=essay.prize,
        division=essay.division,
        title=essay.submission.title,
        name=pupil.name if pupil and named else "",
        school=essay.submission.body.name_ja if named else "",
        essay_ref=essay.ref if pupil and pupil.show_text else "",
    )


def _essays() -> QuerySet[Essay]:
    return Essay.objects.select_related(
        "contest__call", "submission__body", "submission__revision", "submission__track__call"
    )
