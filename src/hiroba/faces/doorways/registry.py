"""What the registry shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.engines.registry.imports import queries as imports
from hiroba.engines.registry.people import queries as people
from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS = (
    Tool(
        Role.OFFICER,
        gettext_lazy("団体の確認"),
        gettext_lazy("登録された団体を確かめ、名簿を整えます。"),
        "people:kept_bodies",
    ),
    Tool(
        Role.OFFICER,
        gettext_lazy("団体の一括取り込み"),
        gettext_lazy("表にまとめた団体を、一度に登録します。"),
        "imports:imports",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Bodies to verify, and lists that are not finished."""
    if user.holds(Role.OFFICER):
        yield _bodies_to_verify(user)
        yield _lists_to_finish(user)


def mine(user: "User") -> Iterator[Heap]:
    """The bodies one belongs to stand on my page by themselves."""
    yield from ()


def _bodies_to_verify(user: "User") -> Heap:
    def told(body: Any) -> Waiting:
        place = said(body.prefecture, "name") if body.prefecture else ""
        url = reverse("people:kept_body", args=[body.ref])
        return Waiting(said(body, "name"), place, url, body.registered_at)

    url = reverse("people:kept_bodies")
    return Heap("verify", _("登録の確認を待つ団体"), people.waiting_for(user), told, url, _("登録"))


def _lists_to_finish(user: "User") -> Heap:
    def told(brought: Any) -> Waiting:
        url = reverse("imports:brought", args=[brought.ref])
        return Waiting(brought.name, brought.brought_by.name, url, brought.brought_at)

    found = imports.unfinished(user).order_by("brought_at", "pk")
    title, url = _("取り込みの途中の団体一覧"), reverse("imports:imports")
    return Heap("lists", title, found, told, url, _("受け取り"))
