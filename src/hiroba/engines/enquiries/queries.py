"""Questions about queues, cases and what may be seen of them."""

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from hiroba.engines.enquiries.models import (
    Case,
    CaseQuerySet,
    FaqEntry,
    Message,
    Promise,
    Queue,
    Topic,
)
from hiroba.engines.enquiries.states import FaqState
from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation.roles import EVERYWHERE, Role

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor


def queues(programme: str = "") -> QuerySet[Queue]:
    """Queues, those of one programme or all."""
    found = Queue.objects.order_by("code", "pk")
    return found.filter(programme=programme) if programme else found


def queue(code: str) -> Queue | None:
    """The queue with this code."""
    return Queue.objects.filter(code=code).first()


def promise_of(queue: Queue) -> Promise | None:
    """What the queue promises to whoever asks now."""
    return queue.promises.order_by("-number").first()


def topics_of(programme: str) -> QuerySet[Topic]:
    """What questions to a programme are about."""
    return Topic.objects.filter(programme=programme).order_by("pk")


def queues_kept_by(by: "Actor") -> QuerySet[Queue]:
    """Queues whose cases an officer sees; of confidential ones only those granted by name."""
    scopes = by.scopes(Role.OFFICER)
    codes = [scope.removeprefix("queue:") for scope in scopes if scope.startswith("queue:")]
    open_to = Q(is_confidential=False)
    if EVERYWHERE not in scopes:
        parts = [one.removeprefix("programme:") for one in scopes if one.startswith("programme:")]
        open_to &= Q(programme__in=parts)
    found = Queue.objects.order_by("code", "pk")
    return found.filter(open_to | Q(code__in=codes)) if scopes else found.none()


def is_kept_by(by: "Actor", queue: Queue) -> bool:
    """Whether the officer sees the cases of a queue; asks nothing of the database."""
    scopes = by.scopes(Role.OFFICER)
    wide = {EVERYWHERE, f"programme:{queue.programme}"}
    return f"queue:{queue.code}" in scopes or (not queue.is_confidential and bool(scopes & wide))


def cases_seen_by(by: "Actor", programme: str = "") -> CaseQuerySet:
    """One's own cases, those of one's bodies, and those of the queues one keeps."""
    seen = Q(queue__in=queues_kept_by(by))
    if by.account is not None:
        seen |= _own(by.account)
    found = _cases().filter(seen)
    return found.filter(queue__programme=programme) if programme else found


def cases_of(user: "User", programme: str = "") -> CaseQuerySet:
    """What the person asked, or somebody in the name of the person's body; the newest first."""
    found = _cases().filter(_own(user))
    return found.filter(queue__programme=programme) if programme else found


def is_asker(by: "Actor", case: Case) -> bool:
    """Whether this person asked, or belongs to the body in whose name it was asked."""
    return by.account is not None and Case.objects.filter(_own(by.account), pk=case.pk).exists()


def _own(user: "User") -> Q:
    """What is confidential stays with the person who asked, also within a body."""
    mine = bodies.bodies_acted_for_by(user).values("pk")
    return Q(asked_by=user) | Q(body__in=mine, queue__is_confidential=False)


def cases_kept_by(by: "Actor", programme: str = "") -> CaseQuerySet:
    """Cases of the queues that an officer keeps, the newest first."""
    found = _cases().filter(queue__in=queues_kept_by(by))
    return found.filter(queue__programme=programme) if programme else found


def waiting_for(by: "Actor", programme: str = "") -> CaseQuerySet:
    """Cases in which the officer has the next word, the first due first."""
    return cases_kept_by(by, programme).to_answer()


def _cases() -> CaseQuerySet:
    return Case.objects.select_related("queue", "asked_by", "body").order_by("-pk")


def messages_of(case: Case, by: "Actor") -> QuerySet[Message]:
    """What was said in a case, in order; internal words only for those who keep the queue."""
    found = case.messages.select_related("written_by").order_by("number")
    return found if is_kept_by(by, case.queue) else found.filter(is_internal=False)


def faq(programme: str) -> QuerySet[FaqEntry]:
    """Answers for everybody, the newest first."""
    found = FaqEntry.objects.filter(state=FaqState.APPROVED, queue__programme=programme)
    return found.select_related("queue").order_by("-pk")


def faq_waiting_for(by: "Actor", programme: str = "") -> QuerySet[FaqEntry]:
    """Answers that an officer other than the writer has to read."""
    found = FaqEntry.objects.filter(state=FaqState.DRAFT, queue__in=queues_kept_by(by))
    found = found.exclude(drafted_by=by.account).select_related("queue", "case").order_by("pk")
    return found.filter(queue__programme=programme) if programme else found


def faq_of(case: Case) -> FaqEntry | None:
    """The answer for everybody that was made from a case."""
    return case.faq.order_by("-pk").first()
