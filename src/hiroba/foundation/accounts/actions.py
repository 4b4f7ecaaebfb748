"""Everything that is written about accounts and roles."""

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress

from hiroba.foundation import clock
from hiroba.foundation.accounts import policies
from hiroba.foundation.accounts.models import Grant, User
from hiroba.foundation.accounts.states import EVERYWHERE, Role
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


@action
def open_account(
    *, by: "Actor", email: str, name: str, password: str | None = None, language: str = "ja"
) -> User:
    """Somebody can sign in from now on; without a password, by a code sent to the address."""
    require(policies.may_open_account(by))

    user = User(email=email, name=name, language=language, joined_at=clock.now())
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)

    note(by, "accounts.open_account", user)
    return user


@action
def grant(*, by: "Actor", user: User, role: Role, scope: str = EVERYWHERE) -> Grant:
    """The person holds the role for the scope; granting it twice changes nothing."""
    require(policies.may_grant(by, user, role, scope))

    granted, is_new = Grant.objects.get_or_create(
        user=user,
        role=role,
        scope=scope,
        ended_at=None,
        defaults={"granted_by": by.account, "granted_at": clock.now()},
    )

    if is_new:
        note(by, "accounts.grant", user, role=role, scope=scope)
    return granted


@action
def end_grant(*, by: "Actor", grant: Grant) -> Grant:
    """The person no longer holds the role, from the next click on."""
    grant = Grant.objects.select_for_update().select_related("user").get(pk=grant.pk)
    require(policies.may_end_grant(by, grant))

    grant.ended_at = clock.now()
    grant.save(update_fields=["ended_at"])

    note(by, "accounts.end_grant", grant.user, role=grant.role, scope=grant.scope)
    return grant


@action
def choose_language(*, by: "Actor", language: str) -> User:
    """Letters come in this language from now on."""
    require(policies.may_choose_language(by, language))

    user = User.objects.select_for_update().get(pk=by.account.pk)  # type: ignore[union-attr]
    user.language = language
    user.save(update_fields=["language"])

    note(by, "accounts.choose_language", user, language=language)
    return user
