"""What the plaza room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.plaza import queries as plaza

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("地球ひろばの一日"),
        gettext_lazy("団体を迎え、案内人にお願いし、来館者を数えます。"),
        "plaza:day",
        "plaza",
    ),
)
TONES = {"booked": "good", "accepted": "good", "asked": "warm"}


def waiting(user: "User") -> Iterator[Heap]:
    """Guides who have not answered, and groups of today."""
    if user.holds(Role.OFFICER, programme=plaza.PROGRAMME):
        found, url = plaza.duties_unanswered(), reverse("plaza:day")
        yield Heap("unanswered", _("返事を待つ案内のお願い"), found, _asked, url, _("日時"))
    if user.holds(Role.GUIDE, programme=plaza.PROGRAMME):
        found, url = plaza.duties_of(user), reverse("plaza:duties")
        yield Heap("duties", _("案内のお願い"), found, _duty, url, _("日時"))


def mine(user: "User") -> Iterator[Heap]:
    """Visits that one has booked."""
    found, url = plaza.visits_of(user), reverse("plaza:visits")
    yield Heap("visits", _("予約した見学"), found, _visit, url, _("日時"))


def _asked(duty: Any) -> Waiting:
    day = localdate(duty.slot.starts_at)
    url = f"{reverse('plaza:day')}?on={day}"
    return Waiting(duty.person.name, said(duty.slot.gathering, "title"), url, duty.slot.starts_at)


def _duty(duty: Any) -> Waiting:
    return Waiting(
        said(duty.slot.gathering, "title"),
        said(duty.slot.gathering, "place"),
        reverse("plaza:duties"),
        duty.slot.starts_at,
        tag=duty.get_state_display(),
        tone=TONES.get(duty.state, ""),
    )


def _visit(visit: Any) -> Waiting:
    return Waiting(
        said(visit.site, "name"),
        visit.booking.party,
        reverse("plaza:visit", args=[visit.ref]),
        visit.booking.slot.starts_at,
        tag=visit.booking.get_state_display(),
        tone=TONES.get(visit.booking.state, ""),
    )
