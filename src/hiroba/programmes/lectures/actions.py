"""Everything that is written about lectures, from the request to the answer afterwards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from hiroba.engines.forms import actions as forms
from hiroba.engines.registry.people import queries as people
from hiroba.engines.ties import actions as ties
from hiroba.engines.ties.states import Relation
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.lectures import policies, queries, telling
from hiroba.programmes.lectures.definitions import ANSWER, CODE
from hiroba.programmes.lectures.enlisting import (
    add_absence,
    change_rules,
    register_lecturer,
    revise_lecturer,
)
from hiroba.programmes.lectures.findable import make_findable, thing_of, thing_used
from hiroba.programmes.lectures.matchmaking import accept, decline, offer, release, withdraw
from hiroba.programmes.lectures.models import Answer, Lecture, OnlineClass, Wish
from hiroba.programmes.lectures.states import LECTURE, Kind

if TYPE_CHECKING:
    from hiroba.engines.forms.edits import Edit
    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.lectures.policies import Time

__all__ = [
    "accept",
    "add_absence",
    "answer",
    "ask",
    "cancel",
    "change_rules",
    "confirm",
    "decline",
    "draw_on",
    "offer",
    "record_held",
    "record_not_held",
    "register_lecturer",
    "revise_lecturer",
    "set_link",
    "turn_down",
    "withdraw",
]


@action
def ask(
    *,
    by: "User",
    body: "Body",
    kind: str,
    wishes: Sequence["Time"],
    pupils: int,
    minutes: int,
    **facts: Any,
) -> Lecture:
    """A class waits for a lecturer; what rules hold today hold for it to the end."""
    office = people.responsible_office(body, clock.today())
    rules = queries.rules_on(office, clock.today())
    require(policies.may_ask(by, body, rules, wishes, pupils, minutes))

    assert rules  # Without rules the policy has said no.
    lecture = Lecture.objects.create(
        ref=new_ref("K"),
        kind=kind,
        body=body,
        office=office,
        rules=rules,
        pupils=pupils,
        minutes=minutes,
        asked_by=by,
        asked_at=clock.now(),
        **facts,
    )
    bells = {at: number for number, at in enumerate(lecture.rules.bells, start=1)}
    Wish.objects.bulk_create(
        Wish(lecture=lecture, rank=rank, on=on, at=at, period=bells.get(at))
        for rank, (on, at) in enumerate(wishes, start=1)
    )
    if kind == Kind.ONLINE:
        OnlineClass.objects.create(lecture=lecture)

    note(by, "lectures.ask", lecture, kind=kind, pupils=pupils)
    telling.to_school("asked", lecture)
    return lecture


@action
def confirm(*, by: "User", lecture: Lecture) -> Lecture:
    """It is settled, and both sides know it with the clocks of both."""
    lecture = _locked(lecture)
    require(policies.may_confirm(by, lecture))

    lecture = _moved(lecture, "confirm", confirmed_at=clock.now())

    note(by, "lectures.confirm", lecture)
    telling.to_school("confirmed", lecture)
    telling.to_lecturer("confirmed", _agreed(lecture))
    return lecture


@action
def turn_down(*, by: "User", lecture: Lecture, because: str) -> Lecture:
    """Nobody could be found, and the school knows why."""
    lecture = _locked(lecture)
    require(policies.may_turn_down(by, lecture, because))

    lecture = _moved(lecture, "turn_down", closed_because=because.strip())

    note(by, "lectures.turn_down", lecture, because=because)
    telling.to_school("turned_down", lecture, because)
    return lecture


@action
def cancel(*, by: "User", lecture: Lecture, because: str) -> Lecture:
    """It is called off; the lecturer's time is free again, and everybody knows why."""
    lecture = _locked(lecture)
    require(policies.may_cancel(by, lecture, because))

    live = queries.live_offer(lecture)
    if live:
        release(live, because.strip())
    lecture = _moved(lecture, "cancel", closed_because=because.strip())

    note(by, "lectures.cancel", lecture, because=because)
    telling.to_school("cancelled", lecture, because)
    if live:
        telling.to_lecturer("cancelled", live, because)
    return lecture


@action
def set_link(*, by: "User", lecture: Lecture, link: str) -> Lecture:
    """Both sides will see where they meet, when the time comes."""
    lecture = _locked(lecture)
    require(policies.may_set_link(by, lecture))

    lecture.online.link, lecture.online.linked_at = link, clock.now()
    lecture.online.save(update_fields=["link", "linked_at"])

    # Whoever has the link can enter the classroom, so it is not written down here.
    note(by, "lectures.set_link", lecture)
    return lecture


@action
def record_held(*, by: "User", lecture: Lecture, attended: int) -> Lecture:
    """It took place before so many, and the teacher is asked how it was."""
    lecture = _locked(lecture)
    require(policies.may_record_held(by, lecture, attended))

    held_on = queries.clocks_of(_agreed(lecture)).here.day
    lecture = _moved(lecture, "record_held", held_on=held_on, attended=attended)

    note(by, "lectures.record_held", lecture, attended=attended)
    make_findable(lecture)
    ties.rename(by=by, thing=thing_of(lecture))
    telling.to_school("held", lecture)
    return lecture


@action
def record_not_held(*, by: "User", lecture: Lecture, because: str) -> Lecture:
    """It did not take place; the figures do not count it, and both sides know why."""
    lecture = _locked(lecture)
    require(policies.may_record_not_held(by, lecture, because))

    lecture = _moved(lecture, "record_not_held", closed_because=because.strip())

    note(by, "lectures.record_not_held", lecture, because=because)
    telling.to_school("not_held", lecture, because)
    telling.to_lecturer("not_held", _agreed(lecture), because)
    return lecture


@action
def answer(*, by: "User", lecture: Lecture, edits: tuple["Edit", ...]) -> Answer:
    """The teacher has said how it was; staff and the lecturer read it."""
    lecture = _locked(lecture)
    require(policies.may_answer(by, lecture))

    version = forms.publish(by=by, code=CODE, content=ANSWER)
    document = forms.start(by=by, form_version=version, answers={})
    document = forms.write(by=by, document=document, edits=edits).document
    forms.seal(by=by, document=document, reason="answer")
    given = Answer.objects.create(lecture=lecture, document=document, answered_at=clock.now())

    note(by, "lectures.answer", lecture)
    return given


@action
def draw_on(*, by: "User", lecture: Lecture, ref: str) -> Lecture:
    """A project or a material was used in the lecture, and the pages of both show it."""
    lecture, source = _locked(lecture), thing_used(ref)
    require(policies.may_draw_on(by, lecture, source, ref))

    if source:
        ties.tie(by=by, source=source, target=thing_of(lecture), relation=Relation.USED_IN)

    note(by, "lectures.draw_on", lecture, source=ref)
    return lecture


def _locked(lecture: Lecture) -> Lecture:
    """The row with what the letters and policies need; only the lecture itself is locked."""
    Lecture.objects.select_for_update().get(pk=lecture.pk)
    return Lecture.objects.select_related(*queries.AROUND).get(pk=lecture.pk)


def _moved(lecture: Lecture, verb: str, **facts: Any) -> Lecture:
    LECTURE.move(lecture, verb)
    for name, value in facts.items():
        setattr(lecture, name, value)
    lecture.save(update_fields=["state", *facts])
    return lecture


def _agreed(lecture: Lecture) -> Any:
    """The accepted offer; the database keeps one with every lecture that is agreed."""
    assert lecture.agreed
    return lecture.agreed
