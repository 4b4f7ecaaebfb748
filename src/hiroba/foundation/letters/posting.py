"""Taking letters from the outbox to the mail server."""

import logging
from collections.abc import Callable
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage

from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.letters import actions, queries
from hiroba.foundation.letters.models import Letter

REFUSED_FOR_GOOD = 500

log = logging.getLogger(__name__)


def deliver_due(limit: int = 50, stop: Callable[[], bool] = lambda: False) -> int:
    """Deliver what is due, and tell how many letters left; ends early when the server is away."""
    sent = 0
    for letter in queries.due_letters()[:limit]:
        if stop():
            break
        if not actions.claim(by=CLOCKWORK, letter=letter):
            continue
        try:
            message(letter).send()
        except Exception as trouble:
            _put_back(letter, trouble)
            if _is_away(trouble):
                break
        else:
            actions.deliver(by=CLOCKWORK, letter=letter)
            sent += 1
    return sent


def message(letter: Letter) -> EmailMessage:
    """The letter as the mail server wants it."""
    headers = {
        "Message-ID": letter.message_id,
        "Auto-Submitted": "auto-generated",
        "Content-Language": letter.language,
    }
    return EmailMessage(letter.subject, letter.body, to=[letter.to], headers=headers)


def _put_back(letter: Letter, trouble: Exception) -> None:
    told = f"{type(trouble).__name__}: {trouble}"
    log.warning("letter %s could not leave: %s", letter.ref, told)
    settle = actions.give_up if _is_final(trouble) else actions.postpone
    settle(by=CLOCKWORK, letter=letter, error=told)


def _is_away(trouble: Exception) -> bool:
    """No connection at all: the other letters would only wait for the same silence."""
    return isinstance(trouble, OSError) and not isinstance(trouble, SMTPException)


def _is_final(trouble: Exception) -> bool:
    """The server says that there is no such mailbox; asking again changes nothing."""
    if not isinstance(trouble, SMTPRecipientsRefused):
        return False
    return all(code >= REFUSED_FOR_GOOD for code, _ in trouble.recipients.values())
