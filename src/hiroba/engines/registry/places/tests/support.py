"""What the tests of the registry share: refusals, the journal, letters, and rows that stand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hiroba.foundation import clock
from hiroba.foundation.accounts.models import User
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused

LONG = "長" * 110 + "🌏𠮷"


def refused(act: Callable[..., Any], **known: Any) -> str:
    """The sentence with which an action is refused."""
    with pytest.raises(Refused) as refusal:
        act(**known)
    return refusal.value.reason


def broken(write: Callable[[], Any]) -> str:
    """What the database says when a write past the actions breaks a promise."""
    with pytest.raises(IntegrityError) as trouble, transaction.atomic():
        write()
    return str(trouble.value)


def journal(verb: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Who did it to what, with the details, the oldest first."""
    found = Record.objects.filter(verb=verb).order_by("pk")
    return [(record.hand, record.subject, record.details) for record in found]


def letters(kind: str) -> list[tuple[str, str, str]]:
    """To whom, in which language and under which subject letters of a kind went."""
    found = Letter.objects.filter(kind=kind).order_by("pk")
    return [(letter.to, letter.language, letter.subject) for letter in found]


def signed_in(client: Client, user: User) -> Client:
    """The browser of somebody who signed in."""
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def questions(client: Client, url: str) -> int:
    """How many questions the database is asked for a page, which must be there."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@contextmanager
def standing(blocker: Any, build: Callable[[], Any]) -> Iterator[None]:
    """Rows that stand for a whole module of tests and are gone afterwards."""
    with blocker.unblock(), transaction.atomic():
        with clock.at("2023-11-01 10:00"):
            build()
        yield
        transaction.set_rollback(True)
