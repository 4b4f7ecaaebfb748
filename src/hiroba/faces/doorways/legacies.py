"""What the legacies room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.programmes.legacies import queries as legacies

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("遺贈のご相談"),
        gettext_lazy("ご相談の進みぐあいを見て、理由を記録してファイルを開きます。"),
        "legacies:staff_legacies",
        legacies.PROGRAMME,
        by_name=True,
    ),
    Tool(
        Role.OFFICER,
        gettext_lazy("遺贈の提携先"),
        gettext_lazy("提携先と、その覚書を記録します。"),
        "legacies:staff_partners",
        legacies.PROGRAMME,
        by_name=True,
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Legacies whose next step is ours, for those named for them."""
    if legacies.sees(user):
        found, url = legacies.waiting_for(user), reverse("legacies:staff_legacies")
        yield Heap("legacies", _("次の対応を待つ遺贈"), found, _legacy, url, _("最後の動き"))


def _legacy(legacy: Any) -> Waiting:
    url = reverse("legacies:file", args=[legacy.ref])
    return Waiting(legacy.ref, legacy.get_state_display(), url, legacy.changed_on)


def mine(user: "User") -> Iterator[Heap]:
    """Nothing: what somebody asks about a will does not stand on a page that others may see."""
    yield from ()
