"""Small worlds for the tests of this room: a gift and what came of it."""

from hiroba.engines.ties import actions
from hiroba.engines.ties.models import Tie
from hiroba.engines.ties.shapes import ThingFacts
from hiroba.engines.ties.states import Relation, ThingKind
from hiroba.foundation.accounts.examples import officer

GIFT = ThingFacts("G-1", ThingKind.GIFT, is_public=False)
PROJECT = ThingFacts("P-1", ThingKind.PROJECT, "村の水道", "Water for a village", "/projects/P-1/")
LESSON = ThingFacts("LN-1", ThingKind.LESSON, "水番を決める", "Name a keeper", "/lessons/LN-1/")
MATERIAL = ThingFacts("M-1", ThingKind.MATERIAL, "水の教材", "Teaching water")
LECTURE = ThingFacts("D-1", ThingKind.LECTURE, "水の授業", "A class on water", "/lectures/D-1/")
ESSAY = ThingFacts("E-1", ThingKind.ESSAY, "蛇口のむこう", "", "/contest/E-1/")

WAY = (
    (GIFT, Relation.FUNDS, PROJECT),
    (PROJECT, Relation.TEACHES, LESSON),
    (LESSON, Relation.MADE_INTO, MATERIAL),
    (MATERIAL, Relation.USED_IN, LECTURE),
    (LECTURE, Relation.INSPIRED, ESSAY),
)


def tied(source: ThingFacts, relation: str, target: ThingFacts) -> Tie:
    """A tie that officer Sato made."""
    return actions.tie(by=officer(), source=source, target=target, relation=relation)


def whole_way() -> None:
    """From the gift to the essay."""
    for source, relation, target in WAY:
        tied(source, relation, target)


def gift(number: int) -> ThingFacts:
    """One of many gifts that nobody sees."""
    return ThingFacts(f"G-{number}", ThingKind.GIFT, is_public=False)
