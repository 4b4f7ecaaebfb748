"""What a project teaches: read by everybody, written and checked by officers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.web.views import actor, acts, asks, page, person, public, reads, staff
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import forms, learning, queries
from hiroba.programmes.cooperation.projects.learned import lesson_verbs

CLICKED = {"review": learning.review_lesson, "publish": learning.publish_lesson}
# What is recorded about a place: the action, its form and its title.
STEPS: dict[str, tuple[Any, type[ActionForm], Any]] = {
    "pilot": (learning.pilot_practice, forms.PilotForm, gettext_lazy("試行を記録する")),
    "adopt": (learning.adopt_practice, forms.AdoptForm, gettext_lazy("採り入れたと記録する")),
    "sustain": (learning.sustain_practice, forms.SustainForm, gettext_lazy("続いていると記録する")),
    "stop": (learning.stop_practice, forms.ReasonForm, gettext_lazy("とりやめを記録する")),
}


@public
@reads
def lesson(request: HttpRequest, ref: str, lesson_ref: str) -> HttpResponse:
    """One lesson of a project; drafts are seen by those who write and check them."""
    by = actor(request)
    project = get_object_or_404(queries.projects_seen_by(by), ref=ref)
    found = get_object_or_404(queries.lessons_of(by, project), ref=lesson_ref)
    is_at_home = by.holds(Role.OFFICER, Role.APPROVER, programme=queries.PROGRAMME)
    return page(
        request,
        "projects/open/lesson.html",
        project=project,
        lesson=found,
        field=queries.field_name(found.field),
        verbs=lesson_verbs(by, found) if is_at_home else {},
        crumbs=_crumbs(project, said(found, "title")),
    )


@staff(Role.OFFICER)
@asks
def write_lesson(request: HttpRequest, ref: str) -> HttpResponse:
    """A lesson is written down as a draft."""
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    form = forms.LessonForm(request.POST or None)
    if written := form.attempt(learning.write_lesson, by=person(request), project=project):
        messages.success(request, _("下書きを保存しました。ほかの方の確認を待ちます。"))
        return redirect("projects:lesson", ref, written.ref)
    return _asked(request, project, form, _("教訓を書く"))


@staff(Role.OFFICER)
@asks
def revise_lesson(request: HttpRequest, ref: str, lesson_ref: str) -> HttpResponse:
    """A lesson is written anew until it is published."""
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    found = get_object_or_404(queries.lessons_of(actor(request), project), ref=lesson_ref)
    form = forms.LessonForm(request.POST or None, initial=vars(found))
    if form.attempt(learning.revise_lesson, by=person(request), lesson=found):
        messages.success(request, _("下書きを保存しました。ほかの方の確認を待ちます。"))
        return redirect("projects:lesson", ref, lesson_ref)
    return _asked(request, project, form, _("教訓を書き直す"))


@staff(Role.OFFICER, Role.APPROVER)
@acts
def move_lesson(request: HttpRequest, ref: str, lesson_ref: str, verb: str) -> HttpResponse:
    """The lesson has been checked, or is published."""
    if verb not in CLICKED:
        raise Http404
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    found = get_object_or_404(queries.lessons_of(actor(request), project), ref=lesson_ref)
    CLICKED[verb](by=person(request), lesson=found)
    messages.success(request, _("記録しました。"))
    return redirect("projects:lesson", ref, lesson_ref)


@staff(Role.OFFICER)
@asks
def describe_practice(request: HttpRequest, ref: str) -> HttpResponse:
    """What others can take over is written down."""
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    form = forms.PracticeForm(request.POST or None)
    done = learning.describe_practice
    if form.attempt(done, by=person(request), project=project):
        return _recorded(request, ref)
    return _asked(request, project, form, _("実践を記録する"))


@staff(Role.OFFICER)
@asks
def record_adoption(request: HttpRequest, ref: str, practice_ref: str) -> HttpResponse:
    """It is written down who else is interested in a practice."""
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    practice = get_object_or_404(queries.practices_of(project), ref=practice_ref)
    places = queries.adoptions_from(project).filter(practice=practice)
    form = forms.SpreadForm(request.POST or None, places=places)
    done = learning.record_adoption
    if form.attempt(done, by=person(request), practice=practice):
        return _recorded(request, ref)
    return _asked(request, project, form, _("広がりを記録する"))


@staff(Role.OFFICER)
@asks
def move_adoption(request: HttpRequest, ref: str, adoption_ref: str, verb: str) -> HttpResponse:
    """It is written down how far a practice has come at a place."""
    if verb not in STEPS:
        raise Http404
    project = get_object_or_404(queries.projects_seen_by(actor(request)), ref=ref)
    adoption = get_object_or_404(queries.adoptions_from(project), ref=adoption_ref)
    done, form_class, title = STEPS[verb]
    form = form_class(request.POST or None)
    if form.attempt(done, by=person(request), adoption=adoption):
        return _recorded(request, ref)
    return _asked(request, project, form, f"{title} – {said(adoption, 'place')}")


def _recorded(request: HttpRequest, ref: str) -> HttpResponse:
    messages.success(request, _("記録しました。"))
    return redirect("projects:project", ref)


def _asked(request: HttpRequest, project: Any, form: ActionForm, title: str) -> HttpResponse:
    url = reverse("projects:project", args=[project.ref])
    return page(
        request,
        "projects/staff/reason.html",
        form=form,
        title=title,
        project=project,
        url=url,
        crumbs=_crumbs(project, title),
    )


def _crumbs(project: Any, title: str) -> list[tuple[str, str]]:
    url = reverse("projects:project", args=[project.ref])
    return [(_("事業"), reverse("projects:projects")), (said(project, "title"), url), (title, "")]
