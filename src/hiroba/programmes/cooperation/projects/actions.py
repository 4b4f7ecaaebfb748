"""Everything that is written about projects: ours from adoption on, and those others report."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Unpack

from hiroba.engines.registry.places import queries as places
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.files import actions as files
from hiroba.foundation.files.kinds import XML
from hiroba.foundation.iati.faults import NotReadable
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import Refused, require
from hiroba.programmes.cooperation.projects import plans, policies, queries
from hiroba.programmes.cooperation.projects.arriving import take_in, write
from hiroba.programmes.cooperation.projects.findable import make_findable
from hiroba.programmes.cooperation.projects.models import ImportRun, Project
from hiroba.programmes.cooperation.projects.rows import own
from hiroba.programmes.cooperation.projects.states import PROJECT

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from hiroba.foundation.actors import Actor
    from hiroba.foundation.files.models import StoredFile

PURPOSE = "projects.iati"


@action
def adopt(
    *,
    by: "Actor",
    scheme: str,
    countries: Sequence[str],
    prefecture_code: str = "",
    yen: int = 0,
    source_ref: str = "",
    **facts: "Unpack[own.Facts]",
) -> Project:
    """A project of ours exists; a decision that is released twice adopts it once."""
    if known := queries.adopted_from(source_ref):
        return known
    days = facts.get("planned_start"), facts.get("planned_end")
    require(policies.may_adopt(by, scheme, *days, yen))

    project = own.adopted(scheme, source_ref, places.prefecture(prefecture_code), facts)
    project.save()
    write(own.parts_of_own(project, places.countries().filter(code__in=countries), yen))

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

    project = _moved(by, project, "start", actual_start=on or clock.today())
    return _listed_anew(project)


@action
def end(*, by: "Actor", project: Project, on: datetime.date | None = None) -> Project:
    """The work is over, today or since an earlier day."""
    project = _locked(project)
    require(policies.may_end(by, project, on))

    project = _moved(by, project, "end", actual_end=on or clock.today())
    return _listed_anew(project)


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


def _listed_anew(project: Project) -> Project:
    """Its place in the lists follows the days on which it really began and ended."""
    _change(project, listed_on=project.begins_on)
    countries = project.countries.order_by("pk").values_list("country__code", flat=True)
    project.headings.all().delete()
    write(own.headings_of(project, countries))
    make_findable([project])
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

    note(by, "projects.exclude_from_figures", project, because=because.strip())
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
            take_in(by, batch)
            plan.count_all(batch)
    except NotReadable as refused:
        raise Refused(refused.fault.sentence) from refused
    run = _run(by, plan, file_name, plans.hash_of(source))

    note(by, "projects.import_activities", run, **plan.counts)
    return run


def _run(by: "Actor", plan: plans.Plan, file_name: str, sha256: str) -> ImportRun:
    """What came of the file is kept."""
    return ImportRun.objects.create(
        ref=new_ref("I"),
        file_name=file_name[-200:],
        sha256=sha256,
        **plan.counts,
        faults=plans.as_json(plan.faults),
        imported_by=by.account,
        imported_at=clock.now(),
    )
