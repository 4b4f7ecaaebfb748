"""Lecturers and the rules of offices: what must stand before anybody can ask."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people import queries as known
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.lectures import policies
from hiroba.programmes.lectures.models import Absence, Lecturer, LectureRules

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Office
    from hiroba.engines.registry.themes.models import Theme
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor


@action
def register_lecturer(
    *, by: "User", name: str, email: str, themes: Iterable["Theme"], **facts: Any
) -> Lecturer:
    """Somebody gives lectures; a person the house knows by this address stays the same."""
    require(policies.may_register_lecturer(by))

    person = known.person_by_email(email)
    person = person or people.know_person(by=by, name=name, email=email)
    lecturer = Lecturer.objects.create(ref=new_ref("V"), person=person, **facts)
    lecturer.themes.set(themes)

    note(by, "lectures.register_lecturer", lecturer)
    return lecturer


@action
def revise_lecturer(
    *, by: "User", lecturer: Lecturer, themes: Iterable["Theme"], **facts: Any
) -> Lecturer:
    """What is known about the lecturer is right again."""
    lecturer = Lecturer.objects.select_for_update().get(pk=lecturer.pk)
    require(policies.may_revise_lecturer(by))

    for name, value in facts.items():
        setattr(lecturer, name, value)
    lecturer.save(update_fields=list(facts))
    lecturer.themes.set(themes)

    note(by, "lectures.revise_lecturer", lecturer, changed=sorted(facts))
    return lecturer


@action
def add_absence(
    *, by: "User", lecturer: Lecturer, since: datetime.date, until: datetime.date
) -> Absence:
    """Nobody is asked for these days."""
    require(policies.may_add_absence(by, lecturer, since, until))

    absence = Absence.objects.create(lecturer=lecturer, since=since, until=until)

    note(by, "lectures.add_absence", lecturer, since=str(since), until=str(until))
    return absence


@action
def change_rules(
    *,
    by: "Actor",
    office: "Office | None",
    since: datetime.date,
    earliest: datetime.time,
    latest: datetime.time,
    **facts: Any,
) -> LectureRules:
    """From a day on the office takes requests under these rules; what was asked keeps its own."""
    require(policies.may_change_rules(by, since, earliest, latest))

    rules = LectureRules.objects.create(
        office=office,
        since=since,
        earliest=earliest,
        latest=latest,
        made_at=clock.now(),
        **facts,
    )

    note(by, "lectures.change_rules", rules, since=str(since))
    return rules
