"""Everything that is written about ties.

A room ties its things inside its own action, in the same transaction:

    from hiroba.engines.ties import actions as ties
    from hiroba.engines.ties.shapes import ThingFacts, path_to
    from hiroba.engines.ties.states import Relation, ThingKind

    def thing_of(lesson: Lesson) -> ThingFacts:
        path = path_to("projects:lesson", lesson.about_ref, lesson.ref)
        return ThingFacts(lesson.ref, ThingKind.LESSON, lesson.title_ja, lesson.title_en, path)

    ties.tie(by=by, source=thing_of(project), target=thing_of(lesson), relation=Relation.TEACHES)

Tying twice ties once. What is told about a thing counts from then on, wherever it is shown; when
its title, its address or its publicity changes without a new tie, `rename` tells it. Any page
shows the way that leads through a thing with `{% load ties %}{% chain ref %}`: one question, and
nothing at all when nothing is tied. `queries.chain_through(ref)` gives the same to programs.
"""

from dataclasses import asdict
from typing import TYPE_CHECKING

from hiroba.engines.ties import policies
from hiroba.engines.ties.models import Thing, Tie
from hiroba.engines.ties.shapes import ThingFacts
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor

SHOWN = ["kind", "title_ja", "title_en", "path", "is_public"]


@action
def tie(*, by: "Actor", source: ThingFacts, target: ThingFacts, relation: str) -> Tie:
    """The first thing did something for the second; told twice, they are tied once."""
    require(policies.may_tie(by, source, target, relation))

    ends = _told([source, target])
    known = {"source": ends[source.ref], "target": ends[target.ref], "relation": relation}
    found, is_new = Tie.objects.holding().get_or_create(
        **known, defaults={"made_by": by.account, "made_at": clock.now()}
    )

    if is_new:
        note(by, "ties.tie", source.ref, target=target.ref, relation=relation)
    return found


@action
def untie(*, by: "Actor", tie: Tie, because: str) -> Tie:
    """The tie holds no longer, for a reason that is kept."""
    tie = Tie.objects.select_for_update(of=("self",)).select_related("source", "target").get(
        pk=tie.pk
    )  # fmt: skip
    require(policies.may_untie(by, tie, because))

    tie.ended_at, tie.ended_because = clock.now(), because.strip()
    tie.save(update_fields=["ended_at", "ended_because"])

    told = {"relation": tie.relation, "because": tie.ended_because}
    note(by, "ties.untie", tie.source.ref, target=tie.target.ref, **told)
    return tie


@action
def rename(*, by: "Actor", thing: ThingFacts) -> bool:
    """What is tied is shown as told from now on; False when nothing is tied to it."""
    require(policies.may_rename(by, thing))

    known = Thing.objects.filter(ref=thing.ref)
    changed = known.update(**{name: getattr(thing, name) for name in SHOWN})

    if changed:
        note(by, "ties.rename", thing.ref)
    return bool(changed)


def _told(facts: list[ThingFacts]) -> dict[str, Thing]:
    """Both ends as they are shown from now on; in one order, so that two writers never cross."""
    rows = [Thing(**asdict(one)) for one in sorted(facts, key=lambda one: one.ref)]
    Thing.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["ref"], update_fields=SHOWN
    )
    return {thing.ref: thing for thing in Thing.objects.filter(ref__in=[one.ref for one in rows])}
