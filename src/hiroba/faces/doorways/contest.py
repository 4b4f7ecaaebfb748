"""What the contest room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting, is_over
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.contest import queries as contest

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("エッセイコンテスト"),
        gettext_lazy("コンテストを開き、届いた作品を確かめ、結果を確定します。"),
        "contest:received",
        "contest",
    ),
    Tool(
        Role.CHAIR,
        gettext_lazy("エッセイの順位と賞"),
        gettext_lazy("点の順位を見て、賞の案を出します。"),
        "contest:received",
        "contest",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Essays to check, to read, and prizes to approve."""
    if user.holds(Role.OFFICER, programme="contest"):
        found, url = contest.essays_to_check(user), reverse("contest:received")
        yield Heap("essays", _("確認を待つ作品"), found, _essay, url, _("受付"))
    if user.holds(Role.REVIEWER, programme="contest"):
        reads, url = contest.reads_owed_by(user), reverse("contest:essays_to_read")
        yield Heap("essay_reads", _("読む作品"), reads, _read, url, _("期限"))
    if user.holds(Role.APPROVER, programme="contest"):
        awards, url = contest.awards_to_approve(user), reverse("contest:received")
        yield Heap("awards", _("承認を待つ賞"), awards, _award, url, _("提案"))


def mine(user: "User") -> Iterator[Heap]:
    """Essays of one's schools."""
    found, url = contest.entries_of(user), reverse("contest:entries")
    yield Heap("entries", _("コンテストの応募"), found, _entry, url)


def _essay(essay: Any) -> Waiting:
    url = reverse("contest:staff_essay", args=[essay.ref])
    when = essay.submission.submitted_at
    return Waiting(essay.submission.title, essay.get_division_display(), url, when)


def _entry(essay: Any) -> Waiting:
    url = reverse("contest:entry", args=[essay.ref])
    return Waiting(essay.submission.title, said(essay.contest, "title"), url)


def _read(read: Any) -> Waiting:
    url = reverse("contest:score", args=[read.ref])
    hint = said(read.stage.track, "name")
    return Waiting(read.submission.title, hint, url, read.due_on, is_over(read.due_on))


def _award(decision: Any) -> Waiting:
    url = reverse("contest:staff_essay", args=[decision.submission.ref])
    return Waiting(decision.submission.title, "", url, decision.proposed_at)
