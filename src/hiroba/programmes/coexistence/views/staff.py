"""What officers do when a disaster has come."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.forms import ActionForm
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import acts, asks, page, person, reads, staff
from hiroba.foundation.words.queries import EASY_JAPANESE
from hiroba.programmes.coexistence import actions, policies, queries
from hiroba.programmes.coexistence.forms import (
    CentreForm,
    CloseCentreForm,
    DisasterForm,
    NoticeForm,
    SayForm,
)

PHASES = {"recover": actions.recover, "close-disaster": actions.close_disaster}


@staff(Role.OFFICER)
@reads
def desk(request: HttpRequest) -> HttpResponse:
    """Disasters, and notices that nobody can read yet."""
    drafts = queries.titled(queries.waiting_for(person(request))[:20])
    return page(
        request,
        "coexistence/staff/desk.html",
        slice=slice_by_key(request, queries.disasters(), ("-happened_on", "-pk")),
        drafts=drafts,
        crumbs=_crumbs(),
    )


@staff(Role.OFFICER)
@asks
def begin_disaster(request: HttpRequest) -> HttpResponse:
    """What has happened is entered."""
    form, title = DisasterForm(request.POST or None), _("災害を登録する")
    if begun := form.attempt(actions.begin_disaster, by=person(request)):
        return redirect("coexistence:kept_disaster", begun.ref)
    return _form(request, form, title, reverse("coexistence:desk"), _crumbs((title, "")))


@staff(Role.OFFICER)
@reads
def kept_disaster(request: HttpRequest, ref: str) -> HttpResponse:
    """One disaster with its centres and notices, and what can be done."""
    by, found = person(request), get_object_or_404(queries.disasters(), ref=ref)
    slice = slice_by_key(request, queries.notices().filter(disaster=found))
    return page(
        request,
        "coexistence/staff/disaster.html",
        disaster=found,
        centres=queries.centres_of(found),
        slice=slice,
        notices=queries.titled(slice.rows),
        may_recover=policies.may_recover(by, found),
        may_close=policies.may_close_disaster(by, found),
        may_write=policies.may_write_notice(by, found),
        crumbs=_crumbs((found.name_ja, "")),
    )


@staff(Role.OFFICER)
@acts
def move(request: HttpRequest, ref: str, verb: str) -> HttpResponse:
    """The disaster is in its next phase."""
    if verb not in PHASES:
        raise Http404
    found = get_object_or_404(queries.disasters(), ref=ref)
    PHASES[verb](by=person(request), disaster=found)
    messages.success(request, _("記録しました。"))
    return redirect("coexistence:kept_disaster", ref)


@staff(Role.OFFICER)
@asks
def open_centre(request: HttpRequest, ref: str) -> HttpResponse:
    """A centre is entered."""
    found = get_object_or_404(queries.disasters(), ref=ref)
    form = CentreForm(request.POST or None)
    told = _("支援センターを開く")
    return _asked(request, found, form, actions.open_centre, told, {"disaster": found})


@staff(Role.OFFICER)
@asks
def close_centre(request: HttpRequest, ref: str, centre: str) -> HttpResponse:
    """The last day of a centre is entered."""
    found = get_object_or_404(queries.disasters(), ref=ref)
    one = get_object_or_404(queries.centres_of(found), ref=centre)
    form = CloseCentreForm(request.POST or None)
    told = _("閉じる日を決める")
    return _asked(request, found, form, actions.close_centre, told, {"centre": one})


@staff(Role.OFFICER)
@asks
def write_notice(request: HttpRequest, ref: str) -> HttpResponse:
    """A notice is written in Japanese."""
    found = get_object_or_404(queries.disasters(), ref=ref)
    form = NoticeForm(request.POST or None, disaster=found)
    title, url = _("お知らせを書く"), reverse("coexistence:kept_disaster", args=[ref])
    if written := form.attempt(actions.write_notice, by=person(request), disaster=found):
        messages.success(request, _("書きました。次に、やさしい日本語を書いてください。"))
        return redirect("coexistence:kept_notice", written.ref)
    return _form(request, form, title, url, _crumbs((found.name_ja, url), (title, "")))


@staff(Role.OFFICER)
@reads
def kept_notice(request: HttpRequest, ref: str) -> HttpResponse:
    """A notice in all its languages, what is not easy yet, and whether it can be published."""
    by, found = person(request), get_object_or_404(queries.notices(), ref=ref)
    texts = queries.texts_of(found)
    return page(
        request,
        "coexistence/staff/notice.html",
        notice=found,
        title=queries.titles_of([found])[found.ref],
        texts=[(text, policies.may_confirm(by, text)) for text in texts],
        faults=queries.hard_to_read(found),
        may_publish=policies.may_publish(by, found),
        crumbs=_crumbs((found.disaster.name_ja, _door(found.disaster)), (ref, "")),
    )


@staff(Role.OFFICER)
@asks
def say(request: HttpRequest, ref: str) -> HttpResponse:
    """A notice is written in one language."""
    found = get_object_or_404(queries.notices(), ref=ref)
    language = request.GET.get("lang", EASY_JAPANESE)
    known = {text.field: text.text for text in queries.texts_of(found) if text.language == language}
    form = SayForm(request.POST or None, initial={"language": language, **known})
    url, title = reverse("coexistence:kept_notice", args=[ref]), _("ことばを足す・直す")
    if form.attempt(actions.say, by=person(request), notice=found):
        messages.success(request, _("書きました。"))
        return redirect(url)
    return _form(request, form, title, url, _crumbs((ref, url), (title, "")))


@staff(Role.OFFICER)
@acts
def confirm(request: HttpRequest, ref: str, field: str, language: str) -> HttpResponse:
    """A second officer stands behind a text."""
    found = get_object_or_404(queries.notices(), ref=ref)
    text = queries.text_of(found, field, language)
    if text is None:
        raise Http404
    actions.confirm(by=person(request), text=text)
    messages.success(request, _("確認しました。"))
    return redirect("coexistence:kept_notice", ref)


@staff(Role.OFFICER)
@acts
def publish(request: HttpRequest, ref: str) -> HttpResponse:
    """Everybody reads the notice."""
    found = get_object_or_404(queries.notices(), ref=ref)
    actions.publish(by=person(request), notice=found)
    messages.success(request, _("公開しました。"))
    return redirect("coexistence:kept_notice", ref)


def _door(disaster: Any) -> str:
    return reverse("coexistence:kept_disaster", args=[disaster.ref])


def _crumbs(*further: tuple[str, str]) -> list[tuple[str, str]]:
    first = (_("災害時の多言語支援"), reverse("coexistence:desk") if further else "")
    return [first, *further]


def _asked(
    request: HttpRequest,
    disaster: Any,
    form: ActionForm,
    action: Callable[..., Any],
    title: str,
    known: dict[str, Any],
) -> HttpResponse:
    url = _door(disaster)
    if form.attempt(action, by=person(request), **known):
        messages.success(request, _("記録しました。"))
        return redirect(url)
    return _form(request, form, title, url, _crumbs((disaster.name_ja, url), (title, "")))


def _form(
    request: HttpRequest, form: ActionForm, title: str, url: str, crumbs: list[tuple[str, str]]
) -> HttpResponse:
    template = "coexistence/staff/form.html"
    return page(request, template, form=form, title=title, url=url, crumbs=crumbs)
