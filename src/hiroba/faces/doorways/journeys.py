"""What the journeys room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.programmes.journeys import queries as journeys

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("追体験の管理"),
        gettext_lazy("物語の版を加え、確かめて公開し、選ばれた道を見ます。"),
        "journeys:kept",
        "journeys",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Versions that are not published yet."""
    if user.holds(Role.OFFICER):
        found, url = journeys.versions_to_publish(user), reverse("journeys:kept")
        yield Heap("journeys", _("公開を待つ追体験"), found, _version, url, _("保存"))


def mine(user: "User") -> Iterator[Heap]:
    """Nothing is kept about who walks."""
    yield from ()


def _version(version: Any) -> Waiting:
    url = reverse("journeys:version", args=[version.journey.code, version.no])
    return Waiting(str(version.story.title), version.ref, url, version.added_at)
