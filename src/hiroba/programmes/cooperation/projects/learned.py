"""What a project teaches and where it spreads, as its page shows it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiroba.engines.results import policies as results
from hiroba.engines.results import queries as spreads
from hiroba.engines.results.queries import Tree
from hiroba.engines.results.states import ADOPTION
from hiroba.programmes.cooperation.projects import policies, queries
from hiroba.programmes.cooperation.projects.models import Project

if TYPE_CHECKING:
    from hiroba.engines.results.models import Adoption, Lesson, Practice
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.verdicts import Verdict

STEPS = ("pilot_practice", "adopt_practice", "sustain_practice", "stop_practice")


@dataclass(frozen=True)
class Step:
    """What an officer may record next about a place."""

    door: str
    label: str


@dataclass(frozen=True)
class Place:
    """Where a practice was taken up, how far from its origin, and what may be recorded next."""

    adoption: "Adoption"
    depth: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Grown:
    """A practice, the places below each other, and at how many it is really done."""

    practice: "Practice"
    places: tuple[Place, ...]
    count: int


@dataclass(frozen=True)
class Learned:
    """Lessons and practices of a project, and whether one may add to them."""

    lessons: tuple["Lesson", ...] = ()
    trees: tuple[Grown, ...] = ()
    may_write: "Verdict | None" = None

    def __bool__(self) -> bool:
        return bool(self.lessons or self.trees or self.may_write)


def learned_from(by: "Actor", project: Project) -> Learned:
    """What somebody may read about the lessons of a project, in at most three questions."""
    if not project.is_own:
        return Learned()
    may_write = policies.may_write_lesson(by, project)
    trees = spreads.spread_from(project.ref)
    return Learned(
        tuple(queries.lessons_of(by, project)),
        tuple(_grown(tree, bool(may_write)) for tree in trees),
        may_write,
    )


def _grown(tree: Tree, may_write: bool) -> Grown:
    places = (
        Place(one.adoption, one.depth, _steps_of(one.adoption) if may_write else ())
        for one in tree.branches
    )
    return Grown(tree.practice, tuple(places), tree.places)


def _steps_of(adoption: "Adoption") -> tuple[Step, ...]:
    verbs = [verb for verb in STEPS if verb in ADOPTION.verbs_from(adoption.state)]
    doors = ((verb.removesuffix("_practice"), ADOPTION.moves[verb].label) for verb in verbs)
    return tuple(Step(door, str(label)) for door, label in doors)


def lesson_verbs(by: "Actor", lesson: "Lesson") -> dict[str, "Verdict"]:
    """What may be done with a lesson, each with its reason when it may not."""
    return {
        "revise": results.may_revise_lesson(by, lesson),
        "review": results.may_review_lesson(by, lesson),
        "publish": results.may_publish_lesson(by, lesson),
    }
