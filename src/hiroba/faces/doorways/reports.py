"""What the reports' floor shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.reports.editions import queries as editions

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS = (
    Tool(
        Role.OFFICER,
        gettext_lazy("年次版をつくる"),
        gettext_lazy("一年のあゆみを書き、承認を求めます。"),
        "editions:editions",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Editions that a second person publishes."""

    def told(edition: Any) -> Waiting:
        url = reverse("editions:making", args=[edition.fiscal_year])
        return Waiting(str(edition), "", url, edition.proposed_at)

    if user.holds(Role.APPROVER):
        found, url = editions.waiting_for(user), reverse("editions:editions")
        yield Heap("edition", _("公開を待つ年次版"), found, told, url, _("提案"))


def mine(user: "User") -> Iterator[Heap]:
    """Nothing of reports belongs to a single person."""
    yield from ()
