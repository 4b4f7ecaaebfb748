"""Everything that is written about judging: scores, prizes, and the day of the results."""

import datetime
from typing import TYPE_CHECKING

from hiroba.engines.intake.decisions import actions as decisions
from hiroba.engines.intake.review import actions as review
from hiroba.engines.ties import actions as ties
from hiroba.engines.ties.shapes import ThingFacts, path_to
from hiroba.engines.ties.states import ThingKind
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.search import actions as search
from hiroba.foundation.verdicts import require
from hiroba.programmes.contest import policies, queries
from hiroba.programmes.contest.models import Contest, Essay, SchoolPrize
from hiroba.programmes.contest.states import Prize

if TYPE_CHECKING:
    from hiroba.engines.intake.decisions.models import Decision
    from hiroba.engines.intake.review.models import Assignment, Review
    from hiroba.foundation.accounts.models import User


@action
def score(
    *, by: "User", assignment: "Assignment", scores: dict[str, int], comment: str
) -> "Review":
    """A reader's scores are handed in; the other reader's are not known to anybody who reads."""
    require(policies.may_score(by, assignment, scores, comment))
    return review.submit(
        by=by, assignment=assignment, scores=scores, comment_panel=comment, comment_applicant=""
    )


@action
def award(*, by: "User", essay: Essay, prize: str, because: str) -> "Decision":
    """The chair's proposal of a prize waits for a second person."""
    require(policies.may_award(by, essay, prize))

    essay.prize = prize
    essay.save(update_fields=["prize"])
    reason = str(Prize(prize).label)
    return decisions.propose(
        by=by, submission=essay.submission, outcome="select", reason_internal=because,
        reason_applicant=reason,
    )  # fmt: skip


@action
def approve_award(*, by: "User", decision: "Decision") -> "Decision":
    """A second person agrees to the prize."""
    require(policies.may_approve_award(by, decision))
    return decisions.approve(by=by, decision=decision)


@action
def settle(*, by: "User", contest: Contest, results_at: datetime.datetime) -> Contest:
    """The results stand, and everybody knows them from the given moment on."""
    contest = Contest.objects.select_for_update(of=("self",)).get(pk=contest.pk)
    require(policies.may_settle(by, contest, results_at))

    for decision in list(queries.awards_of(by, contest)):
        decisions.release(by=by, decision=decision)
    enough = contest.rules["school_prize_entries"]
    SchoolPrize.objects.bulk_create(
        SchoolPrize(contest=contest, body_id=body, entries=entries)
        for body, entries in queries.entries_by_school(contest)
        if entries >= enough
    )
    contest.settled_at, contest.results_at = clock.now(), results_at
    contest.save(update_fields=["settled_at", "results_at"])

    note(by, "contest.settle", contest, results_at=results_at.isoformat())
    return contest


@action
def announce(*, by: "User", contest: Contest) -> Contest:
    """Published essays are found, and named in what led to them; the pupils are not."""
    require(policies.may_announce(by, contest))

    for essay in queries.essays_published().filter(contest=contest):
        path = path_to("contest:essay", essay.ref)
        title = essay.submission.title
        ties.rename(by=by, thing=ThingFacts(essay.ref, ThingKind.ESSAY, title, "", path))
        search.put_many(
            search.Entry(essay.ref, queries.KIND, url, title, language=language, day=clock.today())
            for language, url in (("ja", path), ("en", f"/en{path}"))
        )

    note(by, "contest.announce", contest)
    return contest
