"""Questions about posts and their holders."""

import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from hiroba.engines.registry.posts.models import Post, Term

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Person
    from hiroba.foundation.accounts.models import User


def posts(kind: str = "") -> QuerySet[Post]:
    """Posts of a kind, or all, with their office and host."""
    found = Post.objects.select_related("office", "body", "prefecture").order_by("title_ja", "pk")
    return found.filter(kind=kind) if kind else found


def post(ref: str) -> Post | None:
    """The post with this name."""
    return posts().filter(ref=ref).first()


def term_on(post: Post, day: datetime.date) -> Term | None:
    """The term that ran on a day."""
    held = Term.objects.filter(Q(until=None) | Q(until__gte=day), post=post, since__lte=day)
    return held.select_related("person__account").order_by("-since", "-pk").first()


def holder_on(post: Post, day: datetime.date) -> "Person | None":
    """Who held the post on a day; nobody when it was vacant."""
    term = term_on(post, day)
    return term.person if term else None


def terms_of(post: Post) -> QuerySet[Term]:
    """Everybody who held the post, the latest first."""
    return post.terms.select_related("person").order_by("-since", "-pk")


def posts_held_by(user: "User", on: datetime.date) -> QuerySet[Post]:
    """Posts a person holds on a day."""
    held = Term.objects.filter(
        Q(until=None) | Q(until__gte=on), person__account=user, since__lte=on
    )
    return posts().filter(pk__in=held.values("post"))
