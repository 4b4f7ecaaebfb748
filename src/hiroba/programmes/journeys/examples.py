"""One journey of the story, written for the house; both of its people are made up."""

import json
from pathlib import Path
from typing import Any

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import GUEST
from hiroba.programmes.journeys import actions, queries
from hiroba.programmes.journeys.models import JourneyVersion, Step

FILE = Path(__file__).parent / "data/the-day-after.json"
CODE = "the-day-after"

# Ways that visitors of the exhibition took: how many, the role, and what they chose in each scene.
WALKED = (
    (7, "nadia", ("tell", "papers", "mountain", "show", "help")),
    (5, "nadia", ("hurry", "photos", "sea", "speak", "wait")),
    (6, "sami", ("promise", "papers", "mountain", "ask", "learn")),
    (2, "sami", ("take", "medicine", "sea", "speak", "help")),
)


def content(**change: Any) -> dict[str, Any]:
    """The whole journey as its file has it."""
    return {**json.loads(FILE.read_text()), **change}


def draft(**change: Any) -> JourneyVersion:
    """A version that only officers see."""
    return actions.add_version(by=officer(), content=content(**change), is_sample=True)


def published() -> JourneyVersion:
    """The journey as everybody can walk it; asked again, it is the same."""
    return queries.version_told(CODE) or actions.publish(by=officer(), version=draft())


def walk(version: JourneyVersion, role: str, choices: tuple[str, ...]) -> str:
    """Somebody walks along these choices; what is left is the mark of the last place."""
    mark = actions.set_out(by=GUEST, version=version, role=role)
    for choice in choices:
        standing = queries.standing_at(version.journey.code, mark.signed())
        assert standing
        mark = actions.choose(by=GUEST, standing=standing, choice=choice)
    return mark.signed()


def rest(version: JourneyVersion, role: str, choices: tuple[str, ...] = ()) -> str:
    """Somebody walks along these choices and then steps out."""
    mark = walk(version, role, choices)
    standing = queries.standing_at(version.journey.code, mark)
    assert standing
    return actions.step_out(by=GUEST, standing=standing).signed()


def tell() -> None:
    """The journey of the exhibition, walked by twenty people, and a second version to look at."""
    with clock.at("2023-11-28 10:00"):
        version = published()
    if Step.objects.filter(version=version).exists():
        return
    with clock.at("2023-12-02 14:00"):
        for times, role, choices in WALKED:
            for _time in range(times):
                walk(version, role, choices)
        for _time in range(5):
            rest(version, "nadia", ("tell", "papers"))
    draft(minutes=12)
