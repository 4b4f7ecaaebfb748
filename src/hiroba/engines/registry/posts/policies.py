"""Who may open posts and hand them over."""

import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from hiroba.foundation.accounts.states import Role
from hiroba.foundation.verdicts import Verdict, all_of, unless

if TYPE_CHECKING:
    from hiroba.engines.registry.posts.models import Post
    from hiroba.foundation.actors import Actor


def may_open_post(by: "Actor") -> Verdict:
    """Officers and administrators open posts."""
    return unless(by.holds(Role.OFFICER, Role.ADMINISTRATOR), _("職位は担当職員が登録します。"))


def may_hand_over(by: "Actor", post: "Post", since: datetime.date) -> Verdict:
    """An officer gives a post to its next holder, later than it was last given."""
    return all_of(
        may_open_post(by),
        unless(
            not post.terms.filter(since__gte=since).exists(),
            _("この日より後に着任した方がいます。もっと後の日を入れてください。"),
        ),
    )


def may_vacate(by: "Actor", post: "Post", on: datetime.date) -> Verdict:
    """An officer ends the present term."""
    present = post.terms.filter(until=None).first()
    return all_of(
        may_open_post(by),
        unless(present, _("この職位は、いま空席です。")),
        unless(present is None or present.since <= on, _("着任の日より後の日を入れてください。")),
    )
