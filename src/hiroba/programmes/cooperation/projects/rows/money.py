"""The rows of an activity's money."""

from collections.abc import Iterator

from hiroba.foundation.iati.activities import Activity, Organisation
from hiroba.foundation.iati.texts import said_in
from hiroba.programmes.cooperation.projects.models import (
    Project,
    ProjectBudget,
    ProjectTransaction,
)

READERS = ("ja", "en")


def budgets(project: Project, activity: Activity) -> Iterator[ProjectBudget]:
    """One row for each budget and each planned payment."""
    for budget in activity.budgets:
        yield ProjectBudget(
            project=project,
            kind=budget.kind,
            type=budget.type,
            status=budget.status,
            starts_on=budget.start,
            ends_on=budget.end,
            value=budget.amount.value,
            currency=budget.amount.currency,
            value_on=budget.amount.value_date,
        )


def transactions(project: Project, activity: Activity) -> Iterator[ProjectTransaction]:
    """One row for each movement of money."""
    for move in activity.transactions:
        yield ProjectTransaction(
            project=project,
            type=move.type,
            on=move.on,
            value=move.amount.value,
            currency=move.amount.currency,
            value_on=move.amount.value_date,
            description=said_in(move.description, *READERS)[:1000],
            provider_ref=move.provider.ref if move.provider else "",
            provider=_name(move.provider),
            receiver_ref=move.receiver.ref if move.receiver else "",
            receiver=_name(move.receiver),
            ref=move.ref,
        )


def _name(body: Organisation | None) -> str:
    return said_in(body.name, *READERS)[:300] if body else ""
