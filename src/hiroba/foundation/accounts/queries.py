"""Questions about people who can sign in."""

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from hiroba.foundation.accounts.models import Grant, User
from hiroba.foundation.accounts.states import EVERYWHERE, Role

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor


def users_seen_by(by: "Actor") -> QuerySet[User]:
    """Everybody for administrators, nobody for others."""
    found = User.objects.order_by("name", "pk")
    return found if by.holds(Role.ADMINISTRATOR) else found.none()


def holders(role: Role, programme: str = "") -> QuerySet[User]:
    """People who hold a role now, for a programme."""
    scopes = [EVERYWHERE, f"programme:{programme}"]
    held = Grant.objects.filter(role=role, ended_at=None, scope__in=scopes)
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("name", "pk")


def holders_by_name(role: Role, programme: str) -> QuerySet[User]:
    """People to whom a role was granted for this programme by name."""
    held = Grant.objects.filter(role=role, ended_at=None, scope=f"programme:{programme}")
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("name", "pk")


def grants_of(user: User) -> QuerySet[Grant]:
    """Roles a person holds now."""
    return user.grants.filter(ended_at=None).order_by("role", "scope", "pk")


def users_matching(by: "Actor", words: str) -> QuerySet[User]:
    """People whose name or address contains the words."""
    return users_seen_by(by).filter(Q(name__icontains=words) | Q(email__icontains=words.lower()))


def user_by_email(email: str) -> User | None:
    """The person with this address, if there is one."""
    return User.objects.filter(email=email.lower()).first()
