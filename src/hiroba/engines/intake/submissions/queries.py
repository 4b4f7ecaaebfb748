"""Questions about submissions; who may see one is decided here."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from hiroba.engines.intake.submissions.models import Submission, SubmissionQuerySet
from hiroba.engines.intake.submissions.states import SubmissionState
from hiroba.engines.registry.people import queries as people
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import Actor

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

OFFICE = (Role.OFFICER, Role.AUDITOR)


def submissions_of(user: "User") -> QuerySet[Submission]:
    """What one's bodies are writing or have sent in, the newest first."""
    mine = people.bodies_of(user).order_by().values("pk")
    found = _with_all().filter(Q(body__in=mine) | Q(body__merged_into__in=mine))
    return found.order_by("-started_at", "-pk")


def submissions_received(by: Actor, programme: str) -> QuerySet[Submission]:
    """What came in, for the programme's officers; a draft is nobody's business but its body's."""
    received = _with_all().filter(track__call__programme=programme).received()
    seen = by.holds(*OFFICE, programme=programme)
    return (received if seen else received.none()).order_by("submitted_at", "pk")


def submissions_to_check(by: Actor, programme: str) -> QuerySet[Submission]:
    """What waits for an officer's check, the oldest first."""
    return submissions_received(by, programme).filter(state=SubmissionState.SUBMITTED)


def submissions_to_correct(user: "User") -> QuerySet[Submission]:
    """What was sent back to one's bodies, the first to fall due first."""
    return submissions_of(user).filter(state=SubmissionState.RETURNED).order_by("correct_by", "pk")


def drafts_of(user: "User") -> QuerySet[Submission]:
    """What one's bodies have begun and not sent in."""
    return submissions_of(user).filter(state=SubmissionState.DRAFT)


def submissions_in(*states: str) -> SubmissionQuerySet:
    """All submissions in these states, for rooms that narrow them further."""
    return _with_all().in_states(*states).order_by("ref", "pk")


def held(submission: Submission) -> Submission:
    """The submission as it stands, and nobody else's to change until the transaction ends."""
    found = (
        Submission.objects.select_for_update(of=("self",))
        .select_related(
            "track__call",
            "rules",
            "body__merged_into",
            "owner",
            "document__form_version",
            "revision",
        )
        .get(pk=submission.pk)
    )
    # What was made of the answers is of use as long as they are the same; forms sees to that.
    found.document.read_as = submission.document.read_as
    return found


def with_words(words: str) -> QuerySet[Any, Any]:
    """Those whose title, body or number contains the words."""
    words = words.strip()
    found = Q(title__icontains=words) | Q(body__name_ja__icontains=words) | Q(ref__iexact=words)
    return Submission.objects.filter(found).order_by().values("pk")


def _with_all() -> SubmissionQuerySet:
    return Submission.objects.select_related(
        "track__call",
        "track__form_version",
        "rules",
        "body__merged_into",
        "document__form_version",
        "revision",
    )
