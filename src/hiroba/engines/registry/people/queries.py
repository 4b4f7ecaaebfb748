"""Questions about people, bodies, and who belongs to which."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

import jaconv
from django.db.models import Count, F, Q, QuerySet

from hiroba.engines.registry.people.belonging import (
    ACTING,
    REGISTRARS,
    invitations_of,
    members_of,
    members_to_write_to,
    memberships_of,
    person_by_email,
    person_of,
    stranger_with,
)
from hiroba.engines.registry.people.models import Body, BodyName, Merge
from hiroba.engines.registry.people.states import BodyState, Origin
from hiroba.engines.registry.places import queries as places

if TYPE_CHECKING:
    from hiroba.engines.registry.places.models import Office
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

__all__ = [
    "REGISTRARS",
    "bodies",
    "bodies_acted_for_by",
    "bodies_alike",
    "bodies_kept_by",
    "bodies_like",
    "bodies_of",
    "bodies_seen_by",
    "body_with_identifier",
    "body_with_number",
    "counts_by_personality",
    "directory",
    "identities",
    "invitations_of",
    "matching",
    "members_of",
    "members_to_write_to",
    "merge_in_force",
    "merges_kept_by",
    "merges_of",
    "name_on",
    "names_of",
    "offices_of",
    "person_by_email",
    "person_of",
    "responsible_office",
    "standing_and_merged",
    "standing_for",
    "stranger_with",
    "waiting_for",
]

LATEST_FIRST = F("since").desc(nulls_last=True)


@dataclass(frozen=True)
class Name:
    """What a body was called at a time."""

    name_ja: str
    name_en: str


def bodies() -> QuerySet[Body]:
    """All bodies that stand, with their places."""
    found = Body.objects.standing().select_related("country", "prefecture", "municipality")
    return found.order_by("kana", "name_ja", "pk")


def bodies_seen_by(by: "Actor") -> QuerySet[Body]:
    """Verified bodies for everyone, one's own in any state, all for the staff."""
    found = Body.objects.select_related("country", "prefecture", "municipality", "merged_into")
    found = found.order_by("kana", "name_ja", "pk")
    if by.is_staff:
        return found
    seen = Q(pk__in=Body.objects.public().values("pk"))
    if by.account is not None:
        seen |= Q(pk__in=memberships_of(by.account).values("body"))
        seen |= Q(pk__in=memberships_of(by.account).values("body__merged_into"))
    return found.filter(seen)


def directory(words: str = "", prefecture: str = "", personality: str = "") -> QuerySet[Body]:
    """Verified bodies by name, prefecture and personality."""
    found = matching(Body.objects.verified(), words)
    found = found.filter(prefecture__code=prefecture) if prefecture else found
    found = found.filter(personality=personality) if personality else found
    return found.select_related("country", "prefecture", "municipality").order_by("kana", "pk")


def matching(found: QuerySet[Body], words: str) -> QuerySet[Body]:
    """Bodies that now have, or once had, all the words in a name, a reading or a number."""
    for word in words.split()[:5]:
        plain = jaconv.normalize(word)
        known = Q(corporate_number=plain) | Q(identifier__iexact=plain)
        known |= Q(kana__icontains=jaconv.hira2kata(plain))
        for spelling in {word, plain, jaconv.h2z(plain, ascii=True, digit=True)}:
            known |= Q(name_ja__icontains=spelling) | Q(abbreviation__icontains=spelling)
            known |= Q(name_en__icontains=spelling)
            former = BodyName.objects.filter(name_ja__icontains=spelling)
            known |= Q(pk__in=former.values("body"))
        found = found.filter(known)
    return found


def bodies_of(user: "User") -> QuerySet[Body]:
    """Bodies the person belongs to today; a merged one is answered by the one it became."""
    mine = memberships_of(user)
    found = Body.objects.standing().filter(
        Q(pk__in=mine.values("body")) | Q(pk__in=mine.values("body__merged_into"))
    )
    return found.select_related("prefecture", "municipality").order_by("kana", "name_ja", "pk")


def bodies_acted_for_by(user: "User") -> QuerySet[Body]:
    """Bodies in whose name the person may write today."""
    mine = memberships_of(user).filter(role__in=ACTING)
    return bodies_of(user).filter(
        Q(pk__in=mine.values("body")) | Q(pk__in=mine.values("body__merged_into"))
    )


def standing_for(body: Body) -> Body:
    """The body itself, or the one it was merged into."""
    return body.merged_into or body


def standing_and_merged(body: Body) -> QuerySet[Body]:
    """The body and all that were merged into it: their rows in other rooms count as its own."""
    return Body.objects.filter(Q(pk=body.pk) | Q(merged_into=body)).order_by("pk")


def name_on(body: Body, day: datetime.date) -> Name:
    """What the body was called on a day; before its first known name, the first one."""
    begun = Q(since=None) | Q(since__lte=day)
    found = body.names.filter(begun).order_by(LATEST_FIRST, "-pk")
    known = [name for name in found if name.until is None or name.until >= day]
    name = (
        known[0] if known else body.names.order_by(F("since").asc(nulls_first=True), "pk").first()
    )
    return Name(name.name_ja, name.name_en) if name else Name(body.name_ja, body.name_en)


def names_of(body: Body) -> QuerySet[BodyName]:
    """Every name the body had, the present one first."""
    return body.names.order_by(LATEST_FIRST, "-pk")


def responsible_office(body: Body, on: datetime.date) -> "Office | None":
    """The office that looks after the body: by the prefecture of its seat, or by its country."""
    if body.prefecture:
        return places.office_responsible_for(body.prefecture, on)
    return places.office_responsible_abroad(body.country, on) if body.country else None


def offices_of(body: Body, on: datetime.date) -> "list[Office]":
    """Every office the body may turn to: by its seat, and by its registered branches."""
    found = [responsible_office(body, on)]
    branches = body.branches.select_related("prefecture").order_by("pk")
    found += [places.office_responsible_for(branch.prefecture, on) for branch in branches]
    return list({office.pk: office for office in found if office}.values())


def body_with_identifier(identifier: str) -> Body | None:
    """The body that open data calls by this identifier; a merged one leads to its survivor."""
    found = Body.objects.select_related("merged_into").filter(identifier=identifier).first()
    return standing_for(found) if found and identifier else None


def body_with_number(corporate_number: str) -> Body | None:
    """The body with this corporate number."""
    found = Body.objects.standing().filter(corporate_number=corporate_number)
    return found.first() if corporate_number else None


def bodies_like(name: str, prefecture: str = "") -> QuerySet[Body]:
    """Bodies of the same name, in the same prefecture when one is given."""
    found = bodies().filter(name_ja=name.strip())
    return found.filter(prefecture__code=prefecture) if prefecture else found


def identities() -> QuerySet[Body, tuple[int, str, str, str | None]]:
    """By what bodies that stand can be recognised: key, corporate number, name, prefecture."""
    found = Body.objects.standing().order_by("pk")
    return found.values_list("pk", "corporate_number", "name_ja", "prefecture__code")


def bodies_alike(body: Body) -> QuerySet[Body]:
    """Other bodies that may be the same: by name, reading, number or address of the web."""
    like = Q(name_ja=body.name_ja)
    for name in ("kana", "name_en", "corporate_number", "homepage", "email"):
        if value := getattr(body, name):
            like |= Q(**{name: value})
    return bodies().filter(like).exclude(pk=body.pk)


def waiting_for(user: "Actor") -> QuerySet[Body]:
    """Bodies that wait to be verified, the longest wait first; for officers."""
    found = (
        Body.objects.standing().filter(state=BodyState.UNVERIFIED).exclude(origin=Origin.OPEN_DATA)
    )
    found = found.select_related("prefecture", "municipality").order_by("registered_at", "pk")
    return found if user.holds(*REGISTRARS) else found.none()


def bodies_kept_by(user: "Actor") -> QuerySet[Body]:
    """All bodies, for officers who keep the registry."""
    found = Body.objects.select_related("prefecture", "country", "merged_into")
    found = found.order_by("kana", "name_ja", "pk")
    return found if user.holds(*REGISTRARS) else found.none()


def merges_of(body: Body) -> QuerySet[Merge]:
    """Merges in which the body took part, the latest first."""
    found = Merge.objects.filter(Q(absorbed=body) | Q(survivor=body))
    return found.select_related("absorbed", "survivor", "merged_by").order_by("-merged_at", "-pk")


def merge_in_force(body: Body) -> Merge | None:
    """The merge by which a body went into another, unless it was undone."""
    return Merge.objects.filter(absorbed=body, undone_at=None).select_related("survivor").first()


def merges_kept_by(user: "Actor") -> QuerySet[Merge]:
    """All merges, for officers."""
    found = Merge.objects.select_related("absorbed", "survivor").order_by("-merged_at", "-pk")
    return found if user.holds(*REGISTRARS) else found.none()


def counts_by_personality() -> dict[str, int]:
    """How many verified bodies there are of each personality."""
    rows = Body.objects.verified().order_by().values("personality").annotate(n=Count("pk"))
    return {row["personality"]: row["n"] for row in rows}
