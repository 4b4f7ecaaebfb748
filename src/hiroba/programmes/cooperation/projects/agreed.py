"""What is agreed about a project, and which reports are due under it."""

import datetime
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from hiroba.engines.agreements import queries as agreements
from hiroba.engines.agreements.rules import RuleBook, rule_book
from hiroba.engines.agreements.shapes import Wanted
from hiroba.engines.agreements.states import PartyRole
from hiroba.engines.registry.people import queries as bodies
from hiroba.foundation import clock
from hiroba.foundation.accounts.states import Role
from hiroba.programmes.cooperation.projects.models import Project

if TYPE_CHECKING:
    from hiroba.engines.agreements.models import Agreement, Obligation, ObligationQuerySet
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

PROGRAMME = "cooperation"
LOOKING = (Role.OFFICER, Role.AUDITOR)
RULES = Path(__file__).parent / "data/report-rules.json"


@cache
def _editions() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(RULES.read_text(encoding="utf-8"))
    return sorted(rows, key=lambda row: str(row["valid_from"]), reverse=True)


def _valid_on(day: datetime.date) -> dict[str, Any]:
    return next(row for row in _editions() if row["valid_from"] <= day.isoformat())


def book_on(day: datetime.date) -> RuleBook:
    """The rules for reports that a contract of this day follows."""
    return rule_book(_valid_on(day)["book"])


def preconditions_from(day: datetime.date) -> list[Wanted]:
    """What has to be met before a contract, each with its day."""
    return [
        Wanted(
            row["title_ja"],
            row["title_en"],
            PartyRole(row["owner"]),
            day + datetime.timedelta(days=row["days"]),
        )
        for row in _valid_on(day)["preconditions"]
    ]


def may_look_at(by: "Actor", project: Project) -> bool:
    """Officers, auditors, and those who act for the project's body."""
    if by.account is None or project.body is None or not project.is_own:
        return False
    if by.is_staff:
        return by.holds(*LOOKING, programme=PROGRAMME)
    return bodies.bodies_acted_for_by(by.account).filter(pk=project.body.pk).exists()


def projects_agreed_for(by: "Actor") -> QuerySet[Project]:
    """Projects whose agreements the person may look at."""
    found = Project.objects.own().exclude(body=None).select_related("body").order_by("pk")
    if by.account is None:
        return found.none()
    if by.holds(*LOOKING, programme=PROGRAMME):
        return found
    return found.filter(body__in=bodies.bodies_acted_for_by(by.account))


def agreement_of(project: Project) -> "Agreement | None":
    """The contract of a project, prepared or concluded."""
    return agreements.agreement_about(project.ref)


def reports_of(project: Project) -> "ObligationQuerySet":
    """What is due under the contract, the first due first."""
    return agreements.obligations().filter(agreement__about_ref=project.ref)


def reports_seen_by(by: "Actor") -> "ObligationQuerySet":
    """Reports of the projects whose agreements the person may look at."""
    refs = projects_agreed_for(by).order_by().values("ref")
    return agreements.obligations().filter(
        agreement__programme=PROGRAMME, agreement__about_ref__in=refs
    )


def reports_owed_by(user: "User") -> "ObligationQuerySet":
    """What the person's bodies have to hand in for periods that have begun."""
    today = clock.today()
    return agreements.obligations_owed_by(user, PROGRAMME).filter(period_from__lte=today)


def reports_to_accept(by: "User") -> "ObligationQuerySet":
    """What was handed in and waits for an officer."""
    return agreements.obligations_to_accept(by, PROGRAMME)


def project_of(report: "Obligation") -> Project:
    """The project a report is about."""
    return Project.objects.select_related("body").get(ref=report.agreement.about_ref)
