"""How reported activities become projects, written anew when they changed; part of one action."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people import queries as bodies
from hiroba.engines.registry.places import queries as places
from hiroba.foundation import clock
from hiroba.foundation.iati.texts import only_in, said_in
from hiroba.programmes.cooperation.projects import plans
from hiroba.programmes.cooperation.projects.findable import make_findable
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.rows import parts
from hiroba.programmes.cooperation.projects.rows import project as project_rows

if TYPE_CHECKING:
    from django.db.models import Model

    from hiroba.foundation.actors import Actor
    from hiroba.foundation.iati.activities import Activity

AT_ONCE = 500


def take_in(by: "Actor", batch: list[plans.Arrival]) -> None:
    """New activities become projects, changed ones are written anew with all that hangs on them."""
    taken = [one for one in batch if one.activity and one.fate in (plans.NEW, plans.CHANGED)]
    if not taken:
        return
    activities = {one.activity.identifier: one.activity for one in taken if one.activity}
    known = _known(by, list(activities.values()))
    projects = _projects(taken, known)
    write(
        part
        for project in projects
        for part in parts.parts_of(project, activities[str(project.iati_identifier)], known)
    )
    make_findable(projects)


def _known(by: "Actor", activities: "list[Activity]") -> project_rows.Known:
    """Countries by code; the bodies that report become known to the registry."""
    reporting = {one.reporting.ref: one.reporting for one in activities if one.reporting.ref}
    for ref, body in reporting.items():
        people.register_foreign_body(
            by=by,
            identifier=ref,
            name_en=said_in(body.name, "en"),
            name_ja=only_in(body.name, "ja"),
            kind=body.type,
        )
    named = {body.ref for one in activities for body in one.organisations if body.ref}
    found = bodies.bodies().filter(identifier__in=named | set(reporting))
    countries = dict(places.countries().values_list("code", "pk"))
    return project_rows.Known(countries, {body.identifier: body for body in found})


def _projects(taken: list[plans.Arrival], known: project_rows.Known) -> list[Project]:
    """The projects themselves, written; what hung on changed ones is gone."""
    identifiers = [one.activity.identifier for one in taken if one.activity]
    before = {
        str(project.iati_identifier): project
        for project in Project.objects.filter(iati_identifier__in=identifiers)
    }
    today, now = clock.today(), clock.now()
    projects = [project_rows.project_of(one, before, known, today, now) for one in taken]
    Project.objects.bulk_create([one for one in projects if one.pk is None], batch_size=AT_ONCE)
    if before:
        Project.objects.bulk_update(before.values(), project_rows.COLUMNS, batch_size=50)
        _clear(list(before.values()))
    return projects


def _clear(projects: list[Project]) -> None:
    for relation in parts.PARTS:
        relation.objects.filter(project__in=projects).delete()


def write(rows: "Iterable[Model]") -> None:
    """Rows of each kind in one go, parents before their children."""
    kinds: dict[type[Model], list[Model]] = {}
    for part in rows:
        kinds.setdefault(type(part), []).append(part)
    for kind, found in kinds.items():
        kind._default_manager.bulk_create(found, batch_size=AT_ONCE)
