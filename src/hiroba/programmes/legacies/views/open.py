"""The pages on which everybody learns about gifts by will, and can ask in confidence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.foundation import clock
from hiroba.foundation.web.views import actor, asks, page, public, reads
from hiroba.programmes.legacies import actions, queries
from hiroba.programmes.legacies.forms import EnquiryForm


@public
@reads
def legacies(request: HttpRequest) -> HttpResponse:
    """How a gift by will works here, and with whom one can speak."""
    return page(
        request,
        "legacies/open/legacies.html",
        partners=list(queries.partners_on(clock.today())),
        crumbs=[(_("遺贈"), "")],
    )


@public
@asks
def enquire(request: HttpRequest) -> HttpResponse:
    """A first word in confidence."""
    form = EnquiryForm(request.POST or None)
    language = get_language() or "ja"
    if (
        form.is_bound
        and form.attempt(actions.enquire, by=actor(request), language=language) is not None
    ):
        return redirect("legacies:thanks")
    return page(
        request,
        "legacies/open/enquire.html",
        form=form,
        crumbs=[(_("遺贈"), reverse("legacies:legacies")), (_("ご相談"), "")],
    )


@public
@reads
def thanks(request: HttpRequest) -> HttpResponse:
    """The words have arrived; what happens next."""
    return page(
        request,
        "legacies/open/thanks.html",
        crumbs=[(_("遺贈"), reverse("legacies:legacies")), (_("ご相談"), "")],
    )
