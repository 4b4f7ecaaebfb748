"""What the training room shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.training import queries as training

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS: tuple[Tool, ...] = (
    Tool(
        Role.OFFICER,
        gettext_lazy("研修を計画する"),
        gettext_lazy("日程と定員を決めて募集し、二人の目で参加者を選びます。"),
        "training:plan_course",
        "training",
    ),
)
TONES = {"selected": "warm", "confirmed": "good"}


def waiting(user: "User") -> Iterator[Heap]:
    """Courses to select for, and selections that a second person approves."""
    url = reverse("training:courses")
    if user.holds(Role.OFFICER, programme=training.PROGRAMME):
        found = training.courses_to_select()
        yield Heap("select", _("参加者を選ぶ研修"), found, _course, url, _("応募のしめきり"))
    if user.holds(Role.OFFICER, Role.APPROVER, programme=training.PROGRAMME):
        found = training.courses_to_approve(user)
        yield Heap("approve", _("承認を待つ選考"), found, _course, url, _("応募のしめきり"))


def mine(user: "User") -> Iterator[Heap]:
    """Courses for which one applied."""
    found, url = training.my_applications(user), reverse("training:applications")
    yield Heap("courses", _("応募した研修"), found, _application, url, _("応募"))


def _course(course: Any) -> Waiting:
    url = reverse("training:participants", args=[course.ref])
    hint = course.get_state_display()
    return Waiting(said(course, "title"), hint, url, course.applies_until)


def _application(application: Any) -> Waiting:
    return Waiting(
        said(application.course, "title"),
        application.workplace,
        reverse("training:applications"),
        application.applied_at,
        tag=application.get_state_display(),
        tone=TONES.get(application.state, ""),
    )
