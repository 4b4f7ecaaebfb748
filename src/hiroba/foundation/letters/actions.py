"""Everything that is written about letters."""

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.letters import policies, queries
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.letters.states import LETTER, LetterState
from hiroba.foundation.letters.writing import is_address, message_id, worded
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor

LEASE = timedelta(minutes=5)
PAUSES = [timedelta(minutes=m) for m in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 24 * 60)]
ERROR_LENGTH = 2000
# Stands where an address was.
FORGOTTEN = "-"

log = logging.getLogger(__name__)


def send(
    kind: str,
    *,
    to: str,
    about: Any,
    language: str = "ja",
    key: str = "",
    secret: bool = False,
    **facts: Any,
) -> Letter:
    """A letter waits in the outbox, in the same transaction as the fact it tells.

    The same key gives the same letter. A secret letter (a code, a link to sign in) is read by
    nobody else, and forgotten when it has left. Without an address a test fails; elsewhere the
    letter is kept undelivered, because a missing address must not undo what the person did.
    """
    if key and (written := Letter.objects.filter(key=key).first()):
        return written
    subject, body = worded(kind, language, about, facts)
    letter = Letter(
        ref=new_ref("L"),
        key=key,
        kind=kind,
        to=to.strip(),
        language=language,
        about=about if isinstance(about, str) else about.ref,
        subject=subject,
        body=body,
        is_secret=secret,
        not_before=clock.machine(),
        queued_at=clock.now(),
    )
    letter.message_id = message_id(letter.ref)
    if not is_address(letter.to):
        _without_address(letter)
    return _put(letter)


def forget(about: str) -> None:
    """Of letters about a thing nobody knows any more to whom they went and what they said."""
    gone = Letter.objects.filter(about=about).exclude(state=LetterState.QUEUED)
    gone.update(to=FORGOTTEN, subject="", body="")


def _without_address(letter: Letter) -> None:
    if settings.HIROBA_ENV == "test":
        raise ValueError(f"{letter.kind} about {letter.about} has no address: {letter.to!r}")
    log.error("letter %s (%s) has no address", letter.ref, letter.kind)
    letter.state = LetterState.DEAD
    letter.last_error = f"no address: {letter.to!r}"
    letter.to = ""


def _put(letter: Letter) -> Letter:
    """Store the letter; when two write the same key at once, both get the first one's."""
    if not letter.key:
        letter.save(force_insert=True)
        return letter
    Letter.objects.bulk_create([letter], ignore_conflicts=True)
    return Letter.objects.get(key=letter.key)


def _forget_secret(letter: Letter) -> None:
    """What nobody else may read is not kept; in the demo it stays, there it is read on a page."""
    if letter.is_secret and not queries.shown_to_everyone():
        letter.subject = letter.body = ""


@action
def claim(*, by: "Actor", letter: Letter) -> bool:
    """The letter is in one pair of hands for a while; False when another pair was faster."""
    require(policies.may_claim(by))

    moment = clock.machine()
    free = Letter.objects.due(moment).filter(pk=letter.pk)
    claimed = free.update(lease_until=moment + LEASE, attempts=F("attempts") + 1)

    return bool(claimed)


@action
def deliver(*, by: "Actor", letter: Letter) -> Letter:
    """The letter has been handed to the mail server."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    require(policies.may_deliver(by, letter))

    LETTER.move(letter, "deliver")
    letter.sent_at, letter.lease_until, letter.last_error = clock.now(), None, ""
    _forget_secret(letter)
    letter.save(update_fields=["state", "sent_at", "lease_until", "last_error", "subject", "body"])

    return letter


@action
def postpone(*, by: "Actor", letter: Letter, error: str) -> Letter:
    """The letter waits for another attempt, longer each time; in the end it is given up."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    require(policies.may_postpone(by, letter))

    if letter.attempts > len(PAUSES):
        return give_up(by=by, letter=letter, error=error)
    letter.not_before = clock.machine() + PAUSES[letter.attempts - 1]
    letter.lease_until, letter.last_error = None, error[:ERROR_LENGTH]
    letter.save(update_fields=["not_before", "lease_until", "last_error"])

    return letter


@action
def give_up(*, by: "Actor", letter: Letter, error: str) -> Letter:
    """The letter lies among the undelivered, with the reason, until an administrator sees to it."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    require(policies.may_give_up(by, letter))

    LETTER.move(letter, "give_up")
    letter.lease_until, letter.last_error = None, error[:ERROR_LENGTH]
    _forget_secret(letter)
    letter.save(update_fields=["state", "lease_until", "last_error", "subject", "body"])

    log.error("letter %s (%s) is given up: %s", letter.ref, letter.kind, letter.last_error)
    return letter


@action
def retry(*, by: "Actor", letter: Letter) -> Letter:
    """The letter waits in the outbox again, with all its attempts before it."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    require(policies.may_retry(by, letter))

    LETTER.move(letter, "retry")
    letter.attempts, letter.not_before = 0, clock.machine()
    letter.save(update_fields=["state", "attempts", "not_before"])

    note(by, "letters.retry", letter)
    return letter
