"""What the coexistence room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting, is_over
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.coexistence import queries as coexistence

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("災害時の多言語支援"),
        gettext_lazy("災害のお知らせを、やさしい日本語と各国のことばで出します。"),
        "coexistence:desk",
        "coexistence",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Notices that nobody can read yet."""
    if user.holds(Role.OFFICER, programme=coexistence.PROGRAMME):
        found, url = coexistence.waiting_for(user), reverse("coexistence:desk")
        yield Heap("notices", _("公開を待つ災害のお知らせ"), found, _notice, url, _("期限"))


def mine(user: "User") -> Iterator[Heap]:
    """Nobody owns a notice."""
    yield from ()


def _notice(notice: Any) -> Waiting:
    url = reverse("coexistence:kept_notice", args=[notice.ref])
    title = f"{notice.get_category_display()} {said(notice.disaster, 'name')}"
    day = clock.moment(notice.expires_at).astimezone(clock.JAPAN).date()
    return Waiting(title, notice.ref, url, day, is_over(day))
