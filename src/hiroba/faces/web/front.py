"""What the first page shows of the rooms behind it."""

from typing import TYPE_CHECKING, Any

from hiroba.programmes.cooperation.projects import queries as projects
from hiroba.programmes.cooperation.projects.maps import map_of_projects
from hiroba.programmes.cooperation.proposals import queries as proposals
from hiroba.reports.figures import queries as figures

if TYPE_CHECKING:
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


def front(by: "Actor") -> dict[str, Any]:
    """Open calls, well-known figures, the newest projects and their map."""
    return {
        "open_calls": list(proposals.open_calls()[:CALLS]),
        "headlines": _headlines(),
        "latest": list(projects.projects_seen_by(by)[:LATEST]),
        "world": map_of_projects(),
    }


def _headlines() -> "list[Figure]":
    """The best known figures of which something is known."""
    found = figures.figures()
    return [found[code] for code in HEADLINES if code in found and found[code].value is not None]
