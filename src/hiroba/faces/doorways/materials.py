"""What the materials room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.materials import queries as materials

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("教材の管理"),
        gettext_lazy("教材をつくり、ファイルを付けて公開します。"),
        "materials:kept",
        "materials",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Materials that are not public yet."""
    if user.holds(Role.OFFICER):
        found, url = materials.drafts_kept_by(user), reverse("materials:kept")
        yield Heap("materials", _("公開を待つ教材"), found, _material, url, _("更新"))


def mine(user: "User") -> Iterator[Heap]:
    """Materials belong to everybody."""
    yield from ()


def _material(material: Any) -> Waiting:
    url = reverse("materials:material", args=[material.ref])
    hint = material.get_kind_display()
    return Waiting(said(material, "title"), hint, url, material.changed_at)
