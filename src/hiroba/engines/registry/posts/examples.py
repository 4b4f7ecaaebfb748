"""A promoter's post for the story."""

import datetime

from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.posts import actions
from hiroba.engines.registry.posts.models import Post
from hiroba.foundation.accounts.examples import officer, somebody

TITLE = "国際協力推進員(見本)"


def promoter() -> Post:
    """A promoter's post at a sample association in Fukuoka, held since April 2023."""
    if known := Post.objects.filter(title_ja=TITLE).first():
        return known
    post = actions.open_post(
        by=officer(),
        kind="promoter",
        title_ja=TITLE,
        title_en="International cooperation promoter (sample)",
        office=places.office("kyushu"),
        prefecture=places.prefecture("40"),
    )
    holder = people.person(somebody("kyoko", name="協子 推進(見本)"))
    actions.hand_over(by=officer(), post=post, person=holder, since=datetime.date(2023, 4, 1))
    return post


def tell() -> None:
    """The demo's posts."""
    promoter()
