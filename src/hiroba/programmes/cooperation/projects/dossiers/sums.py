"""A project's money as its page shows it: rows and totals, currencies never added."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.foundation.calendar import fiscal_year, fiscal_year_text
from hiroba.foundation.iati import codes
from hiroba.foundation.money import yen_text
from hiroba.programmes.cooperation.projects.models import (
    Project,
    ProjectBudget,
    ProjectTransaction,
)

SHOWN = 50


@dataclass(frozen=True)
class Total:
    """What came together under one label in one currency."""

    kind: str
    label: str
    amount: str


@dataclass(frozen=True)
class BudgetLine:
    """Money for a period."""

    kind: str
    starts_on: date
    ends_on: date | None
    amount: str


@dataclass(frozen=True)
class Movement:
    """Money promised, moved or spent on a day."""

    on: date
    kind: str
    amount: str
    provider: str
    receiver: str
    description: str


@dataclass(frozen=True)
class Money:
    """All of a project's money; of many movements the newest."""

    budgets: list[BudgetLine]
    budget_totals: list[Total]
    movements: list[Movement]
    movement_totals: list[Total]
    more: bool

    def __bool__(self) -> bool:
        return bool(self.budgets or self.movements)


def money_of(project: Project) -> Money:
    """The money of one project, in two questions; in three where there are many movements."""
    budgets = list(project.budgets.order_by("starts_on", "pk"))
    moves = list(project.transactions.order_by("-on", "-pk")[: SHOWN + 1])
    return Money(
        budgets=[_line(budget) for budget in budgets],
        budget_totals=_budget_totals(budgets),
        movements=[_movement(move) for move in moves[:SHOWN]],
        movement_totals=_movement_totals(project) if len(moves) > SHOWN else _added(moves),
        more=len(moves) > SHOWN,
    )


def amount_text(value: Decimal, currency: str) -> str:
    """12,000.5 US dollars as `USD 12,000.50`, yen as yen."""
    if currency == "JPY" and value == int(value):
        return yen_text(int(value), get_language() or "ja")
    whole = value == int(value)
    return f"{currency} {value:,.0f}" if whole else f"{currency} {value:,.2f}"


def kind_of(code: str) -> str:
    """What a movement is called."""
    return str(codes.TRANSACTION_TYPE.get(code, _("その他")))


def _line(budget: ProjectBudget) -> BudgetLine:
    return BudgetLine(
        budget.get_kind_display(),
        budget.starts_on,
        budget.ends_on,
        amount_text(budget.value, budget.currency),
    )


def _movement(move: ProjectTransaction) -> Movement:
    return Movement(
        move.on,
        kind_of(move.type),
        amount_text(move.value, move.currency),
        move.provider or move.provider_ref,
        move.receiver or move.receiver_ref,
        move.description,
    )


def _budget_totals(budgets: list[ProjectBudget]) -> list[Total]:
    """One for each kind, fiscal year and currency."""
    sums: dict[tuple[str, int, str], Decimal] = {}
    for budget in budgets:
        key = (budget.get_kind_display(), fiscal_year(budget.starts_on), budget.currency)
        sums[key] = sums.get(key, Decimal(0)) + budget.value
    language = get_language() or "ja"
    return [
        Total(kind, fiscal_year_text(year, language), amount_text(value, currency))
        for (kind, year, currency), value in sums.items()
    ]


def _added(moves: list[ProjectTransaction]) -> list[Total]:
    """The same totals where all movements are known already."""
    sums: dict[tuple[str, str], Decimal] = {}
    for move in moves:
        sums[move.type, move.currency] = (
            sums.get((move.type, move.currency), Decimal(0)) + move.value
        )
    return [
        Total(kind_of(kind), "", amount_text(value, currency))
        for (kind, currency), value in sorted(sums.items())
    ]


def _movement_totals(project: Project) -> list[Total]:
    rows = project.transactions.order_by("type", "currency").values("type", "currency")
    return [
        Total(kind_of(row["type"]), "", amount_text(row["sum"], row["currency"]))
        for row in rows.annotate(sum=Sum("value"))
    ]
