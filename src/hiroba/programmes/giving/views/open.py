"""Giving as everybody finds it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.foundation.bilingual import said
from hiroba.foundation.web.views import actor, asks, page, public, reads
from hiroba.programmes.giving import actions, policies, queries
from hiroba.programmes.giving.forms import PromiseForm


@public
@reads
def causes(request: HttpRequest) -> HttpResponse:
    """For what one can give."""
    crumbs = [(_("寄附する"), "")]
    found = list(queries.causes()[:40])
    return page(request, "giving/open/causes.html", causes=found, crumbs=crumbs)


@public
@reads
def cause(request: HttpRequest, ref: str) -> HttpResponse:
    """One cause: how its fund stands, which projects it reached, who may be thanked by name."""
    found = get_object_or_404(queries.all_causes(), ref=ref)
    return page(
        request,
        "giving/open/cause.html",
        cause=found,
        rule=queries.rule_of(found),
        standing=queries.standing_of(found.fund),
        projects=queries.supported_by(found.fund),
        thanked=list(queries.thanked(found)[:20]),
        may_promise=policies.may_promise(found),
        crumbs=[(_("寄附する"), reverse("giving:causes")), (said(found, "title"), "")],
    )


@public
@asks
def promise(request: HttpRequest, ref: str) -> HttpResponse:
    """A gift is promised; whoever signed in finds it among the own ones."""
    by, found = actor(request), get_object_or_404(queries.all_causes(), ref=ref)
    form = PromiseForm(request.POST or None, by=by, initial={"yen": request.GET.get("yen", "")})
    if gift := form.attempt(actions.promise, by=by, cause=found, language=request.LANGUAGE_CODE):
        told = _(
            "ありがとうございます。振り込みの方法をお便りで送りました。整理番号は %(code)s です。"
        )
        messages.success(request, told % {"code": gift.code})
        back = ("giving:gift", gift.ref) if by.account else ("giving:cause", found.ref)
        return redirect(*back)
    url = reverse("giving:cause", args=[ref])
    return page(
        request,
        "giving/open/promise.html",
        form=form,
        cause=found,
        rule=queries.rule_of(found),
        may_promise=policies.may_promise(found),
        back=url,
        crumbs=[
            (_("寄附する"), reverse("giving:causes")),
            (said(found, "title"), url),
            (_("申し込む"), ""),
        ],
    )
