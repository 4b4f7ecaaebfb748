"""How meetings are found by the search of the whole house."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from hiroba.foundation.search import actions as search
from hiroba.programmes.dialogue.queries import KIND

if TYPE_CHECKING:
    from hiroba.programmes.dialogue.models import Meeting


def make_findable(meeting: "Meeting", text: str = "") -> None:
    """A meeting is found by its name, its agenda and what both sides agree was said."""
    agenda = " ".join(meeting.items.filter(state="accepted").values_list("title", flat=True))
    for language in ("ja", "en"):
        with override(language):
            search.put(
                ref=meeting.ref,
                kind=KIND,
                url=reverse("dialogue:meeting", args=[meeting.ref]),
                title=meeting.title,
                text=f"{agenda} {text}",
                language=language,
                on=localdate(meeting.slot.starts_at),
            )
