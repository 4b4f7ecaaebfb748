"""The editions' part of the story: the FY2023 edition is written, proposed and published."""

from typing import TYPE_CHECKING

from hiroba.foundation import clock
from hiroba.foundation.accounts.actions import grant
from hiroba.foundation.accounts.examples import approver, officer, somebody
from hiroba.foundation.accounts.states import Role
from hiroba.foundation.actors import CLOCKWORK
from hiroba.reports.editions import actions
from hiroba.reports.editions.bundled import drafts_for
from hiroba.reports.editions.states import PROGRAMME
from hiroba.reports.figures.examples import published_figures

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.reports.editions.models import Edition

YEAR = 2023
WRITTEN, PUBLISHED = "2024-08-20 10:00", "2024-09-02 15:00"


def approver_of_reports() -> "User":
    """Ono, who decides about editions as well."""
    grant(by=CLOCKWORK, user=approver(), role=Role.APPROVER, scope=f"programme:{PROGRAMME}")
    return somebody("ono")


def written_edition(year: int = YEAR) -> "Edition":
    """A draft with the texts that come with the house."""
    edition = actions.open_edition(by=officer(), fiscal_year=year)
    for draft in drafts_for(YEAR):
        actions.write(
            by=officer(),
            edition=edition,
            language=draft.language,
            title=draft.title,
            lead=draft.lead,
            body=draft.body,
        )
    return edition


def proposed_edition() -> "Edition":
    """A draft that waits for the approver."""
    published_figures()
    approver_of_reports()
    return actions.propose(by=officer(), edition=written_edition())


def published_edition() -> "Edition":
    """An edition everybody can read."""
    return actions.publish(by=approver_of_reports(), edition=proposed_edition())


def tell() -> None:
    """The FY2023 edition is there to be read."""
    with clock.at(WRITTEN):
        edition = proposed_edition()
    with clock.at(PUBLISHED):
        actions.publish(by=approver_of_reports(), edition=edition)
