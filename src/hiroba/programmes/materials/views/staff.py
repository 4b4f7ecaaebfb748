"""What officers do with materials."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.bilingual import said
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import actor, acts, asks, page, permit, person, reads, staff
from hiroba.programmes.materials import actions, policies, queries
from hiroba.programmes.materials.forms import FileForm, MaterialForm, ReasonForm

if TYPE_CHECKING:
    from hiroba.programmes.materials.models import Material

SHOWN = ("title_ja", "title_en", "summary_ja", "summary_en", "kind", "grades", "authors")


@staff(Role.OFFICER, Role.AUDITOR)
@reads
def kept(request: HttpRequest) -> HttpResponse:
    """All materials, also those that are not public, the newest first."""
    by = actor(request)
    return page(
        request,
        "materials/staff/kept.html",
        slice=slice_by_key(request, queries.materials_seen_by(by), ("-pk",)),
        may_make=policies.may_make(by),
        crumbs=[(_("教材"), reverse("materials:materials")), (_("教材の管理"), "")],
    )


@staff(Role.OFFICER)
@asks
def make(request: HttpRequest) -> HttpResponse:
    """A new material is described."""
    permit(policies.may_make(person(request)))
    form = MaterialForm(request.POST or None)
    if made := form.attempt(actions.make, by=person(request)):
        messages.success(request, _("つくりました。次に、ファイルを付けてください。"))
        return redirect("materials:material", made.ref)
    return _asked(request, form, _("教材をつくる"))


@staff(Role.OFFICER)
@asks
def revise(request: HttpRequest, ref: str) -> HttpResponse:
    """What is said about a material is corrected."""
    material = _found(request, ref)
    permit(policies.may_revise(person(request), material))
    form = MaterialForm(request.POST or None, initial=_as_it_is(material))
    by = person(request)
    if form.attempt(actions.revise, by=by, material=material):
        messages.success(request, _("保存しました。"))
        return redirect("materials:material", ref)
    return _asked(request, form, _("教材を直す"), material)


@staff(Role.OFFICER)
@asks
def add_file(request: HttpRequest, ref: str) -> HttpResponse:
    """One more file is added."""
    material = _found(request, ref)
    permit(policies.may_add_file(person(request), material))
    form = FileForm(request.POST or None, request.FILES or None)
    by = person(request)
    if form.attempt(actions.add_file, by=by, material=material):
        messages.success(request, _("ファイルを付けました。"))
        return redirect("materials:material", ref)
    return _asked(request, form, _("ファイルを付ける"), material)


@staff(Role.OFFICER)
@acts
def publish(request: HttpRequest, ref: str) -> HttpResponse:
    """The material is public."""
    actions.publish(by=person(request), material=_found(request, ref))
    messages.success(request, _("公開しました。"))
    return redirect("materials:material", ref)


@staff(Role.OFFICER)
@asks
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """The material is no longer public; the reason is asked for."""
    material = _found(request, ref)
    permit(policies.may_withdraw(person(request), material))
    form = ReasonForm(request.POST or None)
    by = person(request)
    if form.attempt(actions.withdraw, by=by, material=material):
        messages.success(request, _("公開を終えました。"))
        return redirect("materials:material", ref)
    return _asked(request, form, _("公開を終える"), material)


def _found(request: HttpRequest, ref: str) -> Any:
    return get_object_or_404(queries.materials_seen_by(actor(request)), ref=ref)


def _as_it_is(material: "Material") -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(material, name) for name in SHOWN}
    told["licence"] = material.licence_id
    told["themes"] = material.themes.all()
    told["countries"] = material.countries.all()
    return told


def _asked(
    request: HttpRequest, form: Any, title: str, material: "Material | None" = None
) -> HttpResponse:
    back = reverse("materials:kept")
    crumbs = [(_("教材の管理"), back)]
    if material:
        back = reverse("materials:material", args=[material.ref])
        crumbs.append((said(material, "title"), back))
    context = {"form": form, "title": title, "back": back, "crumbs": [*crumbs, (title, "")]}
    return page(request, "materials/staff/ask.html", **context)
