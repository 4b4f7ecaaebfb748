"""Questions about letters."""

from typing import TYPE_CHECKING

from django.conf import settings

from hiroba.foundation import clock
from hiroba.foundation.letters.models import Letter, LetterQuerySet
from hiroba.foundation.letters.states import LetterState
from hiroba.foundation.roles import Role

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor

# Letters with codes and links that open an account; nobody but its owner reads them.
KEYS = "accounts/"


def shown_to_everyone() -> bool:
    """In the demo the outbox takes the place of everybody's mailbox."""
    return bool(settings.HIROBA_ENV == "demo")


def letters_seen_by(by: "Actor") -> LetterQuerySet:
    """Letters for an administrator, and for everyone in the demo; the newest first."""
    letters = Letter.objects.order_by("-pk")
    if shown_to_everyone():
        return letters
    ours = letters.exclude(kind__startswith=KEYS)
    return ours if by.holds(Role.ADMINISTRATOR) else ours.none()


def letters_matching(by: "Actor", to: str) -> LetterQuerySet:
    """The letters somebody may see whose address contains the words."""
    return letters_seen_by(by).filter(to__icontains=to.strip())


def letters_to(address: str) -> LetterQuerySet:
    """What was written to one address, the oldest first."""
    return Letter.objects.filter(to=address).order_by("pk")


def letters_about(ref: str) -> LetterQuerySet:
    """What was written about one thing, the oldest first."""
    return Letter.objects.filter(about=ref).order_by("pk")


def dead_letters() -> LetterQuerySet:
    """Letters that could not be delivered, the newest first."""
    return Letter.objects.filter(state=LetterState.DEAD).order_by("-pk")


def due_letters() -> LetterQuerySet:
    """Letters to be delivered now, those that waited longest first."""
    return Letter.objects.due(clock.machine()).order_by("not_before", "pk")


def waiting_count() -> int:
    """How many letters wait in the outbox."""
    return Letter.objects.filter(state=LetterState.QUEUED).count()
