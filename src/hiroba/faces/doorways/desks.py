"""What the desks room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting, is_over
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.desks import queries as desks

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("デスクに届いた質問"),
        gettext_lazy("期日の近い順に、質問に答えます。"),
        "desks:cases",
        "desks",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Questions to answer by their day, and bodies to look at again."""
    if user.holds(Role.OFFICER, programme=desks.PROGRAMME):
        url = reverse("desks:cases")
        found = desks.cases_waiting_for(user)
        yield Heap("desk_cases", _("回答を待つ質問"), found, _case, url, _("期日"))
        old, url = desks.bodies_to_check(user), reverse("desks:bodies_to_check")
        yield Heap("desk_bodies", _("確認し直す現地団体"), old, _body, url, _("確認"))


def mine(user: "User") -> Iterator[Heap]:
    """What the person asked the desks."""
    url = reverse("desks:my_cases")
    yield Heap("desk_questions", _("デスクへの質問"), desks.cases_of(user), _question, url)


def _case(case: Any) -> Waiting:
    due, url = case.next_due_on, reverse("desks:case", args=[case.ref])
    return Waiting(case.subject, said(case.queue, "name"), url, due, is_over(due))


def _body(body: Any) -> Waiting:
    url = reverse("desks:bodies_to_check")
    return Waiting(said(body, "name"), said(body.country, "name"), url, body.checked_on)


def _question(case: Any) -> Waiting:
    url = reverse("desks:my_case", args=[case.ref])
    return Waiting(case.subject, said(case.queue, "name"), url, tag=str(case.public_state))
