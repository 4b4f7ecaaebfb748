"""Pages for the demo's sign-in, and for administrators who give roles."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import translate_url

from hiroba.foundation.accounts import actions, queries
from hiroba.foundation.accounts.forms import GrantForm
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.web.paging import slice_by_key
from hiroba.foundation.web.views import (
    acts,
    asks,
    came_from,
    page,
    person,
    public,
    reads,
    staff,
)

BACKEND = "django.contrib.auth.backends.ModelBackend"


@public
@acts
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """One click makes a newcomer one of the demo's people; it exists only in the demo."""
    user = queries.user_by_email(request.POST.get("email", ""))
    if settings.HIROBA_ENV != "demo" or user is None or not user.email.endswith("@example.jp"):
        raise Http404
    login(request, user, backend=BACKEND)
    return redirect(settings.LOGIN_REDIRECT_URL)


@acts
def choose_language(request: HttpRequest) -> HttpResponse:
    """The house writes to this person in another language, and shows the next page in it."""
    user = actions.choose_language(by=person(request), language=request.POST.get("language", ""))
    return redirect(translate_url(came_from(request), user.language))


@staff(Role.ADMINISTRATOR)
@reads
def users(request: HttpRequest) -> HttpResponse:
    """Everybody who can sign in."""
    words = request.GET.get("q", "").strip()
    found = queries.users_matching(person(request), words).prefetch_related("grants")
    return page(
        request,
        "accounts/users.html",
        slice=slice_by_key(request, found, by=("name", "pk")),
        words=words,
    )


@staff(Role.ADMINISTRATOR)
@asks
def user(request: HttpRequest, pk: int) -> HttpResponse:
    """One person's roles, and a form for another."""
    user = get_object_or_404(queries.users_seen_by(person(request)), pk=pk)
    form = GrantForm(request.POST or None)
    if form.attempt(actions.grant, by=person(request), user=user):
        return redirect("accounts:user", user.pk)
    return page(
        request, "accounts/user.html", shown=user, form=form, grants=queries.grants_of(user)
    )


@staff(Role.ADMINISTRATOR)
@acts
def end_grant(request: HttpRequest, pk: int, grant_pk: int) -> HttpResponse:
    """Take a role back."""
    user = get_object_or_404(queries.users_seen_by(person(request)), pk=pk)
    grant = get_object_or_404(queries.grants_of(user), pk=grant_pk)
    actions.end_grant(by=person(request), grant=grant)
    return redirect("accounts:user", user.pk)
