"""Questions about people: who they are, which body they belong to, and in what role."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Lower

from hiroba.engines.registry.people.models import Body, Membership, MembershipQuerySet, Person
from hiroba.engines.registry.people.states import MemberRole
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

REGISTRARS = (Role.OFFICER, Role.ADMINISTRATOR)
ACTING = (MemberRole.OWNER, MemberRole.EDITOR)
SIGNING = (MemberRole.OWNER, MemberRole.SIGNATORY)


@dataclass(frozen=True)
class Recipient:
    """Somebody a body's letters go to."""

    email: str
    language: str


def person_of(user: "User") -> Person | None:
    """The person behind an account."""
    return Person.objects.filter(account=user).first()


def stranger_with(user: "User") -> Person | None:
    """Somebody without an account who was known by one of the person's proven addresses."""
    found = Person.objects.filter(account=None).exclude(email="").alias(plain=Lower("email"))
    return found.filter(plain__in=_proven(user)).order_by("pk").first()


def _proven(user: "User") -> QuerySet[EmailAddress, str]:
    """The addresses at which letters are known to reach the person, in small letters."""
    proven = EmailAddress.objects.filter(user=user, verified=True)
    return proven.values_list(Lower("email"), flat=True)


def person_by_email(email: str) -> Person | None:
    """The person with this address; one with an account comes first."""
    if not (email := email.strip()):
        return None
    found = Person.objects.filter(Q(email__iexact=email) | Q(account__email__iexact=email))
    return found.order_by(F("account").desc(nulls_last=True), "pk").first()


def memberships_of(user: "User") -> QuerySet[Membership]:
    """What the person belongs to today."""
    return Membership.objects.filter(person__account=user).holding(clock.today())


def holds_role(by: "Actor", body: Body, *roles: str) -> bool:
    """Whether the person belongs to the body, or to one merged into it, in one of the roles."""
    if by.account is None:
        return False
    mine = memberships_of(by.account).filter(Q(body=body) | Q(body__merged_into=body))
    return (mine.filter(role__in=roles) if roles else mine).exists()


def ever_belonged_to(body: Body) -> MembershipQuerySet:
    """Memberships, held or ended, in the body and in those that are one with it."""
    root = body.merged_into_id or body.pk
    found = Membership.objects.filter(Q(body=root) | Q(body__merged_into=root))
    return found.filter(since__isnull=False, person__account__isnull=False)


def owners_besides(membership: Membership) -> int:
    """How many other owners the body has today, together with what was merged into it."""
    body = membership.body.merged_into or membership.body
    held = members_of(body).filter(role=MemberRole.OWNER).holding(clock.today())
    return held.exclude(pk=membership.pk).count()


def members_of(body: Body) -> MembershipQuerySet:
    """People who belong to the body or were invited, owners first."""
    today = clock.today()
    found = Membership.objects.filter(Q(body=body) | Q(body__merged_into=body))
    found = found.filter(Q(until=None) | Q(until__gt=today))
    return found.select_related("person__account", "body").order_by(
        F("since").asc(nulls_last=True), "pk"
    )


def members_to_write_to(body: Body) -> list[Recipient]:
    """Who gets the body's letters: those who may act for it, else its own address."""
    held = members_of(body).holding(clock.today()).filter(role__in=(*ACTING, *SIGNING))
    people = [membership.person for membership in held]
    found = {one.address: Recipient(one.address, one.language) for one in people if one.address}
    if found or not body.email:
        return list(found.values())
    return [Recipient(body.email, "ja")]


def invitations_of(user: "User") -> QuerySet[Membership]:
    """Invitations that wait for the person's answer; the address decides until they answer."""
    found = Membership.objects.invited().alias(plain=Lower("person__email"))
    addressed = Q(plain=user.email.lower()) | Q(plain__in=_proven(user))
    found = found.filter(Q(person__account=user) | (Q(person__account=None) & addressed))
    return found.select_related("body", "person").order_by("pk")


def members_with(body: Body, email: str) -> MembershipQuerySet:
    """Members and invited people of the body with this address."""
    email = email.strip()
    here = Q(person__email__iexact=email) | Q(person__account__email__iexact=email)
    return members_of(body).filter(here) if email else Membership.objects.none()


def belongs_otherwise(by: "Actor", membership: Membership) -> bool:
    """Whether the person belongs to the same body by another membership or invitation."""
    others = Membership.objects.filter(body=membership.body_id, until=None)
    others = others.filter(person__account=by.account, person__account__isnull=False)
    return others.exclude(pk=membership.pk).exists()


def memberships_managed_by(user: "User", body: Body) -> QuerySet[Membership]:
    """Members of the body, for those who own it."""
    found = members_of(body)
    return found if holds_role(user, body, MemberRole.OWNER) else found.none()


def has_address(user: "User", email: str) -> bool:
    """Whether the person has proven that letters to this address reach them."""
    proven = EmailAddress.objects.filter(user=user, verified=True)
    return proven.filter(email__iexact=email.strip()).exists()


def memberships_seen_by(user: "User") -> QuerySet[Membership]:
    """Memberships of one's own bodies that have not ended; for keepers of the registry, all."""
    found = Membership.objects.select_related("person__account", "body__merged_into")
    found = found.filter(Q(until=None) | Q(until__gt=clock.today())).order_by("pk")
    if user.holds(*REGISTRARS):
        return found
    mine = memberships_of(user)
    standing = Body.objects.filter(
        Q(pk__in=mine.values("body")) | Q(pk__in=mine.values("body__merged_into"))
    )
    return found.filter(Q(body__in=standing) | Q(body__merged_into__in=standing))
