"""One's own tokens."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from hiroba.foundation.tokens import actions, queries
from hiroba.foundation.tokens.forms import IssueForm
from hiroba.foundation.web.views import acts, asks, page, person, reads


@reads
def tokens(request: HttpRequest) -> HttpResponse:
    """The tokens one has, and those one had."""
    crumbs = [(_("マイページ"), reverse("web:my")), (_("APIの鍵"), "")]
    found = queries.tokens_of(person(request))
    return page(request, "tokens/mine/tokens.html", tokens=found, crumbs=crumbs)


@never_cache
@asks
def issue(request: HttpRequest) -> HttpResponse:
    """Ask for a new token; its secret is shown on the next page and never again."""
    form = IssueForm(request.POST or None)
    if issued := form.attempt(actions.issue, by=person(request)):
        return page(request, "tokens/mine/issued.html", issued=issued, crumbs=_crumbs())
    return page(request, "tokens/mine/issue.html", form=form, crumbs=_crumbs())


@acts
def revoke(request: HttpRequest, ref: str) -> HttpResponse:
    """Nobody comes in with it any more."""
    token = get_object_or_404(queries.tokens_of(person(request)), ref=ref)
    actions.revoke(by=person(request), token=token)
    return redirect("tokens:tokens")


def _crumbs() -> list[tuple[str, str]]:
    return [
        (_("マイページ"), reverse("web:my")),
        (_("APIの鍵"), reverse("tokens:tokens")),
        (_("新しい鍵"), ""),
    ]
