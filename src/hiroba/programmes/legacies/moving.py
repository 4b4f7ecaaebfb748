"""The buttons of an open file: what may be done next, each with its address."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.programmes.legacies.states import LEGACY

if TYPE_CHECKING:
    from hiroba.programmes.legacies.models import Legacy

# Verbs that need nothing but a click; the others ask something first.
CLICKED = ("consult", "record_will", "notify")


@dataclass(frozen=True)
class Verb:
    """A button: what it says, where it leads, whether a form comes first."""

    label: str
    url: str
    asks: bool


def verbs_for(legacy: "Legacy") -> list[Verb]:
    """The next steps of a file that one has opened."""
    found = [_verb(legacy, verb) for verb in LEGACY.verbs_from(legacy.state)]
    if found and legacy.erased_on is None:
        url = reverse("legacies:write_down", args=[legacy.ref])
        found.append(Verb(_("ご希望を書きとめる"), url, asks=True))
    return found


def _verb(legacy: "Legacy", verb: str) -> Verb:
    label = str(LEGACY.moves[verb].label)
    if verb in CLICKED:
        return Verb(
            label, reverse("legacies:move", args=[legacy.ref, verb.replace("_", "-")]), asks=False
        )
    return Verb(label, reverse(f"legacies:{verb}", args=[legacy.ref]), asks=True)
