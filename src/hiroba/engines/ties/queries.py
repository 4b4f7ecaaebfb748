"""Questions about ties: who is tied to a thing, and the whole way up and down from it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import connection
from django.utils.translation import get_language

from hiroba.engines.ties.models import Tie
from hiroba.engines.ties.states import Relation, ThingKind

FARTHEST = 8
SHOWN = 5

# Ways that only go down or only go up, so that siblings are no part of a chain; the nearest few of
# each kind, and how many there are.
CHAIN = """
WITH RECURSIVE down(id, step) AS (
    SELECT id, 0 FROM ties_thing WHERE ref = %(ref)s
    UNION
    SELECT tie.target_id, down.step + 1 FROM ties_tie tie JOIN down ON tie.source_id = down.id
    WHERE tie.ended_at IS NULL AND down.step < %(farthest)s
), up(id, step) AS (
    SELECT id, 0 FROM ties_thing WHERE ref = %(ref)s
    UNION
    SELECT tie.source_id, up.step - 1 FROM ties_tie tie JOIN up ON tie.target_id = up.id
    WHERE tie.ended_at IS NULL AND up.step > -%(farthest)s
), met(id, step) AS (
    SELECT id, step FROM down UNION SELECT id, step FROM up
), nearest AS (
    SELECT id, step, ROW_NUMBER() OVER (PARTITION BY id ORDER BY ABS(step), step) AS turn FROM met
), placed AS (
    SELECT thing.*, nearest.step,
        MIN(nearest.step) OVER (PARTITION BY thing.kind) AS first_step,
        COUNT(*) OVER (PARTITION BY thing.kind) AS count,
        ROW_NUMBER() OVER (
            PARTITION BY thing.kind
            ORDER BY thing.is_public DESC, ABS(nearest.step), thing.id
        ) AS place
    FROM nearest JOIN ties_thing thing ON thing.id = nearest.id WHERE nearest.turn = 1
)
SELECT ref, kind, title_ja, title_en, path, is_public, count FROM placed
WHERE place <= %(shown)s ORDER BY first_step, kind, place
"""


@dataclass(frozen=True)
class ThingSeen:
    """A thing as everybody may see it: what is not public has no name and no address."""

    kind: str
    ref: str = ""
    title_ja: str = ""
    title_en: str = ""
    path: str = ""

    @property
    def label(self) -> str:
        """What kind of thing it is, in the reader's language."""
        return str(ThingKind(self.kind).label)

    @property
    def url(self) -> str:
        """The address of its page in the reader's language."""
        language = get_language() or "ja"
        return self.path if language == "ja" or not self.path else f"/{language}{self.path}"


@dataclass(frozen=True)
class TieSeen:
    """One tie of a thing: the thing at the other end, and whether the way goes on from here."""

    relation: str
    thing: ThingSeen
    leads_on: bool

    @property
    def label(self) -> str:
        """What the first did for the second, in the reader's language."""
        return str(Relation(self.relation).label)


@dataclass(frozen=True)
class Step:
    """All things of one kind on the way; only the nearest few are named."""

    kind: str
    things: tuple[ThingSeen, ...]
    count: int
    is_here: bool

    @property
    def label(self) -> str:
        """What kind of things they are, in the reader's language."""
        return str(ThingKind(self.kind).label)

    @property
    def unnamed(self) -> int:
        """How many are only counted."""
        return self.count - len(self.things)


@dataclass(frozen=True)
class Chain:
    """The way up and down from a thing, from its first sources to its last effects."""

    steps: tuple[Step, ...] = ()

    def __bool__(self) -> bool:
        return sum(step.count for step in self.steps) > 1


def ties_of(ref: str, at_most: int = 100) -> list[TieSeen]:
    """The ties that hold at a thing, the oldest first, in one question."""
    found = Tie.objects.holding().at(ref).select_related("source", "target")
    return [_seen_from(ref, tie) for tie in found.order_by("made_at", "pk")[:at_most]]


def chain_through(ref: str) -> Chain:
    """Everything that led to a thing and that came of it, in one question at any size."""
    with connection.cursor() as cursor:
        cursor.execute(CHAIN, {"ref": ref, "farthest": FARTHEST, "shown": SHOWN})
        rows = cursor.fetchall()
    steps = groupby(rows, key=lambda row: row[1])
    return Chain(tuple(_step(ref, kind, list(found)) for kind, found in steps))


def _step(ref: str, kind: str, rows: list[tuple[Any, ...]]) -> Step:
    named = tuple(_seen(*row[:6]) for row in rows if row[5])
    return Step(kind, named, rows[0][6], any(row[0] == ref for row in rows))


def _seen_from(ref: str, tie: Tie) -> TieSeen:
    leads_on = tie.source.ref == ref
    end = tie.target if leads_on else tie.source
    seen = _seen(end.ref, end.kind, end.title_ja, end.title_en, end.path, end.is_public)
    return TieSeen(tie.relation, seen, leads_on)


def _seen(ref: str, kind: str, ja: str, en: str, path: str, is_public: bool) -> ThingSeen:
    return ThingSeen(kind, ref, ja, en, path) if is_public else ThingSeen(kind)
