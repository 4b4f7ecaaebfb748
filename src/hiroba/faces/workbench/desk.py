"""What waits for somebody, gathered from the rooms that know."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from hiroba.engines.registry.imports import queries as imports
from hiroba.engines.registry.people import queries as people
from hiroba.faces.workbench.piles import Pile, Waiting, is_over, lying, pile
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.jobs import queries as jobs
from hiroba.foundation.letters import queries as letters
from hiroba.foundation.words import said
from hiroba.programmes.cooperation.proposals import queries as proposals
from hiroba.reports.editions import queries as editions

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User


def piles_for(user: "User") -> list[Pile]:
    """Every pile in which something waits for this person."""
    return lying(_piles(user))


def _piles(user: "User") -> Iterator[Pile]:
    if user.holds(Role.OFFICER):
        yield _proposals_to_check(user)
        yield _bodies_to_verify(user)
        yield _lists_to_finish(user)
        yield _decisions_to_release(user)
    if user.holds(Role.REVIEWER):
        yield _reads_owed(user)
    if user.holds(Role.CHAIR):
        yield _proposals_to_decide(user)
    if user.holds(Role.APPROVER):
        yield _decisions_to_approve(user)
        yield _editions_to_publish(user)
    if user.holds(Role.ADMINISTRATOR):
        yield _dead_letters()
        yield _dead_jobs()


def _proposals_to_check(user: "User") -> Pile:
    found = proposals.proposals_to_check(user)
    url = reverse("proposals:received")
    return pile("check", _("書類の確認を待つ提案"), found, _proposal, url, _("受付"))


def _proposals_to_decide(user: "User") -> Pile:
    found = proposals.proposals_to_decide(user)
    url = reverse("proposals:rankings")
    return pile("decide", _("採否の提案を待つ提案"), found, _to_decide, url, _("受付"))


def _proposal(proposal: Any, door: str = "proposals:staff_proposal") -> Waiting:
    submission = proposal.submission
    url = reverse(door, args=[proposal.ref])
    return Waiting(submission.title, said(submission.body, "name"), url, submission.submitted_at)


def _to_decide(proposal: Any) -> Waiting:
    """The chair opens the page on which a decision is proposed."""
    return _proposal(proposal, "proposals:propose_decision")


def _bodies_to_verify(user: "User") -> Pile:
    def told(body: Any) -> Waiting:
        place = said(body.prefecture, "name") if body.prefecture else ""
        url = reverse("people:kept_body", args=[body.ref])
        return Waiting(said(body, "name"), place, url, body.registered_at)

    url = reverse("people:kept_bodies")
    return pile("verify", _("登録の確認を待つ団体"), people.waiting_for(user), told, url, _("登録"))


def _lists_to_finish(user: "User") -> Pile:
    def told(brought: Any) -> Waiting:
        url = reverse("imports:brought", args=[brought.ref])
        return Waiting(brought.name, brought.brought_by.name, url, brought.brought_at)

    found = imports.unfinished(user).order_by("brought_at", "pk")
    title, url = _("取り込みの途中の団体一覧"), reverse("imports:imports")
    return pile("lists", title, found, told, url, _("受け取り"))


def _reads_owed(user: "User") -> Pile:
    def told(read: Any) -> Waiting:
        url = reverse("proposals:score", args=[read.ref])
        hint = said(read.stage.track.call, "title")
        return Waiting(read.submission.title, hint, url, read.due_on, is_over(read.due_on))

    found, url = proposals.reads_owed_by(user), reverse("proposals:reads")
    return pile("read", _("審査を待つ提案"), found, told, url, _("期限"))


def _decisions_to_approve(user: "User") -> Pile:
    found, url = proposals.decisions_to_approve(user), reverse("proposals:decisions")
    return pile("approve", _("承認を待つ決定"), found, _decision, url, _("提案"))


def _decisions_to_release(user: "User") -> Pile:
    found, url = proposals.decisions_to_release(user), reverse("proposals:decisions")
    return pile("release", _("通知を待つ決定"), found, _decision, url, _("提案"))


def _decision(decision: Any) -> Waiting:
    return Waiting(
        decision.submission.title,
        f"{said(decision.submission.body, 'name')} {decision.get_outcome_display()}",
        reverse("proposals:decision", args=[decision.ref]),
        decision.proposed_at,
    )


def _editions_to_publish(user: "User") -> Pile:
    def told(edition: Any) -> Waiting:
        url = reverse("editions:making", args=[edition.fiscal_year])
        return Waiting(str(edition), "", url, edition.proposed_at)

    found, url = editions.waiting_for(user), reverse("editions:editions")
    return pile("edition", _("公開を待つ年次版"), found, told, url, _("提案"))


def _dead_letters() -> Pile:
    def told(letter: Any) -> Waiting:
        url = reverse("letters:staff_letter", args=[letter.ref])
        return Waiting(letter.subject, letter.to, url, letter.queued_at)

    found, url = letters.dead_letters(), reverse("letters:staff_letters")
    return pile("letters", _("届かなかったお便り"), found, told, url, _("書いた日"))


def _dead_jobs() -> Pile:
    url = reverse("jobs:undone")

    def told(job: Any) -> Waiting:
        return Waiting(job.title, job.progress_message, url, job.enqueued_at)

    return pile("jobs", _("終えられなかった処理"), jobs.dead_jobs(), told, url, _("頼んだ日"))
