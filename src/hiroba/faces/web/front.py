"""What the first page shows of the rooms behind it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hiroba.foundation import clock
from hiroba.programmes.cooperation.projects import queries as projects
from hiroba.programmes.cooperation.projects.maps import map_of_projects
from hiroba.programmes.cooperation.proposals import queries as proposals
from hiroba.programmes.plaza import queries as plaza
from hiroba.reports.figures import queries as figures

if TYPE_CHECKING:
    from hiroba.engines.intake.calls.models import Call, Track
    from hiroba.foundation.actors import Actor
    from hiroba.reports.figures.reckoning import Figure

HEADLINES = (
    "grassroots_projects",
    "plaza_ichigaya_visitors",
    "plaza_refugee_exhibition_visitors",
    "japan_desk_countries",
)
CALLS = 3
LATEST = 6


@dataclass(frozen=True)
class OpenCall:
    """A call with the tracks one can still enter."""

    call: "Call"
    tracks: "list[Track]"


def front(by: "Actor") -> dict[str, Any]:
    """Open calls, exhibitions on show, well-known figures, the newest projects and their map."""
    return {
        "open_calls": _open_calls(),
        "on_now": list(plaza.on_now()[:CALLS]),
        "headlines": _headlines(),
        "latest": list(projects.projects_seen_by(by)[:LATEST]),
        "world": map_of_projects(),
    }


def _open_calls() -> list[OpenCall]:
    """The newest open calls; a track that has closed is not offered."""
    now = clock.now()
    return [
        OpenCall(
            call, [each for each in call.tracks.all() if each.opens_at <= now < each.closes_at]
        )
        for call in proposals.open_calls()[:CALLS]
    ]


def _headlines() -> "list[Figure]":
    """The best known figures of which something is known."""
    found = figures.figures(codes=HEADLINES)
    return [found[code] for code in HEADLINES if code in found and found[code].value is not None]
