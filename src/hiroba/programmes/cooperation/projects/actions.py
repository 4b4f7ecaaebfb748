"""Everything that is written about projects: ours from adoption on, and those others report."""

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from hiroba.engines.registry.people import actions as people
from hiroba.engines.registry.people import queries as bodies
from hiroba.engines.registry.places import queries as places
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.files import actions as files
from hiroba.foundation.files.kinds import XML
from hiroba.foundation.iati.faults import NotReadable
from hiroba.foundation.iati.texts import only_in, said_in
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import Refused, require
from hiroba.programmes.cooperation.projects import plans, policies, queries
from hiroba.programmes.cooperation.projects.findable import make_findable
from hiroba.programmes.cooperation.projects.models import ImportRun, Project
from hiroba.programmes.cooperation.projects.rows import own, parts
from hiroba.programmes.cooperation.projects.rows import project as project_rows
from hiroba.programmes.cooperation.projects.states import PROJECT, Origin

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.db.models import Model

    from hiroba.engines.registry.people.models import Body
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.files.models import StoredFile
    from hiroba.foundation.iati.activities import Activity

AT_ONCE = 500
PURPOSE = "projects.iati"


@action
def adopt(
    *,
    by: "Actor",
    title_ja: str,
    scheme: str,
    countries: Sequence[str],
    body: "Body | None" = None,
    title_en: str = "",
    summary_ja: str = "",
    summary_en: str = "",
    prefecture_code: str = "",
    planned_start: datetime.date | None = None,
    planned_end: datetime.date | None = None,
    yen: int = 0,
    source_ref: str = "",
    is_sample: bool = False,
) -> Project:
    """A project of ours exists; a decision that is released twice adopts it once."""
    if known := queries.adopted_from(source_ref):
        return known
    require(policies.may_adopt(by, scheme, planned_start, planned_end, yen))

    today = clock.today()
    project = Project.objects.create(
        ref=new_ref("P"),
        origin=Origin.OWN,
        source_ref=source_ref or None,
        scheme=scheme,
        state=PROJECT.start,
        title_ja=title_ja,
        title_en=title_en,
        summary_ja=summary_ja,
        summary_en=summary_en,
        currency="JPY",
        body=body,
        prefecture=places.prefecture(prefecture_code),
        planned_start=planned_start,
        planned_end=planned_end,
        adopted_on=today,
        listed_on=today,
        is_sample=is_sample,
        changed_at=clock.now(),
    )
    _write(own.parts_of_own(project, places.countries().filter(code__in=countries), yen))

    note(by, "projects.adopt", project, scheme=scheme, source=source_ref)
    make_findable([project])
    return project


@action
def contract(*, by: "Actor", project: Project) -> Project:
    """Both sides have signed."""
    project = _locked(project)
    require(policies.may_contract(by, project))

    return _moved(by, project, "contract")


@action
def start(*, by: "Actor", project: Project, on: datetime.date | None = None) -> Project:
    """The work has begun, today or on an earlier day."""
    project = _locked(project)
    require(policies.may_start(by, project, on))

    return _moved(by, project, "start", actual_start=on or clock.today())


@action
def end(*, by: "Actor", project: Project, on: datetime.date | None = None) -> Project:
    """The work is over, today or since an earlier day."""
    project = _locked(project)
    require(policies.may_end(by, project, on))

    return _moved(by, project, "end", actual_end=on or clock.today())


@action
def settle(*, by: "Actor", project: Project) -> Project:
    """The money of the project is settled."""
    project = _locked(project)
    require(policies.may_settle(by, project))

    return _moved(by, project, "settle")


@action
def post_check(*, by: "Actor", project: Project) -> Project:
    """Somebody has looked what became of the work."""
    project = _locked(project)
    require(policies.may_post_check(by, project))

    return _moved(by, project, "post_check")


@action
def lapse(*, by: "Actor", project: Project, because: str) -> Project:
    """No contract came about; figures leave the project out and say why."""
    project = _locked(project)
    require(policies.may_lapse(by, project, because))

    return _moved(by, project, "lapse", stopped_because=because.strip())


@action
def terminate(*, by: "Actor", project: Project, because: str) -> Project:
    """The work was broken off."""
    project = _locked(project)
    require(policies.may_terminate(by, project, because))

    return _moved(by, project, "terminate", stopped_because=because.strip())


def _locked(project: Project) -> Project:
    return Project.objects.select_for_update(of=("self",)).get(pk=project.pk)


def _moved(by: "Actor", project: Project, verb: str, **facts: Any) -> Project:
    """The last beats of every verb: change, note."""
    PROJECT.move(project, verb)
    _change(project, state=project.state, **facts)

    told = {name: str(value) for name, value in facts.items()}
    note(by, f"projects.{verb}", project, **told)
    return project


def _change(project: Project, **facts: Any) -> None:
    for name, value in {**facts, "changed_at": clock.now()}.items():
        setattr(project, name, value)
    project.save(update_fields=[*facts, "changed_at"])


@action
def exclude_from_figures(*, by: "Actor", project: Project, because: str) -> Project:
    """Figures leave the project out and show the reason."""
    project = _locked(project)
    require(policies.may_exclude_from_figures(by, project, because))

    _change(project, excluded_from_figures_reason=because.strip())

    note(by, "projects.exclude_from_figures", project, because=because)
    return project


@action
def include_in_figures(*, by: "Actor", project: Project) -> Project:
    """Figures count the project again."""
    project = _locked(project)
    require(policies.may_include_in_figures(by, project))

    _change(project, excluded_from_figures_reason="")

    note(by, "projects.include_in_figures", project)
    return project


@action
def keep_upload(*, by: "Actor", upload: "UploadedFile") -> "StoredFile":
    """The file lies ready to be looked at; nothing is brought in yet."""
    require(policies.may_import_activities(by))

    return files.keep(
        by=by, upload=upload, purpose=PURPOSE, kinds=(XML,), megabytes=policies.UPLOAD_MEGABYTES
    )


@action
def import_activities(
    *, by: "Actor", source: BinaryIO, file_name: str, megabytes: int = 50
) -> ImportRun:
    """All activities of a file are known as reported, or none of them when it cannot be read."""
    require(policies.may_import_activities(by))

    plan = plans.Plan()
    try:
        for batch in plans.arrivals(source, megabytes=megabytes):
            _take_in(by, batch)
            for arrival in batch:
                plan.count(arrival)
    except NotReadable as refused:
        raise Refused(refused.fault.sentence) from refused
    run = ImportRun.objects.create(
        ref=new_ref("I"),
        file_name=file_name[-200:],
        sha256=plans.hash_of(source),
        new=plan.new,
        changed=plan.changed,
        same=plan.same,
        faulty=plan.faulty,
        warned=plan.warned,
        faults=plans.as_json(plan.faults),
        imported_by=by.account,
        imported_at=clock.now(),
    )

    note(by, "projects.import_activities", run, **plan.counts)
    return run


def _take_in(by: "Actor", batch: list[plans.Arrival]) -> None:
    """New activities become projects, changed ones are written anew with all that hangs on them."""
    taken = [one for one in batch if one.activity and one.fate in (plans.NEW, plans.CHANGED)]
    if not taken:
        return
    activities = {one.activity.identifier: one.activity for one in taken if one.activity}
    known = _known(by, list(activities.values()))
    projects = _projects(taken, known)
    _write(
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


def _write(parts: "Iterable[Model]") -> None:
    """Rows of each kind in one go, parents before their children."""
    kinds: dict[type[Model], list[Model]] = {}
    for part in parts:
        kinds.setdefault(type(part), []).append(part)
    for kind, found in kinds.items():
        kind._default_manager.bulk_create(found, batch_size=AT_ONCE)
