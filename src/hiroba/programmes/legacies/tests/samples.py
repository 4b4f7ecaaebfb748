"""Small worlds for the tests of this room."""

import datetime
from typing import Any

from hiroba.foundation import clock
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.programmes.legacies import actions
from hiroba.programmes.legacies.examples import hiroba_trust, legacy_officer
from hiroba.programmes.legacies.models import Legacy

TODAY = datetime.date(2023, 11, 1)
# Nobody outside the file may ever read one of these.
SECRETS = (
    "楓 花子",
    "kaede@example.jp",
    "090-0000-0000",
    "遺言のことを聞きたい",
    "図書館を建てたい",
    "伝えることに同意します",
)
NAME, EMAIL, PHONE, WORDS, WISHES, CONSENT = SECRETS

# The shortest way to each state, from one verb to the next.
PATHS: dict[str, tuple[str, ...]] = {
    "enquiry": (),
    "referred": ("refer",),
    "consulting": ("refer", "consult"),
    "will_made": ("refer", "consult", "record_will"),
    "noticed": ("refer", "consult", "record_will", "notify"),
    "accepted": ("refer", "consult", "record_will", "notify", "accept"),
    "declined": ("refer", "consult", "record_will", "notify", "decline"),
    "receiving": ("refer", "consult", "record_will", "notify", "accept", "receive"),
    "closed": ("close",),
}


def told(verb: str) -> dict[str, Any]:
    """What each verb asks for."""
    known: dict[str, dict[str, Any]] = {
        "refer": {
            "partner": hiroba_trust(),
            "given_by": NAME,
            "given_on": clock.today() - datetime.timedelta(days=1),
            "words": CONSENT,
        },
        "accept": {"nature": "money"},
        "decline": {"declining": "debts"},
        "receive": {"yen": 3_000_000, "received_on": clock.today()},
        "close": {"closing": "wished"},
    }
    return known.get(verb, {})


def asked(**facts: Any) -> Legacy:
    """Somebody has asked in confidence."""
    known = {"name": NAME, "email": EMAIL, "phone": PHONE, "words": WORDS, **facts}
    return actions.enquire(by=GUEST, **known)


def done(legacy: Legacy, verb: str, **changed: Any) -> Legacy:
    """The verb was done by the officer for legacies."""
    getattr(actions, verb)(by=legacy_officer(), legacy=legacy, **told(verb) | changed)
    legacy.refresh_from_db()
    return legacy


def in_state(state: str) -> Legacy:
    """A legacy that went its way to a state."""
    legacy = asked()
    for verb in PATHS[state]:
        legacy = done(legacy, verb)
    return legacy


def opened(legacy: Legacy, because: str = "answer") -> Legacy:
    """The officer for legacies has the file open."""
    actions.open_file(by=legacy_officer(), legacy=legacy, because=because)
    return legacy


def noted(subject: str) -> list[tuple[str, str, dict[str, Any]]]:
    """What the journal tells about a thing, in order."""
    found = Record.objects.filter(subject=subject).order_by("pk")
    return list(found.values_list("hand", "verb", "details"))


def letters(ref: str) -> list[tuple[str, str]]:
    """The letters about a legacy: their kind and to whom."""
    return list(Letter.objects.filter(about=ref).order_by("pk").values_list("kind", "to"))
