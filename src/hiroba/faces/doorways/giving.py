"""What the giving room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.giving import queries as giving

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("寄附の入金"),
        gettext_lazy("振り込みを整理番号で確かめ、受領証明書を出します。"),
        "giving:staff_gifts",
        "giving",
    ),
    Tool(
        Role.OFFICER,
        gettext_lazy("基金の配分"),
        gettext_lazy("寄附を事業に届けます。二人目の承認で記帳します。"),
        "giving:allocations",
        "giving",
    ),
)
TONES = {"received": "good", "promised": "warm"}


def waiting(user: "User") -> Iterator[Heap]:
    """Transfers that are expected, and allocations that a second person approves."""
    if user.holds(Role.OFFICER, programme=giving.PROGRAMME):
        found, url = giving.gifts_expected(user), reverse("giving:staff_gifts")
        yield Heap("gifts", _("入金を待つ寄附"), found, _expected, url, _("申し込み"))
    if user.holds(Role.OFFICER, Role.APPROVER, programme=giving.PROGRAMME):
        proposed, url = giving.allocations_to_approve(user), reverse("giving:allocations")
        yield Heap("allocations", _("承認を待つ配分"), proposed, _proposed, url, _("提案"))


def mine(user: "User") -> Iterator[Heap]:
    """What one has given."""
    found, url = giving.gifts_of(user), reverse("giving:gifts")
    yield Heap("gifts", _("わたしの寄附"), found, _gift, url, _("申し込み"))


def _expected(gift: Any) -> Waiting:
    url = reverse("giving:receive", args=[gift.ref])
    return Waiting(gift.code, f"{gift.name} {gift.yen:,}", url, gift.promised_at)


def _proposed(allocation: Any) -> Waiting:
    title = f"{allocation.to_ref} {allocation.yen:,}"
    url = reverse("giving:allocations")
    return Waiting(title, allocation.because, url, allocation.proposed_at)


def _gift(gift: Any) -> Waiting:
    return Waiting(
        said(gift.cause, "title"),
        f"{gift.yen:,}",
        reverse("giving:gift", args=[gift.ref]),
        gift.promised_at,
        tag=gift.get_state_display(),
        tone=TONES.get(gift.state, ""),
    )
