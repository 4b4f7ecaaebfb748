"""Everything that is written about posts."""

import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from hiroba.engines.registry.posts import policies
from hiroba.engines.registry.posts.models import Post, Term
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.engines.registry.people.models import Body, Person
    from hiroba.engines.registry.places.models import Office, Prefecture
    from hiroba.foundation.accounts.models import User


@action
def open_post(
    *, by: "User", kind: str, title_ja: str, office: "Office", title_en: str = "",
    body: "Body | None" = None, prefecture: "Prefecture | None" = None,
) -> Post:  # fmt: skip
    """There is a seat that people can hold one after another."""
    require(policies.may_open_post(by))

    post = Post.objects.create(
        ref=new_ref("T"),
        kind=kind,
        title_ja=title_ja,
        title_en=title_en,
        office=office,
        body=body,
        prefecture=prefecture,
    )

    note(by, "posts.open_post", post)
    return post


@action
def hand_over(*, by: "User", post: Post, person: "Person", since: datetime.date) -> Term:
    """The person holds the post from a day on, whoever held it before until then."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    require(policies.may_hand_over(by, post, since))

    running = post.terms.filter(Q(until=None) | Q(until__gte=since))
    running.update(until=since - datetime.timedelta(days=1))
    term = Term.objects.create(post=post, person=person, since=since)

    note(by, "posts.hand_over", post, to=person.ref, since=since.isoformat())
    return term


@action
def vacate(*, by: "User", post: Post, on: datetime.date) -> Post:
    """The post is vacant after a day; what came to it stays with it."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    require(policies.may_vacate(by, post, on))

    post.terms.filter(until=None).update(until=on)

    note(by, "posts.vacate", post, on=on.isoformat())
    return post
