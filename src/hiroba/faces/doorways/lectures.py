"""What the lectures room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting, is_over
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.lectures import queries as lectures

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("出前講座の依頼"),
        gettext_lazy("依頼と講師を、現地の時刻や祝日も見て引き合わせます。"),
        "lectures:staff_lectures",
        "lectures",
    ),
    Tool(
        Role.OFFICER,
        gettext_lazy("講師の名簿"),
        gettext_lazy("講師のいる国、話せる時間と課題を登録します。"),
        "lectures:lecturers",
        "lectures",
    ),
)
TONES = {"confirmed": "good", "held": "good", "accepted": "warm"}


def waiting(user: "User") -> Iterator[Heap]:
    """Requests without a lecturer, lectures to settle and to record."""
    if user.holds(Role.OFFICER, programme=lectures.PROGRAMME):
        url, kept = reverse("lectures:staff_lectures"), _kept
        yield Heap(
            "match",
            _("講師をさがす依頼"),
            lectures.to_match(user),
            kept,
            f"{url}?state=requested",
            _("申し込み"),
        )
        yield Heap(
            "settle",
            _("確定を待つ出前講座"),
            lectures.to_confirm(user),
            kept,
            f"{url}?state=accepted",
            _("申し込み"),
        )
        yield Heap(
            "record",
            _("開いたかどうかの記録を待つ出前講座"),
            lectures.to_record(user),
            kept,
            f"{url}?state=confirmed",
            _("申し込み"),
        )


def mine(user: "User") -> Iterator[Heap]:
    """Offers to answer, answers to give, and what one's schools asked for."""
    url = reverse("lectures:my_lectures")
    offers = lectures.offers_to_answer(user)
    yield Heap(
        "offers", _("お返事を待つ講師の依頼"), offers, _offer, reverse("lectures:offers"), _("期限")
    )
    owed = lectures.to_answer_about(user)
    yield Heap("answers", _("講座のあとの声を待つ出前講座"), owed, _owed, url, _("開いた日"))
    yield Heap("lectures", _("申し込んだ出前講座"), lectures.lectures_of(user), _asked, url)


def _kept(lecture: Any) -> Waiting:
    hint = f"{said(lecture.theme, 'name')} · {lecture.get_kind_display()}"
    url = reverse("lectures:staff_lecture", args=[lecture.ref])
    return Waiting(said(lecture.body, "name"), hint, url, lecture.asked_at)


def _offer(offer: Any) -> Waiting:
    title, hint = said(offer.lecture.theme, "name"), said(offer.lecture.body, "name")
    url = reverse("lectures:my_offer", args=[offer.ref])
    return Waiting(title, hint, url, offer.answer_by, is_over(offer.answer_by))


def _owed(lecture: Any) -> Waiting:
    url = reverse("lectures:answer", args=[lecture.ref])
    hint = said(lecture.body, "name")
    return Waiting(said(lecture.theme, "name"), hint, url, lecture.held_on)


def _asked(lecture: Any) -> Waiting:
    return Waiting(
        said(lecture.theme, "name"),
        said(lecture.body, "name"),
        reverse("lectures:my_lecture", args=[lecture.ref]),
        tag=lecture.get_state_display(),
        tone=TONES.get(lecture.state, ""),
    )
