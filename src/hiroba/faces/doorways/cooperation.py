"""What cooperation shows on pages that all rooms share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hiroba.faces.doorways.piles import Heap, Tool, Waiting, is_over
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.projects import agreed
from hiroba.programmes.cooperation.projects import queries as projects
from hiroba.programmes.cooperation.proposals import queries as proposals

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User

TOOLS = (
    Tool(
        Role.OFFICER,
        gettext_lazy("公募の管理"),
        gettext_lazy("募集をつくり、枠と期日を決めて公開します。"),
        "proposals:staff_calls",
    ),
    Tool(
        Role.OFFICER,
        gettext_lazy("届いた提案書"),
        gettext_lazy("受け付けた提案書を見て、審査へ進めます。"),
        "proposals:received",
    ),
    Tool(
        Role.OFFICER,
        gettext_lazy("IATIの取り込み"),
        gettext_lazy("公開されている事業のデータを取り込みます。"),
        "projects:import_runs",
    ),
    Tool(
        Role.CHAIR,
        gettext_lazy("順位の一覧"),
        gettext_lazy("審査の点を見くらべ、採否を提案します。"),
        "proposals:rankings",
        "cooperation",
    ),
    Tool(
        Role.APPROVER,
        gettext_lazy("決定の一覧"),
        gettext_lazy("採否の提案を承認し、決定をたどります。"),
        "proposals:decisions",
        "cooperation",
    ),
)
TONES = {"returned": "warm", "selected": "good"}


def waiting(user: "User") -> Iterator[Heap]:
    """Proposals to check, to read, to decide and to tell about."""
    if user.holds(Role.OFFICER):
        yield _proposals_to_check(user)
        yield _decisions_to_release(user)
        yield _reports_to_accept(user)
        yield _lessons(_("公開を待つ教訓"), "lessons", projects.lessons_to_publish())
    if user.holds(Role.OFFICER, Role.APPROVER):
        yield _lessons(_("確認を待つ教訓"), "drafts", projects.lessons_to_review(user))
    if user.holds(Role.REVIEWER):
        yield _reads_owed(user)
    if user.holds(Role.CHAIR):
        yield _proposals_to_decide(user)
    if user.holds(Role.APPROVER):
        yield _decisions_to_approve(user)


def mine(user: "User") -> Iterator[Heap]:
    """Proposals of one's bodies."""

    def told(proposal: Any) -> Waiting:
        submission = proposal.submission
        return Waiting(
            submission.title,
            said(submission.track.call, "title"),
            reverse("proposals:proposal", args=[proposal.ref]),
            tag=submission.get_state_display(),
            tone=TONES.get(submission.state, ""),
        )

    found, url = proposals.proposals_of(user), reverse("proposals:proposals")
    yield Heap("proposals", _("提案と応募"), found, told, url)
    reports, url = agreed.reports_owed_by(user), reverse("projects:reports_owed")
    yield Heap("reports", _("提出する報告"), reports, _report, url, _("期限"))


def _reports_to_accept(user: "User") -> Heap:
    found, url = agreed.reports_to_accept(user), reverse("projects:reports_to_accept")
    return Heap("accept", _("受領を待つ報告"), found, _report, url, _("期限"))


def _report(report: Any) -> Waiting:
    url = reverse("projects:report", args=[report.ref])
    hint = said(report.agreement, "title")
    return Waiting(said(report, "title"), hint, url, report.due_on, is_over(report.due_on))


def _lessons(title: str, name: str, found: Any) -> Heap:
    def told(lesson: Any) -> Waiting:
        url = reverse("projects:lesson", args=[lesson.about_ref, lesson.ref])
        return Waiting(said(lesson, "title"), lesson.written_by.name, url, lesson.written_at)

    return Heap(name, title, found, told, reverse("projects:projects"), _("書いた日"))


def _proposals_to_check(user: "User") -> Heap:
    found = proposals.proposals_to_check(user)
    url = reverse("proposals:received")
    return Heap("check", _("書類の確認を待つ提案"), found, _proposal, url, _("受付"))


def _proposals_to_decide(user: "User") -> Heap:
    found = proposals.proposals_to_decide(user)
    url = reverse("proposals:rankings")
    return Heap("decide", _("採否の提案を待つ提案"), found, _to_decide, url, _("受付"))


def _proposal(proposal: Any, door: str = "proposals:staff_proposal") -> Waiting:
    submission = proposal.submission
    url = reverse(door, args=[proposal.ref])
    return Waiting(submission.title, said(submission.body, "name"), url, submission.submitted_at)


def _to_decide(proposal: Any) -> Waiting:
    """The chair opens the page on which a decision is proposed."""
    return _proposal(proposal, "proposals:propose_decision")


def _reads_owed(user: "User") -> Heap:
    def told(read: Any) -> Waiting:
        url = reverse("proposals:score", args=[read.ref])
        hint = said(read.stage.track.call, "title")
        return Waiting(read.submission.title, hint, url, read.due_on, is_over(read.due_on))

    found, url = proposals.reads_owed_by(user), reverse("proposals:reads")
    return Heap("read", _("審査を待つ提案"), found, told, url, _("期限"))


def _decisions_to_approve(user: "User") -> Heap:
    found, url = proposals.decisions_to_approve(user), reverse("proposals:decisions")
    return Heap("approve", _("承認を待つ決定"), found, _decision, url, _("提案"))


def _decisions_to_release(user: "User") -> Heap:
    found, url = proposals.decisions_to_release(user), reverse("proposals:decisions")
    return Heap("release", _("通知を待つ決定"), found, _decision, url, _("提案"))


def _decision(decision: Any) -> Waiting:
    return Waiting(
        decision.submission.title,
        f"{said(decision.submission.body, 'name')} {decision.get_outcome_display()}",
        reverse("proposals:decision", args=[decision.ref]),
        decision.proposed_at,
    )
