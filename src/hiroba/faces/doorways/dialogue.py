"""What the dialogue room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting, is_over
from hiroba.foundation.accounts.states import Role
from hiroba.programmes.dialogue import queries as dialogue

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("会合を予定する"),
        gettext_lazy("協議会と勉強会の日時と場所を決めて公開します。"),
        "dialogue:plan_meeting",
        "dialogue",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """What an officer who speaks for a side has to decide, to check and to do."""
    if user.holds(Role.OFFICER, programme=dialogue.PROGRAMME):
        yield from _spoken_for(user)


def mine(user: "User") -> Iterator[Heap]:
    """Meetings to which one goes, and what waits for who speaks for NGOs."""
    found, url = dialogue.registrations_of(user), reverse("dialogue:registrations")
    yield Heap("meetings", _("申し込んだ会合"), found, _registration, url, _("日時"))
    if not user.holds(Role.OFFICER, programme=dialogue.PROGRAMME):
        yield from _spoken_for(user)


def _spoken_for(user: "User") -> Iterator[Heap]:
    url = reverse("dialogue:dialogue")
    items, minutes = dialogue.items_to_decide(user), dialogue.minutes_to_approve(user)
    yield Heap("items", _("取り上げるかを決める議題"), items, _item, url, _("提案"))
    yield Heap("minutes", _("確認を待つ議事録"), minutes, _minutes, url, _("書いた日"))
    promised = dialogue.commitments_of_side(user)
    yield Heap("promises", _("果たす約束"), promised, _commitment, url, _("期日"))


def _page(meeting: Any) -> str:
    return reverse("dialogue:meeting", args=[meeting.ref])


def _item(item: Any) -> Waiting:
    return Waiting(item.title, item.meeting.title, _page(item.meeting), item.proposed_at)


def _minutes(minutes: Any) -> Waiting:
    meeting = minutes.meeting
    return Waiting(meeting.title, f"v{minutes.number}", _page(meeting), minutes.written_at)


def _commitment(commitment: Any) -> Waiting:
    url, due = _page(commitment.meeting), commitment.due_on
    return Waiting(commitment.text, commitment.owner, url, due, is_over(due))


def _registration(registration: Any) -> Waiting:
    meeting = registration.meeting
    return Waiting(
        meeting.title,
        registration.get_place_display(),
        _page(meeting),
        meeting.slot.starts_at,
        tag=registration.booking.get_state_display(),
    )
