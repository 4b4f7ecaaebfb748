"""Everything that is written about a project's contract; each wraps an action of the engine."""

import datetime
from typing import TYPE_CHECKING

from hiroba.engines.agreements import actions as agreements
from hiroba.engines.agreements.shapes import Signing, Terms
from hiroba.engines.agreements.states import AgreementKind
from hiroba.engines.registry.people import queries as people
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.letters.actions import send
from hiroba.foundation.verdicts import require
from hiroba.programmes.cooperation.projects import actions, agreed, policies

if TYPE_CHECKING:
    from hiroba.engines.agreements.models import Agreement, Obligation, Precondition
    from hiroba.foundation.accounts.models import User
    from hiroba.programmes.cooperation.projects.models import Project


@action
def draft_agreement(*, by: "User", project: "Project") -> "Agreement":
    """The contract of an adopted project is prepared; it is known what has to be met before."""
    require(policies.may_draft_agreement(by, project))

    return agreements.draft(
        by=by,
        programme=agreed.PROGRAMME,
        kind=AgreementKind.SERVICE,
        about_ref=project.ref,
        title_ja=f"{project.title_ja[:200]} 業務委託契約",
        title_en=f"Service contract: {(project.title_en or project.title_ja)[:200]}",
        preconditions=agreed.preconditions_from(clock.today()),
    )


@action
def meet(*, by: "User", precondition: "Precondition") -> "Precondition":
    """A precondition of the contract is met."""
    return agreements.meet(by=by, precondition=precondition)


@action
def waive(*, by: "User", precondition: "Precondition", because: str) -> "Precondition":
    """The contract does without a precondition, for a reason."""
    return agreements.waive(by=by, precondition=precondition, because=because)


@action
def conclude_agreement(
    *,
    by: "User",
    project: "Project",
    text: str,
    yen: int,
    begins_on: datetime.date,
    ends_on: datetime.date,
    manager: str,
    partner_signer: str,
    partner_signed_on: datetime.date,
    house_signer: str,
    house_signed_on: datetime.date,
) -> "Project":
    """Both sides have signed from today on, and it is known which report is due when."""
    agreement = agreed.agreement_of(project)
    require(policies.may_conclude_agreement(by, project, agreement))
    assert agreement

    agreements.conclude(
        by=by,
        agreement=agreement,
        terms=Terms(text, clock.today(), begins_on, ends_on, yen, by, manager),
        signings=[
            Signing(partner_signer, partner_signed_on, project.body),
            Signing(house_signer, house_signed_on),
        ],
        book=agreed.book_on(clock.today()),
    )
    project = actions.contract(by=by, project=project)

    _write_to_body("projects/agreement_concluded", project, about=agreement)
    return project


@action
def hand_in(*, by: "User", report: "Obligation", text: str) -> "Obligation":
    """A report has been handed in, and its supervisor is told."""
    report = agreements.hand_in(by=by, obligation=report, text=text)

    supervisor = report.version.supervisor
    if supervisor:
        send(
            "projects/report_handed_in",
            to=supervisor.email,
            about=report,
            language=supervisor.language,
            project=agreed.project_of(report),
        )
    return report


@action
def accept(*, by: "User", report: "Obligation") -> "Obligation":
    """A report suffices, and its body is told."""
    report = agreements.accept(by=by, obligation=report)

    _write_to_body("projects/report_accepted", agreed.project_of(report), about=report)
    return report


@action
def send_back(*, by: "User", report: "Obligation", because: str) -> "Obligation":
    """A report does not suffice yet; its body reads why."""
    report = agreements.send_back(by=by, obligation=report, because=because)

    _write_to_body("projects/report_sent_back", agreed.project_of(report), about=report)
    return report


def _write_to_body(kind: str, project: "Project", *, about: "Agreement | Obligation") -> None:
    for to in people.members_to_write_to(project.body) if project.body else ():
        send(kind, to=to.email, about=about, language=to.language, project=project)
