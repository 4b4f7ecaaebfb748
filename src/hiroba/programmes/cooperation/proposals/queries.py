"""Questions about schemes and proposals: one's own, those to check, to read, to decide."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hiroba.engines.forms import queries as forms
from hiroba.engines.intake.calls import queries as calls
from hiroba.engines.intake.calls.rules import Standing, in_words
from hiroba.engines.intake.decisions import queries as decisions
from hiroba.engines.intake.review import queries as review
from hiroba.engines.intake.submissions import queries as submissions
from hiroba.engines.intake.submissions.states import SubmissionState
from hiroba.engines.registry.people import queries as people
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import Actor
from hiroba.foundation.verdicts import YES, Verdict, no
from hiroba.programmes.cooperation.proposals.frames import Strain, strains
from hiroba.programmes.cooperation.proposals.models import Proposal, Scheme, SchemeLimits

if TYPE_CHECKING:
    from hiroba.engines.forms.reading import Sheet
    from hiroba.engines.intake.calls.models import Call, CallQuerySet, Track
    from hiroba.engines.intake.decisions.models import Decision
    from hiroba.engines.intake.review.models import Assignment
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User

PROGRAMME = "cooperation"
STATES = SubmissionState


def schemes() -> QuerySet[Scheme]:
    """All schemes, in the order in which they are offered."""
    return Scheme.objects.order_by("place", "pk")


def scheme(code: str) -> Scheme | None:
    """The scheme of that name."""
    return Scheme.objects.filter(code=code).first()


def limits_on(scheme: Scheme, day: date) -> SchemeLimits | None:
    """What a scheme allowed on a day; the day decides, never the program."""
    return (
        SchemeLimits.objects.filter(scheme=scheme, valid_from__lte=day)
        .order_by("-valid_from", "-pk")
        .first()
    )


def calls_seen_by(by: Actor) -> "CallQuerySet":
    """Calls for joint projects: published ones, for officers also those being prepared."""
    return calls.calls_seen_by(by, PROGRAMME)


@dataclass(frozen=True)
class Change:
    """What changed about a track after everybody could read it, and why."""

    moment: datetime
    track: "Track"
    why: str
    closes_at: datetime | None


def changes_of(call: "Call") -> tuple[Change, ...]:
    """Deadlines that were moved and rules that were amended, the newest first."""
    moved = (
        Change(each.extended_at, each.track, each.why, each.closes_at)
        for each in calls.extensions_since_publication(call)
    )
    amended = (
        Change(each.laid_down_at, each.track, each.why, None)
        for each in calls.rules_since_publication(call)
    )
    return tuple(sorted((*moved, *amended), key=lambda each: each.moment, reverse=True))


def being_written_for(track: "Track") -> QuerySet[Proposal]:
    """Drafts on a track, and those sent back to be corrected."""
    unfinished = (STATES.DRAFT, STATES.RETURNED)
    return (
        _with_all().filter(submission__track=track, submission__state__in=unfinished).order_by("pk")
    )


def open_calls() -> "QuerySet[Call]":
    """Calls one can answer now."""
    return calls.open_calls(PROGRAMME)


@dataclass(frozen=True)
class Way:
    """A track as one way into a call: what it allows and asks for, in words."""

    track: "Track"
    sentences: tuple[str, ...]


def ways_into(call: "Call") -> tuple[Way, ...]:
    """The tracks of a call with their rules in words."""
    return tuple(Way(track, in_words(track.rules_now)) for track in calls.tracks_of(call))


@dataclass(frozen=True)
class Chance:
    """One of my bodies before a track: how it stands against each rule."""

    body: "Body"
    standings: tuple[Standing, ...]
    verdict: Verdict


def chances(user: "User", track: "Track") -> tuple[Chance, ...]:
    """How each body in whose name I may write stands against the rules; those that fit first."""
    rules = calls.rules_in_force(track)
    found = []
    for body in people.bodies_acted_for_by(user):
        standing = calls.standings_of(body, rules, track)
        missed = [each.sentence for each in standing if not each.met]
        verdict = no(_("合わない条件: %(missed)s") % {"missed": "、".join(missed)})
        found.append(Chance(body, standing, verdict if missed else YES))
    return tuple(sorted(found, key=lambda chance: not chance.verdict))


def proposals_of(user: "User") -> QuerySet[Proposal]:
    """What one's bodies are writing or have sent in, the newest first."""
    mine = submissions.submissions_of(user).order_by().values("pk")
    return _with_all().filter(submission__in=mine).order_by("-submission__started_at", "-pk")


def proposals_received(by: Actor) -> QuerySet[Proposal]:
    """What came in, for officers and auditors, the first to arrive first."""
    received = submissions.submissions_received(by, PROGRAMME)
    return (
        _with_all()
        .filter(submission__in=received.order_by().values("pk"))
        .order_by("submission__submitted_at", "pk")
    )


def narrowed(
    found: QuerySet[Proposal], *, state: str = "", track: str = "", words: str = ""
) -> QuerySet[Proposal]:
    """Only those in a state, of a scheme, with these words in title, body or number."""
    words = words.strip()[:100]
    if state in STATES.values:
        found = found.filter(submission__state=state)
    if track:
        found = found.filter(submission__track__code=track)
    if words:
        matching = submissions.with_words(words)
        found = found.filter(submission__in=matching)
    return found


def proposals_to_check(by: Actor) -> QuerySet[Proposal]:
    """What waits for an officer's check."""
    return proposals_received(by).filter(
        submission__state=STATES.SUBMITTED, pk__in=_if_holding(by, Role.OFFICER)
    )


def proposals_to_correct(user: "User") -> QuerySet[Proposal]:
    """What was sent back to one's bodies."""
    return proposals_of(user).filter(submission__state=STATES.RETURNED)


def drafts_of(user: "User") -> QuerySet[Proposal]:
    """What one's bodies have begun and not sent in."""
    return proposals_of(user).filter(submission__state=STATES.DRAFT)


def proposals_judged(by: Actor) -> QuerySet[Proposal]:
    """What is read or was decided, for those who decide and those who look on."""
    roles = (Role.OFFICER, Role.CHAIR, Role.APPROVER, Role.AUDITOR)
    return (
        _with_all()
        .filter(
            submission__track__call__programme=PROGRAMME,
            submission__state__in=review.JUDGED,
            pk__in=_if_holding(by, *roles),
        )
        .order_by("submission__submitted_at", "pk")
    )


def proposals_to_decide(by: Actor) -> list[Proposal]:
    """What is read by enough reviewers and waits for the chair's proposal."""
    if not by.holds(Role.CHAIR, programme=PROGRAMME):
        return []
    found = proposals_judged(by).filter(submission__state=STATES.UNDER_REVIEW)
    read = review.submissions_read_enough(PROGRAMME)
    return list(
        found.filter(submission__in=read).exclude(
            submission__decisions__state__in=("proposed", "approved")
        )
    )


def reads_owed_by(user: "User") -> "QuerySet[Assignment]":
    """What a reviewer was asked to read and has not handed in."""
    return review.waiting_for_review_by(user).filter(submission__track__call__programme=PROGRAMME)


def reads_of(user: "User") -> "QuerySet[Assignment]":
    """Everything a reviewer was asked to read."""
    return review.assignments_of(user).filter(submission__track__call__programme=PROGRAMME)


def decisions_seen_by(by: Actor) -> "QuerySet[Decision]":
    """Decisions on proposals, for those who prepare, take or check them."""
    return decisions.decisions_seen_by(by, PROGRAMME)


def decisions_to_approve(by: Actor) -> "QuerySet[Decision]":
    """What waits for this person's approval."""
    return decisions.decisions_to_approve(by, PROGRAMME)


def decisions_to_release(by: Actor) -> "QuerySet[Decision]":
    """What is approved and not yet told."""
    return decisions.decisions_to_release(by, PROGRAMME)


def proposal_of(submission: Any) -> Proposal:
    """What a submission proposes."""
    return _with_all().get(submission=submission)


def sheets_received(proposal: Proposal) -> "tuple[Sheet, ...]":
    """What the body handed in, in words; nothing while it is a draft."""
    revision = proposal.submission.revision
    return forms.revision_in_words(revision, blind=False) if revision else ()


def strains_of(proposal: Proposal) -> tuple[Strain, ...]:
    """Where the answers, as they are typed now, leave the frame of the track."""
    submission = proposal.submission
    return strains(submission.rules.rules, forms.meanings(submission.document))


def _with_all() -> QuerySet[Proposal]:
    return Proposal.objects.select_related(
        "scheme",
        "project",
        "submission__track__call",
        "submission__track__form_version",
        "submission__rules",
        "submission__body__merged_into",
        "submission__owner",
        "submission__document__form_version",
        "submission__document__updated_by",
        "submission__revision__form_version",
    )


def _if_holding(by: Actor, *roles: str) -> QuerySet[Any, Any]:
    holds = by.holds(*roles, programme=PROGRAMME)
    return (Proposal.objects.all() if holds else Proposal.objects.none()).values("pk")
