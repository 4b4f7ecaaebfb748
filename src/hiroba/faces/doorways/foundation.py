"""What the foundation shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.jobs import queries as jobs
from hiroba.foundation.letters import queries as letters

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS = (
    Tool(
        Role.AUDITOR,
        gettext_lazy("記録簿"),
        gettext_lazy("だれが、いつ、何をしたかを読みます。"),
        "journal:journal",
    ),
    Tool(
        Role.ADMINISTRATOR,
        gettext_lazy("人と役割"),
        gettext_lazy("役割をわたし、終わらせます。"),
        "accounts:users",
    ),
    Tool(
        Role.ADMINISTRATOR,
        gettext_lazy("送ったお便り"),
        gettext_lazy("届いたか確かめ、もう一度送ります。"),
        "letters:staff_letters",
    ),
    Tool(
        Role.ADMINISTRATOR,
        gettext_lazy("終えられなかった処理"),
        gettext_lazy("止まった処理を見て、やり直します。"),
        "jobs:undone",
    ),
)


def waiting(user: "User") -> Iterator[Heap]:
    """Letters and jobs that did not reach their end."""
    if user.holds(Role.ADMINISTRATOR):
        yield _dead_letters()
        yield _dead_jobs()


def mine(user: "User") -> Iterator[Heap]:
    """Nothing of the foundation belongs on my page."""
    yield from ()


def _dead_letters() -> Heap:
    def told(letter: Any) -> Waiting:
        url = reverse("letters:staff_letter", args=[letter.ref])
        return Waiting(letter.subject, letter.to, url, letter.queued_at)

    found, url = letters.dead_letters(), reverse("letters:staff_letters")
    return Heap("letters", _("届かなかったお便り"), found, told, url, _("書いた日"))


def _dead_jobs() -> Heap:
    url = reverse("jobs:undone")

    def told(job: Any) -> Waiting:
        return Waiting(job.title, job.progress_message, url, job.enqueued_at)

    return Heap("jobs", _("終えられなかった処理"), jobs.dead_jobs(), told, url, _("頼んだ日"))
