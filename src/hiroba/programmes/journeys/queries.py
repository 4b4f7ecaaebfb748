"""Questions about journeys: what is told, where somebody stands, and what people chose."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet

from hiroba.foundation.roles import Role
from hiroba.programmes.journeys import checks
from hiroba.programmes.journeys.marks import read
from hiroba.programmes.journeys.models import JourneyVersion, Step
from hiroba.programmes.journeys.states import VersionState

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.journeys.definitions import Choice, Ending, Scene, Words
    from hiroba.programmes.journeys.marks import Mark

PROGRAMME = "journeys"
KIND = "journeys"
FEWEST = 5


@dataclass(frozen=True)
class Standing:
    """Where somebody stands: in a scene with its choices, or at an ending with its remarks."""

    version: JourneyVersion
    mark: "Mark"
    scene: "Scene | None" = None
    choices: "tuple[Choice, ...]" = ()
    ending: "Ending | None" = None
    remarks: "tuple[Words, ...]" = ()


@dataclass(frozen=True)
class Cell:
    """How many did something; None when they are so few that one could be recognised."""

    role: str
    scene: str
    what: str
    count: int | None


def versions_told() -> QuerySet[JourneyVersion]:
    """The journeys that everybody may walk, by name."""
    found = JourneyVersion.objects.filter(state=VersionState.PUBLISHED)
    return found.select_related("journey").order_by("journey__code", "pk")


def version_told(code: str) -> JourneyVersion | None:
    """The version in which a journey is told now."""
    return versions_told().filter(journey__code=code).first()


def versions_kept_by(by: "Actor") -> QuerySet[JourneyVersion]:
    """All versions, the newest first, for those who look after them."""
    found = JourneyVersion.objects.select_related("journey", "added_by").order_by("-pk")
    return found if by.holds(Role.OFFICER, Role.AUDITOR, programme=PROGRAMME) else found.none()


def versions_to_publish(by: "Actor") -> QuerySet[JourneyVersion]:
    """Versions that an officer has not published yet, the oldest first."""
    found = versions_kept_by(by).filter(state=VersionState.DRAFT).order_by("added_at", "pk")
    return found if by.holds(Role.OFFICER, programme=PROGRAMME) else found.none()


def findings_of(version: JourneyVersion) -> list[str]:
    """What stands against its publication."""
    return checks.findings(version.story)


def standing_at(code: str, text: str) -> Standing | None:
    """Where a mark in an address leads; a way that was begun can be walked to its end."""
    mark = read(text)
    if mark is None:
        return None
    known = JourneyVersion.objects.exclude(state=VersionState.DRAFT).select_related("journey")
    version = known.filter(pk=mark.version, journey__code=code).first()
    return _standing(version, mark) if version else None


def _standing(version: JourneyVersion, mark: "Mark") -> Standing | None:
    story = version.story
    if ending := story.ending_by_key.get(mark.scene):
        held = tuple(each.text for each in ending.remarks if each.when.holds(mark.values))
        return Standing(version, mark, ending=ending, remarks=held)
    if scene := story.scene_by_key.get(mark.scene):
        return Standing(version, mark, scene, scene.open_choices(mark.values))
    return None


def statistics_of(version: JourneyVersion) -> list[Cell]:
    """For each role and scene how often each way was taken, and how often somebody stepped out."""
    found = Step.objects.filter(version=version).order_by()
    rows = found.values_list("role", "scene", "choice").annotate(n=Count("pk"))
    counts = {(role, scene, choice): n for role, scene, choice, n in rows}
    return [
        Cell(role, scene, what, _shown(counts.get((role, scene, what), 0)))
        for role in version.story.role_by_key
        for scene, whats in _asked(version)
        for what in whats
    ]


def _asked(version: JourneyVersion) -> list[tuple[str, list[str]]]:
    """Each scene with its ways; the way out is the empty one."""
    scenes = version.story.scenes
    return [(scene.key, [*(each.key for each in scene.choices), ""]) for scene in scenes]


def _shown(count: int) -> int | None:
    return count if count >= FEWEST or count == 0 else None
