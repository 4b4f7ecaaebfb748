"""What the officers named for legacies see and do."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, permit, person, reads
from hiroba.programmes.legacies import actions, forms, policies, queries
from hiroba.programmes.legacies.moving import verbs_for
from hiroba.programmes.legacies.states import LEGACY

if TYPE_CHECKING:
    from hiroba.foundation.web.forms import ActionForm
    from hiroba.programmes.legacies.models import Legacy

CLICKED = {
    "consult": actions.consult,
    "record-will": actions.record_will,
    "notify": actions.notify,
}


@reads
def legacies(request: HttpRequest) -> HttpResponse:
    """All legacies without a name: how far each has come."""
    permit(policies.may_see(person(request)))
    found = queries.listed_for(person(request))
    return page(
        request,
        "legacies/staff/legacies.html",
        slice=slice_by_key(request, found, ("-changed_on", "-pk")),
        crumbs=[(_("遺贈のご相談"), "")],
    )


def _seen(request: HttpRequest, ref: str) -> "Legacy":
    return get_object_or_404(queries.legacies_seen_by(person(request)), ref=ref)


def _crumbs(legacy: "Legacy", title: str) -> list[tuple[str, str]]:
    return [
        (_("遺贈のご相談"), reverse("legacies:staff_legacies")),
        (legacy.ref, reverse("legacies:file", args=[legacy.ref])),
        (title, ""),
    ]


@reads
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """The open file; whoever has not opened it is first asked why."""
    legacy = _seen(request, ref)
    if not queries.is_open_for(person(request), legacy):
        return redirect("legacies:open_file", ref)
    return page(
        request,
        "legacies/staff/file.html",
        legacy=legacy,
        dossier=queries.dossier_of(legacy),
        verbs=verbs_for(legacy),
        crumbs=_crumbs(legacy, "")[:1] + [(legacy.ref, "")],
    )


def _ask(
    request: HttpRequest,
    ref: str,
    form_class: "type[ActionForm]",
    action: Callable[..., Any],
    title: str,
    **initial: Any,
) -> HttpResponse:
    """A form about one legacy that leads back to the file."""
    legacy = _seen(request, ref)
    form = form_class(request.POST or None, initial=initial)
    if form.is_bound and form.attempt(action, by=person(request), legacy=legacy) is not None:
        messages.success(request, _("記録しました。"))
        return redirect("legacies:file", ref)
    return page(
        request,
        "legacies/staff/ask.html",
        form=form,
        legacy=legacy,
        title=title,
        back=reverse("legacies:file", args=[ref]),
        crumbs=_crumbs(legacy, title),
    )


@asks
def open_file(request: HttpRequest, ref: str) -> HttpResponse:
    """Why the file is opened; the answer stands in the journal."""
    legacy = _seen(request, ref)
    form = forms.OpenFileForm(request.POST or None)
    if (
        form.is_bound
        and form.attempt(actions.open_file, by=person(request), legacy=legacy) is not None
    ):
        return redirect("legacies:file", ref)
    title = _("ファイルを開く")
    crumbs = [_crumbs(legacy, "")[0], (f"{legacy.ref} {title}", "")]
    return page(request, "legacies/staff/open_file.html", form=form, legacy=legacy, crumbs=crumbs)


@asks
def write_down(request: HttpRequest, ref: str) -> HttpResponse:
    """What the person wishes, for whoever has opened the file."""
    legacy = _seen(request, ref)
    if not queries.is_open_for(person(request), legacy):
        return redirect("legacies:open_file", ref)
    known = queries.dossier_of(legacy).personal
    initial = {"wishes": known.wishes, "expected_yen": known.expected_yen} if known else {}
    title = _("ご希望を書きとめる")
    return _ask(request, ref, forms.WishesForm, actions.write_down, title, **initial)


@asks
def refer(request: HttpRequest, ref: str) -> HttpResponse:
    """The written consent, and the partner it is for."""
    return _ask(request, ref, forms.ReferForm, actions.refer, _label("refer"))


@asks
def accept(request: HttpRequest, ref: str) -> HttpResponse:
    """What is left, and the day of the committee."""
    return _ask(request, ref, forms.AcceptForm, actions.accept, _label("accept"))


@asks
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    """The reason for declining."""
    return _ask(request, ref, forms.DeclineForm, actions.decline, _label("decline"))


@asks
def receive(request: HttpRequest, ref: str) -> HttpResponse:
    """A part that has come."""
    return _ask(request, ref, forms.ReceiveForm, actions.receive, _label("receive"))


@asks
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """The reason for closing."""
    return _ask(request, ref, forms.CloseForm, actions.close, _label("close"))


def _label(verb: str) -> str:
    return str(LEGACY.moves[verb].label)


@acts
def move(request: HttpRequest, ref: str, verb: str) -> HttpResponse:
    """The legacy has gone one step further."""
    if verb not in CLICKED:
        raise Http404
    CLICKED[verb](by=person(request), legacy=_seen(request, ref))
    messages.success(request, _("記録しました。"))
    return redirect("legacies:file", ref)
